import { auditPlan } from '../audit/audit-plan.ts';
import { findingsOf } from '../findings/findings-of.ts';
import type { Finding } from '../findings/types.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Season } from '../plan/items.ts';
import { goalEffectOf, type GoalEffect } from '../schedule/goal-effect.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import type { DayNumber, IsoDate } from '../time/day.ts';
import { shiftTerms, type ShiftedTerm, type ShiftRefusal } from './shift-terms.ts';

/** A term before and after a shift. */
export interface TermShift {
  id: string;
  before: TermFacts;
  after: TermFacts;
  courses: number;
}

interface TermFacts {
  title: string;
  season: Season;
  firstDay: IsoDate;
  lastDay: IsoDate;
}

/** What a shift of terms would do; nothing has been changed. */
export interface ShiftPreview {
  programId: string;
  terms: TermShift[];
  goal: GoalEffect | null;
  /** Courses still to be taken that would be in a season in which they are not taught. */
  notOffered: { courseId: string; termId: string; season: Season; offered: Season[] }[];
  /** What would be noticed then and is not now, and the other way around. */
  findings: { appear: Finding[]; go: Finding[] };
}

/** What `shiftTerms` would do to dates, goal and findings, or why it would refuse. */
export function previewShift(
  doc: PlanDocument,
  termId: string,
  by: number,
  today: DayNumber,
): { ok: true; preview: ShiftPreview } | { ok: false; refusal: ShiftRefusal } {
  const outcome = shiftTerms(doc, termId, by, today);
  if (!outcome.ok) return outcome;
  const { document, shifted } = outcome;
  const coursesIn = Map.groupBy(
    doc.items.filter((item) => item.kind === 'course'),
    ({ termId }) => termId,
  );
  return {
    ok: true,
    preview: {
      programId: shifted[0]?.term.programId ?? '',
      terms: shifted.map(({ term, changes }) => {
        const { id, title, season, firstDay, lastDay } = term;
        const before = { title, season, firstDay, lastDay };
        return { id, before, after: changes, courses: coursesIn.get(id)?.length ?? 0 };
      }),
      goal: goalEffectOf(doc, document, today),
      notOffered: notOffered(doc, shifted),
      findings: compareFindings(findingsIn(doc, today), findingsIn(document, today)),
    },
  };
}

function findingsIn(doc: PlanDocument, today: DayNumber): Finding[] {
  return findingsOf(doc, schedulePlan(doc, today), today, auditPlan(doc));
}

/** The same rule about the same items is the same finding, though its days may have moved. */
function compareFindings(before: readonly Finding[], after: readonly Finding[]): ShiftPreview['findings'] {
  const nameOf = ({ code, itemIds }: Finding) => JSON.stringify([code, itemIds]);
  const [then, now] = [new Set(after.map(nameOf)), new Set(before.map(nameOf))];
  return {
    appear: after.filter((finding) => !now.has(nameOf(finding))),
    go: before.filter((finding) => !then.has(nameOf(finding))),
  };
}

function notOffered(doc: PlanDocument, shifted: readonly ShiftedTerm[]): ShiftPreview['notOffered'] {
  const seasons = new Map(shifted.map(({ term, changes }) => [term.id, changes.season]));
  return doc.items.flatMap((item) => {
    if (item.kind !== 'course' || item.termId === null || item.offered === null) return [];
    const season = seasons.get(item.termId);
    const ahead = item.status === 'planned' || item.status === 'enrolled';
    if (season === undefined || !ahead || item.offered.includes(season)) return [];
    return [{ courseId: item.id, termId: item.termId, season, offered: item.offered }];
  });
}
