import type { TermsBoard } from './board.svelte.ts';
import { askForTerm, askToDelete, shift, toggleLock, WAITING } from './act.ts';
import type { KeyWish } from './keys.ts';

/** What the keys of a cell act on beside the board. */
export interface KeyTargets {
  moveFocus: (id: string) => void;
  openMenu: (id: string) => void;
}

/** Does what a key asks while the cell `id` has the focus. */
export function follow(
  board: TermsBoard,
  wish: KeyWish,
  id: string,
  { moveFocus, openMenu }: KeyTargets,
): void {
  const item = board.items.get(id);
  const course = board.courseAt(id);
  switch (wish.wish) {
    case 'walk': {
      const next = board.stepFrom(id, wish.step);
      if (wish.extend && next !== null) board.extendTo(next);
      else if (!wish.extend) board.clearChosen();
      if (next !== null) moveFocus(next);
      return;
    }
    case 'shift':
      if (board.fill !== null) board.said = WAITING;
      else if (course) void shift(board, board.actedOn(id), wish.by);
      return;
    case 'open':
      if (board.session.items.has(id)) board.session.select(id);
      return;
    case 'choose':
      return board.toggle(id);
    case 'choose-column':
      return board.chooseColumn(id);
    case 'move':
      return askForTerm(board, course ? board.actedOn(id) : []);
    case 'lock':
      if (board.fill !== null) board.said = WAITING;
      else if (course) void toggleLock(board, course);
      return;
    case 'menu':
      return openMenu(id);
    case 'delete':
      if (item?.kind === 'course' || item?.kind === 'term') askToDelete(board, item);
      return;
    case 'let-go':
      if (board.chosen.size > 0) board.clearChosen();
      else board.session.select(null);
  }
}
