import type { Finding } from '#shared/domain/findings/types.ts';
import type { Related, Relation } from '#shared/domain/grid/relations.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import type { Proposal } from '#shared/contract/fill.ts';

/* Plain maps and sets, made anew with what they are about: nothing ever changes inside them. */

export const itemsById = (document: PlanDocument | null): ReadonlyMap<string, Item> =>
  new Map(document?.items.map((item) => [item.id, item]));

/** Courses that a proposal places, and terms that it adds. */
export const proposedIn = (proposal: Proposal | null | undefined): ReadonlySet<string> =>
  new Set([
    ...(proposal?.filling.placements.map(({ courseId }) => courseId) ?? []),
    ...(proposal?.newTerms.map(({ key }) => key) ?? []),
  ]);

export const marksBy = (related: readonly Related[]): ReadonlyMap<string, Relation> =>
  new Map(related.map(({ courseId, relation }) => [courseId, relation]));

/** The open findings of each item, by its id; that a course has no term yet is plain to see. */
export const problemsIn = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  Map.groupBy(
    findings.filter(({ acknowledged, code }) => !acknowledged && code !== 'unplaced-course'),
    ({ itemIds }) => itemIds[0] ?? '',
  );

export const setOf = (ids: readonly string[] = []): ReadonlySet<string> => new Set(ids);

/** The set with the id, or without it where it was there. */
export function toggled(ids: Iterable<string>, id: string): ReadonlySet<string> {
  const set = new Set(ids);
  if (!set.delete(id)) set.add(id);
  return set;
}
