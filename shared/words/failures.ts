import type { Failure, FailureOf, Noun } from '#shared/contract/failures.ts';
import { formatDay } from './dates.ts';
import { itemRefused } from './item-refused.ts';
import { choiceOf, countOf, formatBytes, formatNumber, quoted } from './numbers.ts';
import { problemText } from './problem.ts';
import { systemReason } from './system-reason.ts';
import { fixedSentence } from './term-grid.ts';

/** One sentence that says what is wrong and what to do about it. A code without its words does not compile. */
export function sentenceFor(failure: Failure): string {
  switch (failure.code) {
    case 'bad-request':
      return `This request cannot be used${problems(failure)}; correct that and try again.`;
    case 'unknown-command':
      return `There is no command named ${quoted(failure.name)}; check the spelling.`;
    case 'not-found':
      return `There is no ${failure.noun} ${quoted(failure.id)} here; it may have been deleted, so choose another one.`;
    case 'other-plan':
      return `The ${failure.noun} ${quoted(failure.id)} belongs to another plan; choose one from this plan.`;
    case 'plan-name-shared':
      return `${countOf(failure.ids.length, 'plan')} are named ${quoted(failure.name)}; use the id of the one you mean: ${choiceOf(failure.ids)}.`;
    case 'wrong-kind':
      return `${quoted(failure.id)} is ${withArticle(failure.actual)}, but this needs ${withArticle(failure.expected)}; choose another item.`;
    case 'needs-program':
      return `A ${failure.noun} belongs to a program; choose its program.`;
    case 'dates-reversed':
      return `The last day, ${formatDay(failure.last)}, is before the first day, ${formatDay(failure.first)}; change one of the two.`;
    case 'length-without-unit':
      return 'A length needs a unit; choose days, weeks, months or hours.';
    case 'length-not-whole':
      return `A length in ${failure.unit}s must be a whole number; round it or choose a smaller unit.`;
    case 'pin-without-start':
      return 'A pinned last day needs a pinned first day; set the first day too.';
    case 'window-needs-finish-to-start':
      return 'Only a finish-to-start link can have a window; change the kind of link or remove the window.';
    case 'link-to-itself':
      return 'An item cannot be linked to itself; choose another item.';
    case 'link-exists':
      return 'These two items are already linked this way; change that link instead.';
    case 'link-loop':
      return `This link would close a loop: ${failure.titles.join(' → ')}; remove one of these links first.`;
    case 'group-too-small':
      return `The group asks for ${formatNumber(failure.need)} of its ${countOf(failure.members, 'link')}; ask for fewer or add a link to it.`;
    case 'requisite-loop-itself':
      return 'A course cannot be its own requisite; choose another course.';
    case 'need-too-large':
      return `The rule asks for ${formatNumber(failure.need)} of ${countOf(failure.members, 'course')}; ask for fewer or name more courses.`;
    case 'too-many':
      return `There can be no more than ${countOf(failure.limit, failure.noun, pluralOf(failure.noun))} here; delete some first.`;
    case 'cannot-move':
      return cannotMove(failure);
    case 'cannot-place':
      return cannotPlace(failure);
    case 'cannot-move-course':
      return fixedSentence({ title: failure.course, status: failure.status }, failure.why);
    case 'item-refused':
      return itemRefused(failure, sentenceFor);
    case 'no-baseline':
      return `${quoted(failure.plan)} has no baseline to compare with; take one first.`;
    case 'unknown-baseline':
      return `${quoted(failure.plan)} has no baseline ${quoted(failure.name)}; choose ${choiceOf(failure.known.map(quoted))}.`;
    case 'baseline-name-taken':
      return `This plan has a baseline named ${quoted(failure.name)}; choose another name, or delete that one first.`;
    case 'baseline-unreadable':
      return `The baseline ${quoted(failure.name)} is damaged and cannot be read; delete it, or restore a backup.`;
    case 'job-gone':
      return 'This work is no longer under way; start it again.';
    case 'nothing-to-undo':
      return 'There is nothing to undo; no change has been recorded.';
    case 'nothing-to-redo':
      return 'There is nothing to redo; the last thing you did was not an undo.';
    case 'unknown-step':
      return `The history has no step ${formatNumber(failure.seq)}; choose one that it lists.`;
    case 'unknown-template':
      return `There is no template ${quoted(failure.id)}; choose ${choiceOf(failure.known)}.`;
    case 'unknown-jurisdiction':
      return `${quoted(failure.jurisdiction)} is not a state or DC; give its two letters, such as CA.`;
    case 'unknown-route':
      return failure.routes === 0
        ? `There is no route ${formatNumber(failure.route)}, because no routes are known there; leave the route out.`
        : `There is no route ${formatNumber(failure.route)} there; choose one from 1 to ${formatNumber(failure.routes)}.`;
    case 'choice-not-applicable':
      return `The template ${quoted(failure.template)} has no choice of ${failure.choice}; leave it out.`;
    case 'dates-out-of-range':
      return `These dates would reach ${formatDay(failure.last)}, but a plan runs from 1900 to 2199; choose an earlier start or shorter lengths.`;
    case 'not-a-plan-file':
      return 'This is not a Throughline plan file; choose a file that ends in .throughline.json.';
    case 'plan-file-newer':
      return `This plan file has version ${failure.version}, and this Throughline reads versions up to ${failure.supported}; update Throughline to open it.`;
    case 'plan-file-invalid':
      return `The plan file cannot be used: ${failure.path === '' ? 'it' : failure.path} ${failure.problem}${failure.line === null ? '' : ` (line ${failure.line})`}; correct that and import it again.`;
    case 'curriculum-unusable':
      return `${curriculumFault(failure)}; choose a Curricular Analytics CSV file or a Throughline plan file.`;
    case 'transcript-unusable':
      return TRANSCRIPT_FAULTS[failure.fault];
    case 'transcript-program':
      return failure.titles.length === 0
        ? 'This plan has no program to enter a transcript into; add a program first.'
        : `This plan has several programs; say which one the transcript is for: ${choiceOf(failure.titles.map(quoted))}.`;
    case 'cannot-shift':
      return cannotShift(failure);
    case 'no-program':
      return 'This plan has no program, so there is no curriculum to write; add a program with its courses first.';
    case 'nothing-dated':
      return 'Nothing in this plan has a date yet, so the calendar would be empty; give something a date first.';
    case 'file-too-large':
      return `The file has ${formatBytes(failure.bytes)} and the limit is ${formatBytes(failure.limit)}; choose a smaller one.`;
    case 'baselines-too-large':
      return `With its baselines the plan file would have ${formatBytes(failure.bytes)}, and at most ${formatBytes(failure.limit)} can be read again; leave the baselines out, or delete some of them.`;
    case 'no-known-field':
      return `There is no field ${quoted(failure.field)} to try out here; choose ${choiceOf(failure.known)}.`;
    case 'unusable-value':
      return `${quoted(failure.value)} cannot be used for ${failure.field}; it must be ${failure.expected}.`;
    case 'no-goal':
      return 'The plan has no goal; choose the item you are working toward first.';

    case 'database-missing':
      return `There is no database at ${failure.file}; make a plan with “new” or “import” first, or name another file.`;
    case 'database-empty':
      return `${failure.file} is an empty file, so a plan that was in it is gone; restore a backup, or move the file away to start anew.`;
    case 'database-foreign':
      return `${failure.file} is not a Throughline database; choose another file.`;
    case 'database-newer':
      return `${failure.file} was written by a newer Throughline (version ${failure.version}, this one reads up to ${failure.supported}); update Throughline to open it.`;
    case 'database-locked':
      return `${failure.file} is open in another Throughline window or server; close that first.`;
    case 'database-read-only':
      return `${failure.file} can be read but not written; make the file and its folder writable, or copy it elsewhere.`;
    case 'database-corrupt':
      return `${failure.file} is damaged (${failure.detail}) and was left untouched; restore a backup.`;
    case 'database-unreadable':
      return `${failure.file} cannot be read (${systemReason(failure.detail)}); check that it is a file you may open.`;
    case 'database-moved':
      return `${failure.file} was moved, replaced or deleted while it was open; put it back, or start Throughline again.`;
    case 'database-unsafe':
      return `${failure.file} cannot be kept safe here (${failure.setting} is ${failure.actual} instead of ${failure.wanted}); move it to a folder on this computer.`;
    case 'disk-full':
      return `The disk that holds ${failure.file} is full, so the change was not saved; free some space and try again.`;
    case 'backup-failed':
      return `The backup ${failure.file} could not be written (${systemReason(failure.detail)}); free some space or choose another folder.`;
    case 'backup-exists':
      return `${failure.file} exists already and was not replaced; choose another name.`;
    case 'restore-unusable':
      return `${failure.file} cannot be restored (${failure.detail}), and your database is unchanged; choose another backup.`;

    case 'port-in-use':
      return `Port ${failure.port} is used by another program; choose another port.`;
    case 'port-refused':
      return `Port ${failure.port} cannot be used (${systemReason(failure.detail)}); choose another port.`;
    case 'file-missing':
      return `There is no file ${failure.file}; check the name.`;
    case 'file-unreadable':
      return `${failure.file} cannot be read (${systemReason(failure.detail)}); check that it is a file you may open.`;
    case 'file-unwritable':
      return `${failure.file} cannot be written (${systemReason(failure.detail)}); choose another place.`;
    case 'no-browser':
      return `Printing needs Chromium, and none was found (${failure.detail}); install Chromium or Chrome, or print from the window.`;
    case 'print-failed':
      return `The page could not be printed (${failure.detail}); try again with fewer sections or dates.`;
    case 'picture-too-large':
      return `The picture would have ${formatNumber(failure.width)} × ${formatNumber(failure.height)} pixels, and a PNG can have ${formatNumber(failure.side)} on each side and ${formatNumber(failure.all)} in all; choose fewer days, or save it as SVG.`;
    case 'cannot-open-link':
      return `${failure.url} could not be opened; copy the address into your browser.`;
    case 'host-lost':
      return 'Throughline no longer answers, so nothing more can be saved; start it again.';
    case 'internal':
      return `Something went wrong inside Throughline and nothing was changed; try again, and report ${failure.reference} if it stays.`;
  }
}

function curriculumFault({ fault, line }: FailureOf<'curriculum-unusable'>): string {
  switch (fault) {
    case 'empty':
      return 'This file is empty';
    case 'not-text':
      return `Line ${line} is not text`;
    case 'no-courses':
      return `The file ends at line ${line} without one that reads “Courses”, which begins the courses of a curriculum`;
    case 'no-columns':
      return `Line ${line} does not name the columns of the courses, such as “Course ID” and “Course Name”`;
  }
}

const TRANSCRIPT_FAULTS: Record<FailureOf<'transcript-unusable'>['fault'], string> = {
  empty: 'The transcript is empty; paste its lines or choose its file.',
  'not-text': 'This file is not text; copy the lines of the transcript and paste them, or save it as CSV.',
  'no-courses':
    'No course was found in this text; a line needs a code and a grade or credits, such as “HSA 3100, Health Care Management, 3, A-”.',
};

function cannotShift({ why }: FailureOf<'cannot-shift'>): string {
  switch (why.reason) {
    case 'unknown-term':
      return 'This term is no longer there; choose another one.';
    case 'no-shift':
      return 'A shift by no terms changes nothing; choose one term or more.';
    case 'recorded':
      return `${quoted(why.title)} has begun and holds courses that were taken in it, so it stays; choose a later term.`;
    case 'occupied':
      return `${quoted(why.title)} would come onto ${quoted(why.by)}, which stays; choose a later place for it, or begin the shift with ${quoted(why.by)}.`;
    case 'out-of-season':
      return `The days of ${quoted(why.title)} do not fit its season, so it would change places with another term; correct its season or days first.`;
    case 'out-of-range':
      return 'That is outside the years 1900 to 2199; shift by fewer terms.';
  }
}

function problems({ problems }: FailureOf<'bad-request'>): string {
  if (problems.length === 0) return '';
  const named = problems.map(({ path, problem }) => {
    const text = problemText(problem);
    if (path === '') return text;
    return /^(?:must|is) /.test(text) ? `${path} ${text}` : `${path}: ${text}`;
  });
  return ` (${named.join('; ')})`;
}

function cannotPlace({ course, why }: FailureOf<'cannot-place'>): string {
  const title = quoted(course);
  switch (why) {
    case 'placed':
      return `${title} is in a term by now; fill the terms again.`;
    case 'locked':
      return `${title} is locked; unlock it, or fill the terms again without it.`;
    case 'not-planned':
      return `${title} is not a planned course any more; fill the terms again.`;
    case 'other-program':
      return `${title} can only go into a term of its own program; choose one of those.`;
    case 'full':
      return `There is no more room for ${title} in that term; fill the terms again or raise its limit.`;
    case 'twice':
      return `${title} can be put into one term only; name it once.`;
  }
}

function cannotMove({ why }: FailureOf<'cannot-move'>): string {
  switch (why) {
    case 'actual':
      return 'This has already begun or is done, so it cannot be dragged; change its recorded dates instead.';
    case 'program':
      return 'A program takes its dates from what is in it; move its terms or items instead.';
    case 'no-term-there':
      return 'There is no term of this program on that day; drop the course on a term, or add one there.';
    case 'course':
      return 'A course lasts as long as its term; change the term instead.';
    case 'one-day':
      return 'This is a single day and has no length; drag it to another day instead.';
    case 'undated':
      return 'This has no date yet, so its end cannot be dragged; give it a date first.';
    case 'too-short':
      return 'That would leave no time for it; drop the end on a later day.';
    case 'out-of-range':
      return 'That is outside the years 1900 to 2199; drop it on another day.';
    case 'unknown-item':
      return 'This item is no longer there; choose another one.';
  }
}

function pluralOf(noun: Noun): string {
  return noun === 'log entry' ? 'log entries' : `${noun}s`;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
