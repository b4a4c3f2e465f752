import type { PlanDocument, Requirement } from '../plan/document.ts';
import type { Course, Program, Term } from '../plan/items.ts';
import { attemptsOf, type Attempts } from './attempts.ts';
import { withoutSuperseded } from './credited.ts';
import { gpaNeeded, gpaOf, type GpaNeeded } from './gpa.ts';
import { auditGroups, type GroupAudit } from './groups.ts';
import { standingOf, sumCredits } from './standing.ts';
import { findUncounted, neededIn, type Uncounted } from './uncounted.ts';

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
  /** Credits of the courses in the GPA, and the graded ones left out of it because theirs are not known. */
  gpaCredits: number;
  gpaUnknown: string[];
  /** What the courses to come must average for the program's goal, else its minimum; `null` without either. */
  gpaNeeded: GpaNeeded | null;
  /** Which of the two that is. */
  gpaSort: 'goal' | 'minimum' | null;
  /** The same for the minimum, where the program has a goal as well. */
  minimumNeeded: GpaNeeded | null;
  groups: GroupAudit[];
  /** The program's courses that count in none of the groups, and why. */
  notCounted: Uncounted[];
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
  const parts = doc.items
    .filter((item) => item.kind === 'program')
    .map((program): Part => {
      const own = members.get(program.id) ?? [];
      const groups = requirements.get(program.id) ?? [];
      const families = attemptsOf(own, terms);
      const drawn = attemptsOf(drawnOn(groups, courses), terms);
      const credited = new Set(families.flatMap(withoutSuperseded));
      return { program, courses: own, families, requirements: groups, drawnOn: drawn, credited };
    });
  const audited = parts.map((part) => auditGroups(part.requirements, part.drawnOn));
  const countsIn = new Map<string, string>();
  parts.forEach(({ program }, place) => {
    for (const group of audited[place]?.groups ?? [])
      for (const id of neededIn(group)) countsIn.set(id, program.id);
  });
  return parts.map((part, place) => {
    const { groups, exact } = audited[place] ?? { groups: [], exact: true };
    const notCounted = findUncounted({ ...part, groups, countsIn });
    return { ...auditProgram(part, terms), groups, notCounted, exact };
  });
}

/** What belongs to one program. */
interface Part {
  program: Program;
  courses: readonly Course[];
  families: readonly Attempts[];
  requirements: readonly Requirement[];
  /** The courses its groups draw on, of whatever program. */
  drawnOn: readonly Attempts[];
  credited: ReadonlySet<Course>;
}

function auditProgram(
  { program, courses, credited }: Part,
  terms: ReadonlyMap<string, Term>,
): Omit<ProgramAudit, 'groups' | 'notCounted' | 'exact'> {
  const counted = [...credited];
  const earned = sumCredits(counted.filter((course) => standingOf(course) === 'earned'));
  const planned = sumCredits(counted.filter((course) => standingOf(course) === 'planned'));
  const target = program.gpaGoal ?? program.gpaMinimum;
  const { gpa, credits: gpaCredits, unknown: gpaUnknown } = gpaOf(program, courses, terms);
  return {
    programId: program.id,
    creditsRequired: program.creditsRequired,
    creditsEarned: earned.credits,
    creditsPlanned: planned.credits,
    unknownCredits: [...earned.unknown, ...planned.unknown],
    gpa,
    gpaCredits,
    gpaUnknown,
    gpaNeeded: target === null ? null : gpaNeeded(program, courses, terms, target),
    gpaSort: program.gpaGoal !== null ? 'goal' : program.gpaMinimum !== null ? 'minimum' : null,
    minimumNeeded:
      program.gpaGoal === null || program.gpaMinimum === null
        ? null
        : gpaNeeded(program, courses, terms, program.gpaMinimum),
  };
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
