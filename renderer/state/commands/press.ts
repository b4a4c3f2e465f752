import { keyParts, keyText, spokenKey } from '#shared/words/keys.ts';

export const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Keys as this system writes and says them. */
export function shownKeys(keys: readonly string[]): { shown: string; spoken: string }[] {
  return keys.map((key) => ({ shown: keyText(key, isApple), spoken: spokenKey(key, isApple) }));
}

/** What a key press says. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'target'
>;

/**
 * Whether a press is the key, written as in `WINDOW_COMMANDS`. Letters and digits with Alt are told by their place on
 * the keyboard, because on a Mac Alt makes other signs of them.
 */
export function isPressOf(key: string, press: Press, apple = isApple): boolean {
  const parts = keyParts(key);
  const last = parts.at(-1) ?? '';
  const needs = (name: string) => parts.slice(0, -1).includes(name);
  const ctrl = needs('Ctrl') || (needs('Mod') && !apple);
  const meta = needs('Mod') && apple;
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== needs('Alt')) return false;
  // Which keys type a sign differs from layout to layout, and many need Shift for it.
  if (isSign(last)) return press.key === last;
  if (press.shiftKey !== needs('Shift')) return false;
  if (!needs('Alt') || last.length > 1) return press.key.toLowerCase() === last.toLowerCase();
  return press.code === (/\d/.test(last) ? `Digit${last}` : `Key${last}`);
}

/** True for a key that works only outside of fields: it types something, or a field has its own use for it. */
export function belongsToFields(key: string): boolean {
  const takesBackTyping = /\+[ZY]$/.test(key);
  return !/^F\d+$/.test(key) && (takesBackTyping || !/^(Mod|Ctrl)\+/.test(key));
}

/** True for a key that is a single sign, which a person who dictates may press without meaning to. */
export function isSingle(key: string): boolean {
  return keyParts(key).length === 1 && key.length === 1;
}

/** True where a key press types. */
export function isTyping(target: EventTarget | null): boolean {
  if (target === null || !('tagName' in target)) return false;
  const { tagName, isContentEditable } = target as HTMLElement;
  return isContentEditable || /^(INPUT|TEXTAREA)$/.test(tagName);
}

const isSign = (key: string) => key.length === 1 && !/[A-Z0-9]/.test(key);
