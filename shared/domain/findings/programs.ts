import { toDay, toIso } from '../time/day.ts';
import type { Context } from './context.ts';
import type { Item } from '../plan/items.ts';
import type { Raised } from './types.ts';

/** `outside-program`: a child before its program's *not before* day or after the day the program must end by. */
export function findOutside({ doc, schedule, programs, coursesIn }: Context): Raised<'outside-program'>[] {
  const byId = new Map(programs.map((program) => [program.id, program]));
  const inUse = termsInUse(doc.items, coursesIn);
  return doc.items.flatMap((item): Raised<'outside-program'>[] => {
    const program = byId.get(item.programId ?? '');
    // A course has the dates of its term, and the term is named once for all of them.
    if (program === undefined || item.kind === 'course' || (item.kind === 'term' && !inUse.has(item.id)))
      return [];
    const found: Raised<'outside-program'>[] = [];
    const raise = (side: 'before' | 'after', day: number, limit: string) =>
      found.push({
        code: 'outside-program',
        severity: 'warning',
        itemIds: [item.id, program.id],
        facts: { side, day: toIso(day), limit },
      });
    const days = schedule.days(item.id);
    if (days === null) return [];
    const { start, end } = days;
    if (program.notBefore !== null && start < toDay(program.notBefore))
      raise('before', start, program.notBefore);
    if (program.mustEndBy !== null && end > toDay(program.mustEndBy)) raise('after', end, program.mustEndBy);
    return found;
  });
}

/** The terms that make up their program (R10): those that hold a course not withdrawn, or all if none does. */
function termsInUse(items: readonly Item[], coursesIn: Context['coursesIn']): Set<string> {
  const terms = items.filter((item) => item.kind === 'term');
  const holds = (id: string) => (coursesIn.get(id) ?? []).some(({ status }) => status !== 'withdrawn');
  const used = new Set(terms.filter(({ id }) => holds(id)).map(({ programId }) => programId));
  return new Set(terms.filter(({ id, programId }) => holds(id) || !used.has(programId)).map(({ id }) => id));
}

/** `credits-short`: what is earned and planned is less than the program requires. */
export function findShortCredits({ audits }: Context): Raised<'credits-short'>[] {
  return audits.flatMap((audit): Raised<'credits-short'>[] => {
    const { programId, creditsRequired: required, creditsEarned: earned, creditsPlanned: planned } = audit;
    if (required === null || earned + planned >= required - 1e-6) return [];
    const facts = { required, earned, planned, unknown: audit.unknownCredits.length };
    return [{ code: 'credits-short', severity: 'error', itemIds: [programId], facts }];
  });
}

/** `gpa-below-minimum`: the GPA earned so far, unrounded, is below the program's minimum. */
export function findLowGpa({ audits, programs }: Context): Raised<'gpa-below-minimum'>[] {
  const minimums = new Map(programs.map(({ id, gpaMinimum }) => [id, gpaMinimum]));
  return audits.flatMap(({ programId, gpa }): Raised<'gpa-below-minimum'>[] => {
    const minimum = minimums.get(programId) ?? null;
    if (gpa === null || minimum === null || gpa >= minimum - 1e-9) return [];
    return [
      { code: 'gpa-below-minimum', severity: 'warning', itemIds: [programId], facts: { gpa, minimum } },
    ];
  });
}

/** `requirement-unmet`: a group is not met even with what is planned. */
export function findUnmetRequirements({ audits }: Context): Raised<'requirement-unmet'>[] {
  return audits.flatMap(({ programId, groups }) =>
    groups
      .filter(({ status }) => status === 'missing')
      .map(({ requirementId, title, rule, missing, fix }) => ({
        code: 'requirement-unmet',
        severity: 'error',
        itemIds: [programId, ...fix.courseIds],
        facts: { requirementId, title, rule, missing, fix: fix.courses },
      })),
  );
}
