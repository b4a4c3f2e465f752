import type { PlanDocument } from '../plan/document.ts';
import type { Course } from '../plan/items.ts';
import { measureCourses, type Measures } from './measure.ts';

/** Curriculum metrics of one course, unrounded: blocking, delay, complexity, centrality. */
export interface CourseMetrics extends Measures {
  /** Blocking plus delay, times 2/3 in a quarter system. */
  complexity: number;
}

export interface PlanMetrics {
  /** Per course id; `null` for a course on a loop of requisites. */
  courses: Map<string, CourseMetrics | null>;
  /** The unrounded sum of the complexities that are known. */
  complexity: number;
  /** The same per program id; `null` stands for courses outside any program. */
  programs: Map<string | null, ProgramMetrics>;
}

export interface ProgramMetrics {
  /** The unrounded sum of the complexities that are known. */
  complexity: number;
  /** Courses without metrics, because their requisites run in a circle. */
  onLoops: number;
  /** True where complexities are taken times 2/3. */
  quarters: boolean;
}

/**
 * Curriculum metrics of every course, each program for itself: only requisites between courses of the same
 * program are edges; prerequisites, corequisites, strict corequisites and members of "any k of n" count alike,
 * and a pair of courses is one edge however often it is named.
 */
export function metricsOf(doc: PlanDocument): PlanMetrics {
  const quarters = new Set<string | null>();
  const byProgram = new Map<string | null, Course[]>();
  for (const item of doc.items) {
    if (item.kind === 'program' && item.system === 'quarter') quarters.add(item.id);
    if (item.kind !== 'course') continue;
    const members = byProgram.get(item.programId);
    if (members === undefined) byProgram.set(item.programId, [item]);
    else members.push(item);
  }
  const successors = successorsIn(doc);
  const courses = new Map<string, CourseMetrics | null>();
  const programs: PlanMetrics['programs'] = new Map();
  let complexity = 0;
  for (const [programId, members] of byProgram) {
    // A quarter teaches two thirds of a semester: CODE_SOURCE.
    const weigh = (sum: number) => (quarters.has(programId) ? (sum * 2) / 3 : sum);
    let sum = 0;
    let onLoops = 0;
    measureCourses(edgesAmong(members, successors)).forEach((measures, index) => {
      const id = members[index]?.id ?? '';
      if (measures === null) {
        onLoops += 1;
        return courses.set(id, null);
      }
      const plain = measures.blocking + measures.delay;
      sum += plain;
      return courses.set(id, { ...measures, complexity: weigh(plain) });
    });
    programs.set(programId, { complexity: weigh(sum), onLoops, quarters: quarters.has(programId) });
    complexity += weigh(sum);
  }
  return { courses, complexity, programs };
}

function edgesAmong(
  members: readonly Course[],
  successors: ReadonlyMap<string, ReadonlySet<string>>,
): number[][] {
  const indexOf = new Map(members.map((course, index) => [course.id, index]));
  return members.map(({ id }) => {
    const targets = [...(successors.get(id) ?? [])].map((target) => indexOf.get(target));
    return targets.filter((target) => target !== undefined);
  });
}

function successorsIn(doc: PlanDocument): Map<string, Set<string>> {
  const successors = new Map<string, Set<string>>();
  for (const set of doc.requisiteSets) {
    for (const { courseId } of set.needs) {
      const targets = successors.get(courseId) ?? new Set();
      successors.set(courseId, targets.add(set.courseId));
    }
  }
  return successors;
}
