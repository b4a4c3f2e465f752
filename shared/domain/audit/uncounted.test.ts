import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { COURSE_STATUSES } from '../plan/items.ts';
import { auditPlan, type ProgramAudit } from './audit-plan.ts';

function audit(plan: PlanBuilder): ProgramAudit {
  const [first] = auditPlan(plan.build());
  if (first === undefined) throw new Error('the plan has no program');
  return first;
}

/** Why courses count nowhere, by course. */
const reasons = (plan: PlanBuilder) =>
  Object.fromEntries(audit(plan).notCounted.map(({ courseId, reason }) => [courseId, reason]));

const completed = (grade: string | null = null) => ({ status: 'completed', grade }) as const;

describe('a course that counts in no group', () => {
  it('was withdrawn or failed, and perhaps repeated', () => {
    const plan = aPlan()
      .program('p')
      .course('left', { status: 'withdrawn' })
      .course('failed', completed('F'))
      .course('again', { repeatsId: 'failed' });
    expect(reasons(plan)).toEqual({
      left: { code: 'withdrawn', insteadId: null },
      failed: { code: 'failed', grade: 'F', insteadId: 'again' },
    });
  });

  it('was passed, but its repeat counts', () => {
    const plan = aPlan()
      .program('p')
      .course('first', completed('D'))
      .course('second', { ...completed('B'), repeatsId: 'first' })
      .requirement('g', { rule: 'credits', amount: 3, eligible: ['first'] });
    expect(reasons(plan)).toEqual({ first: { code: 'superseded', insteadId: 'second' } });
    expect(audit(plan).notCounted[0]?.bringsCredits).toBe(false);
  });

  it('has a grade below what its group takes, and keeps its credits', () => {
    const plan = aPlan()
      .program('p')
      .course('a', completed('D'))
      .requirement('g', { minGrade: 'C', eligible: ['a'] });
    expect(audit(plan).notCounted).toEqual([
      {
        courseId: 'a',
        reason: { code: 'below-minimum', requirementId: 'g', grade: 'D', minGrade: 'C', insteadId: null },
        bringsCredits: true,
      },
    ]);
  });

  it('is the latest attempt, but only an earlier one is good enough for the group', () => {
    const plan = aPlan()
      .program('p')
      .course('good', completed('B'))
      .course('worse', { ...completed('D'), repeatsId: 'good' })
      .requirement('g', { minGrade: 'C', eligible: ['good'] });
    expect(reasons(plan)).toMatchObject({
      worse: { code: 'below-minimum', requirementId: 'g', insteadId: 'good' },
    });
  });

  it('finds its group full: the planned and the later one have to go', () => {
    const plan = aPlan()
      .program('p')
      .course('planned')
      .course('earned', completed('A'))
      .course('later', completed('A'))
      .requirement('g', { rule: 'choose', amount: 1, eligible: ['planned', 'earned', 'later'] });
    expect(reasons(plan)).toEqual({
      planned: { code: 'group-full', requirementId: 'g' },
      later: { code: 'group-full', requirementId: 'g' },
    });
  });

  it('is assigned to a group that does not list it', () => {
    const plan = aPlan()
      .program('p')
      .course('listed')
      .course('other', { requirementId: 'g' })
      .requirement('g', { eligible: ['listed'] });
    expect(reasons(plan)).toEqual({ other: { code: 'not-listed', requirementId: 'g' } });
  });

  it('belongs to no group, or counts in another program', () => {
    const plan = aPlan()
      .program('p')
      .course('loose')
      .course('lent')
      .requirement('g', { rule: 'credits', amount: 3 })
      .program('q')
      .requirement('h', { eligible: ['lent'] });
    expect(reasons(plan)).toEqual({
      loose: { code: 'no-group' },
      lent: { code: 'other-program', programId: 'q' },
    });
  });

  it('is not missed where the program has no groups', () => {
    expect(reasons(aPlan().program('p').course('a').course('b', completed('A')))).toEqual({});
  });

  it('counts after all where a shared group needs what another can spare', () => {
    const plan = aPlan()
      .program('p')
      .course('a')
      .course('b')
      .requirement('one', { rule: 'choose', amount: 1, eligible: ['a', 'b'] })
      .requirement('writing', { eligible: ['b'], shared: true });
    expect(audit(plan).groups[0]?.surplusIds).toEqual(['b']);
    expect(reasons(plan)).toEqual({});
  });

  it('is not to be taken again when it counts in another group: it can be assigned', () => {
    const plan = aPlan()
      .program('p')
      .course('a')
      .requirement('one', { eligible: ['a'] })
      .requirement('two', { eligible: ['a'] });
    expect(audit(plan).groups[1]).toMatchObject({
      status: 'missing',
      elsewhereIds: ['a'],
      fix: { courses: 1, courseIds: [] },
    });
  });
});

describe('the courses of a random program', () => {
  const programs = fc.record({
    courses: fc.array(
      fc.record({
        credits: fc.constantFrom(1, 2, 3, null),
        status: fc.constantFrom(...COURSE_STATUSES),
        grade: fc.constantFrom(null, 'A', 'C', 'D', 'F'),
        assigned: fc.option(fc.nat(2), { freq: 4 }),
        repeats: fc.option(fc.nat(4), { freq: 4 }),
        lists: fc.subarray([0, 1, 2]),
      }),
      { maxLength: 7 },
    ),
    groups: fc.array(
      fc.record({
        rule: fc.constantFrom('all' as const, 'credits' as const, 'choose' as const),
        amount: fc.constantFrom(1, 2, 5),
        minGrade: fc.constantFrom(null, 'C'),
        shared: fc.boolean(),
      }),
      { minLength: 3, maxLength: 3 },
    ),
  });
  const planOf = ({ courses, groups }: typeof programs extends fc.Arbitrary<infer P> ? P : never) => {
    const plan = aPlan().program('p');
    courses.forEach(({ credits, status, grade, assigned, repeats }, n) => {
      plan.course(`c${n}`, {
        credits,
        status,
        grade,
        requirementId: assigned === null ? null : `g${assigned}`,
        repeatsId: repeats === null || repeats >= n ? null : `c${repeats}`,
      });
    });
    groups.forEach((group, g) => {
      const eligible = courses.flatMap(({ lists }, n) => (lists.includes(g) ? [`c${n}`] : []));
      plan.requirement(`g${g}`, { ...group, eligible });
    });
    return plan;
  };

  it('either count in a group that needs them or are listed with a reason, never both', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { groups, notCounted } = audit(planOf(program));
        const needed = new Set(
          groups.flatMap(({ courseIds, surplusIds }) => courseIds.filter((id) => !surplusIds.includes(id))),
        );
        const listed = notCounted.map(({ courseId }) => courseId);
        const all = program.courses.map((_, n) => `c${n}`);
        expect(all.filter((id) => !needed.has(id))).toEqual(listed);
        for (const { courseId, reason } of notCounted) {
          const course = program.courses[Number(courseId.slice(1))];
          expect(reason.code === 'withdrawn').toBe(course?.status === 'withdrawn');
          const failed = course?.status === 'completed' && course.grade === 'F';
          expect(reason.code === 'failed').toBe(failed);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are spared by a full group without changing how far it is met, as many as can be', () => {
    fc.assert(
      fc.property(programs, (program) => {
        for (const { rule, asked, courseIds, surplusIds } of audit(planOf(program)).groups) {
          if (rule === 'all') continue;
          const worth = (id: string) => {
            const course = program.courses[Number(id.slice(1))];
            if (rule === 'choose') return 1;
            return course?.status === 'exempt' ? 0 : (course?.credits ?? 0);
          };
          const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + worth(id), 0);
          const needed = courseIds.filter((id) => !surplusIds.includes(id));
          expect(Math.min(sum(needed), asked)).toBe(Math.min(sum(courseIds), asked));
          for (const id of needed) if (worth(id) > 0) expect(sum(needed) - worth(id)).toBeLessThan(asked);
        }
      }),
      { numRuns: 500 },
    );
  });
});
