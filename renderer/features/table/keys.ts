import type { Step } from './cursor.svelte.ts';

/** What a key asks while a cell has the focus and is not being edited. */
export type GridWish =
  | { wish: 'step'; step: Step; extend: boolean }
  | { wish: 'edit' }
  | { wish: 'type'; text: string }
  | { wish: 'toggle-row' }
  | { wish: 'choose-block' }
  | { wish: 'choose-all' }
  | { wish: 'clear' }
  | { wish: 'details' }
  | { wish: 'clear-cells' }
  | { wish: 'fill-down' }
  | { wish: 'move-rows'; by: -1 | 1 }
  | { wish: 'resize'; by: number }
  | { wish: 'move-column'; by: -1 | 1 };

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

const CONTROL_WISHES: Readonly<Record<string, GridWish>> = {
  a: { wish: 'choose-all' },
  d: { wish: 'fill-down' },
};

/** How much wider or narrower a column gets with one key press. */
const WIDTH_STEP = 16;

/** What a key press asks of the grid, or `null`. `page` is the number of rows in sight, `onHead` says where it was. */
export function gridWish(keys: Keys, page: number, onHead: boolean): GridWish | null {
  const { key, shiftKey: extend, altKey } = keys;
  const control = keys.ctrlKey || keys.metaKey;
  if (keys.isComposing) return null;
  const step = (step: Step): GridWish => ({ wish: 'step', step, extend: extend && !onHead });
  if (altKey) return altWish(key, extend, control, onHead);
  switch (key) {
    case 'ArrowUp':
      return step(control ? { to: 'top' } : { rows: -1 });
    case 'ArrowDown':
      return step(control ? { to: 'bottom' } : { rows: 1 });
    case 'ArrowLeft':
      return step(control ? { to: 'row-start' } : { columns: -1 });
    case 'ArrowRight':
      return step(control ? { to: 'row-end' } : { columns: 1 });
    case 'Home':
      return step({ to: control ? 'first' : 'row-start' });
    case 'End':
      return step({ to: control ? 'last' : 'row-end' });
    case 'PageUp':
      return step({ rows: -Math.max(2, page - 1) });
    case 'PageDown':
      return step({ rows: Math.max(2, page - 1) });
    case 'Enter':
      return { wish: control ? 'details' : 'edit' };
    case 'F2':
      return { wish: 'edit' };
    case 'Delete':
    case 'Backspace':
      return control ? null : { wish: 'clear-cells' };
    case 'Escape':
      return { wish: 'clear' };
    case ' ':
      return { wish: extend ? 'choose-block' : 'toggle-row' };
    default:
      if (control) return extend ? null : (CONTROL_WISHES[key.toLowerCase()] ?? null);
      // A character, and nothing that only has a name.
      return /^.$/u.test(key) ? { wish: 'type', text: key } : null;
  }
}

function altWish(key: string, shift: boolean, control: boolean, onHead: boolean): GridWish | null {
  if (control) return null;
  if (!onHead && !shift && (key === 'ArrowUp' || key === 'ArrowDown'))
    return { wish: 'move-rows', by: key === 'ArrowUp' ? -1 : 1 };
  const by = key === 'ArrowLeft' ? -1 : 1;
  if (!onHead || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return null;
  return shift ? { wish: 'resize', by: by * WIDTH_STEP } : { wish: 'move-column', by };
}
