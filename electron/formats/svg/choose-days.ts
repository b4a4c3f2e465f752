import { isMark } from '#shared/domain/layout/bar-box.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import type { ItemDates } from '#shared/domain/schedule/types.ts';
import { LAST_DAY, toDay, type DayNumber, type IsoDate } from '#shared/domain/time/day.ts';

/** First and last day, both of them shown. */
export interface Days {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** What is in the picture: the items, and their dates as far as they are seen; parallel lists. */
export interface Shown {
  readonly items: Item[];
  readonly dates: ItemDates[];
  /** `null` when there is neither an item nor a range to show. */
  readonly days: Days | null;
  /** Titles of what is left out. */
  readonly undated: string[];
  readonly outside: string[];
}

/** A chart of fewer days than this has hardly room for a name. */
const LEAST_DAYS = 31;

/** Chooses what is seen from `from` to `to`; without them, everything that has dates. */
export function chooseDays(
  { items }: PlanDocument,
  schedule: Schedule,
  { from, to }: { from?: IsoDate | undefined; to?: IsoDate | undefined },
): Shown {
  const first = from === undefined ? -Infinity : toDay(from);
  const last = to === undefined ? Infinity : toDay(to);
  const shown: Omit<Shown, 'days'> = { items: [], dates: [], undated: [], outside: [] };
  const seen = { first: Infinity, last: -Infinity };
  for (const item of items) {
    const dates = schedule.dates(item.id);
    if (dates.start === null || dates.end === null) {
      shown.undated.push(item.title);
      continue;
    }
    const end = isMark(item) ? dates.start : dates.end;
    if (dates.start > last || end < first) {
      shown.outside.push(item.title);
      continue;
    }
    const seenStart = Math.max(dates.start, first);
    const seenEnd = Math.min(end, last);
    shown.items.push(item);
    shown.dates.push({ ...dates, start: seenStart, end: seenEnd });
    seen.first = Math.min(seen.first, seenStart);
    seen.last = Math.max(seen.last, seenEnd);
  }
  return { ...shown, days: daysOf(seen, first, last) };
}

/** The days asked for, else those of what is seen, and some more where that is next to nothing; `null` without any. */
function daysOf(seen: Days, first: number, last: number): Days | null {
  const from = Number.isFinite(first) ? first : seen.first;
  const to = Number.isFinite(last) ? last : Math.min(LAST_DAY, Math.max(seen.last, from + LEAST_DAYS - 1));
  return Number.isFinite(from) && Number.isFinite(to) ? { first: from, last: to } : null;
}
