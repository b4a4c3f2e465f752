import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { isoOf } from './oracle-calendar.ts';
import { type OracleAnswer, type OracleBroken, type OracleWindow, consultOracle } from './schedule-oracle.ts';

/** One thing the engine and the oracle do not agree about. */
export interface Difference {
  itemId: string;
  about: string;
  engine: unknown;
  oracle: unknown;
}

type Compare = (itemId: string, about: string, engine: unknown, oracle: unknown) => void;

const iso = (day: number | null): string | null => (day === null ? null : isoOf(day));
const sorted = (ids: readonly string[]): string => [...ids].sort().join(' ');

function compareItems(engine: ReturnType<typeof schedulePlan>, oracle: OracleAnswer, compare: Compare): void {
  for (const dates of engine.all()) {
    const asked = oracle.items.get(dates.id);
    if (asked === undefined) {
      compare(dates.id, 'presence', true, false);
      continue;
    }
    compare(dates.id, 'mode', dates.mode, asked.mode);
    compare(dates.id, 'start', iso(dates.start), iso(asked.start));
    compare(dates.id, 'end', iso(dates.end), iso(asked.end));
    compare(dates.id, 'latestStart', iso(dates.latestStart), iso(asked.latestStart));
    compare(dates.id, 'latestFinish', iso(dates.latestFinish), iso(asked.latestFinish));
    compare(dates.id, 'slack', dates.slack, asked.slack);
    compare(dates.id, 'undated', dates.undated !== null, asked.start === null);
  }
}

function compareGoal(engine: ReturnType<typeof schedulePlan>, oracle: OracleAnswer, compare: Compare): void {
  const goal = engine.goal;
  const asked = oracle.goal;
  if (goal === null || asked === null) {
    compare('plan', 'goal', goal !== null, asked !== null);
    return;
  }
  compare('goal', 'date', iso(goal.date), iso(asked.date));
  compare('goal', 'best', iso(goal.best), iso(asked.best));
  compare('goal', 'undatedItems', sorted(goal.undatedItems), sorted(asked.undatedItems));
  compare('goal', 'brokenItems', sorted(goal.brokenItems), sorted(asked.brokenItems));
  compare('goal', 'programIds', sorted(goal.programIds), sorted(asked.programIds));
  compare('goal', 'complete', goal.complete, asked.complete);
}

function compareBinding(
  engine: ReturnType<typeof schedulePlan>,
  oracle: OracleAnswer,
  programs: ReadonlySet<string>,
  compare: Compare,
): void {
  const chain = engine.binding();
  const askedChain = oracle.binding;
  const ids = (entries: readonly { itemId: string }[]): string =>
    entries.map((entry) => entry.itemId).join(' ');
  compare('binding', 'items', ids(chain), ids(askedChain));
  for (const [index, entry] of chain.entries()) {
    const asked = askedChain[index];
    if (asked?.itemId !== entry.itemId) return;
    // The rules have no word for why a program has its dates, only where the chain goes from it.
    if (!programs.has(entry.itemId)) {
      compare(entry.itemId, 'binding reason', entry.reason, asked.reason);
      compare(entry.itemId, 'binding from', entry.fromId, asked.fromId);
    }
    compare(entry.itemId, 'tied', sorted(entry.tied), sorted(asked.tied));
    compare(entry.itemId, 'gain', entry.gain, asked.gain);
    compare(entry.itemId, 'next', entry.next, asked.next);
  }
}

/** What the checks found, one text each. */
function compareChecks(
  engine: ReturnType<typeof schedulePlan>,
  oracle: OracleAnswer,
  compare: Compare,
): void {
  const broken = (link: OracleBroken): string => `${link.linkId} ${link.fromId}-${link.itemId} ${link.days}`;
  const missed = (link: OracleWindow): string => `${broken(link)} ${isoOf(link.lastDay)}`;
  compare('links', 'broken', sorted(engine.broken.map(broken)), sorted(oracle.broken.map(broken)));
  compare('links', 'windows', sorted(engine.windows.map(missed)), sorted(oracle.windows.map(missed)));
  compare('links', 'loops', sorted(engine.loops.map(sorted)), sorted(oracle.loops.map(sorted)));
}

/** Everything about which the engine and the oracle answer differently for a plan on `today` (ISO day). */
export function differencesOf(document: PlanDocument, today: string): Difference[] {
  const differences: Difference[] = [];
  const compare: Compare = (itemId, about, engine, oracle) => {
    if (engine !== oracle) differences.push({ itemId, about, engine, oracle });
  };
  const target = document.plan.target === null ? null : toDay(document.plan.target);
  const engine = schedulePlan(document, toDay(today), { target });
  const oracle = consultOracle(document, today);
  compareItems(engine, oracle, compare);
  compareGoal(engine, oracle, compare);
  compareChecks(engine, oracle, compare);
  const programs = new Set(document.items.filter(({ kind }) => kind === 'program').map(({ id }) => id));
  compareBinding(engine, oracle, programs, compare);
  return differences;
}
