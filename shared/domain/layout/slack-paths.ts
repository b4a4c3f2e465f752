import { isMark, MARK_HALF } from './bar-box.ts';
import type { TimelineLayout } from './layout.ts';
import { yOfRow, type RowScale } from './row-scale.ts';
import { xOf, type TimeScale } from './time-scale.ts';

/** Slack as lines under the bars, as the data of one SVG path each. */
export interface SlackPaths {
  /** From the end of a bar to the last day on which it may end. */
  readonly spare: string;
  /** Back from the end of a bar to the last day on which it should have ended. */
  readonly late: string;
}

/** Pixels below the bar, and half the height of the tick at the latest finish. */
const BELOW = 2;
const TICK = 3;

/** The slack of all bars in the rows `top` to `bottom`; `slackOf` says how many days a bar has, `null` for none. */
export function slackPaths(
  layout: TimelineLayout,
  { top, bottom }: { top: number; bottom: number },
  slackOf: (bar: number) => number | null,
  scale: TimeScale,
  rows: RowScale,
): SlackPaths {
  let spare = '';
  let late = '';
  const first = layout.rowStart[Math.max(0, top)] ?? 0;
  const end = layout.rowStart[Math.min(layout.rowCount, bottom + 1)] ?? 0;
  for (let bar = first; bar < end; bar += 1) {
    const slack = slackOf(bar);
    const item = layout.items[bar];
    if (slack === null || slack === 0 || item === undefined) continue;
    const until = layout.until[bar] ?? 0;
    // A mark is drawn around the middle of its day, which is where its line begins and ends.
    const shift = isMark(item) ? -0.5 : 0;
    const latest = round(xOf(scale, until + slack + shift));
    const span = (layout.rowSpan[bar] ?? 1) - 1;
    const y =
      yOfRow(rows, layout, layout.row[bar] ?? 0) +
      span * rows.rowHeight +
      (rows.rowHeight + rows.barHeight) / 2 +
      BELOW;
    const edge = round(xOf(scale, until + shift) + (isMark(item) && slack > 0 ? MARK_HALF : 0));
    if (slack > 0 && latest <= edge) continue;
    const line = `M${latest} ${y - TICK}v${2 * TICK}M${latest} ${y}H${edge}`;
    if (slack > 0) spare += line;
    else late += line;
  }
  return { spare, late };
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
