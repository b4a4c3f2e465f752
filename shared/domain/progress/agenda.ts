import type { PlanDocument } from '../plan/document.ts';
import type { Item, Term } from '../plan/items.ts';
import { educationPeriod } from '../findings/credentials.ts';
import type { ItemDates } from '../schedule/types.ts';
import { toDay, type DayNumber } from '../time/day.ts';
import { isDone } from './done.ts';

/**
 * Why an item has a day on the agenda. `due`: a milestone. `starts`: a term, an experience or a step. `earliest`: the
 * first day one can hold a credential. `expires`: the last day of one that is held. `education`: the end of its period
 * of continuing education. `window`: the last day on which a step may start. `reminder`: a day to be reminded on.
 */
export type AgendaReason =
  'due' | 'starts' | 'earliest' | 'expires' | 'education' | 'window' | 'reminder' | 'ended' | 'done';

/** An item on a day. */
export interface AgendaEntry {
  readonly item: Item;
  readonly day: DayNumber;
  readonly reason: AgendaReason;
}

type DatesOf = (id: string) => Pick<ItemDates, 'mode' | 'start' | 'end'> | null;

/** What was done within so many days is done recently. */
export const RECENT_DAYS = 90;

/** Everything with a day from today on, in order of days; on one day in the order of the plan. */
export function comingUp(doc: PlanDocument, datesOf: DatesOf, today: DayNumber): AgendaEntry[] {
  const found: AgendaEntry[] = [];
  const add = (item: Item, day: DayNumber | null, reason: AgendaReason): void => {
    if (day !== null && day >= today) found.push({ item, day, reason });
  };
  const windows = lastDays(doc, datesOf);
  for (const item of doc.items) {
    const own = dayOf(item, datesOf, today);
    if (own !== null) {
      add(item, own.day, own.reason);
      for (const before of item.reminders) add(item, own.day - before, 'reminder');
    }
    if (isDone(item) === false && item.actualStart === null)
      add(item, windows.get(item.id) ?? null, 'window');
    if (item.kind === 'credential' && item.issued !== null && asksForEducation(item))
      add(item, educationPeriod(item, today)?.end ?? null, 'education');
  }
  return found.sort((a, b) => a.day - b.day);
}

/** The day an item is about while it is still ahead; `null` for what is over, is made of others, or has no day. */
function dayOf(
  item: Item,
  datesOf: DatesOf,
  today: DayNumber,
): { day: DayNumber; reason: AgendaReason } | null {
  if (item.kind === 'credential' && item.issued !== null)
    return item.expires === null ? null : { day: toDay(item.expires), reason: 'expires' };
  if (item.kind === 'program' || item.kind === 'course' || isDone(item) === true) return null;
  const start = datesOf(item.id)?.start ?? null;
  if (start === null) return null;
  if (item.kind === 'milestone') return { day: start, reason: 'due' };
  if (item.kind === 'credential') return { day: start, reason: 'earliest' };
  return start < today ? null : { day: start, reason: 'starts' };
}

function asksForEducation({ ceHours, ceTopics }: Item & { kind: 'credential' }): boolean {
  return (ceHours ?? 0) > 0 || ceTopics.length > 0;
}

/** The last day on which an item may start by the windows of its links (R6). Of alternatives nobody knows which holds. */
function lastDays({ links }: PlanDocument, datesOf: DatesOf): ReadonlyMap<string, DayNumber> {
  const last = new Map<string, DayNumber>();
  for (const { fromId, toId, kind, window, groupId } of links) {
    if (window === null || kind !== 'FS' || groupId !== null) continue;
    const end = datesOf(fromId)?.end ?? null;
    if (end === null) continue;
    last.set(toId, Math.min(last.get(toId) ?? Infinity, end + window));
  }
  return last;
}

/**
 * What should be over and is not, the oldest first: milestones, courses whose term has ended, steps and experiences
 * fixed on days that have passed, and credentials that have expired.
 */
export function overdue(doc: PlanDocument, datesOf: DatesOf, today: DayNumber): AgendaEntry[] {
  const terms = termsOf(doc);
  return doc.items
    .flatMap((item): AgendaEntry[] => {
      const late = lateDay(item, terms, datesOf);
      return late !== null && late.day < today ? [{ item, ...late }] : [];
    })
    .sort((a, b) => a.day - b.day);
}

function lateDay(
  item: Item,
  terms: ReadonlyMap<string, Term>,
  datesOf: DatesOf,
): { day: DayNumber; reason: AgendaReason } | null {
  if (item.kind === 'credential')
    return item.expires === null ? null : { day: toDay(item.expires), reason: 'expires' };
  if (item.kind === 'course') {
    const term =
      item.status === 'planned' || item.status === 'enrolled' ? terms.get(item.termId ?? '') : null;
    return term ? { day: toDay(term.lastDay), reason: 'ended' } : null;
  }
  if (isDone(item) !== false) return null;
  const dates = datesOf(item.id);
  if (dates === null) return null;
  if (item.kind === 'milestone')
    return dates.start === null || item.actualStart !== null ? null : { day: dates.start, reason: 'due' };
  return dates.mode === 'pinned' && dates.end !== null ? { day: dates.end, reason: 'ended' } : null;
}

/** What was done in the last `RECENT_DAYS` days, the latest first. */
export function doneRecently(doc: PlanDocument, today: DayNumber): AgendaEntry[] {
  const terms = termsOf(doc);
  return doc.items
    .flatMap((item): AgendaEntry[] => {
      const day = isDone(item) === true ? doneDay(item, terms) : null;
      return day !== null && day <= today && day > today - RECENT_DAYS ? [{ item, day, reason: 'done' }] : [];
    })
    .sort((a, b) => b.day - a.day);
}

function doneDay(item: Item, terms: ReadonlyMap<string, Term>): DayNumber | null {
  const day = (() => {
    switch (item.kind) {
      case 'milestone':
        return item.doneOn ?? item.actualEnd;
      case 'credential':
        return item.issued;
      case 'course':
        return item.actualEnd ?? terms.get(item.termId ?? '')?.lastDay ?? null;
      case 'step':
        return item.actualEnd ?? item.attempts.find(({ result }) => result === 'passed')?.day ?? null;
      default:
        return item.actualEnd;
    }
  })();
  return day === null ? null : toDay(day);
}

function termsOf({ items }: PlanDocument): ReadonlyMap<string, Term> {
  return new Map(items.filter((item) => item.kind === 'term').map((term) => [term.id, term]));
}
