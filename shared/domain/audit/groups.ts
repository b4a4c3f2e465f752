import type { Requirement } from '../plan/document.ts';
import type { Course } from '../plan/items.ts';
import type { Attempts } from './attempts.ts';
import { distribute, type Bin, type Distribution, type Piece } from './distribute.ts';
import { countsWith, creditsOf, standingOf, sumCredits } from './standing.ts';
import { surplusOf } from './surplus.ts';

export type GroupStatus = 'met' | 'planned' | 'missing';

/** Courses and credits of a group; credits leave out unknown ones. */
export interface Amount {
  courses: number;
  credits: number;
}

/** One requirement group of a program: what is asked, what is there, and what would fix what is missing. */
export interface GroupAudit {
  requirementId: string;
  title: string;
  rule: Requirement['rule'];
  /** `met` by what is earned, `planned` with what is planned too, `missing` even so. */
  status: GroupStatus;
  /** Credits asked by a `credits` group, courses asked by the others. */
  asked: number;
  /** Earned, transferred or exempt. */
  earned: Amount;
  planned: Amount;
  /** What is missing, in credits for a `credits` group, else in courses. */
  missing: number;
  /** The courses that count here, in document order. */
  courseIds: string[];
  /** Courses among them without which the group would stand the same: it is full, or did not list them. */
  surplusIds: string[];
  /** Courses that may count here but do in another group; a person can assign them to this one. */
  elsewhereIds: string[];
  /** Courses among them that add nothing to the credits because theirs are not known. */
  unknownCredits: string[];
  /** The fewest courses to add: listed ones that do not count now (to take again), then new ones. */
  fix: { courses: number; courseIds: string[] };
}

/** Where nothing is known about a new course, it is taken to have this many credits. */
const USUAL_CREDITS = 3;

/**
 * Audits the requirement groups of one program, in their order. `families` are the courses it may draw on, each
 * with its repeats. A course counts in the group it is assigned to, else where `distribute` puts it, and in every
 * shared group that lists it besides.
 */
export function auditGroups(
  requirements: readonly Requirement[],
  families: readonly Attempts[],
): { groups: GroupAudit[]; exact: boolean } {
  const groups = requirements.map((requirement) => ({
    requirement,
    listed: listedIn(requirement, families),
  }));
  const own = groups.filter(({ requirement }) => !requirement.shared);
  const { bins, exact } = place(own, families);
  const audited = groups.map((group) => {
    const bin = own.indexOf(group);
    const counted = families.map((family, index) =>
      bin === -1 || bins[index] === bin ? attemptFor(group, family) : undefined,
    );
    return auditGroup(group, counted, families);
  });
  return { groups: audited, exact };
}

interface Group {
  requirement: Requirement;
  /** The families that may count here. */
  listed: ReadonlySet<Attempts>;
}

function listedIn(requirement: Requirement, families: readonly Attempts[]): Set<Attempts> {
  const eligible = new Set(requirement.eligible);
  return new Set(
    families.filter(
      (family) => assignmentOf(family) === requirement.id || family.some(({ id }) => eligible.has(id)),
    ),
  );
}

/** The group a person chose for a course or, without one of its own, for an earlier attempt at it. */
function assignmentOf(family: Attempts): string | null {
  return family.findLast(({ requirementId }) => requirementId !== null)?.requirementId ?? null;
}

/** The attempt that counts in a group: the latest that is earned, else the latest that is planned. */
function attemptFor({ requirement, listed }: Group, family: Attempts): Course | undefined {
  if (!listed.has(family)) return undefined;
  const usable = family.filter((course) => countsWith(course, requirement.minGrade));
  return usable.findLast((course) => standingOf(course) !== 'planned') ?? usable.at(-1);
}

function place(groups: readonly Group[], families: readonly Attempts[]): Distribution {
  const weights = groups.map((group) => weightOf(group, families));
  const bins = groups.map(({ requirement: { rule, amount } }, bin): Bin => {
    const asked = amount ?? 0;
    if (rule === 'credits') return { creditCap: asked, courseCap: 0 };
    if (rule === 'choose') return { creditCap: asked * (weights[bin] ?? 0), courseCap: asked };
    return { creditCap: Infinity, courseCap: Infinity };
  });
  const ids = new Set(groups.map(({ requirement }) => requirement.id));
  const pieces = families.map((family): Piece => {
    const assigned = assignmentOf(family);
    const options = groups.flatMap((group, bin) => {
      const { id, rule } = group.requirement;
      if (assigned !== null && ids.has(assigned) && assigned !== id) return [];
      const course = attemptFor(group, family);
      if (course === undefined) return [];
      if (rule === 'choose') return [{ bin, credits: weights[bin] ?? 0 }];
      // A waived course meets what is asked of it, but earns nothing.
      return [{ bin, credits: (rule === 'all' ? course.credits : creditsOf(course)) ?? 0 }];
    });
    return { options };
  });
  return distribute(bins, pieces);
}

/** The credits one course of a `choose` group must bring at least: those of its smallest course. */
function weightOf(group: Group, families: readonly Attempts[]): number {
  const known = families
    .map((family) => attemptFor(group, family)?.credits ?? null)
    .filter((credits) => credits !== null);
  return known.length === 0 ? 0 : Math.min(...known);
}

function auditGroup(
  group: Group,
  counted: readonly (Course | undefined)[],
  families: readonly Attempts[],
): GroupAudit {
  const { id, title, rule, amount } = group.requirement;
  const courses = counted.filter((course) => course !== undefined);
  const planned = courses.filter((course) => standingOf(course) === 'planned');
  const earned = courses.filter((course) => standingOf(course) !== 'planned');
  const absent = families.filter((family, index) => counted[index] === undefined && group.listed.has(family));
  // What counts in another group is no course to take again.
  const idle = absent.filter((family) => attemptFor(group, family) === undefined);
  const elsewhere = absent
    .map((family) => attemptFor(group, family))
    .filter((course) => course !== undefined);

  // Of an `all` group without a list, the assigned courses are the list.
  const mustHave = group.requirement.eligible.length === 0 ? group.listed : listedByName(group, families);
  const mustHaveCourse = new Set(families.flatMap((family) => (mustHave.has(family) ? family : [])));
  const asked = rule === 'all' ? mustHave.size : (amount ?? 0);
  const measure = (part: Course[]) => {
    if (rule === 'credits') return sumCredits(part).credits;
    if (rule === 'choose') return part.length;
    return part.filter((course) => mustHaveCourse.has(course)).length;
  };
  const there = measure(earned);
  const missing = Math.max(0, Math.round((asked - there - measure(planned)) * 1e6) / 1e6);
  const status = there >= asked ? 'met' : missing === 0 ? 'planned' : 'missing';
  return {
    requirementId: id,
    title,
    rule,
    status,
    asked,
    earned: { courses: earned.length, credits: sumCredits(earned).credits },
    planned: { courses: planned.length, credits: sumCredits(planned).credits },
    missing,
    courseIds: courses.map((course) => course.id),
    surplusIds: surplusOf(rule, asked, courses, (course) => mustHaveCourse.has(course)).map(({ id }) => id),
    elsewhereIds: elsewhere.map(({ id }) => id),
    unknownCredits: sumCredits(courses).unknown,
    fix: rule === 'credits' ? fixCredits(missing, idle, courses) : fixCourses(missing, rule, idle, mustHave),
  };
}

function listedByName({ requirement }: Group, families: readonly Attempts[]): Set<Attempts> {
  const eligible = new Set(requirement.eligible);
  return new Set(families.filter((family) => family.some(({ id }) => eligible.has(id))));
}

function fixCourses(
  missing: number,
  rule: Requirement['rule'],
  idle: readonly Attempts[],
  mustHave: ReadonlySet<Attempts>,
) {
  const again = rule === 'all' ? idle.filter((family) => mustHave.has(family)) : idle;
  return { courses: missing, courseIds: latestIds(again).slice(0, missing) };
}

/**
 * The fewest courses that bring the credits: of those to take again the largest, and new ones where these are larger
 * still. Of equally few, those with more to take again.
 */
function fixCredits(missing: number, idle: readonly Attempts[], courses: readonly Course[]) {
  const creditsAgain = (family: Attempts | undefined) => family?.at(-1)?.credits ?? 0;
  const largestFirst = idle
    .filter((family) => creditsAgain(family) > 0)
    .sort((a, b) => creditsAgain(b) - creditsAgain(a));
  const ofNew = Math.max(0, ...courses.map((course) => course.credits ?? 0)) || USUAL_CREDITS;
  let fewest = Infinity;
  let again = 0;
  let left = missing;
  for (let count = 0; count <= largestFirst.length; count++) {
    const fresh = left > 1e-6 ? Math.ceil(left / ofNew - 1e-9) : 0;
    if (count + fresh <= fewest) [fewest, again] = [count + fresh, count];
    if (fresh === 0) break;
    left -= creditsAgain(largestFirst[count]);
  }
  return { courses: fewest, courseIds: latestIds(largestFirst.slice(0, again)) };
}

function latestIds(families: readonly Attempts[]): string[] {
  return families.map((family) => family.at(-1)?.id).filter((id) => id !== undefined);
}
