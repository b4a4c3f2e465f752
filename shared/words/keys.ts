const MAC: Record<string, string> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Escape: 'esc',
  Tab: '⇥',
  Delete: '⌦',
  PageUp: '⇞',
  PageDown: '⇟',
  Home: '↖',
  End: '↘',
};
const OTHERS: Record<string, string> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
/** The order in which a Mac writes its modifiers. */
const MAC_ORDER = ['Ctrl', 'Alt', 'Shift', 'Mod'];
/** How a screen reader should say what is only a sign on screen. */
const SPOKEN: Record<string, string> = {
  '+': 'plus',
  '-': 'minus',
  '?': 'question mark',
  ArrowUp: 'up arrow',
  ArrowDown: 'down arrow',
  ArrowLeft: 'left arrow',
  ArrowRight: 'right arrow',
  Escape: 'escape',
  PageUp: 'page up',
  PageDown: 'page down',
};

/** The parts of a key such as `Mod+Shift+Z`; the plus sign is a key too. */
export function keyParts(key: string): string[] {
  return key === '+' ? ['+'] : key.split('+');
}

/** A key as this system writes it: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function keyText(key: string, mac: boolean): string {
  const parts = keyParts(key);
  if (!mac) return parts.map((part) => OTHERS[part] ?? ARROWS[part] ?? part).join('+');
  const place = (part: string) => (MAC_ORDER.includes(part) ? MAC_ORDER.indexOf(part) : MAC_ORDER.length);
  return parts
    .toSorted((a, b) => place(a) - place(b))
    .map((part) => MAC[part] ?? ARROWS[part] ?? part)
    .join('');
}

/** A key in words, for screen readers: `Control Shift Z`, on a Mac `Shift Command Z`. */
export function spokenKey(key: string, mac: boolean): string {
  const names: Record<string, string> = { ...SPOKEN, Mod: mac ? 'Command' : 'Control', Ctrl: 'Control' };
  if (mac) names['Alt'] = 'Option';
  return keyParts(key)
    .map((part) => names[part] ?? part)
    .join(' ');
}

/** A key for `aria-keyshortcuts`: `Control+Shift+Z`, on a Mac `Meta+Shift+Z`. */
export function ariaKey(key: string, mac: boolean): string {
  return keyParts(key)
    .map((part) => (part === 'Mod' ? (mac ? 'Meta' : 'Control') : part === 'Ctrl' ? 'Control' : part))
    .join('+');
}

/** A key as Electron writes it: `CmdOrCtrl+Shift+Z`. */
export function acceleratorOf(key: string): string {
  return key.replace(/^Mod\b/, 'CmdOrCtrl');
}
