import { describe, expect, it, vi } from 'vitest';
import { electronHost } from './electron-host.ts';

describe('the desktop host', () => {
  it('sends requests and actions through the same door', async () => {
    const invoke = vi.fn(async (_text: string) => '{"ok":true,"value":{"saved":true}}');
    const host = electronHost({ invoke, onMenu: () => () => undefined });
    expect(await host.invoke('text')).toBe('{"ok":true,"value":{"saved":true}}');
    expect(await host.actions['file.save']({ name: 'a.json', base64: 'e30=' })).toEqual({
      ok: true,
      value: { saved: true },
    });
    expect(JSON.parse(invoke.mock.calls[1]?.[0] ?? '')).toEqual({
      name: 'file.save',
      input: { name: 'a.json', base64: 'e30=' },
    });
  });

  it('calls the core lost when the other side fails', async () => {
    const host = electronHost({
      invoke: () => Promise.reject(new Error('gone')),
      onMenu: () => () => undefined,
    });
    expect(JSON.parse(await host.invoke('{}'))).toEqual({ ok: false, error: { code: 'host-lost' } });
  });
});
