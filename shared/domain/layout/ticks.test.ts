import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_DAY, LAST_DAY, toDay, toIso } from '../time/day.ts';
import {
  academicYearOf,
  academicYearStart,
  axisTicks,
  TICK_PADDING,
  tickDays,
  TICK_UNITS,
  type TickUnit,
} from './ticks.ts';
import {
  dayAt,
  fitScale,
  keepInRange,
  MAX_PER_DAY,
  MIN_PER_DAY,
  xOf,
  zoomAround,
  zoomName,
} from './time-scale.ts';

const labels = (unit: TickUnit, day: number) => [
  `${unit} of ${toIso(day)}`,
  toIso(day).slice(0, 7),
  toIso(day).slice(8),
];
const measure = (text: string) => text.length * 7;

const anyScale = fc
  .record({
    start: fc.double({ min: FIRST_DAY, max: LAST_DAY - 1, noNaN: true }),
    zoom: fc.double({ min: Math.log(MIN_PER_DAY), max: Math.log(MAX_PER_DAY), noNaN: true }),
    width: fc.integer({ min: 1, max: 4_000 }),
  })
  .map(({ start, zoom, width }) => ({ scale: { start, perDay: Math.exp(zoom) }, width }));

describe('the axis', () => {
  it('covers the view without gaps, with labels that stay in their cells', () => {
    fc.assert(
      fc.property(anyScale, ({ scale, width }) => {
        const { major, minor } = axisTicks(scale, width, labels, measure);
        for (const { ticks } of [major, minor]) {
          const firstSeen = Math.max(FIRST_DAY, Math.floor(scale.start));
          const lastSeen = Math.min(LAST_DAY, Math.ceil(dayAt(scale, width)));
          expect(ticks[0]?.day).toBeLessThanOrEqual(firstSeen);
          expect(ticks.at(-1)?.until).toBeGreaterThan(lastSeen);
          ticks.forEach(({ day, until, label }, index) => {
            expect(until).toBeGreaterThan(day);
            if (index > 0) expect(day).toBe(ticks[index - 1]?.until);
            if (label !== '') {
              expect(measure(label) + TICK_PADDING).toBeLessThanOrEqual(
                xOf(scale, until) - xOf(scale, day) + 1e-6,
              );
            }
          });
        }
      }),
    );
  });

  it('never draws more cells than fit', () => {
    fc.assert(
      fc.property(anyScale, ({ scale, width }) => {
        const { major, minor } = axisTicks(scale, width, labels, measure);
        expect(minor.ticks.length).toBeLessThanOrEqual(width / 10 + 3);
        expect(major.ticks.length).toBeLessThanOrEqual(minor.ticks.length);
      }),
    );
  });

  it.each([
    [0.02, 'century', 'five-years'],
    [0.06, 'decade', 'year'],
    [0.3, 'year', 'season'],
    [1.6, 'year', 'month'],
    [6, 'month', 'week'],
    [26, 'month', 'day'],
  ])('at %d pixels a day shows %s and %s', (perDay, major, minor) => {
    const axis = axisTicks({ start: toDay('2028-01-01'), perDay }, 1_200, labels, measure);
    expect([axis.major.unit, axis.minor.unit]).toEqual([major, minor]);
  });

  it('marks where academic years begin', () => {
    const { minor } = axisTicks({ start: toDay('2027-01-01'), perDay: 0.3 }, 600, labels, measure);
    const begins = minor.ticks.filter(({ academic }) => academic).map(({ day }) => toIso(day));
    expect(begins).toEqual(
      ['2027-08-01', '2028-08-01', '2029-08-01', '2030-08-01', '2031-08-01'].slice(0, begins.length),
    );
    expect(begins.length).toBeGreaterThan(3);
  });
});

it.each(TICK_UNITS)('cells of a %s begin where the one before ends', (unit) => {
  const days = tickDays(unit, toDay('2024-02-29'), toDay('2031-03-01'));
  expect(days[0]).toBeLessThanOrEqual(toDay('2024-02-29'));
  expect(days.at(-1)).toBeGreaterThan(toDay('2031-03-01'));
  expect(days).toEqual([...new Set(days)].toSorted((a, b) => a - b));
});

it.each([
  ['week', '2028-03-01', '2028-02-28'],
  ['season', '2028-07-31', '2028-05-01'],
  ['season', '2028-12-31', '2028-08-01'],
  ['decade', '2029-12-31', '2020-01-01'],
  ['week', '1969-12-31', '1969-12-29'],
] as const)('the %s of %s begins on %s', (unit, day, first) => {
  expect(toIso(tickDays(unit, toDay(day), toDay(day))[0] ?? 0)).toBe(first);
});

it('knows academic years', () => {
  expect(academicYearOf(toDay('2028-07-31'))).toBe(2027);
  expect(academicYearOf(toDay('2028-08-01'))).toBe(2028);
  expect(toIso(academicYearStart(2028))).toBe('2028-08-01');
});

describe('the scale', () => {
  it('keeps the day under the pointer while zooming', () => {
    fc.assert(
      fc.property(anyScale, fc.double({ min: 0.1, max: 10, noNaN: true }), ({ scale, width }, factor) => {
        const x = width / 3;
        expect(dayAt(zoomAround(scale, x, factor), x)).toBeCloseTo(dayAt(scale, x), 3);
      }),
    );
  });

  it('fits a stretch of days into the view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST_DAY, max: LAST_DAY - 20_000 }),
        fc.nat({ max: 20_000 }),
        fc.integer({ min: 300, max: 3_000 }),
        (first, days, width) => {
          const scale = fitScale(first, first + days, width);
          expect(xOf(scale, first)).toBeGreaterThanOrEqual(-1e-6);
          expect(xOf(scale, first + days + 1)).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });

  it('never leaves the days that exist', () => {
    fc.assert(
      fc.property(anyScale, fc.integer({ min: -200_000, max: 200_000 }), ({ scale, width }, shift) => {
        const kept = keepInRange({ ...scale, start: scale.start + shift }, width);
        expect(kept.start).toBeGreaterThanOrEqual(FIRST_DAY);
        const fits = width / scale.perDay <= LAST_DAY + 1 - FIRST_DAY;
        if (fits) expect(dayAt(kept, width)).toBeLessThanOrEqual(LAST_DAY + 1 + 1e-6);
      }),
    );
  });

  it.each([
    [0.01, 'decades'],
    [0.3, 'years'],
    [1.6, 'months'],
    [6, 'weeks'],
    [26, 'days'],
  ])('names %d pixels a day %s', (perDay, name) => expect(zoomName(perDay)).toBe(name));
});
