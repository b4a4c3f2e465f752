import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserHost } from './browser-host.ts';

afterEach(() => vi.unstubAllGlobals());

function serverThatAnswers(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(answer()));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const LOST = { ok: false, error: { code: 'host-lost' } };

describe('the browser host', () => {
  it('sends the text with the token and hands back the reply as it is', async () => {
    const reply = '{"ok":true,"value":null}';
    const fetch = serverThatAnswers(() => new Response(reply));
    expect(await browserHost('secret').invoke('{"name":"plan.list","input":{}}')).toBe(reply);
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/api');
    expect(init).toMatchObject({ method: 'POST', body: '{"name":"plan.list","input":{}}' });
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer secret');
  });

  it('hands back a refusal of the core', async () => {
    const refusal = '{"ok":false,"error":{"code":"file-too-large","bytes":2,"limit":1}}';
    serverThatAnswers(() => new Response(refusal, { status: 413 }));
    expect(await browserHost('secret').invoke('{}')).toBe(refusal);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['a server that is gone', () => Promise.reject(new TypeError('fetch failed'))],
    ['a token of an earlier start', () => new Response('Open the address.\n', { status: 401 })],
    ['another program on the port', () => new Response('{"hello":1}')],
    ['an answer that is no object', () => new Response('null')],
  ])('calls the core lost for %s', async (_case, answer) => {
    serverThatAnswers(answer);
    expect(JSON.parse(await browserHost('secret').invoke('{}'))).toEqual(LOST);
  });

  it('opens only web addresses', async () => {
    const open = vi.fn();
    vi.stubGlobal('window', { open });
    const { actions } = browserHost('secret');
    expect(await actions['link.open']({ url: 'javascript:alert(1)' })).toMatchObject({ ok: false });
    expect(open).not.toHaveBeenCalled();
    expect(await actions['link.open']({ url: 'https://example.org/' })).toEqual({ ok: true, value: null });
    expect(open).toHaveBeenCalledWith('https://example.org/', '_blank', 'noopener,noreferrer');
  });
});
