import { auditPlan, type ProgramAudit } from '../audit/audit-plan.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Course, Item, Program, Term } from '../plan/items.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { DayNumber } from '../time/day.ts';

/** What the rules look at, with the look-ups several of them need. */
export interface Context {
  doc: PlanDocument;
  schedule: Schedule;
  today: DayNumber;
  audits: readonly ProgramAudit[];
  items: ReadonlyMap<string, Item>;
  programs: readonly Program[];
  courses: readonly Course[];
  terms: ReadonlyMap<string, Term>;
  /** Courses placed in each term, by its id. */
  coursesIn: ReadonlyMap<string | null, Course[]>;
}

/** Gathers the look-ups; `audits` may be passed in where they are known already. */
export function contextOf(
  doc: PlanDocument,
  schedule: Schedule,
  today: DayNumber,
  audits: readonly ProgramAudit[] = auditPlan(doc),
): Context {
  const courses = doc.items.filter((item) => item.kind === 'course');
  return {
    doc,
    schedule,
    today,
    audits,
    items: new Map(doc.items.map((item) => [item.id, item])),
    programs: doc.items.filter((item) => item.kind === 'program'),
    courses,
    terms: new Map(doc.items.filter((item) => item.kind === 'term').map((term) => [term.id, term])),
    coursesIn: Map.groupBy(courses, ({ termId }) => termId),
  };
}
