import type { Requirement } from '../plan/document.ts';
import type { Course } from '../plan/items.ts';
import type { Attempts } from './attempts.ts';
import type { GroupAudit } from './groups.ts';
import { countsWith, standingOf } from './standing.ts';

/**
 * Why a course counts in no requirement group. `insteadId` is the attempt at the same course that counts in its
 * place, if one does.
 */
export type UncountedReason =
  | { code: 'withdrawn'; insteadId: string | null }
  | { code: 'failed'; grade: string | null; insteadId: string | null }
  | { code: 'superseded'; insteadId: string }
  | {
      code: 'below-minimum';
      requirementId: string;
      grade: string | null;
      minGrade: string | null;
      insteadId: string | null;
    }
  | { code: 'group-full'; requirementId: string }
  | { code: 'not-listed'; requirementId: string }
  | { code: 'other-program'; programId: string }
  | { code: 'no-group' };

/** A course that counts in no group of its program. */
export interface Uncounted {
  courseId: string;
  reason: UncountedReason;
  /** True when its credits still count toward those of the program. */
  bringsCredits: boolean;
}

/** What the reasons are read from, for one program. */
export interface Counting {
  courses: readonly Course[];
  /** The attempts among the program's own courses. */
  families: readonly Attempts[];
  /** The attempts its groups draw on, of whatever program. */
  drawnOn: readonly Attempts[];
  requirements: readonly Requirement[];
  groups: readonly GroupAudit[];
  /** Courses whose credits count toward the program's. */
  credited: ReadonlySet<Course>;
  /** The program in whose groups a course counts, by course, over all programs of the plan. */
  countsIn: ReadonlyMap<string, string>;
}

/**
 * The courses of a program that count in none of its groups, each with the first reason that holds, in document
 * order. A program without groups only leaves out what earns no credit.
 */
export function findUncounted(counting: Counting): Uncounted[] {
  const { courses, families, groups, credited } = counting;
  const counts = new Set(groups.flatMap(neededIn));
  const familyOf = familiesByCourse(families);
  const look: LookUps = {
    drawnOn: familiesByCourse(counting.drawnOn),
    eligible: new Map(counting.requirements.map(({ id, eligible }) => [id, new Set(eligible)])),
    surplusIn: new Map(groups.flatMap((group) => group.surplusIds.map((id) => [id, group] as const))),
  };
  return courses
    .filter(({ id }) => !counts.has(id))
    .flatMap((course): Uncounted[] => {
      const instead = familyOf
        .get(course)
        ?.find((other) => other !== course && (credited.has(other) || counts.has(other.id)));
      const reason = reasonFor(counting, look, course, instead?.id ?? null);
      return reason === null ? [] : [{ courseId: course.id, reason, bringsCredits: credited.has(course) }];
    });
}

/** The courses of a group that it could not do without. */
export function neededIn({ courseIds, surplusIds }: GroupAudit): string[] {
  const spare = new Set(surplusIds);
  return courseIds.filter((id) => !spare.has(id));
}

interface LookUps {
  drawnOn: ReadonlyMap<Course, Attempts>;
  /** The listed courses of each group. */
  eligible: ReadonlyMap<string, ReadonlySet<string>>;
  surplusIn: ReadonlyMap<string, GroupAudit>;
}

function reasonFor(
  { requirements, credited, countsIn }: Counting,
  { drawnOn, eligible, surplusIn }: LookUps,
  course: Course,
  insteadId: string | null,
): UncountedReason | null {
  if (course.status === 'withdrawn') return { code: 'withdrawn', insteadId };
  if (standingOf(course) === 'none') return { code: 'failed', grade: course.grade, insteadId };
  if (insteadId !== null && !credited.has(course)) return { code: 'superseded', insteadId };
  if (requirements.length === 0) return null;

  const full = surplusIn.get(course.id);
  if (full !== undefined) {
    return { code: full.rule === 'all' ? 'not-listed' : 'group-full', requirementId: full.requirementId };
  }
  const family = drawnOn.get(course) ?? [];
  const mayCountIn = (id: string) =>
    family.some((attempt) => attempt.requirementId === id || eligible.get(id)?.has(attempt.id));
  const tooLow = requirements.find(({ id, minGrade }) => mayCountIn(id) && !countsWith(course, minGrade));
  if (tooLow !== undefined) {
    const { id: requirementId, minGrade } = tooLow;
    return { code: 'below-minimum', requirementId, grade: course.grade, minGrade, insteadId };
  }
  if (insteadId !== null) return { code: 'superseded', insteadId };
  const programId = countsIn.get(course.id);
  return programId === undefined ? { code: 'no-group' } : { code: 'other-program', programId };
}

function familiesByCourse(families: readonly Attempts[]): Map<Course, Attempts> {
  return new Map(families.flatMap((family) => family.map((course) => [course, family] as const)));
}
