import type { Grouping } from '#shared/domain/layout/arrangement.ts';
import type { BarState } from '#shared/domain/layout/bar-state.ts';
import type { Lane } from '#shared/domain/layout/layout.ts';
import type { BandName, TickUnit } from '#shared/domain/layout/ticks.ts';
import type { ZoomName } from '#shared/domain/layout/time-scale.ts';
import { codeText } from '#shared/domain/plan/course-code.ts';
import type { Item, Season } from '#shared/domain/plan/items.ts';
import { calendarOf, type DayNumber } from '#shared/domain/time/day.ts';
import { formatDays } from './dates.ts';
import { PHASE_LABELS } from './labels.ts';
import { countOf } from './numbers.ts';

const LANGUAGE = 'en-US';
const MS_PER_DAY = 86_400_000;
const dayFormat = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LANGUAGE, { ...options, timeZone: 'UTC' });
const fullDay = dayFormat({ dateStyle: 'long' });
/** Days said before: putting one into words takes longer than drawing a bar, and a view says the same ones again. */
const saidDays = new Map<DayNumber, string>();
const MOST_SAID = 2_000;
/** The names of months and weekdays are asked for once: an axis is labeled anew in every frame of a zoom. */
const monthNames = (month: 'long' | 'short' | 'narrow'): readonly string[] => {
  const format = dayFormat({ month });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2024, index, 1)));
};
const months = { long: monthNames('long'), short: monthNames('short'), narrow: monthNames('narrow') };
const weekday = dayFormat({ weekday: 'short' });
/** Day 0 was a Thursday; the list begins with it. */
const weekdays: readonly string[] = Array.from({ length: 7 }, (_, day) => weekday.format(day * MS_PER_DAY));

export const BAR_STATE_LABELS: Record<BarState, string> = {
  planned: 'Planned',
  current: 'In progress',
  done: 'Done',
  overdue: 'Overdue',
  withdrawn: 'Withdrawn',
};

/** What is said of the items of the chain that decides the goal's date. */
export const CRITICAL_LABEL = 'Decides the goal’s date';

/** What lanes can be made of. */
export const GROUPING_LABELS: Record<Grouping, string> = {
  program: 'Program',
  phase: 'Phase',
  status: 'Status',
};

export const ZOOM_LABELS: Record<ZoomName, string> = {
  decades: 'Decades',
  years: 'Years',
  months: 'Months',
  weeks: 'Weeks',
  days: 'Days',
};

/** What a bar is called, the full name first: of a course also its code and its number, of a term its season. */
export function barNames(item: Item): readonly string[] {
  switch (item.kind) {
    case 'course': {
      const code = codeText(item);
      if (code === '' || code === item.title) return [item.title];
      return [`${code} ${item.title}`, code, item.number.trim()];
    }
    case 'term':
      return [item.title, ...SEASON_NAMES[item.season]];
    default:
      return [item.title];
  }
}

const SEASON_NAMES: Record<Season, readonly string[]> = {
  fall: ['Fall', 'Fa'],
  winter: ['Winter', 'Win', 'Wi'],
  spring: ['Spring', 'Spr', 'Sp'],
  summer: ['Summer', 'Sum', 'Su'],
};

/** The name of a lane: that of its program, of its state, or of its phase and what it holds beside programs. */
export function laneName({
  title,
  phase,
  besidePrograms,
  state = null,
}: Pick<Lane, 'title' | 'phase' | 'besidePrograms'> & Partial<Pick<Lane, 'state'>>): string {
  if (title !== null) return title;
  if (state !== null) return BAR_STATE_LABELS[state];
  if (phase === null) return '';
  return besidePrograms ? `${PHASE_LABELS[phase]}: dates and steps` : PHASE_LABELS[phase];
}

/**
 * What a screen reader says of a bar: `AIT, May 13, 2028 to November 3, 2028, planned, 2 findings`. `end` is the last
 * day; `slack` is said if given, `findings` if there are any.
 */
export function spokenBar(
  item: Item,
  start: DayNumber,
  end: DayNumber,
  state: BarState,
  decides: boolean,
  slack: number | null = null,
  findings = 0,
): string {
  const dates = start === end ? sayDay(start) : `${sayDay(start)} to ${sayDay(end)}`;
  const words = [barNames(item)[0] ?? '', dates, BAR_STATE_LABELS[state].toLowerCase()];
  if (decides) words.push('decides the goal’s date');
  if (slack !== null && slack !== 0) words.push(slackWords(slack));
  if (findings > 0) words.push(countOf(findings, 'finding'));
  return words.join(', ');
}

/** How an item stands to its latest finish: `42 days to spare`, `5 days late for the target`. */
export function slackWords(slack: number): string {
  return slack < 0 ? `${formatDays(slack)} late for the target` : `${formatDays(slack)} to spare`;
}

function sayDay(day: DayNumber): string {
  let said = saidDays.get(day);
  if (said === undefined) {
    if (saidDays.size >= MOST_SAID) saidDays.clear();
    said = fullDay.format(day * MS_PER_DAY);
    saidDays.set(day, said);
  }
  return said;
}

/** The texts of a cell of the axis, the longest first. Below a band of years, months do without theirs. */
export function tickLabels(unit: TickUnit, day: DayNumber, band: BandName): readonly string[] {
  const { year, month, date } = calendarOf(day);
  const name = (form: keyof typeof months): string => months[form][month - 1] ?? '';
  switch (unit) {
    case 'century':
    case 'decade':
      return [`${year}s`];
    case 'five-years':
    case 'year':
      return [String(year), `’${String(year % 100).padStart(2, '0')}`];
    case 'season':
      return SEASON_NAMES[month === 1 ? 'spring' : month === 5 ? 'summer' : 'fall'];
    case 'month':
      return band === 'major'
        ? [`${name('long')} ${year}`, `${name('short')} ${year}`]
        : [name('long'), name('short'), name('narrow')];
    case 'week':
      return [`${name('short')} ${date}`, String(date)];
    case 'day':
      return [`${weekdays[((day % 7) + 7) % 7] ?? ''} ${date}`, String(date)];
  }
}
