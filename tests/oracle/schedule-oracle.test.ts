import { describe, expect, test } from 'vitest';
import { isoOf } from './oracle-calendar.ts';
import { consultOracle } from './schedule-oracle.ts';
import { WORKED_EXAMPLE_TODAY, workedExample, workedExampleWithMasters } from './worked-example.ts';

const ask = (document: Parameters<typeof consultOracle>[0]) => consultOracle(document, WORKED_EXAMPLE_TODAY);

function spanOf(answer: ReturnType<typeof ask>, id: string): [string, string] {
  const dates = answer.items.get(id);
  return [isoOf(dates?.start ?? NaN), isoOf(dates?.end ?? NaN)];
}

const goalOf = (answer: ReturnType<typeof ask>): string => isoOf(answer.goal?.date ?? NaN);

describe('the oracle on the worked example', () => {
  test('40 hours a week: the license on 2029-04-04, and every date on the way', () => {
    const answer = ask(workedExample());
    expect(spanOf(answer, 'graduation')).toEqual(['2028-05-12', '2028-05-12']);
    expect(spanOf(answer, 'ait')).toEqual(['2028-05-13', '2028-11-03']);
    expect(spanOf(answer, 'wait')).toEqual(['2028-11-04', '2029-03-03']);
    expect(spanOf(answer, 'exam')).toEqual(['2029-03-04', '2029-03-04']);
    expect(spanOf(answer, 'issuing')).toEqual(['2029-03-05', '2029-04-03']);
    expect(goalOf(answer)).toBe('2029-04-04');
    expect(answer.goal?.complete).toBe(true);
    expect([...answer.items.values()].map((dates) => dates.slack)).toEqual(Array.from(answer.items, () => 0));
    expect(answer.binding.map((entry) => entry.itemId)).toEqual([
      'license',
      'issuing',
      'exam',
      'wait',
      'ait',
      'graduation',
      'bs',
      'spring-2028',
    ]);
    expect(answer.binding.find((entry) => entry.itemId === 'ait')?.gain).toBe(174);
  });

  test('one day of approval at best: 2028-12-06', () => {
    expect(isoOf(ask(workedExample()).goal?.best ?? NaN)).toBe('2028-12-06');
  });

  test('20 hours a week: 175 days later', () => {
    const answer = ask(workedExample({ hoursPerWeek: 20 }));
    expect(spanOf(answer, 'ait')[1]).toBe('2029-04-27');
    expect(goalOf(answer)).toBe('2029-09-26');
  });

  test('the exam pinned to the last day of its window, and a day too late', () => {
    const inTime = ask(workedExample({ examOn: '2029-05-02' }));
    expect(goalOf(inTime)).toBe('2029-06-02');
    expect(inTime.goal?.complete).toBe(true);
    expect(inTime.items.get('wait')?.slack).toBe(59);
    const late = ask(workedExample({ examOn: '2029-05-03' }));
    expect(late.goal?.brokenItems).toEqual(['exam']);
    expect(late.goal?.complete).toBe(false);
  });

  test("a master's degree with a residency: 553 days later", () => {
    expect(goalOf(ask(workedExampleWithMasters()))).toBe('2030-10-09');
  });
});
