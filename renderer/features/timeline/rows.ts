import type { RowScale } from '#shared/domain/layout/row-scale.ts';

/** The rows of the timeline on the screen, in pixels. */
export const ROWS: RowScale = { rowHeight: 28, barHeight: 20, laneGap: 8 };
