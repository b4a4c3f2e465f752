import { idsOf, renewWith, renewalOf } from '../plan/renew-ids.ts';
import { toDay, type DayNumber } from '../time/day.ts';
import type { Baseline, KeptPlan } from './types.ts';

/** Ids that must be free where a plan is stored: those of its own records. What baselines hold is stored as one text. */
export function storedIdsOf({ document, baselines }: KeptPlan): string[] {
  return [...idsOf(document), ...baselines.map(({ id }) => id)];
}

/**
 * The same plan with every id replaced, in its baselines too and by the same ones, so that an item is still known in
 * them. Acknowledgements follow as of `today`, in a baseline as of its own day.
 */
export function renewKeptPlan(
  { document, baselines }: KeptPlan,
  newId: () => string,
  today: DayNumber,
): KeptPlan {
  const ids = new Set(idsOf(document));
  for (const { id, document: frozen } of baselines) for (const each of [id, ...idsOf(frozen)]) ids.add(each);
  const renewed = renewalOf(ids, newId);
  return {
    document: renewWith(document, renewed, today),
    baselines: baselines.map((baseline): Baseline => ({
      ...baseline,
      id: renewed.get(baseline.id) ?? baseline.id,
      document: renewWith(baseline.document, renewed, toDay(baseline.takenOn)),
    })),
  };
}
