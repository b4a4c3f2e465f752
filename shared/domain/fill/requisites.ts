import { countsWith, standingOf } from '../audit/standing.ts';
import type { RequisiteSet } from '../plan/document.ts';
import type { Course, Term } from '../plan/items.ts';
import type { Ground } from './ground.ts';
import type { InstanceNeed, InstanceSet } from './instance.ts';
import type { BrokenNeed, FillReason } from './types.ts';

/** The requisites of an instance, what is out of reach for good, and the courses whose requisites stay broken. */
export interface Requisites {
  sets: InstanceSet[];
  problems: FillReason[];
  staysBroken: string[];
}

/** Writes the requisites down as masks over terms (R11). `indexOf` tells the place of a course among the movable ones. */
export function readRequisites(
  ground: Ground,
  termsOf: (course: Course) => readonly Term[],
  indexOf: ReadonlyMap<string, number>,
): Requisites {
  const repeats = Map.groupBy(ground.courses.values(), ({ repeatsId }) => repeatsId);
  const found: Requisites = { sets: [], problems: [], staysBroken: [] };
  for (const set of ground.doc.requisiteSets) {
    const owner = ground.courses.get(set.courseId);
    if (owner === undefined) continue;
    const index = indexOf.get(owner.id);
    const own = ground.terms.get(owner.termId ?? '');
    if (index === undefined && (own === undefined || standingOf(owner) !== 'planned')) continue;
    const over = index === undefined ? [own!] : termsOf(owner);
    const needs = set.needs.map((need) => readNeed(set, need, over));
    const asked = set.need ?? needs.length;
    const sure = needs.filter((need) => need === 'satisfied').length;
    const rest = needs.filter((need) => need !== 'satisfied');
    const possible = rest.filter(({ always, attempts }) => always !== 0 || attempts.length > 0);
    if (index !== undefined) {
      if (asked > sure + possible.length) found.problems.push(outOfReach(owner, set, asked - sure, rest));
      else if (asked > sure)
        found.sets.push({
          owner: index,
          ownerId: owner.id,
          kind: set.kind,
          need: asked - sure,
          needs: possible,
        });
      continue;
    }
    // A course that stays may have requisites that no proposal can mend. They do not keep the others from being met.
    const open = possible.filter(({ always }) => always === 0);
    const need = Math.min(asked - sure, possible.length) - (possible.length - open.length);
    if (need <= 0 || open.length === 0) continue;
    if (!ground.isOpen(own!.id)) found.staysBroken.push(owner.id);
    else found.sets.push({ owner: -1, ownerId: owner.id, kind: set.kind, need, needs: open });
  }
  return found;

  function readNeed(
    { kind }: RequisiteSet,
    { courseId, minGrade }: RequisiteSet['needs'][number],
    over: readonly Term[],
  ): (InstanceNeed & { courseId: string; minGrade: string | null }) | 'satisfied' {
    const need = { courseId, minGrade, always: 0, attempts: [] as InstanceNeed['attempts'] };
    for (const attempt of attemptsAt(courseId)) {
      if (standingOf(attempt) !== 'planned') {
        if (countsWith(attempt, minGrade)) return 'satisfied';
        continue;
      }
      const course = indexOf.get(attempt.id);
      const own = ground.terms.get(attempt.termId ?? '');
      if (course !== undefined) {
        const own = termsOf(attempt);
        const terms = over.map((term) => maskOf(own, (earlier) => isInOrder(kind, earlier, term)));
        // Where there are too few terms for any order, that is what there is to say, and not that this one is wrong.
        if (over.length < 2 || own.length === 0 || terms.some((mask) => mask !== 0))
          need.attempts.push({ course, terms });
      } else if (own !== undefined) need.always |= maskOf(over, (term) => isInOrder(kind, own, term));
    }
    return need;
  }

  /** A course and those that repeat it, as the findings see it: whoever passes the repeat has the requisite. */
  function attemptsAt(courseId: string): Set<Course> {
    const course = ground.courses.get(courseId);
    const attempts = new Set(course === undefined ? [] : [course]);
    for (const attempt of attempts) for (const repeat of repeats.get(attempt.id) ?? []) attempts.add(repeat);
    return attempts;
  }

  function outOfReach(
    owner: Course,
    { kind }: RequisiteSet,
    needed: number,
    rest: readonly (InstanceNeed & { courseId: string; minGrade: string | null })[],
  ): FillReason {
    const broken = rest.filter(({ always, attempts }) => always === 0 && attempts.length === 0);
    const of = broken.map(({ courseId }): BrokenNeed => ({
      courseId,
      why: whyBroken(ground.courses.get(courseId), ground),
    }));
    return { code: 'requisite-out-of-reach', courseId: owner.id, kind, needed, of };
  }
}

/** Whether a requisite in one term serves a course in another (R11). */
export function isInOrder(kind: RequisiteSet['kind'], earlier: Term, later: Term): boolean {
  const together = earlier.id === later.id;
  if (kind === 'strict') return together;
  return earlier.lastDay < later.firstDay || (kind === 'co' && together);
}

const maskOf = (terms: readonly Term[], holds: (term: Term) => boolean): number =>
  terms.reduce((mask, term, bit) => (holds(term) ? mask | (1 << bit) : mask), 0);

function whyBroken(course: Course | undefined, { terms }: Ground): BrokenNeed['why'] {
  switch (course?.status) {
    case 'withdrawn':
      return 'withdrawn';
    case 'completed':
      return standingOf(course) === 'none' ? 'failed' : 'grade';
    case 'planned':
    case 'enrolled':
      if (terms.has(course.termId ?? '')) return 'too-late';
      return course.locked ? 'locked' : course.status === 'planned' ? 'too-late' : 'no-term';
    case 'transferred':
    case 'exempt':
    case undefined:
      return 'no-term';
  }
}
