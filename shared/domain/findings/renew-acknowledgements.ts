import type { Acknowledgement, PlanDocument } from '../plan/document.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import type { DayNumber } from '../time/day.ts';
import { findingsOf } from './findings-of.ts';
import { isCut, keyOf, renewFacts, renewKey } from './key.ts';

/**
 * The acknowledgements of a plan whose ids are replaced as `renewed` says: what is acknowledged stays so. A key
 * too long to hold all its ids is made anew from the finding it belongs to, if that holds on `today`.
 */
export function renewAcknowledgements(
  document: PlanDocument,
  renewed: ReadonlyMap<string, string>,
  today: DayNumber,
): Acknowledgement[] {
  const { acknowledgements } = document;
  const anyCut = acknowledgements.some(({ key }) => isCut(key));
  const findings = anyCut ? findingsOf(document, schedulePlan(document, today), today) : [];
  const raised = new Map(findings.map((finding) => [finding.key, finding]));
  return acknowledgements.map(({ key, note }) => {
    const finding = isCut(key) ? raised.get(key) : undefined;
    if (finding === undefined) return { key: renewKey(key, renewed), note };
    const itemIds = finding.itemIds.map((id) => renewed.get(id) ?? id);
    // Facts keep their names and types: only ids in them change.
    const facts = renewFacts<object>(finding.facts, renewed) as typeof finding.facts;
    return { key: keyOf({ code: finding.code, itemIds, facts }), note };
  });
}
