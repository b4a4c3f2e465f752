import { parseArgs } from 'node:util';

/** The parts of the bench, in the order they run. */
export const PARTS = ['schedule', 'fill', 'store', 'timeline', 'pdf'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  parts: readonly Part[];
  /** Repetitions of what runs in Node, and of what opens a browser each time. */
  reps: number;
  browserReps: number;
  /** Items of the big plan of the schedule and the store. */
  items: number;
  /** Items of the plans on the timeline, one table each. */
  sizes: readonly number[];
  /** Why a part cannot run, found out while it was built. */
  missing: ReadonlyMap<string, string>;
}

export const HELP = `npm run bench -- [options]

  --quick              one look at everything: fewer repetitions, smaller plans
  --only LIST          only these parts: ${PARTS.join(', ')}
  --reps N             repetitions of every part
  --items N            items of the big plan (10000)
  --sizes LIST         items on the timeline (200,1000,5000,10000)`;

/** Reads the command line. @throws Error with a sentence for a line that cannot be understood. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      reps: { type: 'string' },
      items: { type: 'string' },
      sizes: { type: 'string' },
      help: { type: 'boolean', default: false },
      missing: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.help) return null;
  const { quick } = values;
  const reps = values.reps === undefined ? null : whole('--reps', values.reps);
  return {
    parts: values.only === undefined ? PARTS : values.only.split(',').map(partNamed),
    reps: reps ?? (quick ? 3 : 9),
    browserReps: reps ?? (quick ? 1 : 3),
    items: values.items === undefined ? (quick ? 2_000 : 10_000) : whole('--items', values.items),
    sizes: (values.sizes ?? (quick ? '200,1000' : '200,1000,5000,10000'))
      .split(',')
      .map((size) => whole('--sizes', size)),
    missing: new Map(values.missing.map((each) => splitAt(each, each.indexOf('=')))),
  };
}

function splitAt(text: string, place: number): [string, string] {
  return [text.slice(0, place), text.slice(place + 1)];
}

function partNamed(name: string): Part {
  const part = PARTS.find((known) => known === name.trim());
  if (part === undefined) throw new Error(`--only knows ${PARTS.join(', ')}, and not "${name}".`);
  return part;
}

function whole(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${option} takes whole numbers from 1, and not "${text}".`);
  return value;
}
