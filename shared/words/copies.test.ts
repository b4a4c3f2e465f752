import { expect, it } from 'vitest';
import { copyHoldsSentence, copyLosesSentence, copyReason, formatMoment } from './copies.ts';

const preview = (over = {}) => ({
  plans: [{ id: 'a', name: 'MBA', items: 1 }],
  lastChange: null,
  lostPlans: [] as string[],
  lostChanges: 0 as number | null,
  ...over,
});

it('says what a copy holds', () => {
  expect(copyHoldsSentence(preview())).toBe('It holds “MBA” (1 item).');
  expect(copyHoldsSentence(preview({ plans: [] }))).toBe('It holds no plan.');
  const at = '2026-11-28T03:11:00.000Z';
  expect(copyHoldsSentence(preview({ lastChange: at }))).toBe(
    `It holds “MBA” (1 item), last changed ${formatMoment(at)}.`,
  );
});

it.each([
  [{}, 'Nothing would be lost.'],
  [{ lostChanges: 3 }, '3 changes made since then would be gone.'],
  [
    { lostPlans: ['X'], lostChanges: 1 },
    '1 plan would be gone: “X”. 1 change made since then would be gone.',
  ],
  [{ lostPlans: ['X'] }, '1 plan would be gone: “X”.'],
  [{ lostChanges: null }, 'Changes made since then would be gone; how many, the copy does not say.'],
])('says what would be lost: %o', (over, sentence) => {
  expect(copyLosesSentence(preview(over))).toBe(sentence);
});

it('names every reason, and leaves one it does not know as it is', () => {
  expect(copyReason({ why: 'replaced' })).toBe('What a restore replaced');
  expect(copyReason({ why: 'before-moving' })).toBe('before-moving');
});
