import type { App } from 'electron';

/**
 * True for the first instance of a profile. A second one quits at once, and what the person wanted with it, seeing
 * the window, is what the first one then does.
 */
export function isFirstInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'quit' | 'on'>,
  showWindow: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', showWindow);
  return true;
}
