import { visibleLanes } from '#shared/domain/layout/cull.ts';
import type { Lane, TimelineLayout } from '#shared/domain/layout/layout.ts';
import { rowAt, yOfRow } from '#shared/domain/layout/row-scale.ts';
import { countOf } from '#shared/words/numbers.ts';
import { laneName } from '#shared/words/timeline.ts';
import { ROWS } from './rows.ts';

/** A lane in sight; pixels from the top of the chart. */
export interface DrawnLane {
  readonly lane: Lane;
  readonly y: number;
  readonly height: number;
  readonly name: string;
  /** How many items are in it, where it is closed and does not show them. */
  readonly count: string | undefined;
}

/** The lanes between two heights of the chart; the same list as `before` where it holds the same lanes. */
export function lanesInSight(
  layout: TimelineLayout,
  { top, bottom }: { top: number; bottom: number },
  before: readonly DrawnLane[],
): readonly DrawnLane[] {
  const { first, last } = visibleLanes(layout, rowAt(ROWS, layout, top), rowAt(ROWS, layout, bottom));
  const lanes = layout.lanes.slice(first, last + 1);
  const isSame = lanes.length === before.length && lanes.every((lane, at) => before[at]?.lane === lane);
  if (isSame) return before;
  return lanes.map((lane) => ({
    lane,
    y: yOfRow(ROWS, layout, lane.firstRow) - ROWS.laneGap,
    height: lane.rowCount * ROWS.rowHeight + ROWS.laneGap,
    name: laneName(lane),
    count: lane.collapsed === null ? undefined : countOf(lane.collapsed.ids.length, 'item'),
  }));
}
