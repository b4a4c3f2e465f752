import { MOST_CHANGED, type Reply } from '#shared/contract/define.ts';
import { judgeGoal } from '#shared/domain/analysis/judge-goal.ts';
import type { AnalyzedGoal } from '#shared/domain/analysis/types.ts';
import { auditPlan } from '#shared/domain/audit/audit-plan.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import { metricsOf } from '#shared/domain/metrics/metrics-of.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { keepUnchanged } from '#shared/domain/plan/keep-unchanged.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import type { BindingEntry } from '#shared/domain/schedule/types.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';

/** What a command's reply says of the change it made. */
export type Changed = Pick<Extract<Reply, { ok: true }>, 'changed' | 'revision'>;

/** The document before the present one, and the ids of all records that differ between them. */
interface Change {
  readonly from: PlanDocument;
  readonly ids: readonly string[];
}

/** The plan that is shown, and everything that follows from it and from the day. */
export class Answers {
  #document = $state.raw<PlanDocument | null>(null);
  /** Beside the document, which is another one after every command. */
  #planId = $state<string | null>(null);
  /** The revision at which the document was read, and what it has in it that the one before had not. */
  #read = -1;
  #change: Change | null = null;
  #lastSchedule: Schedule | null = null;
  #day: () => DayNumber;

  readonly items: ReadonlyMap<string, Item> = $derived(itemsById(this.#document));
  readonly schedule = $derived(this.#document === null ? null : this.#scheduleOf(this.#document));
  readonly audits = $derived(this.#document === null ? [] : auditPlan(this.#document));
  readonly metrics = $derived(this.#document === null ? null : metricsOf(this.#document));
  /** The goal's date; a program before it that misses a requirement makes it a lower bound as well (R13). */
  readonly goal: AnalyzedGoal | null = $derived(
    this.schedule === null ? null : judgeGoal(this.schedule, this.audits),
  );
  readonly binding: readonly BindingEntry[] = $derived(this.schedule?.binding() ?? []);
  readonly findings: readonly Finding[] = $derived.by(() =>
    this.#document === null || this.schedule === null
      ? []
      : findingsOf(this.#document, this.schedule, this.#day(), this.audits),
  );

  /** `day` answers which day it is; read where an answer depends on it. */
  constructor(day: () => DayNumber) {
    this.#day = day;
  }

  get document(): PlanDocument | null {
    return this.#document;
  }
  get planId(): string | null {
    return this.#planId;
  }

  /** Shows a plan as read at `revision`; `command` is the reply to the command after which it was read again, if any. */
  show(document: PlanDocument | null, revision: number, command: Changed | null): void {
    this.#change = this.#changeBy(command, revision);
    this.#read = revision;
    this.#planId = document?.plan.id ?? null;
    const { from, ids } = this.#change ?? {};
    this.#document = from && ids && document ? keepUnchanged(from, document, ids) : document;
  }

  /** What a command changed in the document shown, if nothing else has happened since that was read. */
  #changeBy(command: Changed | null, revision: number): Change | null {
    const from = this.#document;
    if (from === null || command === null || command.changed.length === 0) return null;
    const isAll = command.changed.length < MOST_CHANGED;
    const isNext = command.revision === this.#read + 1 && command.revision === revision;
    return isAll && isNext ? { from, ids: command.changed } : null;
  }

  /** After a command only what it moves is computed anew. */
  #scheduleOf(document: PlanDocument): Schedule {
    const today = this.#day();
    const target = document.plan.target === null ? null : toDay(document.plan.target);
    const last = this.#lastSchedule;
    const goesOn = last !== null && last.today === today && last.document === this.#change?.from;
    this.#lastSchedule = goesOn
      ? last.revise(document, target, this.#change?.ids)
      : schedulePlan(document, today, { target });
    // It holds the whole document before.
    this.#change = null;
    return this.#lastSchedule;
  }
}

/** A plain map, made anew with every document: nothing ever changes inside it. */
function itemsById(document: PlanDocument | null): ReadonlyMap<string, Item> {
  return new Map(document?.items.map((item) => [item.id, item]));
}
