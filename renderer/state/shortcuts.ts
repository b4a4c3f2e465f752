const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** How undo and redo are written on this system's keyboard. */
export const HISTORY_KEYS = isApple ? { undo: '⌘Z', redo: '⇧⌘Z' } : { undo: 'Ctrl+Z', redo: 'Ctrl+Shift+Z' };

/**
 * What a key press asks of the history, or `null`. In a text field the keys take back typing, as everywhere; they
 * reach the plan's history again once the field is left.
 */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.altKey || !(isApple ? event.metaKey : event.ctrlKey) || isTyping(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (key === 'y' && !isApple && !event.shiftKey) return 'redo';
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))
  );
}
