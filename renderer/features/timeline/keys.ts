import type { Direction } from '#shared/domain/layout/neighbors.ts';

/** What a key asks of the timeline while a bar has the focus. */
export type KeyWish =
  | { readonly wish: 'walk'; readonly direction: Direction }
  /** Take the bar and move it by days, or a course by terms; `resize` moves its end. */
  | { readonly wish: 'nudge'; readonly days: number; readonly resize: boolean }
  | { readonly wish: 'zoom'; readonly factor: number }
  | { readonly wish: 'page'; readonly screens: number }
  | { readonly wish: 'open' | 'delete' | 'fit-plan' | 'fit-selection' | 'let-go' };

const ZOOM_STEP = 1.5;
const WEEK = 7;

const WALKS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
};

const PLAIN: Record<string, KeyWish> = {
  Enter: { wish: 'open' },
  ' ': { wish: 'open' },
  Delete: { wish: 'delete' },
  PageUp: { wish: 'page', screens: -0.9 },
  PageDown: { wish: 'page', screens: 0.9 },
  '+': { wish: 'zoom', factor: ZOOM_STEP },
  '=': { wish: 'zoom', factor: ZOOM_STEP },
  '-': { wish: 'zoom', factor: 1 / ZOOM_STEP },
  '0': { wish: 'fit-plan' },
  '9': { wish: 'fit-selection' },
};

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * What a press asks for, or `null`. Arrows walk; with Alt they move the bar by a day and with Alt and Shift by a week
 * (sideways), and Alt with up and down makes it a day shorter or longer.
 */
export function wishOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Press): KeyWish | null {
  // Also while Alt holds a bar.
  if (key === 'Escape') return { wish: 'let-go' };
  if (altKey && !ctrlKey && !metaKey) {
    const step = shiftKey ? WEEK : 1;
    if (key === 'ArrowLeft') return { wish: 'nudge', days: -step, resize: false };
    if (key === 'ArrowRight') return { wish: 'nudge', days: step, resize: false };
    if (key === 'ArrowUp') return { wish: 'nudge', days: -step, resize: true };
    if (key === 'ArrowDown') return { wish: 'nudge', days: step, resize: true };
    return null;
  }
  if (altKey || metaKey) return null;
  if (ctrlKey) {
    if (key === 'Home') return { wish: 'walk', direction: 'first' };
    if (key === 'End') return { wish: 'walk', direction: 'last' };
    return null;
  }
  const direction = WALKS[key];
  return direction === undefined ? (PLAIN[key] ?? null) : { wish: 'walk', direction };
}
