import type { PlanDocument } from '../plan/document.ts';
import type { Course, Item, Term } from '../plan/items.ts';
import { FIRST_DAY, LAST_DAY, toDay, toIso, type DayNumber } from '../time/day.ts';
import type { Schedule } from './schedule.ts';

/** Fields of the item to store. */
export type ItemChanges = Partial<Pick<Item, 'notBefore' | 'pinStart' | 'pinEnd' | 'length' | 'lengthUnit'>> &
  Partial<Pick<Term, 'firstDay' | 'lastDay'>> &
  Partial<Pick<Course, 'termId'>> & { hoursPerWeek?: number };

export type DragOutcome =
  { ok: true; changes: ItemChanges; notice?: 'links-decide' } | { ok: false; reason: DragRefusal };

/**
 * Why a bar does not follow the pointer: nothing has this id; its dates are recorded; a program follows its
 * children; no term of the program is under the pointer; the day is outside 1900–2199.
 */
export type DragRefusal = 'unknown-item' | 'actual' | 'program' | 'no-term-there' | 'out-of-range';

/**
 * What dropping an item's bar with its first day on `start` stores (R17). Earlier than its links allow, an
 * automatic item loses its *not before* date and the notice says that its links decide.
 */
export function dragItem(schedule: Schedule, itemId: string, start: DayNumber): DragOutcome {
  const item = schedule.document.items.find(({ id }) => id === itemId);
  if (!item) return { ok: false, reason: 'unknown-item' };
  if (!inRange(start)) return { ok: false, reason: 'out-of-range' };
  switch (schedule.mode(itemId)) {
    case 'actual':
      return { ok: false, reason: 'actual' };
    case 'pinned':
      return movePin(item, start);
    case 'summary':
      return { ok: false, reason: 'program' };
    case 'term':
      return item.kind === 'term' ? moveTerm(item, start) : { ok: false, reason: 'no-term-there' };
    case 'course':
    case 'auto': {
      if (item.kind === 'course') return moveCourse(schedule.document, item, start);
      const allowed = schedule.firstDayByLinks(itemId);
      if (allowed !== null && start < allowed) {
        return { ok: true, changes: { notBefore: null }, notice: 'links-decide' };
      }
      return { ok: true, changes: { notBefore: toIso(start) } };
    }
  }
}

function movePin(item: Item, start: DayNumber): DragOutcome {
  const changes: ItemChanges = { pinStart: toIso(start) };
  if (item.pinEnd !== null && item.pinStart !== null) {
    const end = start + toDay(item.pinEnd) - toDay(item.pinStart);
    if (!inRange(end)) return { ok: false, reason: 'out-of-range' };
    changes.pinEnd = toIso(end);
  }
  return { ok: true, changes };
}

function moveTerm(term: Term, start: DayNumber): DragOutcome {
  const end = start + toDay(term.lastDay) - toDay(term.firstDay);
  if (!inRange(end)) return { ok: false, reason: 'out-of-range' };
  return { ok: true, changes: { firstDay: toIso(start), lastDay: toIso(end) } };
}

/** The term of the course's program that is running on the day; of several, the one that began last. */
function moveCourse(doc: PlanDocument, course: Course, day: DayNumber): DragOutcome {
  const date = toIso(day);
  let under: Term | null = null;
  for (const term of doc.items) {
    if (term.kind !== 'term' || term.programId !== course.programId) continue;
    if (term.firstDay > date || term.lastDay < date) continue;
    if (under === null || term.firstDay > under.firstDay) under = term;
  }
  return under ? { ok: true, changes: { termId: under.id } } : { ok: false, reason: 'no-term-there' };
}

/** True for a day the app can store (R1). */
export function inRange(day: DayNumber): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}
