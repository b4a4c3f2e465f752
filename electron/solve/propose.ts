import { applyFilling, draftTerms } from '#shared/domain/fill/new-terms.ts';
import type { FillProgress } from '#shared/domain/fill/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { Proposal } from '#shared/contract/fill.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import { termTitle } from '#shared/words/terms.ts';
import type { Job } from '#electron/hosts/jobs.ts';
import { fillInThread } from './fill-thread.ts';

/** Long enough for every plan that was ever tried, short enough to wait for. */
const USUAL_SECONDS = 20;

export type ProposalJob = Job<FillProgress, Proposal>;

/** Begins to look for a proposal, with the terms that are to be added for it; or the reason why it cannot. */
export function propose(
  document: PlanDocument,
  today: DayNumber,
  { seconds = USUAL_SECONDS, newTerms: wish }: Pick<ParsedOf<'fill.start'>, 'seconds' | 'newTerms'>,
): { ok: true; job: ProposalJob } | { ok: false; error: Failure } {
  const { count = 0, start = null, creditLimit = null, programId = null } = wish ?? {};
  const drafted = draftTerms(document, today, { count, start, creditLimit, programId }, termTitle);
  if (!drafted.ok) return { ok: false, error: drafted.reason };
  const newTerms = drafted.terms;
  const job = fillInThread({ document: applyFilling(document, newTerms, []), today, seconds });
  return { ok: true, job: { ...job, result: job.result.then((filling) => ({ filling, newTerms })) } };
}
