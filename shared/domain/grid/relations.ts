import type { PlanDocument, RequisiteSet } from '../plan/document.ts';

/** What another course is to one: needed before it, with it or earlier, in the same term; or in need of it. */
export type Relation = 'before' | 'with' | 'same-term' | 'needs-it';

export interface Related {
  courseId: string;
  relation: Relation;
  /** True when the course is one of several of which fewer would do. */
  optional: boolean;
}

const RELATION_OF: Record<RequisiteSet['kind'], Relation> = {
  pre: 'before',
  co: 'with',
  strict: 'same-term',
};
/** A course that is related in several ways is named by the first of them. */
const STRONGEST: readonly Relation[] = ['before', 'same-term', 'with', 'needs-it'];

/**
 * The courses each course is directly tied to by requisites, by its id: what it needs, then what needs it, in the order
 * of the plan. Courses without any are left out.
 */
export function relationsIn({ requisiteSets }: Pick<PlanDocument, 'requisiteSets'>): Map<string, Related[]> {
  const found = new Map<string, Map<string, Related>>();
  const add = (of: string, related: Related) => {
    const own = found.get(of) ?? new Map<string, Related>();
    const before = own.get(related.courseId);
    if (before === undefined || rank(related) < rank(before)) own.set(related.courseId, related);
    found.set(of, own);
  };
  for (const { courseId, kind, need, needs } of requisiteSets) {
    const optional = need !== null && need < needs.length;
    for (const { courseId: needed } of needs) {
      if (needed === courseId) continue;
      add(courseId, { courseId: needed, relation: RELATION_OF[kind], optional });
      add(needed, { courseId, relation: 'needs-it', optional });
    }
  }
  return new Map(
    [...found].map(([id, own]) => [
      id,
      [...own.values()].sort((a, b) => Number(a.relation === 'needs-it') - Number(b.relation === 'needs-it')),
    ]),
  );
}

const rank = ({ relation }: Related): number => STRONGEST.indexOf(relation);
