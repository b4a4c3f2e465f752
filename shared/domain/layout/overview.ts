import { PHASES } from '../plan/items.ts';
import { isMark } from './bar-box.ts';
import type { CriticalChain } from './critical.ts';
import { phaseOfBar, type TimelineLayout } from './layout.ts';
import { overviewX, overviewY, type OverviewScale } from './overview-scale.ts';
import { yOfRow, type RowScale } from './row-scale.ts';

/** What cells are drawn in: a phase, no phase (the lane of a state that is closed), or the chain that decides. */
export const OVERVIEW_INKS = [...PHASES, 'none', 'critical'] as const;
export type OverviewInk = (typeof OVERVIEW_INKS)[number];

const CODE = Object.fromEntries(OVERVIEW_INKS.map((ink, place) => [ink, place + 1])) as Record<
  OverviewInk,
  number
>;
const FULL = 255;
/** Of a term, behind its courses. */
const FAINT = 70;
/** Where rows share a cell: of one bar, and what all its rows being full adds. */
const DENSE_LEAST = 150;

/** The whole plan as a picture of `width` times `height` cells, row by row. */
export interface Overview {
  readonly width: number;
  readonly height: number;
  /** What is in a cell: 0 for nothing, else one more than its place in `OVERVIEW_INKS`. */
  readonly ink: Uint8Array;
  /** How much of it, up to 255. */
  readonly amount: Uint8Array;
}

/**
 * Draws all bars of a layout, `fine` cells to a pixel of the scale. Where rows are at least two cells high they are
 * drawn apart from each other; of longer plans a cell says how many of its rows hold something. Costs the bars and
 * the cells they cover, whatever the plan.
 */
export function drawOverview(
  layout: TimelineLayout,
  chain: Pick<CriticalChain, 'bars'>,
  rows: RowScale,
  scale: OverviewScale,
  fine: number,
): Overview {
  const width = Math.max(1, Math.round(scale.width * fine));
  const height = Math.max(1, Math.round(scale.height * fine));
  const cells = new Cells(width, height);
  const rowHeight = rows.rowHeight * scale.perPixel * fine;
  const isDense = rowHeight < 2;
  const barHeight = Math.max(1, Math.round(Math.min(rowHeight - 1, rows.barHeight * scale.perPixel * fine)));
  const share = (FULL - DENSE_LEAST) * Math.min(1, rowHeight);
  const xOf = (day: number): number => Math.floor(overviewX(scale, day) * fine);
  const yOf = (row: number): number => {
    const inset = isDense ? 0 : (rows.rowHeight - rows.barHeight) / 2;
    const y = overviewY(scale, yOfRow(rows, layout, row) + inset) * fine;
    return Math.min(height - 1, isDense ? Math.floor(y) : Math.round(y));
  };
  const half = Math.max(1, Math.round(1.5 * fine));
  const draw = (code: number, from: number, until: number, row: number): void => {
    const y = yOf(row);
    if (isDense) cells.add(code, from, until, y, share);
    else cells.fill(code, from, until, y, y + barHeight, FULL);
  };
  const mark = (code: number, day: number, row: number): void => {
    const x = xOf(day + 0.5);
    draw(code, x - half, x + half, row);
  };

  for (let bar = 0; bar < layout.barCount; bar += 1) {
    const item = layout.items[bar];
    if (item === undefined) continue;
    const code = CODE[phaseOfBar(layout, bar)];
    const row = layout.row[bar] ?? 0;
    const start = layout.start[bar] ?? 0;
    const until = layout.until[bar] ?? start + 1;
    const span = layout.rowSpan[bar] ?? 1;
    if (isMark(item)) mark(code, start, row);
    else if (span > 1 && !isDense) {
      const last = yOf(row + span - 1) + barHeight;
      cells.fill(code, xOf(start), xOf(until), yOf(row), last, FAINT);
    } else draw(code, xOf(start), xOf(until), row);
  }
  for (const { firstRow, phase, collapsed } of layout.lanes) {
    if (collapsed === null) continue;
    const code = CODE[phase ?? 'none'];
    for (let at = 0; at < collapsed.stretches.length; at += 2)
      draw(code, xOf(collapsed.stretches[at] ?? 0), xOf(collapsed.stretches[at + 1] ?? 0), firstRow);
    for (const day of collapsed.marks) mark(code, day, firstRow);
  }
  drawChain();
  return cells;

  /** Last, over everything. What holds others is a line above them, so that they are still seen. */
  function drawChain(): void {
    for (let bar = 0; bar < layout.barCount; bar += 1) {
      const item = layout.items[bar];
      if (chain.bars[bar] !== 1 || item === undefined) continue;
      const y = yOf(layout.row[bar] ?? 0);
      const start = layout.start[bar] ?? 0;
      const holds = item.kind === 'term' || item.kind === 'program';
      const x = isMark(item) ? xOf(start + 0.5) - half : xOf(start);
      const until = isMark(item) ? x + 2 * half : xOf(layout.until[bar] ?? start + 1);
      const thick = holds ? Math.max(1, Math.round(fine)) : Math.max(barHeight, Math.round(2 * fine));
      cells.fill(CODE.critical, x, until, y, y + thick, FULL);
    }
  }
}

/** The ink of a cell's code; `null` for an empty one. */
export function inkOf(code: number): OverviewInk | null {
  return OVERVIEW_INKS[code - 1] ?? null;
}

class Cells implements Overview {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
  readonly amount: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.ink = new Uint8Array(width * height);
    this.amount = new Uint8Array(width * height);
  }

  /** Covers the cells of a rectangle, of which there is always one. */
  fill(code: number, from: number, until: number, top: number, bottom: number, amount: number): void {
    const left = this.#left(from);
    const right = Math.min(this.width, Math.max(left + 1, until));
    for (let y = Math.max(0, top); y < Math.min(this.height, Math.max(top + 1, bottom)); y += 1) {
      this.ink.fill(code, y * this.width + left, y * this.width + right);
      this.amount.fill(amount, y * this.width + left, y * this.width + right);
    }
  }

  /** Adds a bar to the cells of a row that others share. */
  add(code: number, from: number, until: number, y: number, share: number): void {
    const left = this.#left(from);
    const right = Math.min(this.width, Math.max(left + 1, until));
    for (let cell = y * this.width + left; cell < y * this.width + right; cell += 1) {
      this.ink[cell] = code;
      const before = this.amount[cell] ?? 0;
      this.amount[cell] = Math.min(FULL, before === 0 ? DENSE_LEAST : before + share);
    }
  }

  #left(from: number): number {
    return Math.min(this.width - 1, Math.max(0, from));
  }
}
