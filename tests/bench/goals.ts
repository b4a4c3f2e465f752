import { median, type Samples } from './measure.ts';
import { number, printTable, spread } from './table.ts';

export interface Goal {
  work: string;
  beside: string;
  /** What we are after, and the least that will do. */
  aim: number;
  floor: number;
  /** Whether a larger ratio is the better one. */
  moreIsBetter?: true;
}

/** The goals by which the engine, the store and the export are measured. A ratio says more than a time: see the README. */
const GOALS = {
  schedule: {
    work: 'all dates from app objects',
    beside: 'plain maps and sets',
    aim: 0.12,
    floor: 0.3,
  },
  edit: {
    work: 'rescheduling after one edit',
    beside: 'a full pass',
    aim: 0.01,
    floor: 0.05,
  },
  derived: {
    work: 'audit and findings',
    beside: 'a full pass',
    aim: 3,
    floor: 8,
  },
  import: {
    work: 'importing through dispatch, rows/s',
    beside: 'a bare loop',
    aim: 0.85,
    floor: 0.6,
    moreIsBetter: true,
  },
  load: {
    work: 'reading a plan through dispatch',
    beside: 'bare .all()',
    aim: 1.15,
    floor: 1.5,
  },
  commit: {
    work: 'saving one command, p95',
    beside: '4 KiB and fdatasync, p95',
    aim: 2,
    floor: 4,
  },
  print: {
    work: 'printing and packing a finished page',
    beside: 'page.pdf of the same page',
    aim: 1.2,
    floor: 1.5,
  },
  export: {
    work: 'an export, request to bytes',
    beside: 'loading the page, then page.pdf',
    aim: 1.2,
    floor: 1.5,
  },
  pdfBytes: {
    work: 'bytes of a PDF with tags',
    beside: 'as Chromium writes it',
    aim: 0.22,
    floor: 0.35,
  },
} as const satisfies Record<string, Goal>;

const measured: { goal: Goal; size: string; ratios: Samples }[] = [];

/** Keeps what was measured for the table at the end: ratios, each taken inside one repetition. */
export function reach(name: keyof typeof GOALS, size: string, ratios: Samples): void {
  measured.push({ goal: GOALS[name], size, ratios });
}

/** The same for a goal that depends on what was measured. */
export function reachGoal(goal: Goal, size: string, ratios: Samples): void {
  measured.push({ goal, size, ratios });
}

/** Prints every goal that this run has measured something for. */
export function printGoals(): void {
  if (measured.length === 0) return;
  printTable(
    'Against the goals',
    ['', 'beside', 'size', 'ratio', 'spread', 'aim', 'floor', ''],
    measured.map(({ goal, size, ratios }) => [
      goal.work,
      goal.beside,
      size,
      number(median(ratios)),
      spread(ratios),
      `${goal.moreIsBetter ? '≥' : '≤'} ${goal.aim}`,
      `${goal.floor}`,
      verdict(goal, median(ratios)),
    ]),
  );
}

function verdict({ aim, floor, moreIsBetter }: Goal, ratio: number): string {
  const reaches = (goal: number): boolean => (moreIsBetter ? ratio >= goal : ratio <= goal);
  if (reaches(aim)) return 'aim';
  return reaches(floor) ? 'floor' : 'missed';
}
