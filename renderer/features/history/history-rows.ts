import type { HistoryEntry } from '#shared/contract/answers.ts';

/** A place in the history to go to: right after a step, or with `entry` null before all of them. */
export interface HistoryRow {
  readonly seq: number;
  readonly entry: HistoryEntry | null;
  /** True for the newest step that is done. */
  readonly present: boolean;
}

/**
 * The places one can go to, the newest first: of one plan, or with `null` of all. `entries` are all steps in order of
 * commands. Before the first step of a plan is after the last one of others before it.
 */
export function historyRows(entries: readonly HistoryEntry[], planId: string | null): HistoryRow[] {
  const own = entries.filter((entry) => planId === null || entry.planId === planId);
  const first = own[0];
  if (first === undefined) return [];
  const before = entries.findLast(({ seq }) => seq < first.seq)?.seq ?? 0;
  const present = own.findLast(({ undone }) => !undone)?.seq ?? before;
  const rows = own.map((entry): HistoryRow => ({ seq: entry.seq, entry, present: entry.seq === present }));
  return [{ seq: before, entry: null, present: before === present }, ...rows].reverse();
}
