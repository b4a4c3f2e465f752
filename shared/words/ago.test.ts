import { expect, it } from 'vitest';
import { formatAgo } from './ago.ts';

const at = '2026-11-23T12:00:00.000Z';
const after = (minutes: number) => formatAgo(at, Date.parse(at) + minutes * 60_000);

it.each([
  [0.9, 'just now'],
  [1, '1 minute ago'],
  [59.9, '59 minutes ago'],
  [60, '1 hour ago'],
  [24 * 60, 'yesterday'],
  [8 * 24 * 60, 'last week'],
  [65 * 24 * 60, '2 months ago'],
  [800 * 24 * 60, '2 years ago'],
])('%s minutes are %s', (minutes, words) => expect(after(minutes)).toBe(words));

it('does not speak of the future when the clock was set back', () => {
  expect(after(-10)).toBe('just now');
});
