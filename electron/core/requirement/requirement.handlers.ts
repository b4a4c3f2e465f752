import type { Requirement } from '#shared/domain/plan/document.ts';
import type { Context, Handlers } from '../context.ts';
import { found, merge, placeIn, placeOf } from '../places.ts';
import {
  deleteRequirement,
  findRequirement,
  insertRequirement,
  nextRequirementPosition,
  updateRequirement,
} from './requirement.sql.ts';

export const requirementHandlers: Pick<Handlers, Extract<keyof Handlers, `requirement.${string}`>> = {
  'requirement.add': (context, input) => {
    const {
      programId,
      title,
      rule,
      amount = null,
      minGrade = null,
      shared = false,
      eligible = [],
      position,
    } = input;
    const { planId } = placeOf(context, programId, 'program');
    const requirement: Requirement = {
      id: context.newId(),
      programId,
      title,
      rule,
      amount,
      minGrade,
      shared,
      position: position ?? nextRequirementPosition(context.db, programId),
      eligible,
    };
    checkEligible(context, planId, requirement);
    insertRequirement(context.db, requirement);
    context.about(planId, title);
    return { id: requirement.id };
  },

  'requirement.update': (context, { id, changes }) => {
    const requirement = merge(found(findRequirement(context.db, id), 'requirement', id), changes);
    const { planId } = placeOf(context, requirement.programId);
    checkEligible(context, planId, requirement);
    updateRequirement(context.db, requirement);
    context.about(planId, requirement.title);
    return null;
  },

  'requirement.delete': (context, { id }) => {
    const { programId, title } = found(findRequirement(context.db, id), 'requirement', id);
    context.about(placeOf(context, programId).planId, title);
    deleteRequirement(context.db, id);
    return null;
  },
};

function checkEligible(context: Context, planId: string, { eligible }: Requirement): void {
  for (const courseId of eligible) placeIn(context, planId, courseId, 'course');
}
