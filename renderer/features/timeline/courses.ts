import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';

/**
 * The first day of the term next to the one that begins before or on `day`, among the terms of the course's program
 * in order of time; `null` past the first and the last.
 */
export function nextTermStart(
  document: PlanDocument,
  course: Course,
  day: DayNumber,
  step: 1 | -1,
): DayNumber | null {
  const starts = document.items
    .flatMap((item) =>
      item.kind === 'term' && item.programId === course.programId ? [toDay(item.firstDay)] : [],
    )
    .sort((a, b) => a - b);
  return (step > 0 ? starts.find((start) => start > day) : starts.findLast((start) => start < day)) ?? null;
}
