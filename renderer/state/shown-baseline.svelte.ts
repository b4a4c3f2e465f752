import { driftOf, frozenSchedule } from '#shared/domain/baseline/compare-baseline.ts';
import type { BaselineSummary, ItemDrift } from '#shared/domain/baseline/types.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import type { Session } from './session.svelte.ts';

/** A baseline with the dates it keeps. */
export interface Shown {
  readonly baseline: BaselineSummary;
  readonly schedule: Schedule;
}

/**
 * The baseline that the open plan is seen against: none until somebody asks for one, chosen for each plan for as long
 * as the window is open. Nothing of a baseline is read before.
 */
export class ShownBaseline {
  readonly #session: Session;
  /** The chosen baseline of each plan, by the plan's id. */
  #choices = $state.raw<Readonly<Record<string, string | null>>>({});
  /** Dates by the id of their baseline: what is frozen is read once. */
  #schedules = $state.raw<Readonly<Record<string, Schedule>>>({});

  /** The baselines of the open plan, the newest first. */
  readonly list: readonly BaselineSummary[] = $derived.by(() => {
    const open = this.#session.planId;
    return this.#session.plans.find(({ id }) => id === open)?.baselines ?? [];
  });
  /** What is shown; `null` also while it is on its way, and while it is deleted. */
  readonly now: Shown | null = $derived.by(() => {
    const chosen = this.#choices[this.#session.planId ?? ''];
    const baseline = this.list.find(({ id }) => id === chosen);
    const schedule = baseline && this.#schedules[baseline.id];
    return baseline && schedule ? { baseline, schedule } : null;
  });
  /** Days by which the goal comes later than in the baseline, `null` where one of the two has no date. */
  readonly goalDays: number | null = $derived.by(() => {
    const before = this.now?.schedule.goalDate ?? null;
    const date = this.#session.schedule?.goalDate ?? null;
    return before === null || date === null ? null : date - before;
  });

  constructor(session: Session) {
    this.#session = session;
  }

  /** Shows the plan against one of its baselines, or against none. */
  async show(baselineId: string | null): Promise<void> {
    const planId = this.#session.planId;
    if (planId === null) return;
    this.#choices = { ...this.#choices, [planId]: baselineId };
    if (baselineId === null || baselineId in this.#schedules) return;
    const reply = await this.#session.ask('baseline.read', { planId, baselineId });
    if (!reply.ok) return this.#session.report(reply.error);
    this.#schedules = { ...this.#schedules, [baselineId]: frozenSchedule(reply.value) };
  }

  /** How an item stands against what is shown. */
  driftOf(itemId: string): ItemDrift | null {
    const { schedule } = this.#session;
    return this.now === null || !schedule?.has(itemId) ? null : driftOf(this.now.schedule, schedule, itemId);
  }
}
