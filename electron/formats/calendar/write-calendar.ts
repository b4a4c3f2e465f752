import type { Failure } from '#shared/contract/failures.ts';
import type { ExportLoss } from '#shared/contract/interop.ts';
import { barState } from '#shared/domain/layout/bar-state.ts';
import { phaseOf } from '#shared/domain/layout/phase.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item, Program } from '#shared/domain/plan/items.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import type { ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay, toIso, type DayNumber, type IsoDate } from '#shared/domain/time/day.ts';
import { PHASE_LABELS } from '#shared/words/labels.ts';
import { renewalTitle } from '#shared/words/exports.ts';
import { barNames } from '#shared/words/timeline.ts';
import { joinLines, textLine } from './content-lines.ts';
import { renewalOf } from './renewals.ts';

export interface CalendarOptions {
  today: IsoDate;
  /** When the file is written, an instant as `toISOString` gives it; it is all that two exports of the same plan differ in. */
  stamp: string;
}

export type WrittenCalendar =
  { ok: true; text: string; losses: ExportLoss[] } | { ok: false; failure: Failure };

/**
 * The dated items of a plan as an iCalendar file (RFC 5545): one all-day event each, reminders as alarms, and a
 * repeating event for the renewal of each credential. Items without dates are listed as lost; without any dated item
 * it is refused, because a calendar may not be empty.
 */
export function writeCalendar(document: PlanDocument, { today, stamp }: CalendarOptions): WrittenCalendar {
  const { plan, items } = document;
  const schedule = schedulePlan(document, toDay(today));
  const programs = new Map(
    items.filter((item): item is Program => item.kind === 'program').map((item) => [item.id, item]),
  );
  const undated: string[] = [];
  const events = items.flatMap((item): CalendarEvent[] => {
    const dates = schedule.dates(item.id);
    const own = eventOf(plan.id, item, dates, toDay(today));
    if (own === null) undated.push(item.title);
    const category = PHASE_LABELS[phaseOf(item, programs.get(item.programId ?? ''))];
    return [own, renewalEventOf(plan.id, item, dates.start)]
      .filter((event) => event !== null)
      .map((event) => ({ ...event, category, reminders: item.reminders }));
  });
  if (events.length === 0) return { ok: false, failure: { code: 'nothing-dated' } };
  const text = joinLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Throughline//Throughline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    textLine('NAME', plan.name),
    textLine('X-WR-CALNAME', plan.name),
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ]);
  return { ok: true, text, losses: undated.length > 0 ? [{ code: 'undated', titles: undated }] : [] };
}

interface CalendarEvent {
  uid: string;
  summary: string;
  description: string;
  url: string | null;
  /** First and last day. */
  start: DayNumber;
  end: DayNumber;
  rule: string | null;
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  category: string;
  /** Days before the start. */
  reminders: readonly number[];
}
type Bare = Omit<CalendarEvent, 'category' | 'reminders'>;

function eventOf(planId: string, item: Item, dates: ItemDates, today: DayNumber): Bare | null {
  const { start, end } = dates;
  if (start === null || end === null) return null;
  return {
    uid: uidOf(planId, item.id),
    summary: barNames(item)[0] ?? item.title,
    description: describe(item),
    url: item.url ?? item.webLinks?.[0]?.url ?? null,
    start,
    end,
    rule: null,
    status: statusOf(item, dates, today),
  };
}

/** Notes, then links: an event has room for one address only. */
function describe({ notes, url, webLinks = [] }: Item): string {
  const links = webLinks.map((link) => (link.title === null ? link.url : `${link.title}: ${link.url}`));
  // A single address without a name is the event's own, and nothing more to say.
  const [only] = webLinks;
  const isOwn = url === null && webLinks.length === 1 && only?.title === null;
  return [notes, isOwn ? '' : links.join('\n')].filter((part) => part !== '').join('\n\n');
}

function renewalEventOf(planId: string, item: Item, issued: DayNumber | null): Bare | null {
  const renewal = item.kind === 'credential' ? renewalOf(item, issued) : null;
  if (renewal === null) return null;
  return {
    uid: uidOf(planId, item.id, 'renewal'),
    summary: renewalTitle(item.title),
    description: '',
    url: item.url,
    start: renewal.day,
    end: renewal.day,
    rule: renewal.rule,
    status: 'TENTATIVE',
  };
}

/** What is worked out may still move; what is recorded, begun or given a date is settled. */
function statusOf(item: Item, dates: ItemDates, today: DayNumber): CalendarEvent['status'] {
  const state = barState(item, dates, today);
  if (state === 'withdrawn') return 'CANCELLED';
  if (state === 'done' || state === 'current') return 'CONFIRMED';
  return dates.mode === 'auto' || dates.mode === 'summary' ? 'TENTATIVE' : 'CONFIRMED';
}

function linesOf(event: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stampText(stamp)}`,
    `SEQUENCE:${sequenceAt(stamp)}`,
    `DTSTART;VALUE=DATE:${dateText(event.start)}`,
    // The day after the last one: the end of an event is not part of it.
    `DTEND;VALUE=DATE:${dateText(event.end + 1)}`,
    ...(event.rule === null ? [] : [`RRULE:${event.rule}`]),
    textLine('SUMMARY', event.summary),
    ...(event.description === '' ? [] : [textLine('DESCRIPTION', event.description)]),
    ...(event.url === null ? [] : [`URL:${event.url}`]),
    textLine('CATEGORIES', event.category),
    `STATUS:${event.status}`,
    // A degree of four years must not make every day of them look busy.
    'TRANSP:TRANSPARENT',
    ...event.reminders.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      textLine('DESCRIPTION', event.summary),
      `TRIGGER:${days === 0 ? 'PT0S' : `-P${days}D`}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** The same for the same item in every export. Ids may hold anything; encoded, they hold no space, comma or line end. */
function uidOf(...ids: string[]): string {
  return ids.map((id) => encodeURIComponent(id.toWellFormed())).join('/');
}

function dateText(day: DayNumber): string {
  return toIso(day).replaceAll('-', '');
}

function stampText(stamp: string): string {
  return `${stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Grows with every export, so that calendars take the newer one: minutes since 2020. */
function sequenceAt(stamp: string): number {
  return Math.max(0, Math.floor((Date.parse(stamp) - Date.parse('2020-01-01T00:00:00Z')) / 60_000));
}
