import { expect, it } from 'vitest';
import { FIRST_DAY, toDay } from '#shared/domain/time/day.ts';
import { inViewText } from './mini-map.ts';

const all = { first: 1, last: 12, count: 12 };

it('says the months in view, and the rows where some are not', () => {
  expect(inViewText(toDay('2028-05-12'), toDay('2029-06-01'), all)).toBe('May 2028 to June 2029');
  expect(inViewText(toDay('2028-05-12'), toDay('2028-05-20'), all)).toBe('May 2028');
  expect(inViewText(toDay('2028-05-12'), toDay('2028-06-20'), { first: 3, last: 14, count: 1_200 })).toBe(
    'May 2028 to June 2028, rows 3 to 14 of 1,200',
  );
});

it('keeps to the days there are', () => {
  expect(inViewText(FIRST_DAY - 400, toDay('1900-02-01'), all)).toBe('January 1900 to February 1900');
});
