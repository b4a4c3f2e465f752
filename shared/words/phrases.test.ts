import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { formatAway, formatDaysAway } from './away.ts';
import { commandText, doneText } from './commands.ts';
import { asOfText, factValue, NOT_KNOWN } from './facts.ts';
import { fieldSentence } from './fields.ts';
import { modeSentence, undatedSentence } from './item-dates.ts';
import { linkText } from './links.ts';
import { effectSentence, gainText, reasonText } from './reason.ts';

describe('commands', () => {
  const commands = Object.entries(contract).filter(([, { kind }]) => kind === 'command');

  it.each(commands)('%s has words of its own, with and without a subject', (name) => {
    expect(commandText(name, null)).toMatch(/^[A-Z][a-z]+( [a-z]+)*$/);
    expect(commandText(name, 'Anatomy')).toMatch(/ “Anatomy”$/);
    expect(doneText(name, null)).not.toBe(commandText(name, null));
  });

  it('stand for themselves when they are not known any more', () => {
    expect(commandText('course.paint', null)).toBe('course.paint');
    expect(commandText('toString', null)).toBe('toString');
  });

  it('read as one would say them', () => {
    expect(commandText('course.move', 'Anatomy')).toBe('Move course “Anatomy”');
    expect(doneText('hours.add', null)).toBe('Logged hours of an item');
  });
});

it.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [-1, 'yesterday'],
  [59, 'in 59 days'],
  [60, 'in 2 months'],
  [-400, '13 months ago'],
  [800, 'in 2 years'],
])('%i days away is %s', (days, words) => {
  expect(formatAway(days)).toBe(words);
});

it.each([
  [1, 'tomorrow'],
  [69, 'in 69 days'],
  [-12, '12 days ago'],
  [729, 'in 729 days'],
  [1_003, 'in 3 years'],
])('%i days away, counted, is %s', (days, words) => {
  expect(formatDaysAway(days)).toBe(words);
});

it.each([
  [{ kind: 'FS', lag: 0, window: null }, 'right after its end'],
  [{ kind: 'FS', lag: 30, window: 60 }, '30 days after its end, within 60 days'],
  [{ kind: 'FS', lag: -7, window: null }, '7 days before its end'],
  [{ kind: 'SS', lag: 1, window: null }, '1 day after its start'],
  [{ kind: 'FF', lag: 0, window: null }, 'not done before it ends'],
] as const)('%o asks for “%s”', (link, words) => {
  expect(linkText(link)).toBe(words);
});

it('a field says what its value must be, and any other refusal as a whole', () => {
  const problems = [{ path: 'changes.title', problem: 'must not be empty' }];
  expect(fieldSentence({ code: 'bad-request', problems })).toBe('Must not be empty.');
  expect(fieldSentence({ code: 'length-without-unit' })).toBe(
    'A length needs a unit; choose days, weeks, months or hours.',
  );
});

it('facts show their unit, their age, and that something is not known', () => {
  expect(factValue({ value: '1,000', unit: 'hours' })).toBe('1,000 hours');
  expect(factValue({ value: null, unit: 'hours' })).toBe(NOT_KNOWN);
  expect(asOfText({ asOf: '2024-05-01', asOfText: null })).toBe('as of May 1, 2024');
  expect(asOfText({ asOf: null, asOfText: 'spring 2024' })).toBe('as of spring 2024');
  expect(asOfText({ asOf: null, asOfText: null })).toBe('');
});

it('an item says where its dates come from, or why it has none', () => {
  const [exam] = aPlan().step('exam').build().items;
  if (!exam) throw new Error('the plan has no step');
  expect(modeSentence(exam, { mode: 'auto' })).toBe('It starts as soon as what comes before it allows.');
  const undated = { cause: 'no-length', itemId: 'ait' } as const;
  expect(undatedSentence(undated, 'ait', () => 'AIT')).toBe('It has no length yet; say how long it takes.');
  expect(undatedSentence(undated, 'exam', () => 'AIT')).toBe(
    'It waits for something without dates: “AIT” has no length yet; say how long it takes.',
  );
});

it('the chain says why, and what a shorter length would bring', () => {
  expect(reasonText({ reason: 'link' }, 'step', 'Exam')).toBe('as soon as “Exam” allows');
  expect(reasonText({ reason: 'term' }, 'course', 'Fall')).toBe('placed in “Fall”');
  expect(reasonText({ reason: 'term' }, 'term', undefined)).toBe('the days set for the term');
  expect(gainText({ gain: 119, next: 'x' }, () => 'Exam')).toBe(
    '119 days earlier if it took one day; then “Exam” decides',
  );
  expect(gainText({ gain: 0, next: null }, String)).toBeNull();
  expect(effectSentence('2029-09-26', 175)).toBe('The goal would come Sep 26, 2029: 175 days later.');
  expect(effectSentence('2029-09-26', 0)).toBe('The goal would stay where it is.');
});
