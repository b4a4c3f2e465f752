import { join } from 'node:path';
import { nativeTheme, screen, type App, type BrowserWindow } from 'electron';
import { openWindow } from './open-window.ts';
import { recoverFromCrashes } from './recovery.ts';
import { mainWindowOptions } from './window-options.ts';
import { keepWindowState, readWindowState, stateToRestore } from './window-state.ts';

export interface MainWindowParts {
  app: Pick<App, 'getPath'>;
  preload: string;
  address: string;
  /** Called when the page keeps dying. */
  giveUp: () => void;
}

/** Opens the window where it was left, as soon as there is something to see in it. */
export function openMainWindow({ app, preload, address, giveUp }: MainWindowParts): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const state = stateToRestore(readWindowState(stateFile), workAreas);
  const looks = mainWindowOptions(state?.bounds ?? null, nativeTheme.shouldUseDarkColors);
  const window = openWindow({ looks, preload, hidden: false });
  window.once('ready-to-show', () => {
    if (state?.maximized) window.maximize();
    window.show();
  });
  keepWindowState(window, stateFile);
  recoverFromCrashes(window, Date.now, giveUp);
  void window.loadURL(address);
  return window;
}

/** Brings a window to the person's eyes, wherever it was put. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
