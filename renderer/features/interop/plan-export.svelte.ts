import { base64Of } from '#renderer/state/base64.ts';
import { saveFile } from '#renderer/state/plan-files.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import type { ExportedPlan } from '#shared/contract/answers.ts';
import type { ExportFormat, ExportLoss } from '#shared/contract/interop.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { fieldSentence } from '#shared/words/fields.ts';

/** What the open plan can be saved as. A PDF has a dialog of its own. */
export type SaveFormat = ExportFormat | 'png' | 'pdf';

const EXTENSIONS: Record<SaveFormat, string> = {
  json: '.throughline.json',
  csv: '.csv',
  ics: '.ics',
  svg: '.svg',
  png: '.png',
  pdf: '.pdf',
};
/** Long enough for any plan, and short enough for any file system. */
const LONGEST_NAME = 100;

/** The choice of a format, what that format cannot hold of the plan, and the file. */
export class PlanExport {
  format = $state<SaveFormat>('json');
  programId = $state<string | null>(null);
  /** Why this plan cannot be saved in the format, as one sentence. */
  refusal = $state<string | null>(null);
  busy = $state(false);

  readonly programs: readonly { id: string; title: string }[];
  readonly losses: readonly ExportLoss[] = $derived.by(() => this.#written?.losses ?? []);
  /** False while the file for the choice is not there yet. */
  readonly isReady = $derived.by(
    () => !this.busy && (this.format === 'pdf' || (this.#written !== null && this.refusal === null)),
  );

  #written = $state.raw<ExportedPlan | null>(null);
  readonly #session: Session;
  readonly #plan: PlanDocument['plan'];
  #looking = 0;

  constructor(session: Session, { plan, items }: PlanDocument) {
    this.#session = session;
    this.#plan = plan;
    const isTaught = (program: string) =>
      items.some(({ kind, programId }) => kind === 'course' && programId === program);
    this.programs = items.filter(({ kind, id }) => kind === 'program' && isTaught(id));
    this.programId = this.programs[0]?.id ?? null;
  }

  async choose(format: SaveFormat): Promise<void> {
    this.format = format;
    await this.look();
  }

  async chooseProgram(id: string | null): Promise<void> {
    this.programId = id;
    await this.look();
  }

  /** Has the file written, to know what is not in it before it is saved. */
  async look(): Promise<void> {
    const looking = ++this.#looking;
    this.#written = null;
    this.refusal = null;
    const { format, programId } = this;
    if (format === 'pdf') return;
    const reply = await this.#session.ask('plan.export', {
      planId: this.#plan.id,
      // A PNG holds what the picture holds that it is made of.
      format: format === 'png' ? 'svg' : format,
      ...(format === 'csv' && programId !== null ? { programId } : {}),
    });
    if (looking !== this.#looking) return;
    if (reply.ok) this.#written = reply.value;
    else this.refusal = fieldSentence(reply.error);
  }

  /** Saves the file. Resolves with false when that failed or was called off. */
  async save(): Promise<boolean> {
    if (!this.isReady || this.#written === null) return false;
    this.busy = true;
    try {
      const content = this.format === 'png' ? await this.#draw() : base64Of(this.#written.text);
      return content !== null && (await saveFile(this.#session, this.#fileName(), content));
    } finally {
      this.busy = false;
    }
  }

  async #draw(): Promise<string | null> {
    const drawn = await this.#session.act('plan.draw', { planId: this.#plan.id });
    return drawn.ok ? drawn.value.base64 : null;
  }

  /** Named after the plan, and after the program where the plan has several. */
  #fileName(): string {
    const program = this.programs.find(({ id }) => id === this.programId);
    const isOneOfSeveral = this.format === 'csv' && program !== undefined && this.programs.length > 1;
    const name = isOneOfSeveral ? `${this.#plan.name}, ${program.title}` : this.#plan.name;
    return `${Array.from(name).slice(0, LONGEST_NAME).join('').trim()}${EXTENSIONS[this.format]}`;
  }
}
