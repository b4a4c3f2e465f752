import { readFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import { replaceFile } from './replace-file.ts';
import { SMALLEST, type Bounds } from './window-options.ts';

/** How a window was left. `bounds` are those it has when it is not maximized. */
export interface WindowState {
  bounds: Bounds;
  maximized: boolean;
}

/** How much of a window's top must be on a display for it to be seen and moved by. */
const GRIP = { width: 120, height: 32 };

/** Moving and resizing come in dozens a second; only where they end is worth writing. */
const SETTLED_MS = 500;

/** The state to open a window in, or null for the usual one: a display may be gone, a file may hold anything. */
export function stateToRestore(saved: unknown, workAreas: readonly Bounds[]): WindowState | null {
  const bounds = isObject(saved) ? saved['bounds'] : null;
  if (!isObject(saved) || !isBounds(bounds)) return null;
  const width = Math.max(bounds.width, SMALLEST.width);
  const height = Math.max(bounds.height, SMALLEST.height);
  const home = workAreas.find((area) => isGrippable({ ...bounds, width, height }, area));
  if (!home) return null;
  const { x, y } = bounds;
  return {
    bounds: { x, y, width: Math.min(width, home.width), height: Math.min(height, home.height) },
    maximized: saved['maximized'] === true,
  };
}

/** What was saved, or null; a file that cannot be read is no reason not to open a window. */
export function readWindowState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Saves the window's state whenever it has settled, and when the window closes. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      replaceFile(file, JSON.stringify(state));
    } catch {
      // A full disk has its own, louder ways to be noticed; the window just opens in its usual place.
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, SETTLED_MS);
  };
  window
    .on('resize', later)
    .on('move', later)
    .on('maximize', later)
    .on('unmaximize', later)
    .on('close', save);
}

function isGrippable(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isBounds(value: unknown): value is Bounds {
  return isObject(value) && ['x', 'y', 'width', 'height'].every((key) => Number.isSafeInteger(value[key]));
}
