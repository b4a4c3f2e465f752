import type { ProgramMetrics } from '#shared/domain/metrics/metrics-of.ts';
import { countOf, formatTenths } from './numbers.ts';

export type Metric = 'blocking' | 'delay' | 'complexity' | 'centrality';

/** The measures of a course in the order in which they are shown. */
export const METRICS: readonly Metric[] = ['complexity', 'blocking', 'delay', 'centrality'];

export const METRIC_LABELS: Record<Metric, string> = {
  blocking: 'Blocking',
  delay: 'Delay',
  complexity: 'Complexity',
  centrality: 'Centrality',
};

/** What a measure says about a course, in one line. */
export const METRIC_EXPLANATIONS: Record<Metric, string> = {
  blocking: 'Courses that cannot be taken before this one is passed.',
  delay: 'Courses on the longest chain of requisites through this one.',
  complexity: 'Blocking and delay together: how much hangs on this course.',
  centrality: 'Lengths of all chains through this course, added up; 0 where a chain begins or ends.',
};

/** Why a course has no measures. */
export const ON_A_LOOP = 'Its requisites run in a circle, so it has no numbers; remove one of them.';

/** The sum of a program's complexities: `Complexity 290`, with what is special about it. */
export function programMetricsText({ complexity, onLoops, quarters }: ProgramMetrics): string {
  const factor = quarters ? ', times 2/3 because a quarter is shorter than a semester' : '';
  const without = onLoops === 0 ? '' : `, without ${countOf(onLoops, 'course')} on a loop of requisites`;
  return `Complexity ${formatTenths(complexity)}${factor}${without}`;
}
