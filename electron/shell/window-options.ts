import type { BrowserWindowConstructorOptions } from 'electron';

/** Where and how large a window is, in the screen's own pixels. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const SMALLEST = { width: 640, height: 480 };
const USUAL = { width: 1280, height: 800 };

/** The page's own background, so that nothing flashes before it is drawn. */
const PAPER = { light: '#faf9f6', dark: '#161513' };

/** The looks of the main window. It is shown only when there is something to see. */
export function mainWindowOptions(bounds: Bounds | null, dark: boolean): BrowserWindowConstructorOptions {
  return {
    title: 'Throughline',
    ...(bounds ?? USUAL),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    backgroundColor: dark ? PAPER.dark : PAPER.light,
    show: false,
  };
}

/** A window nobody sees, in which a page is laid out for paper: never dark, and never slowed for being hidden. */
export function printWindowOptions(): BrowserWindowConstructorOptions {
  return {
    title: 'Throughline',
    width: 1024,
    height: 768,
    backgroundColor: '#ffffff',
    show: false,
    focusable: false,
  };
}
