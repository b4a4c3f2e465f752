import type { AppState } from '#shared/contract/answers.ts';
import type { CoreName, InputOf } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/define.ts';
import type { Proposal } from '#shared/contract/fill.ts';
import type { FillProgress } from '#shared/domain/fill/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { createJobs, type JobLimits } from '#electron/hosts/jobs.ts';
import type { Action } from '#electron/hosts/route.ts';
import { propose } from './propose.ts';

const LIMITS: JobLimits = { most: 4, forgetAfterMs: 30_000 };

/** The three actions about a proposal, with what ends those that still run. */
export interface FillActions {
  actions: { [N in 'fill.start' | 'fill.read' | 'fill.stop']: Action<N> };
  close(): void;
}

/** Finding a term for every course, on every host: the core is asked for the plan, a thread does the work. */
export function createFillActions(dispatch: (text: string) => string, limits = LIMITS): FillActions {
  const jobs = createJobs<FillProgress, Proposal>(limits);
  const ask = <Value>(name: CoreName, input: InputOf<CoreName>): Reply<Value> =>
    JSON.parse(dispatch(JSON.stringify({ name, input }))) as Reply<Value>;
  const gone = { ok: false, error: { code: 'job-gone' } } as const;

  return {
    actions: {
      'fill.start': async ({ planId, ...wish }) => {
        const plan = ask<PlanDocument>('plan.read', { planId });
        if (!plan.ok) return plan;
        const app = ask<AppState>('app.read', {});
        if (!app.ok) return app;
        const proposed = propose(plan.value, toDay(app.value.today), wish);
        return proposed.ok ? { ok: true, value: { jobId: jobs.add(proposed.job) } } : proposed;
      },
      'fill.read': async ({ jobId }) => {
        const state = jobs.read(jobId);
        return state ? { ok: true, value: state } : gone;
      },
      'fill.stop': async ({ jobId }) => (jobs.stop(jobId) ? { ok: true, value: null } : gone),
    },
    close: () => jobs.close(),
  };
}
