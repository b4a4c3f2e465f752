/**
 * The audit and the GPA once more, from the words of the rules and by trying everything: every way to put the courses
 * into groups is written down and the best is taken, every fix is counted out. Only for small programs.
 */
import type { ProgramAudit } from '#shared/domain/audit/audit-plan.ts';
import type { Amount, GroupAudit } from '#shared/domain/audit/groups.ts';
import type { PlanDocument, Requirement } from '#shared/domain/plan/document.ts';
import type { Course, Program } from '#shared/domain/plan/items.ts';

export type OracleGroup = Pick<
  GroupAudit,
  | 'requirementId'
  | 'status'
  | 'asked'
  | 'earned'
  | 'planned'
  | 'missing'
  | 'courseIds'
  | 'unknownCredits'
  | 'elsewhereIds'
  | 'fix'
>;

export interface OracleAudit extends Pick<
  ProgramAudit,
  | 'programId'
  | 'creditsRequired'
  | 'creditsEarned'
  | 'creditsPlanned'
  | 'unknownCredits'
  | 'gpa'
  | 'gpaNeeded'
> {
  groups: OracleGroup[];
}

// ---------------------------------------------------------------- grades and standing

const tidy = (grade: string): string => grade.replace(/[−–]/g, '-').replace(/ /g, '').toUpperCase();

/** A 4, B 3 … F 0; a plus or minus is three tenths, but there is nothing above 4 nor an F with a sign. */
export function pointsOf(grade: string | null): number | null {
  const [letter = '', sign = '', ...rest] = tidy(grade ?? '');
  const whole = 'FDCBA'.indexOf(letter);
  if (whole === -1 || letter === '' || rest.length > 0 || (letter === 'F' && sign !== '')) return null;
  if (sign === '') return whole;
  if (sign !== '+' && sign !== '-') return null;
  return Math.min(4, Math.round(whole * 10 + (sign === '+' ? 3 : -3)) / 10);
}

const FAILED = ['F', 'NP', 'NC', 'W', 'I', 'U', 'AU'];

export const hasPassed = (course: Course): boolean =>
  course.status === 'completed' && (course.grade === null || !FAILED.includes(tidy(course.grade)));

export const isAhead = (course: Course): boolean =>
  course.status === 'planned' || course.status === 'enrolled';

const isBehind = (course: Course): boolean =>
  hasPassed(course) || course.status === 'transferred' || course.status === 'exempt';

/** Where a minimum grade is asked, a letter below it does not do; a grade to come, a pass or a transfer does. */
export function isGoodEnough(course: Course, minGrade: string | null): boolean {
  if (isAhead(course) || course.status === 'transferred' || course.status === 'exempt') return true;
  if (!hasPassed(course)) return false;
  const points = pointsOf(course.grade);
  const least = pointsOf(minGrade);
  return points === null || least === null || points >= least;
}

const brings = (course: Course): number | null => (course.status === 'exempt' ? 0 : course.credits);

const sum = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((total, each) => total + each * 1e6, 0)) / 1e6;

export const creditsOf = (courses: readonly Course[]): number =>
  sum(courses.map((course) => brings(course) ?? 0));

export const unknownOf = (courses: readonly Course[]): string[] =>
  courses.filter((course) => brings(course) === null).map(({ id }) => id);

const coursesOf = (document: PlanDocument): Course[] =>
  document.items.filter((item) => item.kind === 'course');

// ---------------------------------------------------------------- attempts

/** Prefix and number of a course that has a real number: digits and at most one letter. */
export function codeOf({ prefix, number }: Course): string | null {
  const plain = number.trim().toUpperCase();
  const digits = plain.replaceAll(/[^0-9]/g, '').length;
  const isReal = digits > 0 && /^[0-9]/.test(plain) && plain.length - digits <= 1 && /[0-9A-Z]$/.test(plain);
  return isReal && !/ /.test(plain) ? `${prefix.trim().toUpperCase()} ${plain}` : null;
}

/** Courses that are attempts at one thing, by trying every pair until nothing joins any more; in time order. */
export function familiesOf(
  document: PlanDocument,
  courses: readonly Course[],
  alsoSame: (a: Course, b: Course) => boolean = () => false,
): Course[][] {
  const belong = (a: Course, b: Course): boolean =>
    a.repeatsId === b.id || b.repeatsId === a.id || alsoSame(a, b);
  let families = courses.map((course) => [course]);
  for (;;) {
    const joined = families.flatMap((one, n) => {
      const other = families.findIndex((two, m) => m > n && one.some((a) => two.some((b) => belong(a, b))));
      return other === -1 ? [] : [[n, other] as const];
    })[0];
    if (joined === undefined) break;
    const [n, m] = joined;
    const both = courses.filter((course) => families[n]?.includes(course) || families[m]?.includes(course));
    families = families.map((family, at) => (at === n ? both : family)).filter((_, at) => at !== m);
  }
  return families.map((family) => inTime(document, family));
}

function inTime(document: PlanDocument, family: readonly Course[]): Course[] {
  const dayOf = (course: Course): string => {
    const term = document.items.find((item) => item.id === course.termId);
    return term?.kind === 'term' ? term.lastDay : (course.actualEnd ?? '');
  };
  const byDay = family.map((course, n) => ({
    course,
    key: `${dayOf(course).padEnd(10)} ${String(n).padStart(3, '0')}`,
  }));
  byDay.sort((a, b) => (a.key < b.key ? -1 : 1));
  const order: Course[] = [];
  const visited = new Set<Course>();
  const visit = (course: Course): void => {
    if (visited.has(course)) return;
    visited.add(course);
    const before = family.find(({ id }) => id === course.repeatsId);
    if (before !== undefined) visit(before);
    order.push(course);
  };
  for (const { course } of byDay) visit(course);
  return order;
}

// ---------------------------------------------------------------- GPA

const isGraded = (course: Course): boolean =>
  course.status === 'completed' && pointsOf(course.grade) !== null;

const sameCode = (a: Course, b: Course): boolean => codeOf(a) !== null && codeOf(a) === codeOf(b);

/** Credits and points that count: of repeats the latest graded attempt, or all of them. */
function graded(
  document: PlanDocument,
  program: Program,
  courses: readonly Course[],
): { credits: number; points: number } {
  const families =
    program.repeats === 'all' ? courses.map((course) => [course]) : familiesOf(document, courses, sameCode);
  const counted = families
    .flatMap((family) => family.filter(isGraded).slice(-1))
    .filter(({ credits }) => credits !== null);
  return {
    credits: sum(counted.map(({ credits }) => credits ?? 0)),
    points: sum(counted.map(({ credits, grade }) => (credits ?? 0) * (pointsOf(grade) ?? 0))),
  };
}

export function gpaByOracle(
  document: PlanDocument,
  program: Program,
  courses: readonly Course[],
): number | null {
  const { credits, points } = graded(document, program, courses);
  return credits === 0 ? null : points / credits;
}

function neededByOracle(
  document: PlanDocument,
  program: Program,
  courses: readonly Course[],
): OracleAudit['gpaNeeded'] {
  const target = program.gpaGoal ?? program.gpaMinimum;
  if (target === null) return null;
  const families =
    program.repeats === 'all' ? courses.map((course) => [course]) : familiesOf(document, courses, sameCode);
  const open = families.filter((family) => family.some(isAhead));
  const now = graded(document, program, families.filter((family) => !open.includes(family)).flat());
  const credits = sum(open.map((family) => family.filter(isAhead).at(-1)?.credits ?? 0));
  if (credits === 0) {
    return {
      target,
      needed: null,
      credits,
      reachable: now.credits > 0 && now.points / now.credits >= target - 1e-9,
    };
  }
  const needed = (target * (now.credits + credits) - now.points) / credits;
  return { target, needed, credits, reachable: needed <= 4 + 1e-9 };
}

// ---------------------------------------------------------------- groups

/** Named by the groups, and whatever repeats what is. */
function drawnOn(document: PlanDocument, groups: readonly Requirement[]): Course[] {
  const named = (course: Course): boolean =>
    groups.some((group) => group.eligible.includes(course.id) || group.id === course.requirementId);
  const courses = coursesOf(document);
  let drawn = courses.filter(named);
  for (let size = -1; size !== drawn.length;) {
    size = drawn.length;
    drawn = courses.filter(
      (course) => drawn.includes(course) || drawn.some(({ id }) => id === course.repeatsId),
    );
  }
  return drawn;
}

const assignedTo = (family: readonly Course[]): string | null =>
  family.filter(({ requirementId }) => requirementId !== null).at(-1)?.requirementId ?? null;

const isListed = (group: Requirement, family: readonly Course[]): boolean =>
  family.some(({ id }) => group.eligible.includes(id)) || assignedTo(family) === group.id;

/** What of a family counts in a group: the latest that is behind the student, else the latest to come. */
function candidate(group: Requirement, family: readonly Course[]): Course | undefined {
  if (!isListed(group, family)) return undefined;
  const good = family.filter(
    (course) => course.status !== 'withdrawn' && isGoodEnough(course, group.minGrade),
  );
  return good.filter(isBehind).at(-1) ?? good.at(-1);
}

/** The number of courses and the required credits that a choice of families brings to a group. */
function scoreOf(
  group: Requirement,
  chosen: readonly Course[],
  all: readonly (readonly Course[])[],
): number[] {
  const amount = group.amount ?? 0;
  if (group.rule === 'credits') return [Math.min(creditsOf(chosen), amount), 0];
  if (group.rule === 'all') return [sum(chosen.map(({ credits }) => credits ?? 0)), chosen.length];
  const known = all.flatMap((family) => candidate(group, family)?.credits ?? []);
  const each = known.length === 0 ? 0 : Math.min(...known);
  const count = Math.min(chosen.length, amount);
  return [count * each, count];
}

/** Every way to give each family one of its groups, earlier groups first for earlier families. */
function* waysToPlace(choices: readonly (readonly number[])[]): Generator<number[]> {
  const [first, ...others] = choices;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const group of first.length === 0 ? [-1] : first) {
    for (const rest of waysToPlace(others)) yield [group, ...rest];
  }
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, n) => Math.abs(value - (b[n] ?? 0)) > 1e-6);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}

function bestPlacing(groups: readonly Requirement[], families: readonly (readonly Course[])[]): number[] {
  const choices = families.map((family) => {
    const assigned = groups.findIndex(({ id }) => id === assignedTo(family));
    const could = groups.flatMap((group, n) => (candidate(group, family) === undefined ? [] : [n]));
    return assigned === -1 ? could : could.filter((n) => n === assigned);
  });
  let best: number[] = [];
  let bestScore: number[] | null = null;
  for (const way of waysToPlace(choices)) {
    const scores = groups.map((group, n) =>
      scoreOf(
        group,
        families.flatMap((family, at) => (way[at] === n ? (candidate(group, family) ?? []) : [])),
        families,
      ),
    );
    const score = [sum(scores.map(([credits = 0]) => credits)), ...scores.flat()];
    if (bestScore === null || isMore(score, bestScore)) [best, bestScore] = [way, score];
  }
  return best;
}

function auditGroups(document: PlanDocument, groups: readonly Requirement[]): OracleGroup[] {
  const families = familiesOf(document, drawnOn(document, groups));
  const own = groups.filter(({ shared }) => !shared);
  const placing = bestPlacing(own, families);
  return groups.map((group) => {
    const isHere = (n: number): boolean => group.shared || placing[n] === own.indexOf(group);
    return auditGroup(
      group,
      families,
      families.map((family, n) => (isHere(n) ? candidate(group, family) : undefined)),
    );
  });
}

function auditGroup(
  group: Requirement,
  families: readonly (readonly Course[])[],
  counted: readonly (Course | undefined)[],
): OracleGroup {
  const courses = counted.filter((course) => course !== undefined);
  const byName = (family: readonly Course[]): boolean => family.some(({ id }) => group.eligible.includes(id));
  const mustHave = families.filter((family) =>
    group.eligible.length > 0 ? byName(family) : isListed(group, family),
  );
  const countOf = (part: readonly Course[]): number => {
    if (group.rule === 'credits') return creditsOf(part);
    if (group.rule === 'choose') return part.length;
    return mustHave.filter((family) => family.some((course) => part.includes(course))).length;
  };
  const amountOf = (part: readonly Course[]): Amount => ({ courses: part.length, credits: creditsOf(part) });
  const asked = group.rule === 'all' ? mustHave.length : (group.amount ?? 0);
  const there = countOf(courses.filter(isBehind));
  const missing = Math.max(0, sum([asked, -countOf(courses)]));
  // What counts in another group is not taken again for this one.
  const idle = families.filter((family) => isListed(group, family) && candidate(group, family) === undefined);
  const elsewhere = families.flatMap((family, n) =>
    counted[n] === undefined ? (candidate(group, family) ?? []) : [],
  );
  const again = (group.rule === 'all' ? idle.filter((family) => mustHave.includes(family)) : idle).flatMap(
    (family) => family.slice(-1),
  );
  return {
    requirementId: group.id,
    status: there >= asked ? 'met' : missing === 0 ? 'planned' : 'missing',
    asked,
    earned: amountOf(courses.filter(isBehind)),
    planned: amountOf(courses.filter(isAhead)),
    missing,
    courseIds: courses.map(({ id }) => id),
    unknownCredits: unknownOf(courses),
    elsewhereIds: elsewhere.map(({ id }) => id),
    fix:
      group.rule === 'credits'
        ? fixByCounting(missing, again, courses)
        : { courses: missing, courseIds: again.slice(0, missing).map(({ id }) => id) },
  };
}

/** Every set of courses to take again, with as many new ones as it still needs; the smallest sum wins, then more of the old. */
function fixByCounting(
  missing: number,
  again: readonly Course[],
  there: readonly Course[],
): OracleGroup['fix'] {
  const useful = again.filter(({ credits }) => (credits ?? 0) > 0);
  const known = Math.max(0, ...there.map(({ credits }) => credits ?? 0));
  const ofNew = known === 0 ? 3 : known;
  let best: { courses: number; old: Course[] } = { courses: Infinity, old: [] };
  for (let set = 0; set < 2 ** useful.length; set += 1) {
    const old = useful.filter((_, n) => Math.floor(set / 2 ** n) % 2 === 1);
    const left = sum([missing, ...old.map(({ credits }) => -(credits ?? 0))]);
    // Nothing is taken again that is not needed.
    if (old.some(({ credits }) => left + (credits ?? 0) <= 0)) continue;
    let fresh = 0;
    while (sum([left, -fresh * ofNew]) > 0) fresh += 1;
    const courses = old.length + fresh;
    if (courses < best.courses || (courses === best.courses && isPreferred(old, best.old)))
      best = { courses, old };
  }
  const largestFirst = best.old.toSorted((a, b) => (b.credits ?? 0) - (a.credits ?? 0));
  return { courses: best.courses, courseIds: largestFirst.map(({ id }) => id) };
}

function isPreferred(a: readonly Course[], b: readonly Course[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  return creditsOf(a.map(asPlain)) > creditsOf(b.map(asPlain));
}

const asPlain = (course: Course): Course => ({ ...course, status: 'planned' });

// ---------------------------------------------------------------- all of it

/** The audit of every program, in document order; lists of courses in no particular order. */
export function auditByOracle(document: PlanDocument): OracleAudit[] {
  const programs = document.items.filter((item) => item.kind === 'program');
  return programs.map((program) => {
    const courses = coursesOf(document).filter((course) => course.programId === program.id);
    const once = familiesOf(document, courses).flatMap((family) => {
      const earned = family.filter((course) => hasPassed(course) || course.status === 'transferred').at(-1);
      return earned ?? family.filter(isAhead).at(-1) ?? [];
    });
    return {
      programId: program.id,
      creditsRequired: program.creditsRequired,
      creditsEarned: creditsOf(once.filter((course) => !isAhead(course))),
      creditsPlanned: creditsOf(once.filter(isAhead)),
      unknownCredits: unknownOf(once),
      gpa: gpaByOracle(document, program, courses),
      gpaNeeded: neededByOracle(document, program, courses),
      groups: auditGroups(
        document,
        document.requirements.filter(({ programId }) => programId === program.id),
      ),
    };
  });
}
