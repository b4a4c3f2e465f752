import type { BrowserWindow } from 'electron';

/** A page that dies more often than this would die again; then a person has to decide. */
const ATTEMPTS = 3;
const WITHIN_MS = 60_000;

/** Whether a page that died now should be loaded again, given when it died before. Instants in ms. */
export function mayReload(before: readonly number[], now: number): boolean {
  return before.filter((at) => now - at < WITHIN_MS).length < ATTEMPTS;
}

/**
 * Loads the page again when its process dies (out of memory, a graphics driver). Nothing is lost by it: what was
 * done is stored, and the page keeps nothing else.
 */
export function recoverFromCrashes(window: BrowserWindow, now: () => number, giveUp: () => void): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const at = now();
    const again = mayReload(crashes, at);
    crashes = [...crashes.filter((before) => at - before < WITHIN_MS), at];
    if (again) window.webContents.reload();
    else giveUp();
  });
}
