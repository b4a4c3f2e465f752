import type { PlanDocument } from '../plan/document.ts';
import { COURSE_STATUSES, LENGTH_UNITS, type Item } from '../plan/items.ts';
import { applyChange } from '../schedule/change-field.ts';

/** Why a change cannot be tried out. The codes and facts are those of the contract's failures, which have the sentences. */
export type WhatIfRefusal =
  | { code: 'not-found'; noun: 'item'; id: string }
  | { code: 'no-known-field'; field: string; known: string[] }
  | { code: 'unusable-value'; field: string; value: string; expected: string };

export type ImaginedPlan = { ok: true; doc: PlanDocument } | { ok: false; reason: WhatIfRefusal };

/**
 * The plan as it would be after a change written `ITEM.field=value`: ITEM is an id or, when only one item has
 * it, a title; an empty value means "not set". The plan given stays as it is.
 */
export function imagine(doc: PlanDocument, text: string): ImaginedPlan {
  const { name, field, value } = /^(?<name>.+)\.(?<field>\w+)\s*=(?<value>.*)$/su.exec(text)?.groups ?? {};
  if (name === undefined || field === undefined || value === undefined) {
    return refuse({
      code: 'unusable-value',
      field: 'what-if',
      value: text,
      expected: 'written as ITEM.field=value',
    });
  }
  const found = findItem(doc, name.trim());
  if (found === null) return refuse({ code: 'not-found', noun: 'item', id: name.trim() });
  if (Array.isArray(found)) {
    const expected = `the id of one of the items with this title (${found.map(({ id }) => id).join(', ')})`;
    return refuse({ code: 'unusable-value', field: 'ITEM', value: name.trim(), expected });
  }
  const outcome = applyChange(doc, found.id, field, value.trim());
  if (outcome.ok) return outcome;
  if (outcome.reason === 'unknown-field') {
    return refuse({ code: 'no-known-field', field, known: changeableFields(doc, found) });
  }
  return refuse({ code: 'unusable-value', field, value: value.trim(), expected: EXPECTED[field] ?? A_DATE });
}

function refuse(reason: WhatIfRefusal): ImaginedPlan {
  return { ok: false, reason };
}

/** The item with this id, else the one with this title; all of them when several have it. */
function findItem({ items }: PlanDocument, name: string): Item | Item[] | null {
  const byId = items.find(({ id }) => id === name);
  if (byId !== undefined) return byId;
  const byTitle = items.filter(({ title }) => title === name);
  return byTitle.length > 1 ? byTitle : (byTitle[0] ?? null);
}

/** The fields of an item that a change may name: asked of the one who knows, by trying each. */
function changeableFields(doc: PlanDocument, item: Item): string[] {
  return Object.keys(item).filter((field) => {
    const outcome = applyChange(doc, item.id, field, '');
    return outcome.ok || outcome.reason !== 'unknown-field';
  });
}

const A_DATE = 'a date like 2028-05-12, with the first day not after the last';
const EXPECTED: Readonly<Record<string, string>> = {
  length: 'a number above 0',
  bestLength: 'a number above 0',
  lengthUnit: `one of ${LENGTH_UNITS.join(', ')}`,
  hoursRequired: 'a number of hours',
  hoursPerWeek: 'a number above 0 and at most 168',
  retakeDays: 'a whole number of days',
  validDays: 'a whole number of days',
  status: `one of ${COURSE_STATUSES.join(', ')}`,
  termId: 'the id of a term, or empty',
};
