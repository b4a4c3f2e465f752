import type { Fact } from '#shared/domain/plan/document.ts';
import type { Context, Handlers } from '../context.ts';
import { found, merge, placeIn, planOf } from '../places.ts';
import {
  deleteAcknowledgement,
  deleteFact,
  findFact,
  nextFactPosition,
  saveAcknowledgement,
  saveFact,
} from './fact.sql.ts';

export const factHandlers: Pick<Handlers, Extract<keyof Handlers, `fact.${string}` | `finding.${string}`>> = {
  'fact.add': (context, { planId, field, position, ...fields }) => {
    planOf(context, planId);
    const blank: Fact = {
      id: context.newId(),
      itemId: null,
      field,
      value: null,
      unit: null,
      basis: 'own',
      sourceTitle: null,
      sourceUrl: null,
      asOf: null,
      asOfText: null,
      checkedOn: null,
      note: null,
      position: position ?? nextFactPosition(context.db, planId),
    };
    const fact = merge(blank, fields);
    checkFact(context, planId, fact);
    saveFact(context.db, planId, fact);
    context.about(planId, field);
    return { id: fact.id };
  },

  'fact.update': (context, { id, changes }) => {
    const { planId, ...present } = found(findFact(context.db, id), 'fact', id);
    const fact = merge<Fact>(present, changes);
    checkFact(context, planId, fact);
    saveFact(context.db, planId, fact);
    context.about(planId, fact.field);
    return null;
  },

  'fact.delete': (context, { id }) => {
    const { planId, field } = found(findFact(context.db, id), 'fact', id);
    deleteFact(context.db, id);
    context.about(planId, field);
    return null;
  },

  'finding.acknowledge': (context, { planId, key, note }) => {
    planOf(context, planId);
    saveAcknowledgement(context.db, planId, { key, note });
    context.about(planId, null);
    return null;
  },

  'finding.reopen': (context, { planId, key }) => {
    planOf(context, planId);
    deleteAcknowledgement(context.db, planId, key);
    context.about(planId, null);
    return null;
  },
};

function checkFact(context: Context, planId: string, { itemId }: Fact): void {
  if (itemId !== null) placeIn(context, planId, itemId);
}
