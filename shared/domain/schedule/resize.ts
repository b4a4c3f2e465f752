import type { Experience, Item } from '../plan/items.ts';
import { toIso, type DayNumber } from '../time/day.ts';
import { daysForHours, lastDayOf, spanOfMonths } from '../time/length.ts';
import { inRange, type ItemChanges } from './drag.ts';
import { plannedHours } from './planned-span.ts';
import type { Schedule } from './schedule.ts';

export type ResizeOutcome = { ok: true; changes: ItemChanges } | { ok: false; reason: ResizeRefusal };

/**
 * Why a bar keeps its length: nothing has this id; its dates are recorded; a program follows its children, a
 * course its term; a milestone or credential is one day; it has no first day to measure from; it would end before
 * it starts, or take more hours a week than there are; the day is outside 1900–2199.
 */
export type ResizeRefusal =
  'unknown-item' | 'actual' | 'program' | 'course' | 'one-day' | 'undated' | 'too-short' | 'out-of-range';

const DAYS_PER_WEEK = 7;
const HOURS_PER_WEEK = 168;

/**
 * What dropping the right edge of an item's bar on `end` stores (R17): the pace for an experience in hours, the
 * pinned end where one is set, a term's last day, else the length. Weeks and months stay weeks and months, to the
 * nearest whole one, so that a best length in the same unit keeps its meaning.
 */
export function resizeItem(schedule: Schedule, itemId: string, end: DayNumber): ResizeOutcome {
  const item = schedule.document.items.find(({ id }) => id === itemId);
  if (!item) return refuse('unknown-item');
  if (item.kind === 'milestone' || item.kind === 'credential') return refuse('one-day');
  const mode = schedule.mode(itemId);
  const start = schedule.days(itemId)?.start ?? null;
  if (mode === 'actual') return refuse('actual');
  if (mode === 'summary') return refuse('program');
  if (mode === 'course') return refuse('course');
  if (start === null) return refuse('undated');
  if (!inRange(end)) return refuse('out-of-range');
  if (end < start) return refuse('too-short');
  if (mode === 'term') return { ok: true, changes: { lastDay: toIso(end) } };
  if (mode === 'pinned' && item.pinEnd !== null) return { ok: true, changes: { pinEnd: toIso(end) } };
  const hours = plannedHours(item);
  if (item.kind === 'experience' && hours !== null && paceDecides(item)) {
    const hoursPerWeek = paceFor(hours, end - start + 1);
    return hoursPerWeek === null ? refuse('too-short') : { ok: true, changes: { hoursPerWeek } };
  }
  return { ok: true, changes: lengthFor(item, start, end) };
}

function refuse(reason: ResizeRefusal): ResizeOutcome {
  return { ok: false, reason };
}

/** Hours without a pace are measured by the plain length, if the experience has one. */
function paceDecides(item: Experience): boolean {
  return item.hoursPerWeek !== null || item.length === null || item.lengthUnit === 'hour';
}

/** The roundest pace at which the hours take exactly that many days; `null` when a week is too short for it. */
function paceFor(hours: number, days: number): number | null {
  const exact = (hours * DAYS_PER_WEEK) / days;
  for (let scale = 1; scale <= 1_000_000; scale *= 10) {
    const pace = Math.ceil(exact * scale) / scale;
    if (pace > HOURS_PER_WEEK) continue;
    if (Math.max(1, daysForHours(hours, pace) ?? 0) === days) return pace;
  }
  return null;
}

function lengthFor(item: Item, start: DayNumber, end: DayNumber): ItemChanges {
  const days = end - start + 1;
  if (item.lengthUnit === 'week') return { length: Math.max(1, Math.round(days / DAYS_PER_WEEK)) };
  if (item.lengthUnit === 'month') return { length: nearestMonths(start, end) };
  return { length: days, lengthUnit: 'day' };
}

function nearestMonths(start: DayNumber, end: DayNumber): number {
  let months = 1;
  while (distance(start, months + 1, end) <= distance(start, months, end)) months += 1;
  return months;
}

function distance(start: DayNumber, months: number, end: DayNumber): number {
  return Math.abs(lastDayOf(start, spanOfMonths(months)) - end);
}
