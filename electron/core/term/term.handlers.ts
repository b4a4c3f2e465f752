import type { ParsedOf } from '#shared/contract/contract.ts';
import { previewShift } from '#shared/domain/terms/preview-shift.ts';
import { shiftTerms } from '#shared/domain/terms/shift-terms.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { updateItem } from '../item/item.sql.ts';
import { documentOf, placeOf } from '../places.ts';

export const termHandlers: Pick<Handlers, 'term.previewShift' | 'term.shift'> = {
  'term.previewShift': (context, input) => {
    const outcome = previewShift(...shiftOf(context, input));
    if (!outcome.ok) throw new Refusal({ code: 'cannot-shift', why: outcome.refusal });
    return outcome.preview;
  },

  'term.shift': (context, input) => {
    const place = placeOf(context, input.id, 'term');
    context.about(place.planId, place.title);
    const outcome = shiftTerms(...shiftOf(context, input));
    if (!outcome.ok) throw new Refusal({ code: 'cannot-shift', why: outcome.refusal });
    for (const { term, changes } of outcome.shifted)
      updateItem(context.db, placeOf(context, term.id), changes);
    return null;
  },
};

function shiftOf(context: Context, { id, by }: ParsedOf<'term.shift'>): Parameters<typeof shiftTerms> {
  const { planId } = placeOf(context, id, 'term');
  return [documentOf(context, planId), id, by, toDay(context.clock.today())];
}
