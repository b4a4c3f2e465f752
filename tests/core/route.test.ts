import { describe, expect, it } from 'vitest';
import { createRoute, type Actions } from '#electron/hosts/route.ts';

function aRoute(actions: Actions = {}, dispatch?: (text: string) => string) {
  const dispatched: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const route = createRoute({
    dispatch: (text) => {
      dispatched.push(text);
      return dispatch ? dispatch(text) : 'from the core';
    },
    actions,
    log: (line) => lines.push(line),
  });
  return { route, dispatched, lines, ask: async (text: string) => JSON.parse(await route(text)) as unknown };
}

const linkOpen = (input: unknown) => JSON.stringify({ name: 'link.open', input });

describe('what is not an action goes to the core as it came', () => {
  it.each([
    '{"name":"plan.list","input":{}}',
    '{ "input": {},\n "name" : "plan.import" }',
    '{"name":"no.such"}',
    '{"name":"toString"}',
    '{"name":"__proto__"}',
    '{"name":7}',
    '{}',
    '[]',
    'null',
    '"link.open"',
    'not json',
    '',
    '{"name":"link.open"',
  ])('%s', async (text) => {
    const { route, dispatched } = aRoute({ 'link.open': () => Promise.reject(new Error('must not run')) });
    expect(await route(text)).toBe('from the core');
    expect(dispatched).toEqual([text]);
  });
});

describe('an action', () => {
  it('gets its parsed input, and its answer travels as text', async () => {
    const seen: unknown[] = [];
    const { ask, dispatched, lines } = aRoute({
      'notice.show': async (input) => {
        seen.push(input);
        return { ok: true, value: null };
      },
    });
    expect(await ask('{"name":"notice.show","input":{"title":"  Due  ","body":"x"}}')).toEqual({
      ok: true,
      value: null,
    });
    expect(seen).toEqual([{ title: 'Due', body: 'x' }]);
    expect(dispatched).toEqual([]);
    expect(lines).toEqual([
      { name: 'notice.show', ms: expect.any(Number) as number, outcome: 'ok', reference: null },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Due');
  });

  it.each([
    [{ url: 7 }, 'url'],
    [{}, 'url'],
    [{ url: 'https://a.example', more: 1 }, ''],
    [undefined, ''],
    [{ url: 'x'.repeat(2_001) }, 'url'],
  ])('is refused with what is wrong about %j', async (input, path) => {
    const { ask } = aRoute({ 'link.open': () => Promise.reject(new Error('must not run')) });
    expect(await ask(linkOpen(input))).toEqual({
      ok: false,
      error: { code: 'bad-request', problems: [{ path, problem: expect.any(String) as string }] },
    });
  });

  it('answers failures in the words of the contract', async () => {
    const { ask } = aRoute({
      'link.open': async ({ url }) => ({ ok: false, error: { code: 'cannot-open-link', url } }),
    });
    expect(await ask(linkOpen({ url: 'x:' }))).toEqual({
      ok: false,
      error: { code: 'cannot-open-link', url: 'x:' },
    });
  });

  it('that this host does not have is unknown, and not the core’s business', async () => {
    const { ask, dispatched } = aRoute();
    expect(await ask(linkOpen({ url: 'x' }))).toEqual({
      ok: false,
      error: { code: 'unknown-command', name: 'link.open' },
    });
    expect(dispatched).toEqual([]);
  });
});

describe('what nobody expected', () => {
  const broken = new TypeError('cannot read "Ada’s grades"');

  it.each([
    ['in an action', aRoute({ 'link.open': () => Promise.reject(broken) }), linkOpen({ url: 'x' })],
    [
      'thrown at once',
      aRoute({
        'link.open': () => {
          throw broken;
        },
      }),
      linkOpen({ url: 'x' }),
    ],
    [
      'in the core',
      aRoute({}, () => {
        throw broken;
      }),
      '{"name":"plan.list"}',
    ],
  ])('%s is a reference for the page and the place for the log', async (_where, { ask, lines }, text) => {
    const reply = (await ask(text)) as { error: { reference: string } };
    expect(reply).toEqual({
      ok: false,
      error: { code: 'internal', reference: expect.stringMatching(/^[0-9a-f]{8}$/) as string },
    });
    const line = lines.find(({ level }) => level === 'error');
    expect(line).toMatchObject({ reference: reply.error.reference, error: 'TypeError' });
    expect(line?.['stack']).toContain('route.test.ts');
    expect(JSON.stringify(lines)).not.toContain('grades');
  });
});
