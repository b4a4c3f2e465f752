import { isWindowCommand } from '#shared/words/window-commands.ts';
import type { Session } from '../session.svelte.ts';
import type { WindowCommand } from './command.ts';
import { belongsToFields, isPressOf, isSingle, isTyping, type Press } from './press.ts';
import { singleKeys } from './single-keys.svelte.ts';
import { windowCommand, windowCommands } from './window-commands.ts';

/** The command that a key press stands for, or `null`. In a field, keys that type or take back typing are the field's. */
export function commandOf(session: Session, press: Press): WindowCommand | null {
  const typing = isTyping(press.target);
  const isMeant = (key: string) =>
    isPressOf(key, press) && !(typing && belongsToFields(key)) && (singleKeys.on || !isSingle(key));
  return windowCommands(session).find(({ keys }) => keys.some(isMeant)) ?? null;
}

/** Carries out a command that a key or the menu asked for, unless a dialog has to be answered first. */
function carryOut(session: Session, command: WindowCommand): void {
  // A second dialog on top of an open one would hide what that asked.
  if (session.question !== null && command.id !== 'notices.focus') return;
  if (command.why === null) void command.run();
}

/** Listens to the keys of the window. Returns a function that stops it. */
export function listenToKeys(session: Session, target: Window): () => void {
  const onkeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandOf(session, event);
    if (command === null) return;
    event.preventDefault();
    // A key that is held down goes on through the history; all else is meant once.
    if (!event.repeat || command.group === 'History') carryOut(session, command);
  };
  target.addEventListener('keydown', onkeydown);
  return () => target.removeEventListener('keydown', onkeydown);
}

/** Carries out what is chosen in the desktop's menu. Returns a function that stops it. */
export function listenToMenu(
  session: Session,
  onMenu: (run: (command: string) => void) => () => void,
): () => void {
  return onMenu((name) => {
    if (isWindowCommand(name)) carryOut(session, windowCommand(session, name));
  });
}
