import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { auditPlan } from '../audit/audit-plan.ts';
import { gpaOf } from '../audit/gpa.ts';
import { COURSE_STATUSES, type Program, type Term } from '../plan/items.ts';
import { termCredits } from './term-credits.ts';

function rowsOf(builder: PlanBuilder) {
  const doc = builder.build();
  const program = doc.items.find((item): item is Program => item.kind === 'program');
  if (!program) throw new Error('The plan has no program.');
  return { doc, program, rows: termCredits(program, doc.items) };
}

const done = (termId: string | null, grade: string, more = {}) =>
  ({ termId, grade, status: 'completed', ...more }) as const;

describe('credits of the terms of a program', () => {
  it('are earned, planned, or neither, and leave out what is not known', () => {
    const { rows } = rowsOf(
      aPlan()
        .program('bs')
        .term('fall')
        .term('spring')
        .course('a', done('fall', 'A'))
        .course('b', done('fall', 'F', { credits: 4 }))
        .course('c', { termId: 'fall', status: 'withdrawn' })
        .course('d', { termId: 'spring', status: 'enrolled' })
        .course('e', { termId: 'spring', credits: null }),
    );
    expect(rows).toMatchObject([
      { term: { id: 'fall' }, earned: 3, planned: 0, other: 4, unknown: [] },
      { term: { id: 'spring' }, earned: 0, planned: 3, other: 0, unknown: ['e'] },
    ]);
  });

  it('are in order of time, and what is in no term comes last', () => {
    const { rows } = rowsOf(
      aPlan()
        .program('bs')
        .term('late', { firstDay: '2028-01-10', lastDay: '2028-05-05' })
        .term('early', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
        .course('moved', { status: 'transferred', credits: 6 })
        .course('unplaced', {})
        .course('gone', { status: 'withdrawn' }),
    );
    expect(rows.map(({ term }) => term?.id)).toEqual(['early', 'late', undefined]);
    expect(rows[2]).toMatchObject({ earned: 6, planned: 3, other: 0, gpa: null, cumulative: null });
  });

  it('count a repeated course once, where it counts in the audit', () => {
    const { rows } = rowsOf(
      aPlan()
        .program('bs')
        .term('fall')
        .term('spring')
        .course('first', done('fall', 'D'))
        .course('again', done('spring', 'A', { repeatsId: 'first' })),
    );
    expect(rows).toMatchObject([
      { earned: 0, other: 3 },
      { earned: 3, other: 0 },
    ]);
  });
});

describe('the GPA over time', () => {
  it('is that of each term and of everything up to it, until the last grade', () => {
    const { rows } = rowsOf(
      aPlan()
        .program('bs')
        .term('fall')
        .term('pause')
        .term('spring')
        .term('ahead')
        .course('a', done('fall', 'A'))
        .course('b', done('spring', 'C'))
        .course('c', { termId: 'ahead' }),
    );
    expect(rows.map(({ gpa, cumulative }) => [gpa, cumulative])).toEqual([
      [4, 4],
      [null, 4],
      [2, 3],
      [null, null],
    ]);
  });

  it('takes the latest attempt known by then, or all where the program counts all', () => {
    const plan = (repeats: 'latest' | 'all') =>
      aPlan()
        .program('bs', { repeats })
        .term('fall')
        .term('spring')
        .course('first', done('fall', 'F'))
        .course('again', done('spring', 'A', { repeatsId: 'first' }));
    expect(rowsOf(plan('latest')).rows.map(({ cumulative }) => cumulative)).toEqual([0, 4]);
    expect(rowsOf(plan('all')).rows.map(({ cumulative }) => cumulative)).toEqual([0, 2]);
  });

  it('follows repeats through an attempt that was withdrawn', () => {
    const { rows } = rowsOf(
      aPlan()
        .program('bs')
        .term('one')
        .term('two')
        .term('three')
        .course('a', done('one', 'D'))
        .course('b', { termId: 'two', status: 'withdrawn', repeatsId: 'a' })
        .course('c', done('three', 'B', { repeatsId: 'b' })),
    );
    expect(rows.map(({ cumulative }) => cumulative)).toEqual([1, 1, 3]);
  });
});

it('adds up to the audit, and ends at the GPA of the program, for any courses', () => {
  const course = fc.record({
    term: fc.constantFrom('t0', 't1', 't2', null),
    status: fc.constantFrom(...COURSE_STATUSES),
    grade: fc.constantFrom('A', 'B+', 'C-', 'F', 'P', null),
    credits: fc.constantFrom(1, 3, 4, null),
    repeats: fc.option(fc.nat({ max: 7 })),
  });
  fc.assert(
    fc.property(fc.array(course, { maxLength: 8 }), fc.constantFrom('latest', 'all'), (courses, repeats) => {
      const builder = aPlan().program('bs', { repeats }).term('t0').term('t1').term('t2');
      courses.forEach(({ term, repeats: of, ...over }, place) =>
        builder.course(`c${place}`, {
          termId: term,
          ...over,
          repeatsId: of === null || of >= place ? null : `c${of}`,
        }),
      );
      const { doc, program, rows } = rowsOf(builder);
      const audit = auditPlan(doc)[0];
      const total = (of: 'earned' | 'planned') => rows.reduce((sum, row) => sum + row[of], 0);
      expect(total('earned')).toBeCloseTo(audit?.creditsEarned ?? 0, 6);
      expect(total('planned')).toBeCloseTo(audit?.creditsPlanned ?? 0, 6);
      const terms = new Map(
        doc.items.filter((item): item is Term => item.kind === 'term').map((term) => [term.id, term]),
      );
      const all = doc.items.filter((item) => item.kind === 'course');
      const last = rows.findLast(({ gpa }) => gpa !== null);
      if (last) expect(last.cumulative).toBe(gpaOf(program, all, terms).gpa);
    }),
  );
});
