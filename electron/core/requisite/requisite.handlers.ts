import type { RequisiteSet } from '#shared/domain/plan/document.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { found, merge, placeIn, placeOf } from '../places.ts';
import {
  deleteRequisite,
  findRequisite,
  insertRequisite,
  nextRequisitePosition,
  updateRequisite,
} from './requisite.sql.ts';

export const requisiteHandlers: Pick<Handlers, Extract<keyof Handlers, `requisite.${string}`>> = {
  'requisite.add': (context, { courseId, kind, need = null, needs }) => {
    const { planId, title } = placeOf(context, courseId, 'course');
    const set: RequisiteSet = { id: context.newId(), courseId, kind, need, needs: firstOfEach(needs) };
    checkRequisite(context, planId, set);
    insertRequisite(context.db, set, nextRequisitePosition(context.db, planId));
    context.about(planId, title);
    return { id: set.id };
  },

  'requisite.update': (context, { id, changes }) => {
    const present = found(findRequisite(context.db, id), 'requisite', id);
    const merged = merge(present, changes);
    const set = { ...merged, needs: firstOfEach(merged.needs) };
    const { planId, title } = placeOf(context, set.courseId);
    checkRequisite(context, planId, set);
    updateRequisite(context.db, set);
    context.about(planId, title);
    return null;
  },

  'requisite.delete': (context, { id }) => {
    const { courseId } = found(findRequisite(context.db, id), 'requisite', id);
    const { planId, title } = placeOf(context, courseId);
    deleteRequisite(context.db, id);
    context.about(planId, title);
    return null;
  },
};

/** A course named twice in one set is asked once; the first mention counts. */
const firstOfEach = (needs: RequisiteSet['needs']): RequisiteSet['needs'] =>
  needs.filter(({ courseId }, index) => needs.findIndex((other) => other.courseId === courseId) === index);

function checkRequisite(context: Context, planId: string, { courseId, need, needs }: RequisiteSet): void {
  if (need !== null && need > needs.length)
    throw new Refusal({ code: 'need-too-large', need, members: needs.length });
  for (const { courseId: needed } of needs) {
    if (needed === courseId) throw new Refusal({ code: 'requisite-loop-itself' });
    placeIn(context, planId, needed, 'course');
  }
}
