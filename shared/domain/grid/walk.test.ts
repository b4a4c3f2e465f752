import { describe, expect, it } from 'vitest';
import { cellsBetween, stepFrom } from './walk.ts';

const columns = [[null, 'x', 'y'], ['t1', 'a', 'b', 'c'], ['t2'], [null], ['t3', 'd', 'e']];

describe('a step in the grid', () => {
  it.each([
    ['a', 'up', 't1'],
    ['a', 'down', 'b'],
    ['c', 'down', null],
    ['x', 'up', null],
    ['a', 'left', 'x'],
    ['t1', 'left', 'x'],
    ['c', 'left', 'y'],
    ['c', 'right', 't2'],
    ['t2', 'right', 't3'],
    ['e', 'right', null],
    ['b', 'top', 't1'],
    ['x', 'bottom', 'y'],
    ['d', 'first', 'x'],
    ['x', 'last', 't3'],
  ] as const)('goes from %s %s to %s', (from, step, to) => {
    expect(stepFrom(columns, from, step)).toBe(to);
  });

  it('leads nowhere from a cell that is not there', () => {
    expect(stepFrom(columns, 'z', 'down')).toBeNull();
  });
});

it('takes the cells between two, whichever comes first', () => {
  expect(cellsBetween(columns, 'y', 'b')).toEqual(['y', 't1', 'a', 'b']);
  expect(cellsBetween(columns, 'b', 'y')).toEqual(['y', 't1', 'a', 'b']);
  expect(cellsBetween(columns, 'b', 'z')).toEqual([]);
});
