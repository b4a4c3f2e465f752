import type { CourseMetrics } from '#shared/domain/metrics/metrics-of.ts';
import { courseName } from '#shared/domain/plan/course-code.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import type { Metric } from '#shared/words/metrics.ts';

export type SortKey = Metric | 'name';

export interface CurriculumRow {
  course: Course;
  metrics: CourseMetrics | null;
}

export interface Sorting {
  key: SortKey;
  /** Largest first, for names from Z to A. */
  down: boolean;
}

/** What is asked of a column first: the largest number, or the first name. */
export function nextSorting(now: Sorting, key: SortKey): Sorting {
  return now.key === key ? { key, down: !now.down } : { key, down: key !== 'name' };
}

/** The rows in order; courses without measures stay at the end, and equal ones in the order of the plan. */
export function sortRows(rows: readonly CurriculumRow[], { key, down }: Sorting): CurriculumRow[] {
  const sign = down ? -1 : 1;
  if (key === 'name')
    return rows.toSorted((a, b) => sign * NAMES.compare(courseName(a.course), courseName(b.course)));
  return rows.toSorted((a, b) => {
    if (a.metrics === null || b.metrics === null)
      return Number(a.metrics === null) - Number(b.metrics === null);
    return sign * (a.metrics[key] - b.metrics[key]);
  });
}

const NAMES = new Intl.Collator('en-US', { numeric: true });
