import { foreseeFindings, type Foreseen } from '#shared/domain/findings/foresee.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import type { TimelineLayout } from '#shared/domain/layout/layout.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { effectOf } from '#shared/domain/schedule/effect.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';
import type { Held } from './drag.svelte.ts';
import { prospectOf } from './proposal.ts';

/** What a drag asks about the plan. */
export interface DragPlan {
  readonly document: PlanDocument;
  readonly schedule: Schedule;
  readonly layout: TimelineLayout;
  readonly findings: readonly Finding[];
}

/** What dropping the held bar would do to the plan. */
export interface Consequence extends Readonly<Foreseen> {
  /** Days by which the goal moves; `null` without a date to compare. */
  readonly days: number | null;
  /** The first day the held item would really have. */
  readonly start: DayNumber | null;
}

/** What the engine says of a place: what the core would store of a drop there, and what would follow from it. */
export interface Rehearsal extends Pick<Held, 'refusal' | 'linksDecide' | 'termId' | 'command'> {
  readonly consequence: Consequence | null;
}

/** The places a held bar has been at: each is asked about once, and all days of a term are one. */
export class Rehearsals {
  readonly #known = new Map<string, Rehearsal>();
  #about: PlanDocument | null = null;

  forget(): void {
    this.#known.clear();
  }

  /** What the engine has said of this place of this plan before, if it has. */
  recall(held: Held, plan: DragPlan): Rehearsal | undefined {
    if (plan.document !== this.#about) this.forget();
    this.#about = plan.document;
    return this.#known.get(placeOf(held));
  }

  /** Asks the engine. */
  ask(held: Held, plan: DragPlan): Rehearsal {
    const rehearsal = this.#rehearse(held, plan);
    this.#known.set(placeOf(held), rehearsal);
    return rehearsal;
  }

  #rehearse({ item, kind, aim, until }: Held, { schedule, findings }: DragPlan): Rehearsal {
    const prospect = prospectOf(
      schedule,
      kind === 'move' ? { kind, item, start: aim } : { kind, item, end: until - 1 },
    );
    if (!prospect.ok) {
      const { reason } = prospect;
      return { refusal: reason, linksDecide: false, termId: null, command: null, consequence: null };
    }
    const { linksDecide, termId, command } = prospect;
    if (termId !== null) for (const known of this.#known.values()) if (known.termId === termId) return known;
    const { days, schedule: then } = effectOf(schedule, prospect.document);
    const start = then.days(item.id)?.start ?? null;
    const consequence = { days, start, ...foreseeFindings(findings, then, item) };
    return { refusal: null, linksDecide, termId, command, consequence };
  }
}

/** A place of a held bar, as far as the engine's answer depends on it. */
function placeOf({ bar, kind, aim, until }: Held): string {
  return `${kind} ${bar} ${kind === 'move' ? aim : until}`;
}
