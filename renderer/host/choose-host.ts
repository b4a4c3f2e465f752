import { browserHost } from './browser-host.ts';
import { electronHost } from './electron-host.ts';
import type { Host } from './host.ts';
import { takeToken } from './token.ts';

/** The host this page runs in: the desktop window if its preload script was there, otherwise a browser. */
export function chooseHost(): Host {
  return window.bridge ? electronHost(window.bridge) : browserHost(takeToken(window));
}
