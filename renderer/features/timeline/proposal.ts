import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { dragItem, type ItemChanges } from '#shared/domain/schedule/drag.ts';
import { resizeItem } from '#shared/domain/schedule/resize.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import { toIso, type DayNumber } from '#shared/domain/time/day.ts';

/** What a person is about to do to a bar: a new first day, or a new last one. */
export type Proposal =
  | { readonly kind: 'move'; readonly item: Item; readonly start: DayNumber }
  | { readonly kind: 'resize'; readonly item: Item; readonly end: DayNumber };

/** The command a proposal is sent as. */
export type ProposalCommand =
  | { readonly name: 'course.move'; readonly input: { id: string; termId: string } }
  | { readonly name: 'item.move'; readonly input: { id: string; start: string } }
  | { readonly name: 'item.resize'; readonly input: { id: string; end: string } };

/** Why a bar stays where it is, in the engine's words. */
export type Refusal =
  | Extract<ReturnType<typeof dragItem>, { ok: false }>['reason']
  | Extract<ReturnType<typeof resizeItem>, { ok: false }>['reason'];

export type Prospect =
  | { readonly ok: false; readonly reason: Refusal }
  | {
      readonly ok: true;
      /** `null` when nothing would change. */
      readonly command: ProposalCommand | null;
      /** True when the item's links decide its day instead. */
      readonly linksDecide: boolean;
      /** The term a course would go to. */
      readonly termId: string | null;
      /** The plan as it would be. */
      readonly document: PlanDocument;
    };

/** What a proposal would store, by the rules the core itself applies (R17). */
export function prospectOf(schedule: Schedule, proposal: Proposal): Prospect {
  const { item } = proposal;
  const outcome =
    proposal.kind === 'move'
      ? dragItem(schedule, item.id, proposal.start)
      : resizeItem(schedule, item.id, proposal.end);
  if (!outcome.ok) return outcome;
  const { changes } = outcome;
  const termId = changes.termId ?? null;
  return {
    ok: true,
    command: changesAnything(item, changes) ? commandOf(proposal, termId) : null,
    linksDecide: 'notice' in outcome,
    termId,
    document: withChanges(schedule.document, item, changes),
  };
}

function commandOf(proposal: Proposal, termId: string | null): ProposalCommand {
  const { id } = proposal.item;
  if (proposal.kind === 'resize') return { name: 'item.resize', input: { id, end: toIso(proposal.end) } };
  if (termId !== null) return { name: 'course.move', input: { id, termId } };
  return { name: 'item.move', input: { id, start: toIso(proposal.start) } };
}

function changesAnything(item: Item, changes: ItemChanges): boolean {
  return Object.entries(changes).some(([field, value]) => item[field as keyof Item] !== value);
}

function withChanges(document: PlanDocument, item: Item, changes: ItemChanges): PlanDocument {
  const place = document.items.findIndex(({ id }) => id === item.id);
  return { ...document, items: document.items.with(place, { ...item, ...changes }) };
}
