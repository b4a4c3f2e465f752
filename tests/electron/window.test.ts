import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { pageAddress } from '#electron/shell/page-address.ts';
import { mayNavigate } from '#electron/shell/navigation.ts';
import { mayReload } from '#electron/shell/recovery.ts';
import { mainWindowOptions, printWindowOptions } from '#electron/shell/window-options.ts';
import { keepWindowState, readWindowState, stateToRestore } from '#electron/shell/window-state.ts';

describe('the window’s looks', () => {
  it('are the page’s paper, hidden until there is something to see', () => {
    expect(mainWindowOptions(null, false)).toMatchObject({
      width: 1280,
      height: 800,
      minWidth: 640,
      minHeight: 480,
      backgroundColor: '#faf9f6',
      show: false,
    });
    expect(mainWindowOptions({ x: 1, y: 2, width: 700, height: 500 }, true)).toMatchObject({
      x: 1,
      y: 2,
      width: 700,
      height: 500,
      backgroundColor: '#161513',
    });
    expect(printWindowOptions()).toMatchObject({ show: false, backgroundColor: '#ffffff' });
  });

  it('have the same paper as the page', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');
    const paper = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens);
    expect([
      mainWindowOptions(null, false).backgroundColor,
      mainWindowOptions(null, true).backgroundColor,
    ]).toEqual([paper?.[1], paper?.[2]]);
  });
});

describe('where a window was left', () => {
  const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
  const beside = { x: 1920, y: -200, width: 2560, height: 1400 };
  const saved = (bounds: object, maximized = false) => ({ bounds, maximized });

  it.each([
    ['in the middle', { x: 100, y: 100, width: 1200, height: 800 }],
    ['half off to the right, its top within reach', { x: 1700, y: 500, width: 1200, height: 800 }],
    ['half off to the left', { x: -900, y: 0, width: 1200, height: 800 }],
    ['on the other display', { x: 2000, y: -150, width: 1200, height: 800 }],
  ])('is restored %s', (_where, bounds) => {
    expect(stateToRestore(saved(bounds, true), [laptop, beside])).toEqual({ bounds, maximized: true });
  });

  it.each([
    ['on a display that is gone', { x: 2000, y: -150, width: 1200, height: 800 }],
    ['below the screen', { x: 100, y: 1030, width: 1200, height: 800 }],
    ['with its top above the screen', { x: 100, y: -40, width: 1200, height: 800 }],
    ['with a strip too small to hold', { x: 1850, y: 100, width: 1200, height: 800 }],
  ])('is forgotten %s', (_where, bounds) => {
    expect(stateToRestore(saved(bounds), [laptop])).toBeNull();
  });

  it('fits the display and is never too small to use', () => {
    expect(stateToRestore(saved({ x: 0, y: 0, width: 5000, height: 4000 }), [laptop])?.bounds).toEqual(
      laptop,
    );
    expect(stateToRestore(saved({ x: 0, y: 0, width: 10, height: -5 }), [laptop])?.bounds).toEqual({
      x: 0,
      y: 0,
      width: 640,
      height: 480,
    });
  });

  it.each([
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { bounds: null },
    { bounds: [] },
    saved({ x: 0, y: 0, width: 1200 }),
    saved({ x: '0', y: 0, width: 1200, height: 800 }),
    saved({ x: 0.5, y: 0, width: 1200, height: 800 }),
    saved({ x: Number.NaN, y: 0, width: 1200, height: 800 }),
    saved({ x: 1e300, y: 0, width: 1200, height: 800 }),
  ])('is nowhere in %j', (value) => {
    expect(stateToRestore(value, [laptop])).toBeNull();
  });

  it('is nowhere without a display', () => {
    expect(stateToRestore(saved(laptop), [])).toBeNull();
  });
});

describe('remembering it', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-window-'));
    file = join(folder, 'window.json');
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  function aWindow() {
    const bounds = { x: 1, y: 2, width: 800, height: 600 };
    const window = Object.assign(new EventEmitter(), {
      destroyed: false,
      bounds,
      isDestroyed: () => window.destroyed,
      getNormalBounds: () => window.bounds,
      isMaximized: () => true,
    });
    keepWindowState(window as unknown as BrowserWindow, file);
    return window;
  }

  it('waits until the window has settled', () => {
    const window = aWindow();
    for (let x = 0; x < 50; x += 1) {
      window.bounds = { ...window.bounds, x };
      window.emit(x % 2 ? 'move' : 'resize');
      vi.advanceTimersByTime(20);
    }
    expect(readdirSync(folder)).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(readWindowState(file)).toEqual({
      bounds: { x: 49, y: 2, width: 800, height: 600 },
      maximized: true,
    });
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it('does not wait when the window closes, and not beyond its end', () => {
    const window = aWindow();
    window.emit('move');
    window.emit('close');
    expect(readWindowState(file)).toMatchObject({ bounds: { x: 1 } });
    rmSync(file);
    window.emit('move');
    window.destroyed = true;
    vi.advanceTimersByTime(1_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that fails is not worth a word', () => {
    rmSync(folder, { recursive: true });
    const window = aWindow();
    expect(() => window.emit('close')).not.toThrow();
    expect(readWindowState(file)).toBeNull();
  });

  it('reads damage as nothing', () => {
    writeFileSync(file, '{"bounds":');
    expect(readWindowState(file)).toBeNull();
  });
});

describe('where a page may go', () => {
  const home = 'app://bundle/index.html';

  it('is where it is', () => {
    expect(mayNavigate(home, home)).toBe(true);
    expect(mayNavigate(`${home}#a`, `${home}#b`)).toBe(true);
  });

  it.each([
    'https://evil.example/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'blob:app://bundle/1',
    'app://bundle/print.html',
    'app://bundle/',
    'app://bundle/index.html?x',
    'app://bundle.evil.example/index.html',
    'app://evil/index.html',
    'APP://bundle/index.html',
    '',
  ])('is not %s', (to) => {
    expect(mayNavigate(home, to)).toBe(false);
  });

  it('is nowhere from nowhere', () => {
    expect(mayNavigate('', '')).toBe(false);
  });
});

describe('where pages come from', () => {
  const server = { ELECTRON_RENDERER_URL: 'http://localhost:5173/' };

  it('is the bundle', () => {
    expect(pageAddress({ isPackaged: false }, {})).toEqual({
      origin: 'app://bundle',
      main: 'app://bundle/index.html',
      print: 'app://bundle/print.html',
      dev: false,
    });
  });

  it('is a server on this computer only in development', () => {
    expect(pageAddress({ isPackaged: false }, server)).toMatchObject({
      origin: 'http://localhost:5173',
      dev: true,
    });
    expect(pageAddress({ isPackaged: true }, server)).toMatchObject({ origin: 'app://bundle', dev: false });
  });

  it.each([
    'https://evil.example',
    'http://evil.example',
    'http://localhost.evil.example',
    'file:///x',
    'x',
    'ftp://localhost',
  ])('is never %s', (url) => {
    expect(pageAddress({ isPackaged: false }, { ELECTRON_RENDERER_URL: url }).origin).toBe('app://bundle');
  });
});

it('a page that keeps dying is not loaded again and again', () => {
  expect(mayReload([], 0)).toBe(true);
  expect(mayReload([1, 2], 3)).toBe(true);
  expect(mayReload([1, 2, 3], 4)).toBe(false);
  expect(mayReload([1, 2, 3], 60_003)).toBe(true);
});
