import type { AppState, HistoryEntry, PlanSummary } from '#shared/contract/answers.ts';
import type { ActionName, CommandName, InputOf, OutputOf, QueryName } from '#shared/contract/contract.ts';
import type { ActionReply, HistoryState, Reply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';
import type { Api } from '#renderer/api/api.ts';
import { Answers, type Changed } from './answers.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { recallPlace, rememberPlace, type View } from './place.ts';
import type { Question } from './questions.ts';
import { Sending, type Stored } from './sending.svelte.ts';
import { ShownBaseline } from './shown-baseline.svelte.ts';
import type { TimelineControls } from './timeline-controls.ts';

/**
 * What the window shows, and the one way to change it: `run` sends a command, and when the core has stored it the
 * plan is read again and everything else follows from the new document. Nothing is kept twice and nothing is
 * shown before it is stored.
 */
export class Session {
  #storage: Storage;
  #sending: Sending;
  #app = $state.raw<AppState | null>(null);
  #plans = $state.raw<readonly PlanSummary[]>([]);
  #view = $state<View>('timeline');
  #selectedId = $state<string | null>(null);
  #asked = $state(0);
  #question = $state.raw<Question | null>(null);
  /** The plan that was open before this one, to come back to when this one goes. */
  #before = $state<string | null>(null);
  #revision = -1;
  #reading = 0;

  readonly today: DayNumber = $derived(this.#app === null ? 0 : toDay(this.#app.today));
  #answers = new Answers(() => this.today);
  /** The timeline while it is on screen. */
  timeline = $state.raw<TimelineControls | null>(null);
  /** True while the history stands beside the view, where else the details are. */
  historyOpen = $state(false);

  /** What the plan is compared with while one looks at it. */
  readonly baseline: ShownBaseline;
  readonly selected = $derived(this.#selectedId === null ? null : (this.items.get(this.#selectedId) ?? null));

  constructor(api: Api, storage: Storage) {
    this.#storage = storage;
    this.baseline = new ShownBaseline(this);
    this.#sending = new Sending(api, (command) => this.#readAgain(command));
  }

  get notices(): Notices {
    return this.#sending.notices;
  }
  get history(): HistoryState {
    return this.#sending.history;
  }
  /** True when the core no longer answers; nothing can be saved until it does. */
  get lost(): boolean {
    return this.#sending.lost;
  }

  get document(): PlanDocument | null {
    return this.#answers.document;
  }
  /** The id of the open plan, for what depends on nothing else of it. */
  get planId(): string | null {
    return this.#answers.planId;
  }
  get items(): Answers['items'] {
    return this.#answers.items;
  }
  get schedule(): Answers['schedule'] {
    return this.#answers.schedule;
  }
  get audits(): Answers['audits'] {
    return this.#answers.audits;
  }
  get metrics(): Answers['metrics'] {
    return this.#answers.metrics;
  }
  get goal(): Answers['goal'] {
    return this.#answers.goal;
  }
  get binding(): Answers['binding'] {
    return this.#answers.binding;
  }
  get findings(): Answers['findings'] {
    return this.#answers.findings;
  }

  get app(): AppState | null {
    return this.#app;
  }
  get plans(): readonly PlanSummary[] {
    return this.#plans;
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
    this.#sending.take(reply.history);
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

  /** Chooses an item, or none. Choosing the chosen one again asks for its details: then `asked` grows. */
  select(id: string | null): void {
    if (id !== null && id === this.#selectedId) this.#asked += 1;
    this.#selectedId = id;
    // The details take the place of the history.
    if (id !== null) this.historyOpen = false;
  }

  /** Opens a dialog, or closes it with `null`. */
  put(question: Question | null): void {
    this.#question = question;
  }

  /** Sends a command; where it is refused, a notice says why. */
  run<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    return this.#sending.run(name, input);
  }

  /** Sends a command whose refusal the caller shows itself, for example at the field it is about. */
  attempt<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    return this.#sending.attempt(name, input);
  }

  /** Sends a query. Unlike a command it changes nothing, so nothing is read again. */
  ask<N extends QueryName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    return this.#sending.ask(name, input);
  }

  /** Asks the host for an action; where it fails, a notice says why. */
  act<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>> {
    return this.#sending.act(name, input);
  }

  /** Asks the host for an action whose failure the caller shows itself. */
  tryAct<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>> {
    return this.#sending.tryAct(name, input);
  }

  /** Says what went wrong. */
  report(failure: Failure): void {
    this.#sending.report(failure);
  }

  undo(): Promise<void> {
    return this.#walk('history.undo', 'undone');
  }

  redo(): Promise<void> {
    return this.#walk('history.redo', 'redone');
  }

  /** Undoes or redoes until the step `seq` is the newest that is done; 0 undoes all of them. */
  async jump(seq: number): Promise<void> {
    const reply = await this.run('history.jump', { seq });
    if (!reply.ok) return;
    const { undone, redone, last } = reply.value;
    if (last !== null) await this.#openPlanOf(last);
    this.notices.show({ kind: 'jumped', undone, redone });
  }

  async #walk(name: 'history.undo' | 'history.redo', kind: 'undone' | 'redone'): Promise<void> {
    const reply = await this.run(name, {});
    if (!reply.ok) return;
    await this.#openPlanOf(reply.value);
    this.notices.show({ kind, command: reply.value.name, subject: reply.value.subject });
  }

  /** Goes to the plan that a step of the history was about, so that one sees what became of it. */
  async #openPlanOf({ planId }: HistoryEntry): Promise<void> {
    const elsewhere = planId !== null && planId !== this.planId;
    if (elsewhere && this.#plans.some(({ id }) => id === planId)) await this.openPlan(planId);
  }

  /** Reads a plan; `command` is the reply to the command after which it is read again, if that is why. */
  async #readPlan(id: string, command: Changed | null): Promise<void> {
    const reply = await this.#askForPlan(id);
    if (reply !== null) this.#showPlan(id, reply, command);
  }

  /** `null` where another plan was asked for meanwhile, or a newer state of this one. */
  async #askForPlan(id: string): Promise<Reply<PlanDocument> | null> {
    const reading = ++this.#reading;
    const reply = await this.ask('plan.read', { planId: id });
    return reading === this.#reading ? reply : null;
  }

  #showPlan(id: string, reply: Reply<PlanDocument>, command: Changed | null): void {
    if (!reply.ok) return this.report(reply.error);
    const open = this.planId;
    if (open !== id) {
      this.#selectedId = null;
      this.#before = open ?? this.#before;
    }
    this.#answers.show(reply.value, reply.revision, command);
    if (open !== id) this.#remember();
  }

  /** Replaces what is shown by what is stored: all of it asked for at once, and taken over at once. */
  async #readAgain(command: Stored): Promise<void> {
    this.#revision = command.revision;
    const open = this.planId;
    const [plans, plan] = await Promise.all([
      this.ask('plan.list', {}),
      open === null ? null : this.#askForPlan(open),
    ]);
    this.#sending.take(command.history);
    if (plans.ok) this.#plans = plans.value;
    if (open === null) return;
    if (this.#plans.some(({ id }) => id === open)) {
      if (plan !== null) this.#showPlan(open, plan, command);
      return;
    }
    this.#answers.show(null, command.revision, null);
    const next = this.#plans.find(({ id }) => id === this.#before) ?? this.#plans[0];
    if (next) await this.openPlan(next.id);
  }

  async #readPlans(): Promise<void> {
    const reply = await this.ask('plan.list', {});
    if (reply.ok) this.#plans = reply.value;
  }

  #remember(): void {
    rememberPlace(this.#storage, { planId: this.planId, view: this.#view });
  }
}
