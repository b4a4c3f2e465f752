import type { RequisiteSet } from '#shared/domain/plan/document.ts';
import type {
  BrokenNeed,
  FillNote,
  FillProgress,
  FillReason,
  FillStatus,
} from '#shared/domain/fill/types.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { formatDay, formatShift } from './dates.ts';
import { SEASON_LABELS } from './labels.ts';
import { choiceOf, countOf, formatNumber, listOf, quoted, shortListOf } from './numbers.ts';

type TitleOf = (id: string) => string;

/** What became of filling the terms, in a few words. */
export const FILL_TITLES: Readonly<Record<FillStatus, string>> = {
  optimal: 'Every course finds a term, and no arrangement is better',
  feasible: 'Every course finds a term',
  infeasible: 'Not every course finds a term',
  undecided: 'No arrangement was found in time',
  'nothing-to-place': 'There is no course to place',
};

/** What the search is doing. */
export function stageText({ stage, found }: FillProgress): string {
  if (!found) return 'Looking for an arrangement that keeps every rule …';
  return stage === 'balancing' ? 'Evening out the terms …' : 'Looking for an earlier last term …';
}

/** One sentence that says why the courses do not fit and what to do. A code without its words does not compile. */
export function sentenceForFillReason(reason: FillReason, titleOf: TitleOf): string {
  const name = (id: string): string => quoted(titleOf(id));
  switch (reason.code) {
    case 'no-terms':
      return `${name(reason.programId)} has ${countOf(reason.courses, 'course')} without a term, and no terms; add some.`;
    case 'no-open-terms':
      return `The last term of ${name(reason.programId)} ended or closed (${formatDay(reason.lastDay)}); add terms for its ${countOf(reason.courses, 'course')}.`;
    case 'never-offered':
      return reason.offered.length === 0
        ? `${name(reason.courseId)} is not offered in any season; change when it is offered.`
        : `${name(reason.courseId)} is offered in ${seasons(reason.offered)} only, and the terms left are ${listOf(reason.seasons.map(season))}; add a term or change when it is offered.`;
    case 'requisite-out-of-reach':
      return `${name(reason.courseId)} needs ${needed(reason)} ${RELATIONS[reason.kind]}: ${reason.of.map((need) => brokenText(need, name)).join('; ')}. ${remedyFor(reason.of)}`;
    case 'requisite-cycle':
      return `${shortListOf(reason.courseIds.map(name), 5)} require each other in a circle; remove one of these requisites.`;
    case 'chain-too-long':
      return reason.courseIds.length > 1
        ? `${reason.courseIds.map(name).join(' → ')} have to follow one another, and ${terms(reason)} are too few for that; add terms or remove a requisite.`
        : `${name(reason.courseIds[0] ?? '')} finds no term that its requisites allow among ${terms(reason)}; add terms or remove a requisite.`;
    case 'placed-too-early':
      return `${name(reason.courseId)} stays in its term, where it needs ${listOf(reason.needs.map(name))} ${RELATIONS[reason.kind]}, and there is no term for that; move ${name(reason.courseId)}.`;
    case 'course-too-large':
      return `${name(reason.courseId)} has ${countOf(reason.credits, 'credit')}, and no term it can go into has room for more than ${formatNumber(reason.room)}; raise a credit limit.`;
    case 'credits-do-not-fit':
      return `${coursesText(reason.courseIds, name)} with ${countOf(reason.credits, 'credit')} can only go into ${termsText(reason.termIds, name)}, where there is room for ${formatNumber(reason.room)}: ${countOf(Math.round((reason.credits - reason.room) * 1e6) / 1e6, 'credit')} too many. Add a term or raise a credit limit.`;
    case 'no-arrangement':
      return reason.without.length === 0
        ? 'Every arrangement breaks a rule; add a term, raise a limit or remove a requisite.'
        : `Every arrangement breaks a rule. There would be one without ${choiceOf(reason.without.map((rule) => RULES[rule]))}; loosen that, or add a term.`;
    case 'too-many-terms':
      return `${name(reason.programId)} has ${countOf(reason.terms, 'open term')}, and only the first ${formatNumber(reason.looked)} are looked at; delete terms that are not needed.`;
    case 'out-of-time':
      return 'The time was over before every arrangement was ruled out; there may be a better one.';
  }
}

/** The goal's date after a filling, and how it moves; `days` is `null` where it had no date before. */
export function goalAfterFilling(date: IsoDate, days: number | null): string {
  if (days === 0) return `The goal stays on ${formatDay(date)}.`;
  return `The goal comes on ${formatDay(date)}${days === null ? '' : `, ${formatShift(days)}`}.`;
}

/** One sentence about something to know. */
export function sentenceForFillNote(note: FillNote, titleOf: TitleOf): string {
  switch (note.code) {
    case 'unknown-credits':
      return `Without known credits, and so counted as none: ${namesOf(note.courseIds, titleOf)}.`;
    case 'locked-out':
      return `Locked, and so left without a term: ${namesOf(note.courseIds, titleOf)}.`;
    case 'closed-terms':
      return `Left alone, because they are over or began more than two weeks ago: ${namesOf(note.termIds, titleOf)}.`;
    case 'requisite-stays-broken':
      return `Taken without a requisite, which no proposal can mend: ${namesOf(note.courseIds, titleOf)}.`;
  }
}

const RELATIONS: Readonly<Record<RequisiteSet['kind'], string>> = {
  pre: 'before it',
  co: 'before it or in the same term',
  strict: 'in the same term',
};

const RULES = {
  limits: 'the credit limits',
  offerings: 'the seasons in which courses are offered',
  requisites: 'the requisites',
} as const;

const season = (value: keyof typeof SEASON_LABELS): string => SEASON_LABELS[value].toLowerCase();
const seasons = (values: readonly (keyof typeof SEASON_LABELS)[]): string => choiceOf(values.map(season));

const namesOf = (ids: readonly string[], titleOf: TitleOf): string =>
  shortListOf(ids.map((id) => quoted(titleOf(id))));

const coursesText = (ids: readonly string[], name: TitleOf): string =>
  ids.length <= 4 ? listOf(ids.map(name)) : `${formatNumber(ids.length)} courses`;

function termsText(ids: readonly string[], name: TitleOf): string {
  if (ids.length <= 3) return listOf(ids.map(name));
  return `the ${countOf(ids.length, 'term')} from ${name(ids[0] ?? '')} to ${name(ids.at(-1) ?? '')}`;
}

const terms = ({ terms: count, offerings }: { terms: number; offerings: boolean }): string =>
  `${countOf(count, 'term')}${offerings ? ' with the seasons in which they are offered' : ''}`;

function needed({ needed: count, of }: { needed: number; of: readonly BrokenNeed[] }): string {
  return count === of.length
    ? count === 1
      ? 'a course'
      : `${formatNumber(count)} courses`
    : `${formatNumber(count)} more of its requisites`;
}

function brokenText({ courseId, why }: BrokenNeed, name: TitleOf): string {
  const course = name(courseId);
  switch (why) {
    case 'failed':
      return `${course} was not passed`;
    case 'grade':
      return `the grade in ${course} is too low`;
    case 'withdrawn':
      return `${course} was withdrawn from`;
    case 'no-term':
      return `${course} is in no term`;
    case 'locked':
      return `${course} is locked without a term`;
    case 'too-late':
      return `${course} cannot be placed so`;
  }
}

function remedyFor(of: readonly BrokenNeed[]): string {
  const [first] = of;
  switch (first?.why) {
    case 'failed':
    case 'grade':
    case 'withdrawn':
      return 'Add the course again as a repeat of it.';
    case 'no-term':
      return 'Put it into its term.';
    case 'locked':
      return 'Unlock it, or put it into a term.';
    case 'too-late':
    case undefined:
      return 'Move it, or change the requisite.';
  }
}
