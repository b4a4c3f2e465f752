import { expect, it } from 'vitest';
import { createApi } from '#renderer/api/api.ts';
import type { WindowCommand } from '#renderer/state/commands/command.ts';
import { Session } from '#renderer/state/session.svelte.ts';
import { FakeHost, memoryStorage } from '#tests/builders/fake-host.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { paletteSections } from './palette-sections.ts';

const plan = aPlan({ id: 'one', name: 'Master' })
  .program('ms', { title: 'Master of Science' })
  .step('apply', {
    title: 'Apply',
    notes: 'Ask Dr. Peña',
    webLinks: [{ title: 'Form', url: 'https://board.example/form' }],
  })
  .build();

async function listed(query: string): Promise<WindowCommand[]> {
  const session = new Session(createApi(new FakeHost({ plans: [plan] })), memoryStorage());
  await session.start();
  session.select('ms');
  return paletteSections(session, query, []).sections.flatMap(({ commands }) => commands);
}
const found = async (query: string) => (await listed(query)).map(({ id }) => id);

it('what deletes is not found by the name of what it would delete', async () => {
  const ids = await found('master');
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => id.endsWith('.delete'))).toEqual([]);
});

it('what deletes is found by that word', async () => {
  for (const word of ['delete master', 'remove']) expect((await found(word))[0]).toMatch(/\.delete$/);
});

it('an item is found by its notes and links, and says so', async () => {
  for (const word of ['pena', 'board.example']) {
    const [first] = await listed(word);
    expect([first?.id, first?.also]).toEqual(['item:apply', 'Step, in notes or links']);
  }
  expect((await listed('apply'))[0]).toMatchObject({ id: 'item:apply', also: 'Step' });
});
