import { expect, it } from 'vitest';
import { createApi } from '#renderer/api/api.ts';
import { Session } from '#renderer/state/session.svelte.ts';
import { FakeHost, memoryStorage } from '#tests/builders/fake-host.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { paletteSections } from './palette-sections.ts';

const plan = aPlan({ id: 'one', name: 'Master' }).program('ms', { title: 'Master of Science' }).build();

async function found(query: string): Promise<string[]> {
  const session = new Session(createApi(new FakeHost({ plans: [plan] })), memoryStorage());
  await session.start();
  session.select('ms');
  return paletteSections(session, query, []).sections.flatMap(({ commands }) => commands.map(({ id }) => id));
}

it('what deletes is not found by the name of what it would delete', async () => {
  const ids = await found('master');
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => id.endsWith('.delete'))).toEqual([]);
});

it('what deletes is found by that word', async () => {
  for (const word of ['delete master', 'remove']) expect((await found(word))[0]).toMatch(/\.delete$/);
});
