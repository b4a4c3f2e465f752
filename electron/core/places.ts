import type { ItemKind } from '#shared/domain/plan/items.ts';
import type { Plan, PlanDocument } from '#shared/domain/plan/document.ts';
import { Refusal, type Context } from './context.ts';
import { findPlace, type ItemPlace } from './item/item.sql.ts';
import { readDocument } from './plan/document.ts';
import { findPlan } from './plan/plan.sql.ts';

/** The plan with this id. @throws Refusal when there is none. */
export function planOf({ db }: Context, id: string): Plan {
  const plan = findPlan(db, id);
  if (!plan) throw new Refusal({ code: 'not-found', noun: 'plan', id });
  return plan;
}

/** Everything stored about a plan. @throws Refusal when there is no such plan. */
export function documentOf({ db }: Context, planId: string): PlanDocument {
  const document = readDocument(db, planId);
  if (!document) throw new Refusal({ code: 'not-found', noun: 'plan', id: planId });
  return document;
}

/** The place of an item, of the given kind if one is named. @throws Refusal when it is not there or of another kind. */
export function placeOf({ db }: Context, id: string, kind?: ItemKind): ItemPlace {
  const place = findPlace(db, id);
  if (!place) throw new Refusal({ code: 'not-found', noun: kind ?? 'item', id });
  if (kind && place.kind !== kind)
    throw new Refusal({ code: 'wrong-kind', id, expected: kind, actual: place.kind });
  return place;
}

/** Like `placeOf`, and the item must belong to the given plan. */
export function placeIn(context: Context, planId: string, id: string, kind?: ItemKind): ItemPlace {
  const place = placeOf(context, id, kind);
  if (place.planId !== planId) throw new Refusal({ code: 'other-plan', noun: kind ?? 'item', id });
  return place;
}

/** A found record, or a refusal that names what is missing. */
export function found<Value>(
  value: Value | undefined,
  noun: 'link' | 'link group' | 'requirement' | 'requisite' | 'fact' | 'baseline',
  id: string,
): Value {
  if (value === undefined) throw new Refusal({ code: 'not-found', noun, id });
  return value;
}

/** Takes the fields that were given over the present ones; a field given as `undefined` was not given. */
export function merge<Value extends object>(
  present: Value,
  changes: { readonly [F in keyof Value]?: Value[F] | undefined },
): Value {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...present, ...given };
}
