import type { CopyPreview, DataState, StoredCopy } from '#shared/contract/copies.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { Session } from '#renderer/state/session.svelte.ts';

/** What the dialog about the data shows: the list of copies, a copy before it is restored, or what came of that. */
type Step =
  | { kind: 'list' }
  | { kind: 'preview'; copy: StoredCopy; preview: CopyPreview }
  | { kind: 'restored'; copy: StoredCopy; replaced: string };

/** Where the data is, its copies, and restoring one of them. */
export class Data {
  readonly #session: Session;
  #state = $state.raw<DataState | null>(null);
  #step = $state.raw<Step>({ kind: 'list' });
  #busy = $state(false);
  #failure = $state.raw<Failure | null>(null);
  #said = $state('');

  constructor(session: Session) {
    this.#session = session;
  }

  get state(): DataState | null {
    return this.#state;
  }
  get step(): Step {
    return this.#step;
  }
  /** True while something is written; nothing else may begin then. */
  get busy(): boolean {
    return this.#busy;
  }
  get failure(): Failure | null {
    return this.#failure;
  }
  /** What was done last, for those who do not see the list change. */
  get said(): string {
    return this.#said;
  }
  /** The newest checked copy. */
  get last(): StoredCopy | null {
    return this.#state?.copies.find(({ checked }) => checked) ?? null;
  }

  async read(): Promise<void> {
    const reply = await this.#session.tryAct('data.read', {});
    if (reply.ok) this.#state = reply.value;
    else this.#failure = reply.error;
  }

  backUp(): Promise<void> {
    return this.#alone(async () => {
      const reply = await this.#session.tryAct('backup.create', {});
      if (!reply.ok) return this.#fail(reply.error);
      this.#said = 'A checked copy has been written.';
      await this.read();
      // It may have been there because of a copy that could not be made.
      await this.#session.readApp();
    });
  }

  preview(copy: StoredCopy): Promise<void> {
    return this.#alone(async () => {
      const reply = await this.#session.tryAct('backup.preview', { id: copy.id });
      if (!reply.ok) return this.#fail(reply.error);
      this.#step = { kind: 'preview', copy, preview: reply.value };
    });
  }

  /** Restores a copy; every page reads its plan anew, because the revision has grown. */
  restore(copy: StoredCopy): Promise<void> {
    return this.#alone(async () => {
      const reply = await this.#session.tryAct('backup.restore', { id: copy.id });
      if (!reply.ok) return this.#fail(reply.error);
      await this.#session.readApp();
      await this.read();
      this.#step = { kind: 'restored', copy, replaced: reply.value.replaced };
    });
  }

  /** Puts back what the restore replaced. */
  async undoRestore(): Promise<void> {
    if (this.#step.kind !== 'restored') return;
    const { replaced } = this.#step;
    const copy = this.#state?.copies.find(({ id }) => id === replaced);
    if (!copy) return;
    await this.restore(copy);
    if (this.#failure !== null) return;
    this.#step = { kind: 'list' };
    this.#said = 'The restore has been undone.';
  }

  back(): void {
    this.#failure = null;
    this.#step = { kind: 'list' };
  }

  #fail(failure: Failure): void {
    this.#failure = failure;
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#failure = null;
    this.#said = '';
    try {
      await work();
    } finally {
      this.#busy = false;
    }
  }
}
