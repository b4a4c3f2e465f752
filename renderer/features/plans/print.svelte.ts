import { saveFile } from '#renderer/state/plan-files.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import type { BaselineSummary } from '#shared/domain/baseline/types.ts';
import type { Failure } from '#shared/contract/failures.ts';
import {
  printOptions,
  type PrintedPdf,
  type PrintOptions,
  type PrintStage,
} from '#shared/contract/print-options.ts';

/** Soon enough to seem immediate, seldom enough to cost nothing. */
const ASK_EVERY_MS = 60;
/** A person who changes three things in a row waits for one preview. */
const SETTLES_AFTER_MS = 250;

/** What was chosen last in this window; days only for the plan they were chosen for. */
const remembered = new WeakMap<Session, { planId: string; options: PrintOptions }>();

/** Makes the PDF anew with every change of the options, shows it, and saves the very file that is shown. */
export class Print {
  #session: Session;
  #planId: string;
  /** Which PDF is the present one: those that were begun before are stopped, and no longer count. */
  #turn = 0;
  #stop: (() => void) | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  options = $state.raw<PrintOptions>(printOptions.parse({}));
  /** The file of the present options, or the last one while theirs is being made. */
  file = $state.raw<PrintedPdf | null>(null);
  /** True when `file` is of the present options. */
  current = $state(false);
  /** What is being done; `null` before the first thing and after the last. */
  stage = $state<PrintStage | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** True from the wish to save until the file is saved, or cannot be. */
  saving = $state(false);
  #saved: (() => void) | null = null;

  /** The baselines that there are to tell from, the newest first. */
  readonly baselines: readonly BaselineSummary[] = $derived.by(() => this.#session.baseline.list);
  /** The one that changes are told from: the chosen one, else the newest. */
  readonly baseline: BaselineSummary | null = $derived(
    this.baselines.find(({ id }) => id === this.options.baseline) ?? this.baselines[0] ?? null,
  );
  readonly noSection: boolean = $derived(this.options.sections.length === 0);
  readonly daysReversed: boolean = $derived(
    this.options.from !== null && this.options.to !== null && this.options.to < this.options.from,
  );
  /** Whether there can be a PDF. */
  readonly usable: boolean = $derived(!this.noSection && !this.daysReversed);
  readonly busy: boolean = $derived(this.usable && !this.current && this.failure === null);

  constructor(session: Session) {
    this.#session = session;
    this.#planId = session.planId ?? '';
    const last = remembered.get(session);
    if (last === undefined) return;
    const options =
      last.planId === this.#planId ? last.options : { ...last.options, from: null, to: null, baseline: null };
    // Its baselines may have been deleted since.
    const sections = options.sections.filter((name) => name !== 'changes' || this.baseline !== null);
    this.options = { ...options, sections };
  }

  change(changes: Partial<PrintOptions>): void {
    this.options = { ...this.options, ...changes };
    remembered.set(this.#session, { planId: this.#planId, options: this.options });
    this.cancel();
    this.current = false;
    this.failure = null;
    if (this.usable) this.#waiting = setTimeout(() => void this.make(), SETTLES_AFTER_MS);
  }

  /** Begins to make the PDF of the present options. */
  async make(): Promise<void> {
    this.#drop();
    if (!this.usable) return;
    const turn = this.#turn;
    this.failure = null;
    this.stage = 'opening';
    const baseline = this.baseline?.id ?? null;
    const options = { ...this.options, sections: [...this.options.sections], baseline };
    const started = await this.#session.tryAct('print.start', { planId: this.#planId, options });
    const stop = () => {
      if (started.ok) void this.#session.tryAct('print.stop', { jobId: started.value.jobId });
    };
    if (turn !== this.#turn) return stop();
    if (!started.ok) return this.#end(started.error);
    this.#stop = stop;
    for (;;) {
      const state = await this.#session.tryAct('print.read', { jobId: started.value.jobId });
      if (turn !== this.#turn) return;
      if (!state.ok) return this.#end(state.error);
      this.stage = state.value.progress;
      if (state.value.result !== null) {
        this.file = state.value.result;
        this.current = true;
        return this.#end(null);
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }

  /** Saves the file once it is there, and calls back then. */
  save(saved: () => void): void {
    if (!this.usable || this.saving) return;
    this.saving = true;
    this.#saved = saved;
    if (this.current) void this.#save();
    else if (this.failure !== null) void this.make();
  }

  /** Gives up what is being made, and the wish to save it. */
  cancel(): void {
    this.#drop();
    this.saving = false;
    this.#saved = null;
  }

  #drop(): void {
    this.#turn += 1;
    clearTimeout(this.#waiting);
    this.#stop?.();
    this.#stop = null;
    this.stage = null;
  }

  #end(failure: Failure | null): void {
    this.#stop = null;
    this.stage = null;
    this.failure = failure;
    if (failure !== null) this.saving = false;
    else if (this.saving) void this.#save();
  }

  async #save(): Promise<void> {
    const { file } = this;
    if (file === null) return;
    const turn = this.#turn;
    const isSaved = await saveFile(this.#session, file.name, file.base64);
    if (turn !== this.#turn) return;
    this.saving = false;
    if (isSaved) this.#saved?.();
  }
}
