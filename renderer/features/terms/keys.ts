import type { Step } from '#shared/domain/grid/walk.ts';

/** What a key asks of the term grid while a cell has the focus. */
export type KeyWish =
  | { readonly wish: 'walk'; readonly step: Step; readonly extend: boolean }
  /** Move the course to the term before or after. */
  | { readonly wish: 'shift'; readonly by: 1 | -1 }
  | { readonly wish: 'open' | 'choose' | 'choose-column' | 'move' | 'lock' | 'menu' | 'delete' | 'let-go' };

const WALKS: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'top',
  End: 'bottom',
};

const SHIFTS: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

const PLAIN: Record<string, KeyWish> = {
  Enter: { wish: 'open' },
  ' ': { wish: 'choose' },
  m: { wish: 'move' },
  l: { wish: 'lock' },
  Delete: { wish: 'delete' },
  ContextMenu: { wish: 'menu' },
  Escape: { wish: 'let-go' },
};

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * What a press asks for, or `null`. Arrows walk, with Shift they choose what they pass, with Alt they move the course
 * from term to term; with Ctrl, Home and End go to the first and the last cell of all.
 */
export function wishOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Press): KeyWish | null {
  const command = ctrlKey || metaKey;
  if (altKey) {
    const by = command || shiftKey ? undefined : SHIFTS[key];
    return by === undefined ? null : { wish: 'shift', by };
  }
  if (command) {
    if (key === 'a') return { wish: 'choose-column' };
    if (key === ' ') return { wish: 'choose' };
    if (key === 'Home' || key === 'End')
      return { wish: 'walk', step: key === 'Home' ? 'first' : 'last', extend: shiftKey };
    return null;
  }
  if (key === 'F10' && shiftKey) return { wish: 'menu' };
  const step = WALKS[key];
  if (step !== undefined) return { wish: 'walk', step, extend: shiftKey };
  return shiftKey ? null : (PLAIN[key] ?? null);
}
