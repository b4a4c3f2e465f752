import { calendarOf, dayOf, FIRST_DAY, LAST_DAY, type DayNumber } from '../time/day.ts';
import { dayAt, type TimeScale } from './time-scale.ts';

/** The stretches of the calendar an axis can be divided into. A season is an academic one: fall, spring, summer. */
export const TICK_UNITS = [
  'century',
  'decade',
  'five-years',
  'year',
  'season',
  'month',
  'week',
  'day',
] as const;
export type TickUnit = (typeof TICK_UNITS)[number];

/** One cell of an axis: the days from `day` up to, not including, `until`. */
export interface Tick {
  readonly day: DayNumber;
  readonly until: DayNumber;
  /** True where an academic year begins (August 1), for a stronger line. */
  readonly academic: boolean;
  /** What fits into the cell, or an empty text. */
  readonly label: string;
  /** Pixels the label takes. */
  readonly width: number;
}

export interface AxisBand {
  readonly unit: TickUnit;
  readonly ticks: readonly Tick[];
}

export interface Axis {
  readonly major: AxisBand;
  readonly minor: AxisBand;
}

export type BandName = 'major' | 'minor';
/** The texts for a cell, the longest first. Words belong to the caller. */
export type TickLabels = (unit: TickUnit, day: DayNumber, band: BandName) => readonly string[];
/** Width of a text in pixels, in the type the axis is drawn with. */
export type MeasureText = (text: string) => number;

/** Free pixels around a label inside its cell, both sides together. */
export const TICK_PADDING = 8;
/** Fall begins in August, spring in January, summer in May. */
const SEASON_MONTHS = [1, 5, 8];
const ACADEMIC_YEAR_MONTH = 8;

/** Average days of a unit: enough to choose among them. */
const DAYS: Record<TickUnit, number> = {
  century: 36_524,
  decade: 3_652,
  'five-years': 1_826,
  year: 365,
  season: 122,
  month: 30,
  week: 7,
  day: 1,
};

/** The pairs an axis may have, the finest first, and the pixels its smaller unit needs at least. */
const BANDS: readonly { major: TickUnit; minor: TickUnit; least: number }[] = [
  { major: 'month', minor: 'day', least: 16 },
  { major: 'month', minor: 'week', least: 25 },
  { major: 'year', minor: 'month', least: 22 },
  { major: 'year', minor: 'season', least: 15 },
  { major: 'decade', minor: 'year', least: 20 },
  { major: 'century', minor: 'five-years', least: 20 },
];

/**
 * The two bands of the axis over `width` pixels: cells that cover the view without a gap, each with a label that
 * fits into it. Within a band all labels have the same form, the longest that fits the band's narrowest cell.
 */
export function axisTicks(scale: TimeScale, width: number, labels: TickLabels, measure: MeasureText): Axis {
  const from = Math.max(FIRST_DAY, Math.floor(scale.start));
  const to = Math.min(LAST_DAY, Math.ceil(dayAt(scale, width)));
  const pair = BANDS.find(({ minor, least }) => DAYS[minor] * scale.perDay >= least);
  const { major, minor } = pair ?? { major: 'century', minor: 'decade' };
  return {
    major: bandOf(major, from, to, scale, (day) => labels(major, day, 'major'), measure),
    minor: bandOf(minor, from, to, scale, (day) => labels(minor, day, 'minor'), measure),
  };
}

/** The first days of all cells of a unit that touch the days `from` to `to`, and the first day after them. */
export function tickDays(unit: TickUnit, from: DayNumber, to: DayNumber): DayNumber[] {
  const days = [tickOn(unit, from)];
  for (let day = nextTick(unit, days[0] ?? from); ; day = nextTick(unit, day)) {
    days.push(day);
    if (day > to) return days;
  }
}

/** The academic year a day belongs to, named by the year in which it begins: August 2027 to July 2028 is 2027. */
export function academicYearOf(day: DayNumber): number {
  const { year, month } = calendarOf(day);
  return month >= ACADEMIC_YEAR_MONTH ? year : year - 1;
}

/** The first day of the academic year named by the year in which it begins. */
export function academicYearStart(year: number): DayNumber {
  return dayOf(year, ACADEMIC_YEAR_MONTH, 1);
}

function bandOf(
  unit: TickUnit,
  from: DayNumber,
  to: DayNumber,
  scale: TimeScale,
  labelsOf: (day: DayNumber) => readonly string[],
  measure: MeasureText,
): AxisBand {
  const days = tickDays(unit, from, to);
  const cells = days
    .slice(0, -1)
    .map((day, index) => ({ day, until: days[index + 1] ?? day + 1, labels: labelsOf(day) }));
  const form = longestFittingForm(cells, scale, measure);
  const ticks = cells.map(({ day, until, labels }) => {
    const label = form === null ? '' : formOf(labels, form);
    return { day, until, academic: isAcademicStart(day), label, width: measure(label) };
  });
  return { unit, ticks };
}

function longestFittingForm(
  cells: readonly { day: DayNumber; until: DayNumber; labels: readonly string[] }[],
  scale: TimeScale,
  measure: MeasureText,
): number | null {
  const forms = Math.max(0, ...cells.map(({ labels }) => labels.length));
  for (let form = 0; form < forms; form += 1) {
    const fits = cells.every(
      ({ day, until, labels }) =>
        measure(formOf(labels, form)) + TICK_PADDING <= (until - day) * scale.perDay,
    );
    if (fits) return form;
  }
  return null;
}

/** The form-th text, or the shortest one there is. */
function formOf(texts: readonly string[], form: number): string {
  return texts[Math.min(form, texts.length - 1)] ?? '';
}

function isAcademicStart(day: DayNumber): boolean {
  const { month, date } = calendarOf(day);
  return month === ACADEMIC_YEAR_MONTH && date === 1;
}

/** The first day of the cell that contains `day`. */
function tickOn(unit: TickUnit, day: DayNumber): DayNumber {
  const { year, month } = calendarOf(day);
  switch (unit) {
    case 'century':
      return dayOf(year - (year % 100), 1, 1);
    case 'decade':
      return dayOf(year - (year % 10), 1, 1);
    case 'five-years':
      return dayOf(year - (year % 5), 1, 1);
    case 'year':
      return dayOf(year, 1, 1);
    case 'season':
      return dayOf(year, SEASON_MONTHS.findLast((first) => first <= month) ?? 1, 1);
    case 'month':
      return dayOf(year, month, 1);
    case 'week':
      // Day 0 was a Thursday; weeks begin on Monday.
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'day':
      return day;
  }
}

function nextTick(unit: TickUnit, tick: DayNumber): DayNumber {
  const { year, month } = calendarOf(tick);
  switch (unit) {
    case 'century':
      return dayOf(year + 100, 1, 1);
    case 'decade':
      return dayOf(year + 10, 1, 1);
    case 'five-years':
      return dayOf(year + 5, 1, 1);
    case 'year':
      return dayOf(year + 1, 1, 1);
    case 'season': {
      const next = SEASON_MONTHS.find((first) => first > month);
      return next === undefined ? dayOf(year + 1, 1, 1) : dayOf(year, next, 1);
    }
    case 'month':
      return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
    case 'week':
      return tick + 7;
    case 'day':
      return tick + 1;
  }
}
