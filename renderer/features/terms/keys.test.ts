import { expect, it } from 'vitest';
import { BOARD_KEYS } from '#shared/words/window-commands.ts';
import { wishOf } from './keys.ts';

const press = (keys: string) => {
  const parts = keys.split('+');
  return wishOf({
    key: parts.at(-1) ?? '',
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
  });
};

it.each([
  ['ArrowDown', { wish: 'walk', step: 'down', extend: false }],
  ['Shift+ArrowRight', { wish: 'walk', step: 'right', extend: true }],
  ['Ctrl+End', { wish: 'walk', step: 'last', extend: false }],
  ['Alt+ArrowRight', { wish: 'shift', by: 1 }],
  ['Alt+ArrowUp', { wish: 'shift', by: -1 }],
  ['Enter', { wish: 'open' }],
  [' ', { wish: 'choose' }],
  ['Ctrl+a', { wish: 'choose-column' }],
  ['Shift+F10', { wish: 'menu' }],
  ['m', { wish: 'move' }],
])('%s asks for %o', (keys, wish) => {
  expect(press(keys)).toEqual(wish);
});

it.each(['Ctrl+z', 'Ctrl+m', 'Shift+M', 'Alt+m', 'Alt+Shift+ArrowRight', 'Tab', 'x'])(
  '%s asks for nothing',
  (keys) => {
    expect(press(keys)).toBeNull();
  },
);

it('the listed keys of a card all do something', () => {
  for (const key of BOARD_KEYS.flatMap(({ keys }) => keys)) {
    const spelled = key
      .replace('Mod', 'Ctrl')
      .replace('Space', ' ')
      .replace(/\b[A-Z]$/, (letter) => letter.toLowerCase());
    expect(press(spelled), key).not.toBeNull();
  }
});
