import { checkPlacements } from '#shared/domain/fill/check-placements.ts';
import { termItem } from '#shared/domain/fill/new-terms.ts';
import { moveCourses } from '#shared/domain/grid/move-courses.ts';
import { subjectOfMany } from '#shared/domain/plan/many-items.ts';
import { findItemProblem } from '#shared/domain/plan/check-item.ts';
import { Refusal, type Handlers } from '../context.ts';
import { insertItem, nextPosition, updateItem } from '../item/item.sql.ts';
import { placeIn, planOf } from '../places.ts';
import { readDocument } from './document.ts';

/** Placing many courses at once: all of it in one step, or none. */
export const placeHandlers: Pick<Handlers, 'plan.place' | 'plan.moveCourses'> = {
  'plan.moveCourses': (context, { planId, courseIds, termId }) => {
    planOf(context, planId);
    for (const courseId of courseIds) placeIn(context, planId, courseId, 'course');
    if (termId !== null) placeIn(context, planId, termId, 'term');
    const outcome = moveCourses(readDocument(context.db, planId)!, courseIds, termId);
    if (!outcome.ok) {
      const { title, status } = outcome.course;
      throw new Refusal({ code: 'cannot-move-course', course: title, status, why: outcome.why });
    }
    for (const { id } of outcome.moved)
      updateItem(context.db, placeIn(context, planId, id, 'course'), { termId });
    const many = { changed: outcome.moved.length, added: 0, field: null };
    context.about(planId, subjectOfMany(many, outcome.moved[0]?.title ?? ''));
    return null;
  },

  'plan.place': (context, { planId, newTerms = [], placements }) => {
    const { name } = planOf(context, planId);
    const keys = new Set(newTerms.map(({ key }) => key));
    for (const { programId } of newTerms) placeIn(context, planId, programId, 'program');
    for (const { courseId, termId } of placements) {
      placeIn(context, planId, courseId, 'course');
      if (!keys.has(termId)) placeIn(context, planId, termId, 'term');
    }
    const refused = checkPlacements(readDocument(context.db, planId)!, newTerms, placements);
    if (refused) throw new Refusal({ code: 'cannot-place', course: refused.course.title, why: refused.why });

    const ids = new Map<string, string>();
    for (const term of newTerms) {
      const item = termItem(term, context.newId(), nextPosition(context.db, planId));
      const problem = findItemProblem(item);
      if (problem) throw new Refusal(problem);
      insertItem(context.db, planId, item);
      ids.set(term.key, item.id);
    }
    for (const { courseId, termId } of placements) {
      const place = placeIn(context, planId, courseId, 'course');
      updateItem(context.db, place, { termId: ids.get(termId) ?? termId });
    }
    context.about(planId, name);
    return { termIds: Object.fromEntries(ids) };
  },
};
