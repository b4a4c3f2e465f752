import { base64Of } from '#renderer/state/base64.ts';
import { saveFile } from '#renderer/state/plan-files.ts';
import type { ChosenFile } from '#renderer/state/questions.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import type { ImportPreview } from '#shared/contract/answers.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { fieldSentence } from '#shared/words/fields.ts';
import { unusedText } from '#shared/words/imports.ts';

/** What would come of importing a file: looked at first, stored only when the person accepts. */
export class PlanImport {
  readonly file: ChosenFile;
  /** The first day of the terms of a curriculum; a plan file has dates of its own. */
  start = $state<IsoDate | null>(null);
  preview = $state.raw<ImportPreview | null>(null);
  /** Why the file cannot be imported, as one sentence. */
  refusal = $state<string | null>(null);
  busy = $state(false);

  readonly asksForStart = $derived(
    this.preview?.format === 'curricular-analytics' && this.preview.counts.term > 0,
  );
  readonly isReady = $derived(
    this.preview !== null &&
      this.refusal === null &&
      !this.busy &&
      (!this.asksForStart || this.start !== null),
  );

  readonly #session: Session;
  #looking = 0;

  constructor(session: Session, file: ChosenFile, start: IsoDate) {
    this.#session = session;
    this.file = file;
    this.start = start;
  }

  /** Asks what the file holds. The last answer stays in sight until the next one is there. */
  async look(): Promise<void> {
    const looking = ++this.#looking;
    const reply = await this.#session.ask('plan.previewImport', this.#input());
    if (looking !== this.#looking) return;
    this.refusal = reply.ok ? null : fieldSentence(reply.error);
    if (reply.ok) this.preview = reply.value;
  }

  /** Chooses another first day, and looks again: it may be one from which the terms do not fit. */
  async startOn(day: IsoDate | null): Promise<void> {
    this.start = day;
    if (day !== null) await this.look();
  }

  /** Stores the plan and opens it. Resolves with false when that was refused. */
  async accept(): Promise<boolean> {
    const { preview } = this;
    if (!this.isReady || preview === null) return false;
    this.busy = true;
    const reply = await this.#session.attempt('plan.import', { ...this.#input(), as: preview.format });
    this.busy = false;
    if (!reply.ok) {
      this.refusal = fieldSentence(reply.error);
      return false;
    }
    await this.#session.openPlan(reply.value.planId);
    return true;
  }

  /** Saves the lines that are not used, to be sorted out in the file. */
  async saveUnused(): Promise<void> {
    const { name } = this.file;
    const text = unusedText(name, this.preview?.unused ?? []);
    await saveFile(this.#session, `${name.slice(0, 120)}, lines not used.txt`, base64Of(text));
  }

  #input(): InputOf<'plan.previewImport'> {
    const { text } = this.file;
    return this.start === null ? { text } : { text, start: this.start };
  }
}
