import { describe, expect, it } from 'vitest';
import type { FailureCode, FailureOf } from '#shared/contract/failures.ts';
import { sentenceFor } from './failures.ts';

const file = '/data/plans.db';
const detail = 'the sectors 7 and 8';

const examples: { [C in FailureCode]: FailureOf<C> } = {
  'bad-request': { code: 'bad-request', problems: [{ path: 'title', problem: 'must not be empty' }] },
  'unknown-command': { code: 'unknown-command', name: 'plan.paint' },
  'not-found': { code: 'not-found', noun: 'log entry', id: 'h-1' },
  'other-plan': { code: 'other-plan', noun: 'course', id: 'c-1' },
  'plan-name-shared': { code: 'plan-name-shared', name: 'Nursing', ids: ['p-1', 'p-2'] },
  'wrong-kind': { code: 'wrong-kind', id: 'x', expected: 'experience', actual: 'course' },
  'needs-program': { code: 'needs-program', noun: 'course' },
  'dates-reversed': { code: 'dates-reversed', first: '2028-05-12', last: '2028-05-11' },
  'length-without-unit': { code: 'length-without-unit' },
  'length-not-whole': { code: 'length-not-whole', unit: 'week' },
  'pin-without-start': { code: 'pin-without-start' },
  'window-needs-finish-to-start': { code: 'window-needs-finish-to-start' },
  'link-to-itself': { code: 'link-to-itself' },
  'link-exists': { code: 'link-exists' },
  'link-loop': { code: 'link-loop', titles: ['Exam', 'License', 'Exam'] },
  'group-too-small': { code: 'group-too-small', need: 3, members: 1 },
  'requisite-loop-itself': { code: 'requisite-loop-itself' },
  'need-too-large': { code: 'need-too-large', need: 3, members: 2 },
  'too-many': { code: 'too-many', noun: 'log entry', limit: 10_000 },
  'cannot-move': { code: 'cannot-move', why: 'actual' },
  'cannot-place': { code: 'cannot-place', course: 'Anatomy', why: 'placed' },
  'cannot-move-course': {
    code: 'cannot-move-course',
    course: 'Anatomy',
    status: 'completed',
    why: 'recorded',
  },
  'item-refused': {
    code: 'item-refused',
    title: 'Anatomy',
    why: {
      code: 'bad-request',
      problems: [{ path: 'changes.credits', problem: 'Too big: expected number to be <=1000000' }],
    },
  },
  'no-baseline': { code: 'no-baseline', plan: 'Nursing' },
  'unknown-baseline': { code: 'unknown-baseline', plan: 'Nursing', name: 'Sent', known: ['First', 'Second'] },
  'baseline-name-taken': { code: 'baseline-name-taken', name: 'Sent to the board' },
  'baseline-unreadable': { code: 'baseline-unreadable', name: 'Sent to the board' },
  'baselines-too-large': { code: 'baselines-too-large', bytes: 40_000_000, limit: 32_000_000 },
  'job-gone': { code: 'job-gone' },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'nothing-to-redo': { code: 'nothing-to-redo' },
  'unknown-step': { code: 'unknown-step', seq: 7 },
  'unknown-template': {
    code: 'unknown-template',
    id: 'astronaut',
    known: ['medical-office-manager', 'other'],
  },
  'unknown-jurisdiction': { code: 'unknown-jurisdiction', jurisdiction: 'XX' },
  'unknown-route': { code: 'unknown-route', route: 9, routes: 3 },
  'choice-not-applicable': { code: 'choice-not-applicable', choice: 'facility', template: 'other' },
  'dates-out-of-range': { code: 'dates-out-of-range', last: '2201-01-01' },
  'not-a-plan-file': { code: 'not-a-plan-file' },
  'plan-file-newer': { code: 'plan-file-newer', version: 7, supported: 1 },
  'plan-file-invalid': {
    code: 'plan-file-invalid',
    path: 'items[3].title',
    problem: 'must be text',
    line: 12,
  },
  'curriculum-unusable': { code: 'curriculum-unusable', line: 7, fault: 'no-courses' },
  'transcript-unusable': { code: 'transcript-unusable', fault: 'no-courses' },
  'transcript-program': { code: 'transcript-program', titles: ['BS', 'MHA'] },
  'cannot-shift': {
    code: 'cannot-shift',
    why: { reason: 'occupied', title: 'Fall 2027', by: 'Spring 2027' },
  },
  'no-program': { code: 'no-program' },
  'nothing-dated': { code: 'nothing-dated' },
  'file-too-large': { code: 'file-too-large', bytes: 34_000_000, limit: 32_000_000 },
  'no-known-field': { code: 'no-known-field', field: 'color', known: ['length', 'hoursPerWeek'] },
  'unusable-value': {
    code: 'unusable-value',
    field: 'hoursPerWeek',
    value: 'many',
    expected: 'a number above 0',
  },
  'no-goal': { code: 'no-goal' },
  'database-missing': { code: 'database-missing', file },
  'database-empty': { code: 'database-empty', file },
  'database-foreign': { code: 'database-foreign', file },
  'database-newer': { code: 'database-newer', file, version: 9, supported: 1 },
  'database-locked': { code: 'database-locked', file },
  'database-read-only': { code: 'database-read-only', file },
  'database-corrupt': { code: 'database-corrupt', file, detail },
  'database-unreadable': { code: 'database-unreadable', file, detail },
  'database-moved': { code: 'database-moved', file },
  'database-unsafe': {
    code: 'database-unsafe',
    file,
    setting: 'synchronous',
    wanted: 'full',
    actual: 'normal',
  },
  'disk-full': { code: 'disk-full', file },
  'backup-failed': { code: 'backup-failed', file, detail },
  'backup-exists': { code: 'backup-exists', file },
  'restore-unusable': { code: 'restore-unusable', file, detail },
  'port-in-use': { code: 'port-in-use', port: 8080 },
  'port-refused': { code: 'port-refused', port: 80, detail },
  'file-missing': { code: 'file-missing', file },
  'file-unreadable': { code: 'file-unreadable', file, detail },
  'file-unwritable': { code: 'file-unwritable', file, detail },
  'no-browser': { code: 'no-browser', detail },
  'print-failed': { code: 'print-failed', detail },
  'picture-too-large': {
    code: 'picture-too-large',
    width: 10_568,
    height: 17_080,
    side: 16_384,
    all: 100_000_000,
  },
  'cannot-open-link': { code: 'cannot-open-link', url: 'https://example.org' },
  'host-lost': { code: 'host-lost' },
  internal: { code: 'internal', reference: 'e-17' },
};

/** Everything of a failure that a person must be able to read in its sentence. */
const factsOf = (failure: object) =>
  Object.entries(failure)
    .filter(([key, value]) => key !== 'code' && key !== 'noun' && typeof value === 'string')
    .map(([, value]) => value as string)
    .filter((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value));

describe('the sentence of a failure', () => {
  it.each(Object.values(examples))('$code: is one whole sentence with its facts', (failure) => {
    const sentence = sentenceFor(failure);
    expect(sentence).toMatch(/^\S.*[^.]\.$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\. [A-Z]/);
    for (const fact of factsOf(failure))
      if (
        ![
          'cannot-move',
          'cannot-place',
          'cannot-move-course',
          'curriculum-unusable',
          'transcript-unusable',
        ].includes(failure.code)
      )
        expect(sentence).toContain(fact);
  });

  it('says why an item cannot be moved', () => {
    const whys = [
      'actual',
      'program',
      'no-term-there',
      'course',
      'one-day',
      'undated',
      'too-short',
      'out-of-range',
    ] as const;
    const sentences = whys.map((why) => sentenceFor({ code: 'cannot-move', why }));
    expect(new Set(sentences).size).toBe(whys.length);
  });

  it('names the line at which a curriculum file fails', () => {
    const faults = ['empty', 'not-text', 'no-courses', 'no-columns'] as const;
    const sentences = faults.map((fault) => sentenceFor({ code: 'curriculum-unusable', line: 7, fault }));
    expect(new Set(sentences).size).toBe(faults.length);
    const [empty, ...others] = sentences;
    expect(empty).toMatch(/^This file is empty; /);
    for (const sentence of others) expect(sentence).toMatch(/\bline 7\b.*[^.]\.$/i);
  });

  it('says what the system has against a file in words, and repeats what it does not know', () => {
    const unwritable = (detail: string) => sentenceFor({ code: 'file-unwritable', file: 'plan.pdf', detail });
    const sentence = 'plan.pdf cannot be written (you have no permission); choose another place.';
    expect(unwritable('EACCES')).toBe(sentence);
    expect(unwritable("EACCES: permission denied, open 'plan.pdf.part-1'")).toBe(sentence);
    expect(unwritable('EXYZ: hm')).toContain('(EXYZ: hm)');
    expect(unwritable('Elsewhere')).toContain('(Elsewhere)');
  });

  it('counts, lists and names as people write', () => {
    expect(sentenceFor(examples['too-many'])).toBe(
      'There can be no more than 10,000 log entries here; delete some first.',
    );
    expect(sentenceFor(examples['wrong-kind'])).toBe(
      '“x” is a course, but this needs an experience; choose another item.',
    );
    expect(sentenceFor(examples['dates-reversed'])).toBe(
      'The last day, May 11, 2028, is before the first day, May 12, 2028; change one of the two.',
    );
    expect(sentenceFor(examples['database-locked'])).toBe(
      '/data/plans.db is open in another Throughline window or server; close that first.',
    );
  });
});
