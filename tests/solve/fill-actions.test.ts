import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRoute } from '#electron/hosts/route.ts';
import { createFillActions, type FillActions } from '#electron/solve/fill-actions.ts';
import { writePlanFile } from '#electron/formats/plan-file.ts';
import type { ActionName, InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { ActionReply } from '#shared/contract/define.ts';
import type { FillState } from '#shared/contract/fill.ts';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { endlessFilling } from '#tests/builders/endless-filling.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp, type TestApp } from '#tests/test-app.ts';

// Through the same route as both hosts: text in, text out, a real thread that runs the search.

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
let filling: FillActions;
beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'), { today: '2026-06-01' });
  filling = createFillActions(app.app.dispatch);
});
afterEach(() => {
  filling.close();
  app.close();
  folder.remove();
});

async function act<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>> {
  const invoke = createRoute({ dispatch: app.app.dispatch, actions: filling.actions, log: () => undefined });
  return JSON.parse(await invoke(JSON.stringify({ name, input }))) as ActionReply<OutputOf<N>>;
}

async function start(planId: string, wish: Omit<InputOf<'fill.start'>, 'planId'> = {}): Promise<string> {
  const reply = await act('fill.start', { planId, ...wish });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value.jobId;
}

async function read(jobId: string): Promise<FillState> {
  const reply = await act('fill.read', { jobId });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

async function outcome(jobId: string): Promise<NonNullable<FillState['result']>> {
  for (;;) {
    const { result } = await read(jobId);
    if (result) return result;
    await wait(20);
  }
}

const store = (plan: PlanBuilder): string =>
  app.ask('plan.import', { text: writePlanFile(plan.build()) }).planId;
const simple = () =>
  aPlan().program('bs').term('t1').term('t2').course('a').course('b').requisites('b', ['a']);

describe('filling the terms as a job', () => {
  it('is started, read until it is done, and still there afterwards', async () => {
    const jobId = await start(store(simple()));
    const { filling, newTerms } = await outcome(jobId);
    expect(filling).toMatchObject({
      status: 'optimal',
      placements: [
        { courseId: 'a', termId: 't1' },
        { courseId: 'b', termId: 't2' },
      ],
    });
    expect(newTerms).toEqual([]);
    expect((await read(jobId)).result).not.toBeNull();
  });

  it('drafts the terms that are asked for', async () => {
    const planId = store(aPlan().program('bs').course('a').course('b').requisites('b', ['a']));
    const jobId = await start(planId, { newTerms: { count: 2, creditLimit: 15, start: '2027-08-23' } });
    const { filling, newTerms } = await outcome(jobId);
    expect(newTerms.map(({ title, firstDay, creditLimit }) => [title, firstDay, creditLimit])).toEqual([
      ['Year 1 Fall', '2027-08-23', 15],
      ['Year 1 Spring', '2028-01-17', 15],
    ]);
    app.ask('plan.place', { planId, newTerms, placements: filling.placements });
    const { items } = app.ask('plan.read', { planId });
    const terms = items.filter((item) => item.kind === 'term');
    expect(terms.map(({ title }) => title)).toEqual(['Year 1 Fall', 'Year 1 Spring']);
    expect(items.filter((item) => item.kind === 'course').map(({ termId }) => termId)).toEqual(
      terms.map(({ id }) => id),
    );
    app.ask('history.undo', {});
    expect(app.ask('plan.read', { planId }).items.map(({ kind }) => kind)).toEqual([
      'program',
      'course',
      'course',
    ]);
  });

  it('stops when asked, with the best so far', async () => {
    const jobId = await start(store(endlessFilling()), { seconds: 600 });
    while ((await read(jobId)).progress.steps === 0) await wait(20);
    expect((await read(jobId)).result).toBeNull();
    expect((await act('fill.stop', { jobId })).ok).toBe(true);
    const { filling } = await outcome(jobId);
    expect(['feasible', 'undecided']).toContain(filling.status);
    expect(filling.reasons).toEqual([{ code: 'out-of-time' }]);
  });

  it('ends by itself when its time is over', async () => {
    const { filling } = await outcome(await start(store(endlessFilling()), { seconds: 1 }));
    expect(filling.reasons).toEqual([{ code: 'out-of-time' }]);
  });

  it('is refused for a plan that is not there, or terms inside those that are', async () => {
    expect(await act('fill.start', { planId: 'none' })).toMatchObject({
      error: { code: 'not-found', noun: 'plan' },
    });
    const planId = store(simple());
    expect(await act('fill.start', { planId, newTerms: { count: 1, start: '2027-01-01' } })).toMatchObject({
      error: { code: 'unusable-value', field: 'start' },
    });
    expect(await act('fill.start', { planId, newTerms: { count: 40, start: '2190-01-01' } })).toMatchObject({
      error: { code: 'dates-out-of-range' },
    });
  });

  it('is gone for whoever does not know it, or once it was too many', async () => {
    expect(await act('fill.read', { jobId: 'none' })).toEqual({ ok: false, error: { code: 'job-gone' } });
    expect(await act('fill.stop', { jobId: 'none' })).toEqual({ ok: false, error: { code: 'job-gone' } });
    const planId = store(simple());
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await start(planId));
    expect((await act('fill.read', { jobId: ids[0] ?? '' })).ok).toBe(false);
    expect((await act('fill.read', { jobId: ids[4] ?? '' })).ok).toBe(true);
  });
});
