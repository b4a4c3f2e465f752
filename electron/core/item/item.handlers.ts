import { blankItem } from '#shared/domain/plan/blank-item.ts';
import { findItemProblem } from '#shared/domain/plan/check-item.ts';
import type { Item, ItemKind } from '#shared/domain/plan/items.ts';
import { dragItem } from '#shared/domain/schedule/drag.ts';
import { resizeItem } from '#shared/domain/schedule/resize.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { documentOf, found, merge, placeIn, placeOf, planOf } from '../places.ts';
import { findRequirement } from '../requirement/requirement.sql.ts';
import { deleteItem, insertItem, nextPosition, nextTermIndex, readFields, updateItem } from './item.sql.ts';

export type Changes = Readonly<Record<string, unknown>>;

type ItemHandlers = Pick<Handlers, Extract<keyof Handlers, `${ItemKind}.${'add' | 'update'}`>>;

/** Adding and changing is the same for every kind; what differs is in the contract and the columns. */
export const itemHandlers: ItemHandlers = {
  'program.add': (context, input) => addItem(context, 'program', input),
  'program.update': (context, { id, changes }) => changeItem(context, 'program', id, changes),
  'term.add': (context, input) => addItem(context, 'term', input),
  'term.update': (context, { id, changes }) => changeItem(context, 'term', id, changes),
  'course.add': (context, input) => addItem(context, 'course', input),
  'course.update': (context, { id, changes }) => changeItem(context, 'course', id, changes),
  'experience.add': (context, input) => addItem(context, 'experience', input),
  'experience.update': (context, { id, changes }) => changeItem(context, 'experience', id, changes),
  'step.add': (context, input) => addItem(context, 'step', input),
  'step.update': (context, { id, changes }) => changeItem(context, 'step', id, changes),
  'credential.add': (context, input) => addItem(context, 'credential', input),
  'credential.update': (context, { id, changes }) => changeItem(context, 'credential', id, changes),
  'milestone.add': (context, input) => addItem(context, 'milestone', input),
  'milestone.update': (context, { id, changes }) => changeItem(context, 'milestone', id, changes),
};

export const itemMoves: Pick<
  Handlers,
  'course.move' | 'milestone.complete' | 'milestone.reopen' | 'item.move' | 'item.resize' | 'item.delete'
> = {
  'course.move': (context, { id, termId }) => changeItem(context, 'course', id, { termId }),

  'milestone.complete': (context, { id, doneOn }) => changeItem(context, 'milestone', id, { doneOn }),

  'milestone.reopen': (context, { id }) => changeItem(context, 'milestone', id, { doneOn: null }),

  'item.move': (context, { id, start }) => {
    const place = placeOf(context, id);
    context.about(place.planId, place.title);
    const outcome = dragItem(scheduleOf(context, place.planId), id, toDay(start));
    if (!outcome.ok) throw new Refusal({ code: 'cannot-move', why: outcome.reason });
    updateItem(context.db, place, outcome.changes);
    return { notice: outcome.notice ?? null };
  },

  'item.resize': (context, { id, end }) => {
    const place = placeOf(context, id);
    context.about(place.planId, place.title);
    const outcome = resizeItem(scheduleOf(context, place.planId), id, toDay(end));
    if (!outcome.ok) throw new Refusal({ code: 'cannot-move', why: outcome.reason });
    updateItem(context.db, place, outcome.changes);
    return null;
  },

  'item.delete': (context, { id }) => {
    const place = placeOf(context, id);
    context.about(place.planId, place.title);
    deleteItem(context.db, id);
    return null;
  },
};

/** Stores a new item, last in its plan; a term comes last among the terms of its program. @throws Refusal */
export function addItem(
  context: Context,
  kind: ItemKind,
  input: Changes & { planId: string; title: string },
): { id: string } {
  const { planId, title, ...fields } = input;
  planOf(context, planId);
  const id = context.newId();
  const blank = blankItem(kind, id, title, nextPosition(context.db, planId));
  const item = merge<Item>(blank, fields);
  if (item.kind === 'term' && item.programId !== null && fields['index'] === undefined)
    item.index = nextTermIndex(context.db, item.programId);
  checkItem(context, planId, item);
  insertItem(context.db, planId, item);
  context.about(planId, title);
  return { id };
}

/** Stores changed fields of an item of this kind. @throws Refusal where they make no sense. */
export function changeItem(context: Context, kind: ItemKind, id: string, changes: Changes): null {
  const place = placeOf(context, id, kind);
  const item = merge<Item>(readFields(context.db, place), changes);
  checkItem(context, place.planId, item);
  updateItem(
    context.db,
    place,
    Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  );
  context.about(place.planId, item.title);
  return null;
}

/** An item must make sense by itself, and everything it names must be there, of the right kind, in the same plan. */
function checkItem(context: Context, planId: string, item: Item): void {
  const problem = findItemProblem(item);
  if (problem) throw new Refusal(problem);
  if (item.programId !== null) {
    if (item.kind === 'program')
      throw new Refusal({
        code: 'wrong-kind',
        id: item.id,
        expected: 'item of a program',
        actual: 'program',
      });
    placeIn(context, planId, item.programId, 'program');
  }
  if (item.kind !== 'course') return;
  if (item.termId !== null) placeIn(context, planId, item.termId, 'term');
  if (item.repeatsId !== null) placeIn(context, planId, item.repeatsId, 'course');
  if (item.requirementId !== null) {
    const { programId } = found(
      findRequirement(context.db, item.requirementId),
      'requirement',
      item.requirementId,
    );
    placeIn(context, planId, programId, 'program');
  }
}

const scheduleOf = (context: Context, planId: string): Schedule =>
  schedulePlan(documentOf(context, planId), toDay(context.clock.today()));
