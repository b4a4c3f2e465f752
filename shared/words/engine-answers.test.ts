import { describe, expect, it } from 'vitest';
import { programMetricsText } from './metrics.ts';
import { formatGpaNeeded } from './numbers.ts';
import { trialSentence } from './reason.ts';
import { latestStartSentence, targetSentence, targetText } from './target.ts';

describe('a target', () => {
  it.each([
    [12, '12 days to spare', 'The goal fits May 1, 2027 with 12 days to spare.'],
    [0, 'on the day', 'The goal fits May 1, 2027 to the day.'],
    [-1, '1 day late', 'The goal comes 1 day too late for May 1, 2027.'],
  ])('%i days from the goal', (days, text, sentence) => {
    expect(targetText(days)).toBe(text);
    expect(targetSentence('2027-05-01', days)).toBe(sentence);
  });

  it('says by when something would have to start', () => {
    expect(latestStartSentence('AIT', '2028-04-12', 31)).toBe(
      '“AIT” would have to start by Apr 12, 2028, 31 days earlier than it can.',
    );
    expect(targetSentence('2027-05-01', null)).toMatch(/no date/);
  });
});

describe('a trial value', () => {
  it.each([
    [
      { date: '2029-09-26', days: 175, decider: 'AIT' },
      'License: 175 days later, Sep 26, 2029; decided then by “AIT”.',
    ],
    [{ date: '2029-04-04', days: 0, decider: 'AIT' }, 'License: no change, Apr 4, 2029.'],
    [{ date: '2029-04-04', days: null, decider: null }, 'License: Apr 4, 2029.'],
    [{ date: null, days: null, decider: null }, 'License: it would have no date.'],
  ])('%o', (trial, sentence) => {
    expect(trialSentence('License', trial)).toBe(sentence);
  });
});

it('an average that is needed is never rounded below itself', () => {
  expect([3.421, 3.42, 3.4200000000001, 4, 3.9999999999].map(formatGpaNeeded)).toEqual([
    '3.43',
    '3.42',
    '3.42',
    '4.00',
    '4.00',
  ]);
});

it('the complexity of a program is told with its factor and what is left out', () => {
  expect(programMetricsText({ complexity: 290, onLoops: 0, quarters: false })).toBe('Complexity 290');
  expect(programMetricsText({ complexity: 38 / 3, onLoops: 2, quarters: true })).toBe(
    'Complexity 12.7, times 2/3 because a quarter is shorter than a semester, without 2 courses on a loop of requisites',
  );
});
