import type { Session } from '#renderer/state/session.svelte.ts';
import type { TranscriptReport } from '#shared/contract/answers.ts';
import { fieldSentence } from '#shared/words/fields.ts';

/** Long enough to type on, short enough to feel live. */
const PAUSE_MS = 150;

/** A transcript on its way into a program: the text, the choices, and what would become of it. */
export class TranscriptImport {
  text = $state('');
  programId = $state<string | null>(null);
  makeTerms = $state(true);
  unplace = $state(true);
  /** What the text as it stands would do; `null` while it is empty or cannot be read. */
  report = $state.raw<TranscriptReport | null>(null);
  error = $state<string | undefined>(undefined);
  busy = $state(false);

  readonly programs = $derived.by(() =>
    [...this.#session.items.values()].filter((item) => item.kind === 'program'),
  );
  /** True when there is something to store. */
  readonly isNews = $derived.by(() => {
    const report = this.report;
    if (report === null) return false;
    const { changed, added, termsMade, stillToPlan } = report;
    return (
      changed.length + added.length + termsMade.length > 0 || stillToPlan.some(({ unplaced }) => unplaced)
    );
  });

  #session: Session;
  #planId: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = 0;

  constructor(session: Session, programId: string | null) {
    this.#session = session;
    this.#planId = session.planId ?? '';
    this.programId = programId ?? this.programs[0]?.id ?? null;
    this.error = this.#needsProgram();
  }

  /** Takes another text and looks at it after a moment without typing. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), PAUSE_MS);
  }

  /** Lets a person choose a file and takes its text. */
  async choose(): Promise<void> {
    const chosen = await this.#session.act('file.choose', { accept: ['.csv', '.tsv', '.txt', '.md'] });
    if (!chosen.ok || chosen.value === null) return;
    this.text = chosen.value.text;
    await this.look();
  }

  /** Asks what the text would do, with the choices as they are. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const asking = ++this.#asking;
    if (this.text.trim() === '') {
      this.report = null;
      this.error = this.#needsProgram();
      return;
    }
    const reply = await this.#session.ask('transcript.preview', this.#input());
    // The text may have gone on meanwhile.
    if (asking !== this.#asking) return;
    this.report = reply.ok ? reply.value : null;
    this.error = reply.ok ? undefined : fieldSentence(reply.error);
  }

  /** Enters the transcript. Resolves with false when it was refused. */
  async accept(): Promise<boolean> {
    if (!this.isNews || this.busy) return false;
    this.busy = true;
    const reply = await this.#session.attempt('transcript.import', this.#input());
    this.busy = false;
    if (!reply.ok) this.error = fieldSentence(reply.error);
    return reply.ok;
  }

  /** Without a program there is nothing to paste for: that is said at once. */
  #needsProgram(): string | undefined {
    return this.programs.length > 0 ? undefined : fieldSentence({ code: 'transcript-program', titles: [] });
  }

  #input() {
    const { text, makeTerms, unplace, programId } = this;
    return { planId: this.#planId, text, makeTerms, unplace, ...(programId === null ? {} : { programId }) };
  }
}
