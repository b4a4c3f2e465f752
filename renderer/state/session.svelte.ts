import type { AppState, HistoryEntry, PlanSummary } from '#shared/contract/answers.ts';
import type { ActionName, CommandName, InputOf, OutputOf, QueryName } from '#shared/contract/contract.ts';
import { MOST_CHANGED, type ActionReply, type HistoryState, type Reply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { PlanDocument, Requirement } from '#shared/domain/plan/document.ts';
import type { Course, Item, ItemKind, Term } from '#shared/domain/plan/items.ts';
import { judgeGoal } from '#shared/domain/analysis/judge-goal.ts';
import type { AnalyzedGoal } from '#shared/domain/analysis/types.ts';
import { auditPlan } from '#shared/domain/audit/audit-plan.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import { metricsOf } from '#shared/domain/metrics/metrics-of.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import type { BindingEntry, ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';
import type { Api } from '#renderer/api/api.ts';
import { Notices } from './notices.svelte.ts';
import { recallPlace, rememberPlace, type View } from './place.ts';

/** What a new item should belong to. A course can also be meant for a requirement group, or repeat another one. */
export interface AddItemQuestion {
  kind: 'add-item';
  item: ItemKind;
  programId: string | null;
  termId: string | null;
  requirement?: Requirement | undefined;
  repeats?: Course | undefined;
}

/** A file as the host read it. */
export type ChosenFile = NonNullable<OutputOf<'file.choose'>>;

/** A dialog that any view may ask for; the window shows it. */
export type Question =
  | { kind: 'new-plan'; templateId: string | null }
  | { kind: 'delete-plan'; plan: PlanSummary }
  | { kind: 'plan-settings' }
  | { kind: 'import-plan'; file: ChosenFile }
  | { kind: 'export-plan' }
  | { kind: 'print-plan' }
  | AddItemQuestion
  | { kind: 'fill-terms' }
  | { kind: 'delete-item'; item: Item }
  | { kind: 'import-transcript'; programId: string | null }
  | { kind: 'shift-terms'; term: Term }
  | { kind: 'help' };

/** The document before the present one, and the ids of all records that differ between them. */
interface Change {
  readonly from: PlanDocument;
  readonly ids: readonly string[];
}

/** What a command's reply says of the change it made. */
type Changed = Pick<Extract<Reply, { ok: true }>, 'changed' | 'revision'>;

const NO_HISTORY: HistoryState = { undo: null, redo: null };

/**
 * What the window shows, and the one way to change it: `run` sends a command, and when the core has stored it the
 * plan is read again and everything else follows from the new document. Nothing is kept twice and nothing is
 * shown before it is stored.
 */
export class Session {
  readonly notices = new Notices();

  #api: Api;
  #storage: Storage;
  #app = $state.raw<AppState | null>(null);
  #plans = $state.raw<readonly PlanSummary[]>([]);
  #document = $state.raw<PlanDocument | null>(null);
  #history = $state.raw<HistoryState>(NO_HISTORY);
  #view = $state<View>('timeline');
  #selectedId = $state<string | null>(null);
  #asked = $state(0);
  #lost = $state(false);
  #revision = -1;
  /** The plan that was open before this one, to come back to when this one goes. */
  #before = $state<string | null>(null);
  /** The revision at which the document was read, and what it has in it that the one before had not. */
  #read = -1;
  #change: Change | null = null;
  #lastSchedule: Schedule | null = null;
  #sending: Promise<unknown> = Promise.resolve();

  #question = $state.raw<Question | null>(null);
  #reading = 0;

  readonly items: ReadonlyMap<string, Item> = $derived(itemsById(this.#document));
  readonly today: DayNumber = $derived(this.#app === null ? 0 : toDay(this.#app.today));
  readonly schedule = $derived(this.#document === null ? null : this.#scheduleOf(this.#document));
  readonly audits = $derived(this.#document === null ? [] : auditPlan(this.#document));
  readonly metrics = $derived(this.#document === null ? null : metricsOf(this.#document));
  /** The goal's date; a program before it that misses a requirement makes it a lower bound as well (R13). */
  readonly goal: AnalyzedGoal | null = $derived(
    this.schedule === null ? null : judgeGoal(this.schedule, this.audits),
  );
  readonly binding: readonly BindingEntry[] = $derived(this.schedule?.binding() ?? []);
  readonly findings: readonly Finding[] = $derived(
    this.#document === null || this.schedule === null
      ? []
      : findingsOf(this.#document, this.schedule, this.today, this.audits),
  );
  readonly selected = $derived(this.#selectedId === null ? null : (this.items.get(this.#selectedId) ?? null));

  constructor(api: Api, storage: Storage) {
    this.#api = api;
    this.#storage = storage;
  }

  get app(): AppState | null {
    return this.#app;
  }
  get plans(): readonly PlanSummary[] {
    return this.#plans;
  }
  get document(): PlanDocument | null {
    return this.#document;
  }
  get history(): HistoryState {
    return this.#history;
  }
  /** The dialog that is open, if any. */
  get question(): Question | null {
    return this.#question;
  }
  /** Counts how often the details of the chosen item were asked for. */
  get asked(): number {
    return this.#asked;
  }
  get selectedId(): string | null {
    return this.#selectedId;
  }
  /** True when the core no longer answers; nothing can be saved until it does. */
  get lost(): boolean {
    return this.#lost;
  }

  /** The plan that was open before this one. */
  get before(): string | null {
    return this.#before;
  }

  get view(): View {
    return this.#view;
  }
  set view(view: View) {
    this.#view = view;
    this.#remember();
  }

  /** Reads everything for the first time and opens the plan that was open before, or the first one. */
  async start(): Promise<void> {
    const place = recallPlace(this.#storage);
    this.#view = place.view;
    await this.readApp();
    await this.#readPlans();
    const plan = this.#plans.find(({ id }) => id === place.planId) ?? this.#plans[0];
    if (plan) await this.openPlan(plan.id);
  }

  /** Asks the core for today and its notices; also finds out whether another page has changed something. */
  async readApp(): Promise<void> {
    const reply = await this.ask('app.read', {});
    if (!reply.ok) return;
    this.#app = reply.value;
    this.#history = reply.history;
    if (this.#revision !== -1 && reply.revision !== this.#revision)
      await this.#readAgain({ ...reply, changed: [] });
    this.#revision = reply.revision;
  }

  /** The dates of an item, or `null` for one that is not in the plan (any more). */
  datesOf(id: string): ItemDates | null {
    return this.schedule?.has(id) ? this.schedule.dates(id) : null;
  }

  /** The title of an item for a sentence about it. */
  titleOf(id: string): string {
    return this.items.get(id)?.title ?? 'an item that is gone';
  }

  openPlan(id: string): Promise<void> {
    return this.#readPlan(id, null);
  }

  /** Reads a plan; `command` is the reply to the command after which it is read again, if that is why. */
  async #readPlan(id: string, command: Changed | null): Promise<void> {
    const reading = ++this.#reading;
    const reply = await this.ask('plan.read', { planId: id });
    // Another plan was asked for meanwhile, or a newer state of this one.
    if (reading !== this.#reading) return;
    if (!reply.ok) return this.report(reply.error);
    if (this.#document?.plan.id !== id) {
      this.#selectedId = null;
      this.#before = this.#document?.plan.id ?? this.#before;
    }
    this.#change = this.#changeBy(command, reply.revision);
    this.#read = reply.revision;
    this.#document = reply.value;
    this.#remember();
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
    const target = document.plan.target === null ? null : toDay(document.plan.target);
    const last = this.#lastSchedule;
    const goesOn = last !== null && last.today === this.today && last.document === this.#change?.from;
    this.#lastSchedule = goesOn
      ? last.revise(document, target, this.#change?.ids)
      : schedulePlan(document, this.today, { target });
    // It holds the whole document before.
    this.#change = null;
    return this.#lastSchedule;
  }

  /** Chooses an item, or none. Choosing the chosen one again asks for its details: then `asked` grows. */
  select(id: string | null): void {
    if (id !== null && id === this.#selectedId) this.#asked += 1;
    this.#selectedId = id;
  }

  /** Opens a dialog, or closes it with `null`. */
  put(question: Question | null): void {
    this.#question = question;
  }

  /** Sends a command; where it is refused, a notice says why. */
  async run<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    const reply = await this.attempt(name, input);
    if (!reply.ok) this.report(reply.error);
    return reply;
  }

  /** Sends a command whose refusal the caller shows itself, for example at the field it is about. */
  attempt<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    // One after the other: two edits on their way at once could arrive in either order.
    const reply = this.#sending.then(() => this.#send(name, input));
    this.#sending = reply;
    return reply;
  }

  /** Sends a query. Unlike a command it changes nothing, so nothing is read again. */
  async ask<N extends QueryName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    const reply = await this.#api.run(name, input);
    this.#lost = !reply.ok && reply.error.code === 'host-lost';
    return reply;
  }

  /** Asks the host for an action; where it fails, a notice says why. */
  async act<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>> {
    const reply = await this.tryAct(name, input);
    if (!reply.ok) this.report(reply.error);
    return reply;
  }

  /** Asks the host for an action whose failure the caller shows itself. */
  tryAct<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>> {
    return this.#api.act(name, input);
  }

  undo(): Promise<void> {
    return this.#walk('history.undo', 'undone');
  }

  redo(): Promise<void> {
    return this.#walk('history.redo', 'redone');
  }

  async #walk(name: 'history.undo' | 'history.redo', kind: 'undone' | 'redone'): Promise<void> {
    const reply = await this.run(name, {});
    if (!reply.ok) return;
    const { planId, name: command, subject }: HistoryEntry = reply.value;
    const elsewhere = planId !== null && planId !== this.#document?.plan.id;
    if (elsewhere && this.#plans.some(({ id }) => id === planId)) await this.openPlan(planId);
    this.notices.show({ kind, command, subject });
  }

  async #send<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    const reply = await this.#api.run(name, input);
    this.#lost = !reply.ok && reply.error.code === 'host-lost';
    if (reply.ok) {
      this.#history = reply.history;
      await this.#readAgain(reply);
    }
    return reply;
  }

  /** Replaces what is shown by what is stored. */
  async #readAgain(command: Changed): Promise<void> {
    this.#revision = command.revision;
    await this.#readPlans();
    const open = this.#document?.plan.id;
    if (open === undefined) return;
    if (this.#plans.some(({ id }) => id === open)) return this.#readPlan(open, command);
    this.#document = null;
    const next = this.#plans.find(({ id }) => id === this.#before) ?? this.#plans[0];
    if (next) await this.openPlan(next.id);
  }

  async #readPlans(): Promise<void> {
    const reply = await this.ask('plan.list', {});
    if (reply.ok) this.#plans = reply.value;
  }

  /** Says what went wrong. */
  report(failure: Failure): void {
    // A lost core has its own lasting notice; saying it again for every edit would only bury it.
    if (failure.code === 'host-lost') this.#lost = true;
    else this.notices.fail(failure);
  }

  #remember(): void {
    rememberPlace(this.#storage, { planId: this.#document?.plan.id ?? null, view: this.#view });
  }
}

/** A plain map, made anew with every document: nothing ever changes inside it. */
function itemsById(document: PlanDocument | null): ReadonlyMap<string, Item> {
  return new Map(document?.items.map((item) => [item.id, item]));
}
