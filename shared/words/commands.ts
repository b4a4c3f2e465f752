import type { CommandName } from '#shared/contract/contract.ts';
import { readMany } from '#shared/domain/plan/many-items.ts';
import { countOf, formatNumber, quoted } from './numbers.ts';
import { fieldName } from './problem.ts';

/** What each command does, and what it did: for undo, redo, the history and the notice after it. */
const PHRASES: Record<CommandName, { does: string; did: string }> = {
  'plan.create': { does: 'Make plan', did: 'Made plan' },
  'plan.add': { does: 'Make plan', did: 'Made plan' },
  'plan.import': { does: 'Import plan', did: 'Imported plan' },
  'plan.duplicate': { does: 'Make scenario', did: 'Made scenario' },
  'plan.update': { does: 'Change plan', did: 'Changed plan' },
  'plan.delete': { does: 'Delete plan', did: 'Deleted plan' },
  'plan.place': { does: 'Fill the terms of', did: 'Filled the terms of' },
  'plan.moveCourses': { does: 'Move', did: 'Moved' },
  'plan.changeItems': { does: 'Change', did: 'Changed' },
  'plan.deleteItems': { does: 'Delete', did: 'Deleted' },
  'plan.orderItems': { does: 'Reorder', did: 'Reordered' },
  'baseline.take': { does: 'Take baseline', did: 'Took baseline' },
  'baseline.rename': { does: 'Rename baseline', did: 'Renamed baseline' },
  'baseline.delete': { does: 'Delete baseline', did: 'Deleted baseline' },
  'program.add': { does: 'Add program', did: 'Added program' },
  'program.update': { does: 'Change program', did: 'Changed program' },
  'term.add': { does: 'Add term', did: 'Added term' },
  'term.update': { does: 'Change term', did: 'Changed term' },
  'course.add': { does: 'Add course', did: 'Added course' },
  'course.update': { does: 'Change course', did: 'Changed course' },
  'course.move': { does: 'Move course', did: 'Moved course' },
  'term.shift': { does: 'Shift terms from', did: 'Shifted terms from' },
  'transcript.import': { does: 'Import transcript into', did: 'Imported transcript into' },
  'experience.add': { does: 'Add experience', did: 'Added experience' },
  'experience.update': { does: 'Change experience', did: 'Changed experience' },
  'step.add': { does: 'Add step', did: 'Added step' },
  'step.update': { does: 'Change step', did: 'Changed step' },
  'credential.add': { does: 'Add credential', did: 'Added credential' },
  'credential.update': { does: 'Change credential', did: 'Changed credential' },
  'milestone.add': { does: 'Add milestone', did: 'Added milestone' },
  'milestone.update': { does: 'Change milestone', did: 'Changed milestone' },
  'milestone.complete': { does: 'Mark milestone', did: 'Marked milestone' },
  'milestone.reopen': { does: 'Reopen milestone', did: 'Reopened milestone' },
  'item.move': { does: 'Move', did: 'Moved' },
  'item.resize': { does: 'Change length of', did: 'Changed length of' },
  'item.delete': { does: 'Delete', did: 'Deleted' },
  'requirement.add': { does: 'Add requirement', did: 'Added requirement' },
  'requirement.update': { does: 'Change requirement', did: 'Changed requirement' },
  'requirement.delete': { does: 'Delete requirement', did: 'Deleted requirement' },
  'requisite.add': { does: 'Add requisite of', did: 'Added requisite of' },
  'requisite.update': { does: 'Change requisite of', did: 'Changed requisite of' },
  'requisite.delete': { does: 'Delete requisite of', did: 'Deleted requisite of' },
  'link.add': { does: 'Add link to', did: 'Added link to' },
  'link.update': { does: 'Change link to', did: 'Changed link to' },
  'link.delete': { does: 'Delete link to', did: 'Deleted link to' },
  'linkGroup.add': { does: 'Group links to', did: 'Grouped links to' },
  'linkGroup.update': { does: 'Change group of links to', did: 'Changed group of links to' },
  'linkGroup.delete': { does: 'Ungroup links to', did: 'Ungrouped links to' },
  'hours.add': { does: 'Log hours of', did: 'Logged hours of' },
  'hours.update': { does: 'Change logged hours of', did: 'Changed logged hours of' },
  'hours.delete': { does: 'Delete logged hours of', did: 'Deleted logged hours of' },
  'attempt.add': { does: 'Record attempt at', did: 'Recorded attempt at' },
  'attempt.update': { does: 'Change attempt at', did: 'Changed attempt at' },
  'attempt.delete': { does: 'Delete attempt at', did: 'Deleted attempt at' },
  'education.add': { does: 'Log education for', did: 'Logged education for' },
  'education.update': { does: 'Change education for', did: 'Changed education for' },
  'education.delete': { does: 'Delete education for', did: 'Deleted education for' },
  'fact.add': { does: 'Add fact', did: 'Added fact' },
  'fact.update': { does: 'Change fact', did: 'Changed fact' },
  'fact.delete': { does: 'Delete fact', did: 'Deleted fact' },
  'finding.acknowledge': { does: 'Acknowledge finding', did: 'Acknowledged finding' },
  'finding.reopen': { does: 'Reopen finding', did: 'Reopened finding' },
  'history.undo': { does: 'Undo', did: 'Undid' },
  'history.redo': { does: 'Redo', did: 'Redid' },
  'history.jump': { does: 'Jump in the history', did: 'Jumped in the history' },
};

/** A command as an instruction: `Move course “Anatomy”`. A name that is not known (an older journal) stands for itself. */
export function commandText(name: string, subject: string | null): string {
  return aboutMany(name, subject, 'does') ?? about(phraseOf(name)?.does ?? name, subject);
}

/** A command as something that happened: `Moved course “Anatomy”`. */
export function doneText(name: string, subject: string | null): string {
  return aboutMany(name, subject, 'did') ?? about(phraseOf(name)?.did ?? name, subject);
}

/** What a jump in the history did: `Undid 3 changes.` */
export function jumpText({ undone, redone }: { undone: number; redone: number }): string {
  if (undone > 0) return `Undid ${countOf(undone, 'change')}.`;
  return redone > 0 ? `Made ${countOf(redone, 'change')} again.` : 'Nothing had to be undone.';
}

/** A command inside a sentence: `Undo: move course “Anatomy”`. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function phraseOf(name: string): { does: string; did: string } | undefined {
  return Object.hasOwn(PHRASES, name) ? PHRASES[name as CommandName] : undefined;
}

/** Commands about many things, and what they are. */
const MANY: Readonly<Record<string, string>> = {
  'plan.changeItems': 'item',
  'plan.deleteItems': 'item',
  'plan.orderItems': 'item',
  'plan.moveCourses': 'course',
} satisfies Partial<Record<CommandName, string>>;

/** `Changed status of 12 items`, `Changed 3 items and added 2`; `null` where it is about one thing. */
function aboutMany(name: string, subject: string | null, tense: 'does' | 'did'): string | null {
  const noun = Object.hasOwn(MANY, name) ? MANY[name] : undefined;
  const many = noun !== undefined && subject !== null ? readMany(subject) : null;
  if (many === null || noun === undefined) return null;
  const { changed, added, field } = many;
  const verb = phraseOf(name)?.[tense] ?? name;
  if (added === 0)
    return `${verb} ${field === null ? '' : `${fieldName(field)} of `}${countOf(changed, noun)}`;
  const add = tense === 'does' ? 'Add' : 'Added';
  if (changed === 0) return `${add} ${countOf(added, noun)}`;
  return `${verb} ${countOf(changed, noun)} and ${lowerFirst(add)} ${formatNumber(added)}`;
}

function about(phrase: string, subject: string | null): string {
  if (subject !== null) return `${phrase} ${quoted(subject)}`;
  // "Change length of" needs something after it.
  return / (of|to|at|for|from|into)$/.test(phrase) ? `${phrase} an item` : phrase;
}
