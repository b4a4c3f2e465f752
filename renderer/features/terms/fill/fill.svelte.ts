import type { Session } from '#renderer/state/session.svelte.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Proposal } from '#shared/contract/fill.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { FillProgress, FillReason } from '#shared/domain/fill/types.ts';
import type { AcademicSystem } from '#shared/domain/plan/items.ts';
import { previewOf, type Preview } from './preview.ts';

/** Soon enough to look lively, seldom enough to cost nothing. */
const ASK_EVERY_MS = 150;

/** Terms to add, as a person fills them in. */
export interface Wish {
  count: number | null;
  start: string | null;
  creditLimit: number | null;
}

/** Two to four years, to begin with. */
const USUAL_TERMS: Record<AcademicSystem, number> = { semester: 8, quarter: 12 };
const USUAL_LIMIT = 18;

const HELPED_BY_TERMS: ReadonlySet<FillReason['code']> = new Set<FillReason['code']>([
  'no-terms',
  'no-open-terms',
  'never-offered',
  'chain-too-long',
  'credits-do-not-fit',
  'no-arrangement',
]);

/** Looks for a proposal, shows it, and stores it when the person agrees. */
export class Fill {
  #session: Session;
  #planId: string;
  #jobId: string | null = null;
  /** Which search is the present one: answers to earlier ones no longer count. */
  #turn = 0;

  progress = $state.raw<FillProgress | null>(null);
  proposal = $state.raw<Proposal | null>(null);
  failure = $state.raw<Failure | null>(null);
  storing = $state(false);
  wish = $state.raw<Wish>({ count: null, start: null, creditLimit: USUAL_LIMIT });

  /** What the proposal would do; `null` while there is none. */
  readonly preview: Preview | null = $derived.by(() => {
    const { document, today } = this.#session;
    if (document === null || this.proposal === null) return null;
    return previewOf(document, today, this.proposal);
  });

  constructor(session: Session) {
    this.#session = session;
    this.#planId = session.planId ?? '';
    const items = session.document?.items ?? [];
    const isAsking = (programId: string): boolean =>
      items.some((item) => item.kind === 'course' && item.termId === null && item.programId === programId);
    const program = items.find((item) => item.kind === 'program' && isAsking(item.id));
    const system = program?.kind === 'program' ? program.system : 'semester';
    this.wish = { ...this.wish, count: USUAL_TERMS[system] };
  }

  get searching(): boolean {
    return this.proposal === null && this.failure === null;
  }

  /** Whether there is something to agree to. */
  get found(): boolean {
    return (this.proposal?.filling.placements.length ?? 0) > 0;
  }

  /** Whether more terms would help: whenever the courses find no place. */
  get needsTerms(): boolean {
    return this.proposal?.filling.reasons.some(({ code }) => HELPED_BY_TERMS.has(code)) === true;
  }

  /** Begins to search, with the terms that were asked for or with those there are. */
  async search(withTerms = false): Promise<void> {
    const turn = ++this.#turn;
    this.proposal = null;
    this.failure = null;
    this.progress = null;
    const started = await this.#session.tryAct('fill.start', this.#request(withTerms));
    if (turn !== this.#turn) {
      // Nobody waited for it; nobody else would end it.
      if (started.ok) this.#stop(started.value.jobId);
      return;
    }
    if (!started.ok) return this.#end(started.error);
    this.#jobId = started.value.jobId;
    for (;;) {
      const state = await this.#session.tryAct('fill.read', { jobId: started.value.jobId });
      if (turn !== this.#turn) return;
      if (!state.ok) return this.#end(state.error);
      this.progress = state.value.progress;
      if (state.value.result !== null) {
        this.#jobId = null;
        this.proposal = state.value.result;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }

  /** Ends the search with the best so far. */
  settle(): void {
    if (this.#jobId !== null) this.#stop(this.#jobId);
  }

  /** Gives up: whatever comes of the search is no longer wanted. */
  abandon(): void {
    this.#turn += 1;
    this.settle();
    this.#jobId = null;
  }

  /** Stores the proposal. True when it is stored. */
  async accept(): Promise<boolean> {
    if (this.proposal === null || this.storing) return false;
    this.storing = true;
    const { filling, newTerms } = this.proposal;
    const reply = await this.#session.attempt('plan.place', {
      planId: this.#planId,
      newTerms,
      placements: filling.placements,
    });
    this.storing = false;
    if (!reply.ok) {
      this.proposal = null;
      this.failure = reply.error;
    }
    return reply.ok;
  }

  #stop(jobId: string): void {
    void this.#session.tryAct('fill.stop', { jobId });
  }

  #end(failure: Failure): void {
    this.#jobId = null;
    this.failure = failure;
  }

  #request(withTerms: boolean): InputOf<'fill.start'> {
    const { count, start, creditLimit } = this.wish;
    if (!withTerms || count === null) return { planId: this.#planId };
    return { planId: this.#planId, newTerms: { count, start, creditLimit } };
  }
}
