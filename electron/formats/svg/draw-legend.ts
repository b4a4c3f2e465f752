import { BAR_STATES, type BarState } from '#shared/domain/layout/bar-state.ts';
import { ITEM_KINDS, PHASES, type ItemKind } from '#shared/domain/plan/items.ts';
import { KIND_LABELS, PHASE_LABELS, STEP_LABELS } from '#shared/words/labels.ts';
import { BAR_STATE_LABELS, CRITICAL_LABEL } from '#shared/words/timeline.ts';
import type { Arranged } from './arrange.ts';
import { COLORS, NEUTRAL } from './colors.ts';
import { drawBar, type BarLook } from './draw-bar.ts';
import { element } from './element.ts';
import { phaseSign, SIGN } from './phase-sign.ts';
import { textMeasure } from './text-widths.ts';
import { writeText, type Type } from './write-text.ts';

const LEGEND_TYPE: Type = { size: 12, weight: 400 };
const LINE = 24;
const GAP = 20;
const SAMPLE = { width: 32, height: 14, mark: 16 };

interface Entry {
  width: number;
  draw: (x: number, middle: number) => string;
  label: string;
}

/** What the patterns, shapes and frames stand for, of those that are in the picture; lines of at most `room` pixels. */
export function drawLegend(arranged: Arranged, room: number): { markup: string; height: number } {
  const measure = textMeasure(LEGEND_TYPE.size, LEGEND_TYPE.weight);
  let markup = '';
  let [x, y] = [0, 0];
  for (const { width, draw, label } of entriesFor(arranged)) {
    const long = width + 8 + measure(label);
    if (x > 0 && x + long > room) [x, y] = [0, y + LINE];
    markup += draw(x, y + LINE / 2);
    markup += writeText(label, {
      x: x + width + 8,
      y: y + LINE / 2 + 4.3,
      fill: COLORS.inkSoft,
      ...LEGEND_TYPE,
    });
    x = Math.ceil(x + long + GAP);
  }
  return { markup: element('g', {}, markup), height: y + LINE };
}

function entriesFor({ layout, bars, chain, lines }: Arranged): Entry[] {
  const kinds = new Set(bars.map(({ item }) => item.kind));
  const states = new Set(bars.filter(({ item }) => item.kind !== 'term').map(({ state }) => state));
  const waits = bars.some(({ item }) => item.kind === 'step' && item.sort === 'approval');
  return [
    ...PHASES.filter((phase) => layout.lanes.some((lane) => lane.phase === phase)).map((phase): Entry => ({
      width: SIGN,
      draw: (x, middle) => phaseSign(phase, x, middle - SIGN / 2),
      label: PHASE_LABELS[phase],
    })),
    ...ITEM_KINDS.filter((kind) => kinds.has(kind)).map((kind) => sample(KIND_LABELS[kind], kind)),
    ...(waits ? [sample(STEP_LABELS.approval, 'step', { isWait: true })] : []),
    ...BAR_STATES.filter((state) => states.has(state) && state !== 'planned').map((state) =>
      sample(BAR_STATE_LABELS[state], SHAPES[state], { state, isChecked: state === 'done' }),
    ),
    ...(chain.bars.includes(1) ? [sample(CRITICAL_LABEL, 'experience', { isCritical: true })] : []),
    ...(lines.plain.length + lines.critical.length > 0 ? [ARROW] : []),
  ];
}

/** The shape a state is shown on: only milestones are ever overdue, and only courses withdrawn. */
const SHAPES: Record<BarState, ItemKind> = {
  planned: 'course',
  current: 'course',
  done: 'course',
  overdue: 'milestone',
  withdrawn: 'course',
};

function sample(label: string, kind: ItemKind, look: Partial<BarLook> = {}): Entry {
  const isMark = kind === 'milestone' || kind === 'credential';
  const width = isMark ? SAMPLE.mark : SAMPLE.width;
  return {
    width,
    label,
    draw: (x, middle) =>
      drawBar({
        kind,
        tone: NEUTRAL,
        pattern: null,
        state: 'planned',
        isCritical: false,
        isPinned: false,
        isWait: false,
        isChecked: false,
        x,
        y: middle - SAMPLE.height / 2,
        width,
        height: SAMPLE.height,
        openLeft: false,
        openRight: false,
        ...look,
      }),
  };
}

const ARROW: Entry = {
  width: 24,
  label: 'Has to come first',
  draw: (x, middle) =>
    element('path', {
      d: `M${x} ${middle}h23m-4 -3l4 3l-4 3`,
      fill: 'none',
      stroke: COLORS.lineStrong,
    }),
};
