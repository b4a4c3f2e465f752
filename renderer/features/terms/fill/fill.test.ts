import { expect, it } from 'vitest';
import type { FillState } from '#shared/contract/fill.ts';
import { createApi } from '#renderer/api/api.ts';
import { Session } from '#renderer/state/session.svelte.ts';
import { FakeHost, memoryStorage } from '#tests/builders/fake-host.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { Fill } from './fill.svelte.ts';

const plan = () => aPlan({ id: 'plan' }).program('bs').course('a').build();
const running: FillState = { progress: { stage: 'searching', steps: 1, found: false }, result: null };

async function openSession(document = plan()) {
  const host = new FakeHost({ plans: [document] });
  const session = new Session(createApi(host), memoryStorage());
  await session.start();
  return { session, host };
}

async function begin() {
  const { session, host } = await openSession();
  host.fill = () => ({ ok: true, value: running });
  return {
    host,
    fill: new Fill(session),
    stops: () => host.acted.filter(({ name }) => name === 'fill.stop').length,
  };
}

it('a search that is given up is ended, and what comes of it no longer counts', async () => {
  const { host, fill, stops } = await begin();
  const search = fill.search();
  await expect.poll(() => fill.progress).not.toBeNull();
  fill.abandon();
  expect(stops()).toBe(1);
  host.fill = () => ({ ok: false, error: { code: 'job-gone' } });
  await search;
  expect(fill.failure).toBeNull();
});

it('a search that is given up before it has begun is ended as well', async () => {
  const { fill, stops } = await begin();
  const search = fill.search();
  fill.abandon();
  await search;
  expect(stops()).toBe(1);
});

it('a lost job is a failure to show', async () => {
  const { host, fill } = await begin();
  host.fill = () => ({ ok: false, error: { code: 'job-gone' } });
  await fill.search();
  expect(fill.failure).toEqual({ code: 'job-gone' });
  expect(fill.searching).toBe(false);
});

it('offers as many terms as the system of the program usually has', async () => {
  const { session } = await openSession(
    aPlan({ id: 'q' }).program('bs', { system: 'quarter' }).course('a').build(),
  );
  expect(new Fill(session).wish).toEqual({ count: 12, start: null, creditLimit: 18 });
});
