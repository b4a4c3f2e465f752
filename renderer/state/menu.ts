import { MENU_COMMANDS, type MenuCommand } from '#shared/contract/menu.ts';
import { chooseImport } from './plan-files.ts';
import type { Session } from './session.svelte.ts';

/** Carries out what is chosen in the application's menu. Returns a function that stops it. */
export function listenToMenu(
  session: Session,
  onMenu: (run: (command: string) => void) => () => void,
): () => void {
  const runs: Record<MenuCommand, () => unknown> = {
    'new-plan': () => session.put({ kind: 'new-plan', templateId: null }),
    'import-plan': () => chooseImport(session),
    'export-pdf': () => session.document && session.put({ kind: 'print-plan' }),
    'export-plan': () => session.document && session.put({ kind: 'export-plan' }),
    undo: () => session.undo(),
    redo: () => session.redo(),
    help: () => session.put({ kind: 'help' }),
  };
  return onMenu((command) => {
    const known = MENU_COMMANDS.find((name) => name === command);
    // An open dialog is answered first; a second one on top of it would hide what it asked.
    if (known && !session.question) runs[known]();
  });
}
