import { describe, expect, it } from 'vitest';
import { BAR_KEYS } from '#shared/words/window-commands.ts';
import { wishOf } from './keys.ts';

const press = (
  key: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => wishOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

describe('a key on a bar', () => {
  it.each([
    ['ArrowLeft', 'left'],
    ['ArrowDown', 'down'],
    ['Home', 'row-start'],
  ])('%s walks %s', (key, direction) => expect(press(key)).toEqual({ wish: 'walk', direction }));

  it('walks to the first and last bar of the plan with Ctrl', () => {
    expect(press('Home', { ctrlKey: true })).toEqual({ wish: 'walk', direction: 'first' });
    expect(press('End', { ctrlKey: true })).toEqual({ wish: 'walk', direction: 'last' });
  });

  it('moves by a day with Alt, by a week with Shift as well, and changes the length up and down', () => {
    expect(press('ArrowRight', { altKey: true })).toEqual({ wish: 'nudge', days: 1, resize: false });
    expect(press('ArrowLeft', { altKey: true, shiftKey: true })).toEqual({
      wish: 'nudge',
      days: -7,
      resize: false,
    });
    expect(press('ArrowDown', { altKey: true })).toEqual({ wish: 'nudge', days: 1, resize: true });
  });

  it('zooms with plus and minus, whichever key plus is on', () => {
    const factors = ['+', '=', '-']
      .map((key) => press(key))
      .map((wish) => (wish?.wish === 'zoom' ? wish.factor : 0));
    expect(factors[0]).toBeGreaterThan(1);
    expect(factors[1]).toBe(factors[0]);
    expect(factors[2]).toBeLessThan(1);
  });

  it('leaves other keys alone, those of the window and the system among them', () => {
    expect(press('z', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { metaKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true, ctrlKey: true })).toBeNull();
    expect(press('a')).toBeNull();
    expect(press('+', { ctrlKey: true })).toBeNull();
  });
});

it('the listed keys of a bar all do something', () => {
  for (const key of BAR_KEYS.flatMap(({ keys }) => keys)) {
    const parts = key === '+' ? ['+'] : key.split('+');
    const press = {
      key: parts.at(-1) ?? '',
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
      ctrlKey: false,
      metaKey: false,
    };
    expect(wishOf(press), key).not.toBeNull();
  }
});
