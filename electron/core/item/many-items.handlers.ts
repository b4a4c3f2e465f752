import { contract } from '#shared/contract/contract.ts';
import type { Item, ItemKind } from '#shared/domain/plan/items.ts';
import { fieldOfAll, subjectOfMany } from '#shared/domain/plan/many-items.ts';
import { orderItems } from '#shared/domain/plan/order-items.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { placeIn, planOf } from '../places.ts';
import { addItem, changeItem, type Changes } from './item.handlers.ts';
import { deleteItem, itemsOf, updateItem } from './item.sql.ts';

/** Changing, deleting and ordering many items: all of it in one step, or none. */
export const manyItemHandlers: Pick<Handlers, 'plan.changeItems' | 'plan.deleteItems' | 'plan.orderItems'> = {
  'plan.changeItems': (context, { planId, updates, additions = [] }) => {
    planOf(context, planId);
    const ids = new Map<string, string>();
    for (const { key, kind, fields } of additions) {
      const title = typeof fields['title'] === 'string' ? fields['title'] : key;
      const input = naming(title, () => parsed(kind, 'add', { ...withIds(fields, ids), planId }));
      // The schema of the kind has just checked it.
      ids.set(
        key,
        naming(title, () => addItem(context, kind, input as unknown as Parameters<typeof addItem>[2])).id,
      );
    }
    let title = '';
    for (const { id, changes } of updates) {
      const place = placeIn(context, planId, id);
      ({ title } = place);
      naming(title, () => {
        const input = parsed(place.kind, 'update', { id, changes: withIds(changes, ids) });
        changeItem(context, place.kind, id, input['changes'] as Changes);
      });
    }
    const field = additions.length > 0 ? null : fieldOfAll(updates.map(({ changes }) => changes));
    const many = { changed: updates.length, added: additions.length, field };
    context.about(planId, subjectOfMany(many, title));
    return { ids: Object.fromEntries(ids) };
  },

  'plan.deleteItems': (context, { planId, ids }) => {
    const { title } = foundAll(context, planId, ids);
    for (const id of ids) deleteItem(context.db, id);
    context.about(planId, subjectOfMany({ changed: ids.length, added: 0, field: null }, title));
    return null;
  },

  'plan.orderItems': (context, { planId, ids, before }) => {
    const { title } = foundAll(context, planId, ids);
    if (before !== null) placeIn(context, planId, before);
    for (const { id, position } of orderItems(itemsOf(context.db, planId), new Set(ids), before))
      updateItem(context.db, placeIn(context, planId, id), { position });
    context.about(planId, subjectOfMany({ changed: ids.length, added: 0, field: null }, title));
    return null;
  },
};

/** The first of the items, all of which must be in the plan. @throws Refusal */
function foundAll(context: Context, planId: string, ids: readonly string[]): { title: string } {
  planOf(context, planId);
  const [first] = ids.map((id) => placeIn(context, planId, id));
  return { title: first?.title ?? '' };
}

/** What an `add` or `update` of this kind takes. @throws Refusal */
function parsed(kind: ItemKind, verb: 'add' | 'update', input: Changes): Record<string, unknown> {
  const result = contract[`${kind}.${verb}`].input.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, 5)
    .map(({ path, message }) => ({ path: path.join('.'), problem: message }));
  throw new Refusal({ code: 'bad-request', problems });
}

/** The fields by which one item names others. */
const NAMES_ITEMS: readonly (keyof Item | 'termId' | 'repeatsId')[] = ['programId', 'termId', 'repeatsId'];

/** Puts the ids of new items where their keys are. */
function withIds(fields: Changes, ids: ReadonlyMap<string, string>): Changes {
  if (ids.size === 0) return fields;
  const named: Record<string, string> = {};
  for (const field of NAMES_ITEMS) {
    const id = ids.get(String(fields[field]));
    if (id !== undefined) named[field] = id;
  }
  return { ...fields, ...named };
}

/** Says which item was refused, which a list of many leaves open otherwise. */
function naming<Value>(title: string, change: () => Value): Value {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal({ code: 'item-refused', title, why: error.failure });
  }
}
