import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { COURSE_STATUSES } from '../plan/items.ts';
import { auditPlan, missesRequirement, type ProgramAudit } from './audit-plan.ts';

function audit(plan: PlanBuilder): ProgramAudit {
  const [first] = auditPlan(plan.build());
  if (first === undefined) throw new Error('the plan has no program');
  return first;
}

/** The requirement audits, by id. */
const groups = (plan: PlanBuilder) =>
  Object.fromEntries(audit(plan).groups.map((group) => [group.requirementId, group]));

const completed = (grade: string | null = null) => ({ status: 'completed', grade }) as const;

describe('the credits of a program', () => {
  it('are earned by completion with credit and by transfer, and planned before that, placed or not', () => {
    const plan = aPlan()
      .program('p', { creditsRequired: 30 })
      .term('t')
      .course('passed', { ...completed('D-'), credits: 1 })
      .course('ungraded', { ...completed(), credits: 2 })
      .course('failed', { ...completed('F'), credits: 100 })
      .course('no credit', { ...completed('NP'), credits: 100 })
      .course('transferred', { status: 'transferred', credits: 4 })
      .course('exempt', { status: 'exempt', credits: 100 })
      .course('withdrawn', { status: 'withdrawn', credits: 100 })
      .course('placed', { termId: 't', credits: 8 })
      .course('unplaced', { credits: 16 })
      .course('enrolled', { status: 'enrolled', credits: 32 });
    expect(audit(plan)).toMatchObject({
      creditsRequired: 30,
      creditsEarned: 7,
      creditsPlanned: 56,
      unknownCredits: [],
    });
  });

  it('leave out unknown ones and name them', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { credits: null })
      .course('b', { ...completed(), credits: null })
      .course('c')
      .course('d', { status: 'withdrawn', credits: null });
    expect(audit(plan)).toMatchObject({ creditsEarned: 0, creditsPlanned: 3, unknownCredits: ['b', 'a'] });
  });

  it('come once from a course that is repeated', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { ...completed('D'), credits: 3 })
      .course('b', { ...completed('B'), credits: 4, repeatsId: 'a' })
      .course('c', { repeatsId: 'b' });
    expect(audit(plan)).toMatchObject({ creditsEarned: 4, creditsPlanned: 0 });
  });

  it('add up without binary dust', () => {
    const plan = aPlan().program('p').course('a', { credits: 0.1 }).course('b', { credits: 0.2 });
    expect(audit(plan).creditsPlanned).toBe(0.3);
  });

  it('say what GPA is still needed, for the goal before the minimum', () => {
    const plan = (goal: number | null) =>
      aPlan().program('p', { gpaMinimum: 2, gpaGoal: goal }).course('a', completed('B')).course('b');
    expect(audit(plan(3.5))).toMatchObject({ gpa: 3, gpaNeeded: { target: 3.5, needed: 4 } });
    expect(audit(plan(null)).gpaNeeded).toMatchObject({ target: 2, needed: 1 });
  });
});

describe('a requirement group', () => {
  it('of all courses is met by earned and waived ones, planned with planned ones, else missing', () => {
    const plan = (status: 'completed' | 'exempt' | 'enrolled' | 'withdrawn') =>
      aPlan()
        .program('p')
        .course('a', completed())
        .course('b', { status })
        .requirement('g', { eligible: ['a', 'b'] });
    expect(groups(plan('completed')).g?.status).toBe('met');
    expect(groups(plan('exempt')).g?.status).toBe('met');
    expect(groups(plan('enrolled')).g?.status).toBe('planned');
    expect(groups(plan('withdrawn')).g).toMatchObject({
      status: 'missing',
      missing: 1,
      fix: { courses: 1, courseIds: ['b'] },
    });
    expect(missesRequirement(audit(plan('withdrawn')))).toBe(true);
    expect(missesRequirement(audit(plan('enrolled')))).toBe(false);
  });

  it('is missing when one of several is', () => {
    const plan = aPlan()
      .program('p')
      .course('a', completed())
      .requirement('g1', { eligible: ['a'] })
      .requirement('g2', { rule: 'choose', amount: 1 });
    expect(missesRequirement(audit(plan))).toBe(true);
  });

  it('says what is missing without binary dust', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { credits: 0.3 })
      .requirement('g', { rule: 'credits', amount: 0.6, eligible: ['a'] });
    expect(groups(plan).g?.missing).toBe(0.3);
  });

  it('goes by the last attempt that was assigned to a group', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { ...completed('F'), requirementId: 'g1' })
      .course('b', { repeatsId: 'a', requirementId: 'g2' })
      .requirement('g1', { rule: 'choose', amount: 1 })
      .requirement('g2', { rule: 'choose', amount: 1 });
    expect([groups(plan).g1?.courseIds, groups(plan).g2?.courseIds]).toEqual([[], ['b']]);
  });

  it('without a list asks for the courses assigned to it', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { requirementId: 'g' })
      .course('b', { requirementId: 'g', status: 'withdrawn' })
      .requirement('g');
    expect(groups(plan).g).toMatchObject({ asked: 2, missing: 1, fix: { courseIds: ['b'] } });
  });

  it('of credits is met from its amount on', () => {
    const plan = (amount: number) =>
      aPlan()
        .program('p')
        .course('a', { ...completed(), credits: 4 })
        .course('b', { credits: 3 })
        .requirement('g', { rule: 'credits', amount, eligible: ['a', 'b'] });
    expect([4, 4.5, 7, 7.5].map((amount) => groups(plan(amount)).g?.status)).toEqual([
      'met',
      'planned',
      'planned',
      'missing',
    ]);
    expect(groups(plan(10)).g).toMatchObject({ missing: 3, earned: { credits: 4 }, planned: { credits: 3 } });
  });

  it('of a number of courses is met from that number on', () => {
    const plan = (amount: number) =>
      aPlan()
        .program('p')
        .course('a', completed())
        .course('b')
        .course('c')
        .requirement('g', { rule: 'choose', amount, eligible: ['a', 'b', 'c'] });
    expect([1, 2, 3, 4].map((amount) => groups(plan(amount)).g?.status)).toEqual([
      'met',
      'planned',
      'planned',
      'missing',
    ]);
    expect(groups(plan(5)).g).toMatchObject({ missing: 2, fix: { courses: 2, courseIds: [] } });
  });

  it('counts no grade below its minimum', () => {
    const plan = (grade: string) =>
      aPlan()
        .program('p')
        .course('a', completed(grade))
        .requirement('g', { rule: 'choose', amount: 1, minGrade: 'C', eligible: ['a'] });
    expect(groups(plan('C')).g?.status).toBe('met');
    expect(groups(plan('C-')).g).toMatchObject({ status: 'missing', fix: { courses: 1, courseIds: ['a'] } });
  });

  it('counts the repeat of a listed course in its place, and only once', () => {
    const plan = (first: string) =>
      aPlan()
        .program('p')
        .course('a', completed(first))
        .course('again', { repeatsId: 'a' })
        .requirement('g', { rule: 'choose', amount: 2, eligible: ['a'] });
    expect(groups(plan('F')).g).toMatchObject({ courseIds: ['again'], missing: 1 });
    expect(groups(plan('D')).g).toMatchObject({ courseIds: ['a'], missing: 1 });
  });

  it('asks for credits in the fewest courses: to take again where that is no more than new ones', () => {
    const plan = (amount: number) =>
      aPlan()
        .program('p')
        .course('small', { ...completed('F'), credits: 1 })
        .course('large', { status: 'withdrawn', credits: 4 })
        .requirement('g', { rule: 'credits', amount, eligible: ['small', 'large'] });
    expect(groups(plan(4)).g?.fix).toEqual({ courses: 1, courseIds: ['large'] });
    expect(groups(plan(5)).g?.fix).toEqual({ courses: 2, courseIds: ['large', 'small'] });
    // Again the large one of 4 credits, and two new ones of 3; with the small one it would be four.
    expect(groups(plan(9)).g?.fix).toEqual({ courses: 3, courseIds: ['large'] });
    expect(groups(plan(10)).g?.fix).toEqual({ courses: 3, courseIds: ['large'] });
    expect(groups(plan(11)).g?.fix).toEqual({ courses: 4, courseIds: ['large', 'small'] });
  });

  it('says which of its courses have unknown credits', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { credits: null })
      .requirement('g', { rule: 'credits', amount: 3, eligible: ['a'] });
    expect(groups(plan).g).toMatchObject({ status: 'missing', courseIds: ['a'], unknownCredits: ['a'] });
  });
});

describe('courses that could count in several groups', () => {
  const either = { rule: 'choose' as const, amount: 1, eligible: ['a'] };

  it('count once, in the earlier group', () => {
    const plan = aPlan().program('p').course('a').requirement('g1', either).requirement('g2', either);
    expect([groups(plan).g1?.courseIds, groups(plan).g2?.courseIds]).toEqual([['a'], []]);
  });

  it('count in a shared group besides', () => {
    const plan = aPlan()
      .program('p')
      .course('a')
      .requirement('g1', either)
      .requirement('g2', { ...either, shared: true });
    expect([groups(plan).g1?.courseIds, groups(plan).g2?.courseIds]).toEqual([['a'], ['a']]);
  });

  it('count where they are assigned, whatever else that costs', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { requirementId: 'g2' })
      .requirement('g1', either)
      .requirement('g2', either);
    expect([groups(plan).g1?.courseIds, groups(plan).g2?.courseIds]).toEqual([[], ['a']]);
  });

  it('leave the course that only one group can take to that group', () => {
    const plan = aPlan()
      .program('p')
      .course('a')
      .course('b')
      .requirement('g1', { rule: 'choose', amount: 1, eligible: ['a', 'b'] })
      .requirement('g2', either);
    expect([groups(plan).g1?.courseIds, groups(plan).g2?.courseIds]).toEqual([['b'], ['a']]);
  });

  it('waived ones meet a list without earning credits', () => {
    const plan = aPlan()
      .program('p')
      .course('a', { status: 'exempt' })
      .requirement('credits', { rule: 'credits', amount: 3, eligible: ['a'] })
      .requirement('list', { eligible: ['a'] });
    expect(groups(plan).list?.status).toBe('met');
    expect(groups(plan).credits?.earned.credits).toBe(0);
  });

  it('count in groups of several programs', () => {
    const plan = aPlan()
      .program('p')
      .course('a')
      .requirement('g1', either)
      .program('q')
      .requirement('g2', either);
    expect(auditPlan(plan.build()).map(({ groups: [group] }) => group?.courseIds)).toEqual([['a'], ['a']]);
  });
});

describe('the distribution of a random program', () => {
  const program = fc.record({
    courses: fc.array(
      fc.record({
        credits: fc.constantFrom(1, 2, 3, 4),
        status: fc.constantFrom(...COURSE_STATUSES),
        assigned: fc.option(fc.nat(2), { freq: 4 }),
        lists: fc.subarray([0, 1, 2]),
      }),
      { maxLength: 5 },
    ),
    amounts: fc.array(fc.constantFrom(2, 3, 5, 6), { minLength: 3, maxLength: 3 }),
  });

  it('meets as many required credits as any assignment of the courses can', () => {
    fc.assert(
      fc.property(program, ({ courses, amounts }) => {
        const plan = aPlan().program('p');
        courses.forEach(({ credits, status, assigned }, n) => {
          plan.course(`c${n}`, { credits, status, requirementId: assigned === null ? null : `g${assigned}` });
        });
        amounts.forEach((amount, g) => {
          const eligible = courses.flatMap(({ lists }, n) => (lists.includes(g) ? [`c${n}`] : []));
          plan.requirement(`g${g}`, { rule: 'credits', amount, eligible });
        });
        const met = audit(plan).groups.reduce((sum, { asked, missing }) => sum + asked - missing, 0);

        const worth = courses.map(({ credits, status }) =>
          status === 'withdrawn' || status === 'exempt' ? 0 : credits,
        );
        const most = (at: number, filled: number[]): number => {
          const course = courses[at];
          if (course === undefined)
            return filled.reduce((sum, each, g) => sum + Math.min(each, amounts[g] ?? 0), 0);
          const choices = course.assigned === null ? course.lists : [course.assigned];
          const after = choices.map((g) => most(at + 1, filled.with(g, (filled[g] ?? 0) + (worth[at] ?? 0))));
          return Math.max(most(at + 1, filled), ...after);
        };
        expect(met).toBe(most(0, [0, 0, 0]));
      }),
      { numRuns: 500 },
    );
  });
});
