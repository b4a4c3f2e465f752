import type { Goal } from './goals.ts';

/**
 * What we are after beside other charts (dhtmlx-gantt 10, SVAR Svelte Gantt 2.7, vis-timeline 8.5: the best of them for
 * each figure), and how the minimal list of this bench stands to them: both at 200, 1,000, 5,000 and 10,000 items. The
 * charts are not part of this project; the quotient is what their goal means beside the minimal list.
 */
interface PeerGoal {
  work: string;
  aim: readonly number[];
  floor: readonly number[];
  minimal: readonly number[];
}

const SIZES = [200, 1_000, 5_000, 10_000] as const;

const GOALS = {
  open: {
    work: 'opening the timeline: main thread',
    aim: [0.4, 0.25, 0.2, 0.2],
    floor: [0.6, 0.5, 0.4, 0.4],
    minimal: [0.2, 0.13, 0.09, 0.09],
  },
  move: {
    work: 'pan and scroll: main thread per frame',
    aim: [0.5, 0.5, 0.5, 0.5],
    floor: [0.75, 0.75, 0.75, 0.75],
    minimal: [0.28, 0.43, 0.4, 0.35],
  },
  zoom: {
    work: 'zoom: main thread per frame',
    aim: [0.6, 0.6, 0.35, 0.2],
    floor: [0.8, 0.8, 0.5, 0.35],
    minimal: [0.41, 0.4, 0.26, 0.16],
  },
  edit: {
    work: 'one item moved, rescheduling included',
    aim: [0.6, 0.45, 0.25, 0.15],
    floor: [0.8, 0.6, 0.4, 0.3],
    minimal: [0.53, 0.35, 0.24, 0.18],
  },
  elements: {
    work: 'elements in the page',
    aim: [0.6, 0.6, 0.6, 0.6],
    floor: [1, 1, 1, 1],
    minimal: [0.15, 0.17, 0.17, 0.14],
  },
  heap: {
    work: 'growth of the heap',
    // Not a goal for small plans, whose heap is code.
    aim: [Infinity, 0.3, 0.3, 0.3],
    floor: [Infinity, 0.6, 0.6, 0.6],
    minimal: [0.26, 0.23, 0.21, 0.19],
  },
} as const satisfies Record<string, PeerGoal>;

/** A goal beside the minimal list for a plan of this size; `null` where there is none. */
export function timelineGoal(name: keyof typeof GOALS, size: number): Goal | null {
  const { work, aim, floor, minimal }: PeerGoal = GOALS[name];
  const at = Math.max(
    0,
    SIZES.findLastIndex((known) => known <= size),
  );
  const beside = (goal: number): number => Math.round((goal / (minimal[at] ?? 1)) * 100) / 100;
  const least = beside(floor[at] ?? Infinity);
  return Number.isFinite(least)
    ? { work, beside: 'a minimal list', aim: beside(aim[at] ?? 0), floor: least }
    : null;
}

/** Milliseconds between frames that 95 of 100 do not exceed: as even as the minimal list, a tenth for the clock. */
export const SMOOTHNESS: Goal = {
  work: 'pan and zoom: p95 between frames',
  beside: 'a minimal list',
  aim: 1.1,
  floor: 1.1,
};

/** Elements for a large plan to those for a smaller one: what is drawn does not grow with the plan. */
export const GROWTH: Goal = {
  work: 'elements, large plan to small plan',
  beside: 'itself',
  aim: 1.05,
  floor: 1.2,
};
