import type { Session } from '#renderer/state/session.svelte.ts';
import type { Term } from '#shared/domain/plan/items.ts';
import { rhythmOf } from '#shared/domain/terms/slots.ts';
import type { ShiftPreview } from '#shared/domain/terms/preview-shift.ts';
import { fieldSentence } from '#shared/words/fields.ts';

/** How far a term moves, and what that would do. */
export class ShiftTerms {
  by = $state(1);
  preview = $state.raw<ShiftPreview | null>(null);
  error = $state<string | undefined>(undefined);
  busy = $state(false);

  /** How many terms the program has in a year. */
  readonly year: number;
  readonly #session: Session;
  readonly #term: Term;
  #asking = 0;

  constructor(session: Session, term: Term) {
    this.#session = session;
    this.#term = term;
    const items = [...session.items.values()];
    const program = items.find(({ id }) => id === term.programId);
    const terms = items
      .filter((item) => item.kind === 'term')
      .filter(({ programId }) => programId === term.programId);
    this.year = rhythmOf(program?.kind === 'program' ? program.system : 'semester', terms).length;
  }

  /** Takes another distance and asks what it would do. */
  async choose(by: number): Promise<void> {
    this.by = by;
    const asking = ++this.#asking;
    const reply = await this.#session.ask('term.previewShift', { id: this.#term.id, by });
    if (asking !== this.#asking) return;
    this.preview = reply.ok ? reply.value : null;
    this.error = reply.ok ? undefined : fieldSentence(reply.error);
  }

  /** Shifts the terms. Resolves with false when that was refused. */
  async accept(): Promise<boolean> {
    if (this.preview === null || this.busy) return false;
    this.busy = true;
    const reply = await this.#session.attempt('term.shift', { id: this.#term.id, by: this.by });
    this.busy = false;
    if (!reply.ok) this.error = fieldSentence(reply.error);
    return reply.ok;
  }
}
