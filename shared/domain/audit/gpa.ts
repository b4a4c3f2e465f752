import { codeOf } from '../plan/course-code.ts';
import type { Course, Program, Term } from '../plan/items.ts';
import { attemptsOf } from './attempts.ts';
import { gradePoints, HIGHEST_POINTS } from './grades.ts';
import { standingOf } from './standing.ts';

/** A grade point average and what went into it. */
export interface Gpa {
  /** Unrounded, 0 to 4; `null` without a graded course. */
  gpa: number | null;
  credits: number;
  points: number;
  /** Graded courses left out because their credits are not known. */
  unknown: string[];
}

/**
 * The GPA earned in a program: completed courses with a letter grade, weighted by credits. Attempts at the same
 * course (by `repeatsId` or by the same prefix and number) count once, the latest graded one, unless the program
 * counts all.
 */
export function gpaOf(
  program: Pick<Program, 'repeats'>,
  courses: readonly Course[],
  terms: ReadonlyMap<string, Term>,
): Gpa {
  let credits = 0;
  let points = 0;
  const unknown: string[] = [];
  for (const course of countedAttempts(program, courses, terms)) {
    const earned = gradePoints(course.grade) ?? 0;
    if (course.credits === null) unknown.push(course.id);
    else {
      credits += course.credits;
      points += earned * course.credits;
    }
  }
  return { gpa: credits > 0 ? points / credits : null, credits, points, unknown };
}

function countedAttempts(
  program: Pick<Program, 'repeats'>,
  courses: readonly Course[],
  terms: ReadonlyMap<string, Term>,
): Course[] {
  const graded = courses.filter(
    (course) => course.status === 'completed' && gradePoints(course.grade) !== null,
  );
  if (program.repeats === 'all') return graded;
  // Over all courses, so that a withdrawn attempt in between does not break the chain.
  const families = attemptsOf(courses, terms, codeOf);
  const isGraded = new Set(graded);
  return families
    .map((family) => family.findLast((course) => isGraded.has(course)))
    .filter((course) => course !== undefined);
}

/** What the courses still to come must average for the program to end at a GPA. */
export interface GpaNeeded {
  target: number;
  /** Average needed in the remaining courses; `null` when none of them has known credits. */
  needed: number | null;
  /** Credits it is needed in. */
  credits: number;
  /** False when even straight As would not do. */
  reachable: boolean;
}

/**
 * The average needed in the planned and enrolled courses to reach `target`. Grades that a planned repeat will
 * replace are taken out first. Courses with unknown credits are left out.
 */
export function gpaNeeded(
  program: Pick<Program, 'repeats'>,
  courses: readonly Course[],
  terms: ReadonlyMap<string, Term>,
  target: number,
): GpaNeeded {
  const remaining = (list: readonly Course[]) => list.filter((course) => standingOf(course) === 'planned');
  const families = attemptsOf(courses, terms, codeOf);
  const replaced = program.repeats === 'all' ? [] : families.filter((family) => remaining(family).length > 0);
  const gone = new Set(replaced.flat());
  const kept = gpaOf(
    program,
    courses.filter((course) => !gone.has(course)),
    terms,
  );
  const ahead =
    program.repeats === 'all' ? remaining(courses) : replaced.map((family) => remaining(family).at(-1));
  const credits = ahead.reduce((sum, course) => sum + (course?.credits ?? 0), 0);
  if (credits === 0) {
    const reachable = kept.gpa !== null && kept.gpa >= target;
    return { target, needed: null, credits, reachable };
  }
  const needed = (target * (kept.credits + credits) - kept.points) / credits;
  return { target, needed, credits, reachable: needed <= HIGHEST_POINTS + 1e-9 };
}

/** The GPA if these courses were completed with these grades, by course id. */
export function gpaIf(
  program: Pick<Program, 'repeats'>,
  courses: readonly Course[],
  terms: ReadonlyMap<string, Term>,
  grades: ReadonlyMap<string, string>,
): Gpa {
  return gpaOf(program, withGrades(courses, grades), terms);
}

/** The courses as they would be if some were completed with these grades, by course id. */
export function withGrades(courses: readonly Course[], grades: ReadonlyMap<string, string>): Course[] {
  return courses.map((course) => {
    const grade = grades.get(course.id);
    return grade === undefined ? course : { ...course, status: 'completed', grade };
  });
}
