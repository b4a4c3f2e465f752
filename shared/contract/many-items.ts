import { z } from 'zod';
import { ITEM_KINDS } from '#shared/domain/plan/items.ts';
import { id } from './fields.ts';

/** More than a plan is built for; a list that is longer is a mistake. */
const MOST_ITEMS = 10_000;

/** Fields of an item; which there are depends on its kind, so each list is read with the schema of its own kind. */
const fields = z.record(z.string().max(100), z.unknown());

/** Items to change and items to add. A new item has a `key`, by which the others may name it as their program or term. */
export const itemChanges = z
  .strictObject({
    planId: id,
    updates: z.array(z.strictObject({ id, changes: fields })).max(MOST_ITEMS),
    additions: z
      .array(z.strictObject({ key: id, kind: z.enum(ITEM_KINDS), fields }))
      .max(MOST_ITEMS)
      .optional(),
  })
  .refine(({ updates, additions = [] }) => updates.length + additions.length > 0, {
    error: 'must name at least one item',
  })
  .refine(({ updates }) => areDifferent(updates.map(({ id }) => id)), { error: 'must name each item once' })
  .refine(({ additions = [] }) => areDifferent(additions.map(({ key }) => key)), {
    error: 'must give each new item a key of its own',
  });

/** Items of one plan. */
export const manyItems = z.strictObject({
  planId: id,
  ids: z.array(id).min(1).max(MOST_ITEMS).refine(areDifferent, { error: 'must name each item once' }),
});

function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
