import { expect, it } from 'vitest';
import type { PasteFault, PlannedRow } from '#shared/domain/table/plan-paste.ts';
import { pasteReason, pasteSummary, placeText, unusedSentence } from './paste.ts';

const faults: PasteFault['fault'][] = [
  { why: 'no-title' },
  { why: 'program-row' },
  { why: 'term-dates' },
  { why: 'unknown-heading' },
  { why: 'no-column' },
  { why: 'not-allowed', problem: 'Too big: expected number to be <=168' },
  { why: 'no-sense', problem: { code: 'dates-reversed', first: '2028-05-12', last: '2028-05-11' } },
  { why: 'unknown-choice', choices: ['Planned', 'Completed'] },
  { why: 'locked', lock: 'course-dates' },
];

it.each(faults)('a text that is left out has one reason to read: $why', (fault) => {
  expect(pasteReason(fault)).toMatch(/^[A-Z].*\.$/);
  expect(pasteReason(fault)).not.toMatch(/undefined|null/);
});

it('says in numbers what would happen', () => {
  const row = (isNew: boolean, cells: number): PlannedRow => ({
    key: 'x',
    isNew,
    kind: 'course',
    title: 'Anatomy',
    changes: {},
    cells: Array.from({ length: cells }, () => ({ column: 'credits', before: 1, after: 2 })),
  });
  const fault: PasteFault = { line: 1, title: null, column: null, text: 'x', fault: { why: 'no-column' } };
  expect(pasteSummary({ rows: [row(false, 2), row(false, 3), row(true, 4)], faults: [] })).toBe(
    '5 cells of 2 items change and 1 item is new.',
  );
  expect(pasteSummary({ rows: [row(false, 1)], faults: [fault] })).toBe(
    '1 cell of 1 item changes and 1 cell is left out.',
  );
  expect(pasteSummary({ rows: [], faults: [] })).toMatch(/nothing changes/);
  expect(unusedSentence({ unused: ['start', 'slack'] })).toBe(
    'The plan works out for new rows: Starts and Slack (days).',
  );
  expect(placeText(2, 'status', 'Anatomy')).toBe('Line 2, Status of “Anatomy”');
  expect(placeText(1, null, null)).toBe('Line 1');
  expect(unusedSentence({ unused: [] })).toBeNull();
});
