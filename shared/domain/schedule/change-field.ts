import type { PlanDocument } from '../plan/document.ts';
import { COURSE_STATUSES, LENGTH_UNITS, type Item, type ItemKind } from '../plan/items.ts';
import { isIsoDate } from '../time/day.ts';

export type FieldChange =
  | { ok: true; doc: PlanDocument }
  | { ok: false; reason: 'unknown-item' | 'unknown-field' | 'unusable-value' };

/** What a field takes. All but a term's own days and a course's status can also be nothing. */
type Takes = 'date' | 'fixed-date' | 'length' | 'hours' | 'pace' | 'days' | 'unit' | 'status' | 'term';

const OF_EVERY_ITEM: Record<string, Takes> = {
  notBefore: 'date',
  pinStart: 'date',
  pinEnd: 'date',
  actualStart: 'date',
  actualEnd: 'date',
  length: 'length',
  lengthUnit: 'unit',
  bestLength: 'length',
};

const OF_KIND: Record<ItemKind, Record<string, Takes>> = {
  program: { mustEndBy: 'date' },
  term: { firstDay: 'fixed-date', lastDay: 'fixed-date' },
  course: { termId: 'term', status: 'status' },
  experience: { hoursRequired: 'hours', hoursPerWeek: 'pace' },
  step: { retakeDays: 'days', validDays: 'days' },
  credential: { issued: 'date', expires: 'date' },
  milestone: { doneOn: 'date' },
};

const HOURS_IN_A_WEEK = 168;

/**
 * The plan with one field of one item set, for questions such as "what if AIT.hoursPerWeek were 20"; the plan
 * given stays as it is. Fields are those that dates depend on, by their names in the document. `value` may be text
 * as typed (`20`, `2028-05-12`); `null` and empty text mean "not set".
 */
export function applyChange(doc: PlanDocument, itemId: string, field: string, value: unknown): FieldChange {
  const place = doc.items.findIndex((item) => item.id === itemId);
  const item = doc.items[place];
  if (!item) return { ok: false, reason: 'unknown-item' };
  const takes = takesOf(item.kind, field);
  if (!takes) return { ok: false, reason: 'unknown-field' };
  const usable = readValue(doc, takes, value);
  if (usable === undefined) return { ok: false, reason: 'unusable-value' };
  const changed: Item = { ...item, [field]: usable };
  if (!hasDaysInOrder(changed)) return { ok: false, reason: 'unusable-value' };
  return { ok: true, doc: { ...doc, items: doc.items.with(place, changed) } };
}

function takesOf(kind: ItemKind, field: string): Takes | undefined {
  if (Object.hasOwn(OF_KIND[kind], field)) return OF_KIND[kind][field];
  return Object.hasOwn(OF_EVERY_ITEM, field) ? OF_EVERY_ITEM[field] : undefined;
}

/** The value to store, `undefined` when the field cannot take it. */
function readValue(doc: PlanDocument, takes: Takes, value: unknown): string | number | null | undefined {
  const text = typeof value === 'string' ? value.trim() : value;
  if (text === null || text === '') return takes === 'fixed-date' || takes === 'status' ? undefined : null;
  switch (takes) {
    case 'date':
    case 'fixed-date':
      return typeof text === 'string' && isIsoDate(text) ? text : undefined;
    case 'length':
      return readNumber(text, (count) => count > 0);
    case 'hours':
      return readNumber(text, (hours) => hours >= 0);
    case 'pace':
      return readNumber(text, (hours) => hours > 0 && hours <= HOURS_IN_A_WEEK);
    case 'days':
      return readNumber(text, (days) => Number.isInteger(days) && days >= 0);
    case 'unit':
      return LENGTH_UNITS.find((unit) => unit === text);
    case 'status':
      return COURSE_STATUSES.find((status) => status === text);
    case 'term':
      return doc.items.find((item) => item.kind === 'term' && item.id === text)?.id;
  }
}

function readNumber(value: unknown, isUsable: (value: number) => boolean): number | undefined {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)))
    return undefined;
  const number = Number(value);
  return Number.isFinite(number) && isUsable(number) ? number : undefined;
}

function hasDaysInOrder(item: Item): boolean {
  if (item.kind === 'term' && item.lastDay < item.firstDay) return false;
  return inOrder(item.pinStart, item.pinEnd) && inOrder(item.actualStart, item.actualEnd);
}

function inOrder(first: string | null, last: string | null): boolean {
  return first === null || last === null || first <= last;
}
