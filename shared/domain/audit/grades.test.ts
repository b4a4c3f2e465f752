import { describe, expect, it } from 'vitest';
import { gradePoints, isPassing, meetsMinimum } from './grades.ts';

describe('grades', () => {
  it.each([
    ['A+', 4],
    ['A', 4],
    ['A-', 3.7],
    ['B+', 3.3],
    ['B', 3],
    ['B-', 2.7],
    ['C+', 2.3],
    ['C', 2],
    ['C-', 1.7],
    ['D+', 1.3],
    ['D', 1],
    ['D-', 0.7],
    ['F', 0],
  ])('%s is worth %d points', (grade, points) => {
    expect(gradePoints(grade)).toBe(points);
  });

  it('are read in any spelling of plus, minus and case', () => {
    expect([' a − ', 'b–', 'c+'].map(gradePoints)).toEqual([3.7, 2.7, 2.3]);
  });

  it.each(['P', 'CR', 'S', 'W', 'I', 'NP', '87%', '', null])('%s has no points', (grade) => {
    expect(gradePoints(grade)).toBeNull();
  });

  it('pass unless they say otherwise', () => {
    expect(['D-', 'P', 'CR', null, '87%'].map(isPassing)).toEqual([true, true, true, true, true]);
    expect(['F', 'f', 'NP', 'NC', 'W', 'I', 'AU'].map(isPassing)).toEqual(Array(7).fill(false));
  });

  it('meet a minimum letter from that letter on, and a pass meets any', () => {
    expect(['C+', 'C', 'C-'].map((grade) => meetsMinimum(grade, 'C'))).toEqual([true, true, false]);
    expect(meetsMinimum('P', 'C')).toBe(true);
    expect(meetsMinimum('NP', null)).toBe(false);
    expect(meetsMinimum('D', null)).toBe(true);
  });
});
