import type { Consequence } from '#shared/domain/grid/consequence.ts';
import type { Load } from '#shared/domain/grid/load.ts';
import type { MoveRefusal } from '#shared/domain/grid/move-courses.ts';
import type { Related, Relation } from '#shared/domain/grid/relations.ts';
import type { TermColumn } from '#shared/domain/grid/term-grid.ts';
import { codeText } from '#shared/domain/plan/course-code.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import { formatDays } from './dates.ts';
import { sentenceForFinding } from './findings.ts';
import { SEASON_LABELS, STATUS_LABELS } from './labels.ts';
import { choiceOf, countOf, formatNumber, listOf, quoted } from './numbers.ts';

type TitleOf = (id: string) => string;

/** What a term is called in relation to today, where that matters. */
export const TERM_TIMES: Record<TermColumn['time'], string | null> = {
  past: 'Over',
  current: 'Now',
  ahead: null,
};

/** What a marked course is to the one that has the focus. */
export const RELATION_LABELS: Record<Relation, string> = {
  before: 'Prerequisite',
  with: 'Corequisite',
  'same-term': 'Same term',
  'needs-it': 'Needs it',
};

/** `15 of 18 credits`, `12 credits`; courses of unknown credits are said to be missing from the sum. */
export function loadText({ credits, unknown, limit }: Load): string {
  const sum =
    limit === null ? countOf(credits, 'credit') : `${formatNumber(credits)} of ${countOf(limit, 'credit')}`;
  return unknown === 0 ? sum : `${sum} + ${formatNumber(unknown)} not known`;
}

/** What is wrong with the credits of a term, or `null`: `Overload: 3 over the limit`. */
export function loadWarning({ state, credits, limit, minimum }: Load): string | null {
  const difference = (a: number, b: number) => formatNumber(Math.round((a - b) * 1e6) / 1e6);
  if (state === 'over' && limit !== null) return `Overload: ${difference(credits, limit)} over the limit`;
  if (state === 'under' && minimum !== null)
    return `Underload: ${difference(minimum, credits)} below the minimum of ${formatNumber(minimum)}`;
  return null;
}

/** The credits of a course on its card: `3 credits`. */
export const creditsText = ({ credits }: Pick<Course, 'credits'>): string =>
  credits === null ? 'Credits not known' : countOf(credits, 'credit');

/** Status and grade of a course: `Completed, A−`. */
export const standingText = ({ status, grade }: Pick<Course, 'status' | 'grade'>): string =>
  grade === null ? STATUS_LABELS[status] : `${STATUS_LABELS[status]}, ${grade}`;

/**
 * What a screen reader says of a card, in the order in which it is read there: `HSA 300, Health Policy, 3 credits,
 * Planned, Locked`. `more` is what else stands on the card.
 */
export function spokenCourse(course: Course, isProposed: boolean, more: readonly string[] = []): string {
  const standing = isProposed ? 'Proposed' : standingText(course);
  const words = [codeText(course), course.title, creditsText(course), standing];
  return [...words, course.locked ? 'Locked' : '', ...more].filter((word) => word !== '').join(', ');
}

/** What a course is tied to, for whoever cannot see the marks; empty where there is nothing. */
export function relationsText(related: readonly Related[], nameOf: TitleOf): string {
  const namesOf = (relation: Relation) => {
    const own = related.filter((each) => each.relation === relation);
    const names = own.map(({ courseId }) => nameOf(courseId));
    return own.length > 1 && own.every(({ optional }) => optional) ? choiceOf(names) : listOf(names);
  };
  const has = (relation: Relation) => related.some((each) => each.relation === relation);
  const needs = [
    has('before') ? `${namesOf('before')} before it` : null,
    has('with') ? `${namesOf('with')} before it or in the same term` : null,
    has('same-term') ? `${namesOf('same-term')} in the same term` : null,
  ].filter((part) => part !== null);
  const parts = needs.length === 0 ? [] : [`Needs ${needs.join('; ')}.`];
  if (has('needs-it')) parts.push(`Needed by ${namesOf('needs-it')}.`);
  return parts.join(' ');
}

/** Why a course stays where it is, and what to do. */
export function fixedSentence(course: Pick<Course, 'title' | 'status'>, why: MoveRefusal): string {
  const title = quoted(course.title);
  switch (why) {
    case 'locked':
      return `${title} is locked; unlock it to move it.`;
    case 'recorded':
      return `${title} is ${STATUS_LABELS[course.status].toLowerCase()}; what is recorded stays where it is.`;
    case 'other-program':
      return `${title} can only go into a term of its own program; choose one of those.`;
  }
}

/** One thing a move would do. */
export interface ConsequenceLine {
  tone: 'plain' | 'good' | 'bad';
  text: string;
}

/** What a move would do, the worst first; nothing where only the place changes. */
export function consequenceLines(
  { load, broken, mended, notOffered, isPast, term, goalDays }: Consequence,
  titleOf: TitleOf,
): ConsequenceLine[] {
  const bad = [
    ...broken.map((finding) => sentenceForFinding(finding, titleOf)),
    ...(isPast ? ['This term is over.'] : []),
    ...(term && notOffered.length > 0
      ? [
          `${listOf(notOffered.map(({ title }) => quoted(title)))} ${notOffered.length === 1 ? 'is' : 'are'} not offered in ${SEASON_LABELS[term.season].toLowerCase()}.`,
        ]
      : []),
  ];
  const warning = load && loadWarning(load);
  if (warning) bad.push(`${warning}.`);
  const lines: ConsequenceLine[] = bad.map((text) => ({ tone: 'bad', text }));
  if (mended.length > 0)
    lines.push({ tone: 'good', text: `${countOf(mended.length, 'requisite')} in order again.` });
  if (goalDays !== null && goalDays !== 0)
    lines.push({ tone: goalDays > 0 ? 'bad' : 'good', text: `${goalText(goalDays)}.` });
  return lines;
}

/** `The goal comes 112 days later`. */
const goalText = (days: number): string =>
  `The goal comes ${formatDays(days)} ${days > 0 ? 'later' : 'earlier'}`;

/** Where courses went, for the notice that is read out: `“Health Law” is now in Spring 2028: 15 of 18 credits.` */
export function movedText(moved: readonly Pick<Course, 'title'>[], { term, load }: Consequence): string {
  const [only] = moved;
  const what = moved.length === 1 && only ? quoted(only.title) : countOf(moved.length, 'course');
  const verb = moved.length === 1 ? 'is' : 'are';
  if (term === null || load === null) return `${what} ${verb} without a term now.`;
  return `${what} ${verb} in ${quoted(term.title)} now: ${loadText(load)}.`;
}
