import { expect, it } from 'vitest';
import { historyRows } from './history-rows.ts';

const entry = (seq: number, planId: string, undone = false) => ({
  seq,
  planId,
  name: 'item.move',
  subject: null,
  at: '2026-11-23T12:00:00.000Z',
  undone,
});
const entries = [entry(4, 'a'), entry(5, 'b'), entry(6, 'b'), entry(8, 'a', true), entry(9, 'b', true)];
const short = (planId: string | null) =>
  historyRows(entries, planId).map(({ seq, present }) => [seq, present]);

it('lists the newest first, down to before the first, and marks the present', () => {
  expect(short(null)).toEqual([
    [9, false],
    [8, false],
    [6, true],
    [5, false],
    [4, false],
    [0, false],
  ]);
});

it('keeps to one plan: before its first step others have theirs', () => {
  expect(short('b')).toEqual([
    [9, false],
    [6, true],
    [5, false],
    [4, false],
  ]);
  expect(historyRows(entries.slice(3), 'a').map(({ seq, present }) => [seq, present])).toEqual([
    [8, false],
    [0, true],
  ]);
  expect(short('c')).toEqual([]);
});
