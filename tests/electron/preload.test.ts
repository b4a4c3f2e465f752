import { expect, it, vi } from 'vitest';
import type { Bridge } from '#shared/contract/bridge.ts';
import { CHANNEL } from '#electron/hosts/ipc.ts';
import { ipcRenderer, stub } from './electron-stub.mjs';

vi.mock('electron', () => import('./electron-stub.mjs'));

it('gives the page two functions: text in, text out, and the words of the menu', async () => {
  await import('#electron/preload.ts');
  const handlers = stub.handlers as Record<string, unknown>;
  expect(Object.keys(handlers)).toEqual(['exposed bridge']);
  const bridge = handlers['exposed bridge'] as Bridge;
  expect(Object.keys(bridge).sort()).toEqual(['invoke', 'onMenu']);

  expect(await bridge.invoke('{}')).toBe('the answer');
  expect(stub.calls).toEqual([['ipcRenderer.invoke', CHANNEL, '{}']]);

  const heard: unknown[][] = [];
  const stop = bridge.onMenu((...words) => heard.push(words));
  ipcRenderer.emit('menu', { sender: 'must not reach the page' }, 'undo');
  stop();
  ipcRenderer.emit('menu', {}, 'redo');
  expect(heard).toEqual([['undo']]);
});
