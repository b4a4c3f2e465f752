import type { AnalyzedGoal } from '#shared/domain/analysis/types.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { formatDay, formatSpan } from './dates.ts';
import { countOf } from './numbers.ts';

/** What the picture of a timeline says of the goal, under the name of the plan. */
export function goalLine(goal: AnalyzedGoal | null): string {
  if (goal === null) return 'No goal chosen';
  if (goal.date === null) return `${goal.title}: no date yet`;
  return `${goal.title}: ${goal.complete ? '' : 'no earlier than '}${formatDay(goal.date)}`;
}

/** On what day the picture was true, which days it shows and the day that is aimed at. */
export function asOfLine(
  today: IsoDate,
  shown: { first: IsoDate; last: IsoDate } | null,
  target: IsoDate | null,
): string {
  const parts = [`As of ${formatDay(today)}`];
  if (shown !== null) {
    const { first, last } = shown;
    parts.push(`Shows ${first === last ? formatDay(first) : formatSpan(first, last)}`);
  }
  if (target !== null) parts.push(`Target ${formatDay(target)}`);
  return parts.join(' · ');
}

/** What a screen reader says of the whole picture. */
export function pictureDescription(items: number, goal: string, asOf: string): string {
  return `Timeline of ${countOf(items, 'item')}. ${goal}. ${asOf.replaceAll(' · ', '. ')}.`;
}

/** What is under a picture: what is not in it, and what its dates are worth. */
export function pictureNotes(drawn: number, undated: number, outside: number): string[] {
  const notes: string[] = [];
  if (undated > 0) notes.push(`${countOf(undated, 'item')} without a date ${isOrAre(undated)} not shown.`);
  if (outside > 0)
    notes.push(`${countOf(outside, 'item')} outside these days ${isOrAre(outside)} not shown.`);
  if (drawn > 0) notes.push('Dates that have not happened yet are calculated and move with the plan.');
  return notes;
}

/** What stands where the chart would be. */
export function nothingToDraw(outside: number): string {
  return outside > 0 ? 'Nothing of the plan lies in these days.' : 'Nothing has a date yet.';
}

export const TODAY_WORD = 'Today';

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}
