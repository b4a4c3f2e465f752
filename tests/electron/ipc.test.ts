import { expect, it } from 'vitest';
import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { registerIpc } from '#electron/hosts/ipc.ts';
import { FILE_REQUEST_LIMIT } from '#electron/hosts/limits.ts';

const frame = (more: Partial<Record<'parent' | 'origin' | 'processId' | 'frameToken', unknown>> = {}) =>
  ({
    parent: null,
    origin: 'app://bundle',
    processId: 7,
    frameToken: 'main',
    ...more,
  }) as unknown as WebFrameMain;

function listen(own: WebFrameMain[]) {
  const invoked: string[] = [];
  const channels: string[] = [];
  let handle: Parameters<IpcMain['handle']>[1] = () => undefined;
  registerIpc({
    ipcMain: {
      handle: (channel, listener) => {
        channels.push(channel);
        handle = listener;
      },
    },
    ownFrames: () => own,
    origin: 'app://bundle',
    invoke: async (text) => {
      invoked.push(text);
      return 'answer';
    },
  });
  const call = async (senderFrame: WebFrameMain | null, ...args: unknown[]): Promise<unknown> =>
    handle({ senderFrame } as IpcMainInvokeEvent, ...args) as unknown;
  return { call, invoked, channels };
}

it('answers the main frame of any of our windows, by whatever object it is named', async () => {
  const { call, invoked, channels } = listen([frame({ frameToken: 'print' }), frame()]);
  expect(channels).toEqual(['app']);
  expect(await call(frame(), 'one')).toBe('answer');
  expect(await call(frame({ frameToken: 'print' }), 'two')).toBe('answer');
  expect(invoked).toEqual(['one', 'two']);
});

it.each([
  ['a frame inside our page', frame({ parent: frame() })],
  ['a page from the network', frame({ origin: 'https://evil.example' })],
  ['a page without an origin', frame({ origin: 'null' })],
  ['a page that looks like ours', frame({ origin: 'app://bundle.evil.example' })],
  ['a window that is not ours', frame({ frameToken: 'other' })],
  ['the same name in another process', frame({ processId: 8 })],
  ['a frame that is gone', null],
])('refuses %s', async (_who, sender) => {
  const { call, invoked } = listen([frame()]);
  await expect(call(sender, '{}')).rejects.toThrow('may not call');
  expect(invoked).toEqual([]);
});

it('refuses everybody while no window of ours is open', async () => {
  await expect(listen([]).call(frame(), '{}')).rejects.toThrow('may not call');
});

it.each([[[]], [[7]], [[{}]], [[null]], [['a', 'b']], [[new String('a')]], [[['a']]]])(
  'takes one text only, not %j',
  async (args) => {
    const { call, invoked } = listen([frame()]);
    await expect(call(frame(), ...args)).rejects.toThrow(TypeError);
    expect(invoked).toEqual([]);
  },
);

it('takes no more than its limit, counted in bytes', async () => {
  const { call, invoked } = listen([frame()]);
  expect(await call(frame(), 'a'.repeat(FILE_REQUEST_LIMIT))).toBe('answer');
  const tooLong = await call(frame(), 'ä'.repeat(FILE_REQUEST_LIMIT / 2 + 1));
  expect(JSON.parse(String(tooLong))).toEqual({
    ok: false,
    error: { code: 'file-too-large', bytes: FILE_REQUEST_LIMIT + 2, limit: FILE_REQUEST_LIMIT },
  });
  expect(invoked).toHaveLength(1);
});
