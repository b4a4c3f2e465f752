import { isTyping } from '#renderer/state/commands/press.ts';
import { singleKeys } from '#renderer/state/commands/single-keys.svelte.ts';

/** True for the keys that ask for the find field: `/` outside of text, and Ctrl or Cmd with F anywhere. */
export function isFindKey(event: KeyboardEvent): boolean {
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return !event.shiftKey && event.key.toLowerCase() === 'f';
  return event.key === '/' && singleKeys.on && !isTyping(event.target);
}
