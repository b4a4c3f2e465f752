import { academicYearOf } from '../layout/ticks.ts';
import { phaseOf } from '../layout/phase.ts';
import type { Fact, PlanDocument } from '../plan/document.ts';
import type { Item, Phase, Program } from '../plan/items.ts';
import type { DayNumber } from '../time/day.ts';
import { unknownCosts } from './unknown-costs.ts';

/** An item with a cost, or one that is likely to have one that nobody knows yet (`cents` is `null`). */
export interface CostLine {
  readonly item: Item;
  /** US cents. */
  readonly cents: number | null;
  /** The day it begins, which is taken for the day of the cost; `null` without dates. */
  readonly start: DayNumber | null;
  /** The calendar year in which the academic year of that day begins. */
  readonly year: number | null;
  readonly phase: Phase;
  /** The program it belongs to, or is. */
  readonly programId: string | null;
  /** What the facts about the item say of its cost, each with its source. */
  readonly facts: readonly Fact[];
}

/** What is known of some costs, in US cents, and how many are not known: the sum is at least `cents`. */
export interface CostSum {
  readonly cents: number;
  readonly known: number;
  readonly unknown: number;
}

export interface PlanCosts extends CostSum {
  /** In order of time, those without dates last; on one day in the order of the plan. */
  readonly lines: readonly CostLine[];
}

/** By what costs can be put together. */
export const COST_GROUPINGS = ['year', 'program', 'phase'] as const;
export type CostGrouping = (typeof COST_GROUPINGS)[number];

/** Costs that belong together. The key is a year, a program's id or a phase; `null` where there is none. */
export interface CostGroup extends PlanCosts {
  readonly key: string | null;
}

/** Every cost of a plan, and everything whose cost should be asked for. */
export function costsOf(
  doc: PlanDocument,
  datesOf: (id: string) => { start: DayNumber | null } | null,
): PlanCosts {
  const asked = unknownCosts(doc.items);
  const programs = new Map(
    doc.items.filter((item): item is Program => item.kind === 'program').map((each) => [each.id, each]),
  );
  const facts = Map.groupBy(doc.facts.filter(isAboutCost), ({ itemId }) => itemId);
  const lines = doc.items
    .filter((item) => item.costCents !== null || asked.has(item))
    .map((item): CostLine => {
      const start = datesOf(item.id)?.start ?? null;
      const program = programs.get(item.kind === 'program' ? item.id : (item.programId ?? ''));
      return {
        item,
        cents: item.costCents,
        start,
        year: start === null ? null : academicYearOf(start),
        phase: phaseOf(item, program),
        programId: program?.id ?? null,
        facts: facts.get(item.id) ?? [],
      };
    })
    .sort((a, b) => (a.start === b.start ? 0 : (a.start ?? Infinity) - (b.start ?? Infinity)));
  return { lines, ...sumOf(lines) };
}

/** The same costs by year, program or phase, in the order in which the first of each comes. */
export function groupCosts({ lines }: PlanCosts, by: CostGrouping): CostGroup[] {
  const groups = Map.groupBy(lines, (line) => keyOf(line, by));
  return [...groups].map(([key, own]) => ({ key, lines: own, ...sumOf(own) }));
}

function keyOf({ year, programId, phase }: CostLine, by: CostGrouping): string | null {
  if (by === 'year') return year === null ? null : String(year);
  return by === 'program' ? programId : phase;
}

function sumOf(lines: readonly CostLine[]): CostSum {
  const known = lines.filter(({ cents }) => cents !== null);
  return {
    cents: known.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
    known: known.length,
    unknown: lines.length - known.length,
  };
}

function isAboutCost({ field }: Fact): boolean {
  return /\b(costs?|fees?|tuition|prices?)\b/i.test(field);
}
