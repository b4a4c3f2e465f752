import type { BarState } from '#shared/domain/layout/bar-state.ts';
import type { Lane } from '#shared/domain/layout/layout.ts';
import type { BandName, TickUnit } from '#shared/domain/layout/ticks.ts';
import type { ZoomName } from '#shared/domain/layout/time-scale.ts';
import { codeText } from '#shared/domain/plan/course-code.ts';
import type { Item, Season } from '#shared/domain/plan/items.ts';
import { calendarOf, toIso, type DayNumber } from '#shared/domain/time/day.ts';
import { formatDays } from './dates.ts';
import { PHASE_LABELS } from './labels.ts';

const LANGUAGE = 'en-US';
const dayFormat = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LANGUAGE, { ...options, timeZone: 'UTC' });
const fullDay = dayFormat({ dateStyle: 'long' });
const formats = {
  monthYear: dayFormat({ month: 'long', year: 'numeric' }),
  shortMonthYear: dayFormat({ month: 'short', year: 'numeric' }),
  month: dayFormat({ month: 'long' }),
  shortMonth: dayFormat({ month: 'short' }),
  narrowMonth: dayFormat({ month: 'narrow' }),
  monthDay: dayFormat({ month: 'short', day: 'numeric' }),
  weekday: dayFormat({ weekday: 'short' }),
};

export const BAR_STATE_LABELS: Record<BarState, string> = {
  planned: 'Planned',
  current: 'In progress',
  done: 'Done',
  overdue: 'Overdue',
  withdrawn: 'Withdrawn',
};

/** What is said of the items of the chain that decides the goal's date. */
export const CRITICAL_LABEL = 'Decides the goal’s date';

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

/** The name of a lane: that of its program, or of its phase and what it holds beside programs. */
export function laneName({
  title,
  phase,
  besidePrograms,
}: Pick<Lane, 'title' | 'phase' | 'besidePrograms'>): string {
  if (title !== null) return title;
  return besidePrograms ? `${PHASE_LABELS[phase]}: dates and steps` : PHASE_LABELS[phase];
}

/** What a screen reader says of a bar: `AIT, May 13, 2028 to November 3, 2028, planned`. `end` is the last day; `slack` is said if given. */
export function spokenBar(
  item: Item,
  start: DayNumber,
  end: DayNumber,
  state: BarState,
  decides: boolean,
  slack: number | null = null,
): string {
  const first = fullDay.format(Date.parse(toIso(start)));
  const dates = start === end ? first : `${first} to ${fullDay.format(Date.parse(toIso(end)))}`;
  const words = [barNames(item)[0] ?? '', dates, BAR_STATE_LABELS[state].toLowerCase()];
  if (decides) words.push('decides the goal’s date');
  if (slack !== null && slack !== 0) words.push(slackWords(slack));
  return words.join(', ');
}

/** How an item stands to its latest finish: `42 days to spare`, `5 days late for the target`. */
export function slackWords(slack: number): string {
  return slack < 0 ? `${formatDays(slack)} late for the target` : `${formatDays(slack)} to spare`;
}

/** The texts of a cell of the axis, the longest first. Below a band of years, months do without theirs. */
export function tickLabels(unit: TickUnit, day: DayNumber, band: BandName): readonly string[] {
  const { year, month, date } = calendarOf(day);
  const at = Date.parse(toIso(day));
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
        ? [formats.monthYear.format(at), formats.shortMonthYear.format(at)]
        : [formats.month.format(at), formats.shortMonth.format(at), formats.narrowMonth.format(at)];
    case 'week':
      return [formats.monthDay.format(at), String(date)];
    case 'day':
      return [`${formats.weekday.format(at)} ${date}`, String(date)];
  }
}
