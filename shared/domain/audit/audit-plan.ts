import type { PlanDocument, Requirement } from '../plan/document.ts';
import type { Course, Program, Term } from '../plan/items.ts';
import { attemptsOf, type Attempts } from './attempts.ts';
import { gpaNeeded, gpaOf, type GpaNeeded } from './gpa.ts';
import { auditGroups, type GroupAudit } from './groups.ts';
import { standingOf, sumCredits } from './standing.ts';

/** Where one program stands. Credits are sums of what is known; `unknownCredits` names the courses left out. */
export interface ProgramAudit {
  programId: string;
  creditsRequired: number | null;
  /** Completed with credit, and transferred. */
  creditsEarned: number;
  /** Planned and enrolled, placed in a term or not. */
  creditsPlanned: number;
  unknownCredits: string[];
  /** Unrounded; `null` without a graded course. */
  gpa: number | null;
  /** What the courses to come must average for the program's goal, else its minimum; `null` without either. */
  gpaNeeded: GpaNeeded | null;
  groups: GroupAudit[];
  /** False when the courses were too many to distribute over the groups in the best way. */
  exact: boolean;
}

/** Audits every program of a plan, in document order. */
export function auditPlan(doc: PlanDocument): ProgramAudit[] {
  const courses: Course[] = [];
  const terms = new Map<string, Term>();
  for (const item of doc.items) {
    if (item.kind === 'course') courses.push(item);
    if (item.kind === 'term') terms.set(item.id, item);
  }
  const requirements = Map.groupBy(doc.requirements, ({ programId }) => programId);
  const members = Map.groupBy(courses, ({ programId }) => programId);
  return doc.items
    .filter((item) => item.kind === 'program')
    .map((program) => {
      const groups = requirements.get(program.id) ?? [];
      const own = members.get(program.id) ?? [];
      return auditProgram(program, own, terms, groups, attemptsOf(drawnOn(groups, courses), terms));
    });
}

function auditProgram(
  program: Program,
  courses: readonly Course[],
  terms: ReadonlyMap<string, Term>,
  requirements: readonly Requirement[],
  families: readonly Attempts[],
): ProgramAudit {
  const counted = attemptsOf(courses, terms).flatMap(withoutSuperseded);
  const earned = sumCredits(counted.filter((course) => standingOf(course) === 'earned'));
  const planned = sumCredits(counted.filter((course) => standingOf(course) === 'planned'));
  const target = program.gpaGoal ?? program.gpaMinimum;
  return {
    programId: program.id,
    creditsRequired: program.creditsRequired,
    creditsEarned: earned.credits,
    creditsPlanned: planned.credits,
    unknownCredits: [...earned.unknown, ...planned.unknown],
    gpa: gpaOf(program, courses, terms).gpa,
    gpaNeeded: target === null ? null : gpaNeeded(program, courses, terms, target),
    ...auditGroups(requirements, families),
  };
}

/** A course that is repeated brings its credits once: those of the latest attempt that earned them, else of the latest planned. */
function withoutSuperseded(family: Attempts): Course[] {
  const earned = family.findLast((course) => standingOf(course) === 'earned');
  const counted = earned ?? family.findLast((course) => standingOf(course) === 'planned');
  return counted === undefined ? [] : [counted];
}

/** The courses that groups name, of whatever program, and the attempts that repeat them; in document order. */
function drawnOn(requirements: readonly Requirement[], courses: readonly Course[]): Course[] {
  const groups = new Set(requirements.map(({ id }) => id));
  const named = new Set(requirements.flatMap(({ eligible }) => eligible));
  for (const course of courses)
    if (course.requirementId !== null && groups.has(course.requirementId)) named.add(course.id);
  if (named.size === 0) return [];
  // A repeat may itself be repeated, in any order of the list.
  const repeats = courses.filter(({ repeatsId }) => repeatsId !== null);
  for (let before = -1; before !== named.size;) {
    before = named.size;
    for (const { id, repeatsId } of repeats) if (named.has(repeatsId ?? '')) named.add(id);
  }
  return courses.filter(({ id }) => named.has(id));
}

/** True when a group of the program is not met even with what is planned. */
export function missesRequirement(audit: ProgramAudit): boolean {
  return audit.groups.some(({ status }) => status === 'missing');
}
