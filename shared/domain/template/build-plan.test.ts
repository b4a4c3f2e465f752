import { describe, expect, it } from 'vitest';
import { buildPlan } from './build-plan.ts';
import type { Recipe, RecipeCourse, RecipeProgram } from './recipe.ts';

const course = (key: string, change: Partial<RecipeCourse> = {}): RecipeCourse => {
  const [prefix = '', number = ''] = key.split(' ');
  return {
    key,
    prefix,
    number,
    title: key,
    credits: 3,
    requirement: 'all',
    prerequisites: [],
    corequisites: [],
    ...change,
  };
};

const program = (key: string, courses: RecipeCourse[][]): RecipeProgram => ({
  kind: 'program',
  key,
  title: key,
  phase: 'undergraduate',
  level: 'bachelor',
  field: null,
  degreeType: null,
  creditsRequired: 6,
  accreditor: null,
  accreditation: null,
  gpaGoal: null,
  requirements: [{ key: 'all', title: 'Everything', rule: 'all', amount: null }],
  terms: courses.map((each, nth) => ({ key: String(nth + 1), span: 'long', courses: each })),
});

const recipe = (change: Partial<Recipe> = {}): Recipe => ({
  template: 'test',
  catalogVersion: '1',
  name: 'Test',
  notes: '',
  start: '2026-08-24',
  jurisdiction: null,
  facility: null,
  goal: 'first',
  parts: [
    program('first', [
      [course('AA 1')],
      [course('AA 2', { prerequisites: ['AA 1'], corequisites: ['AA 3'] }), course('AA 3')],
    ]),
    program('second', [[course('BB 1', { prerequisites: ['AA 2'] })]]),
  ],
  links: [{ from: 'first', to: 'second', kind: 'FS' }],
  facts: [],
  ...change,
});

function ids(): () => string {
  let count = 0;
  return () => `id-${(count += 1)}`;
}

function built(change: Partial<Recipe> = {}) {
  const outcome = buildPlan(recipe(change), ids());
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.document;
}

describe('buildPlan', () => {
  it('gives ids and positions in the order of the recipe: program, term, courses', () => {
    const { items } = built();
    expect(items.map(({ title, position }) => `${position} ${title}`)).toEqual([
      '0 first',
      '1 Year 1 Fall',
      '2 AA 1',
      '3 Year 1 Spring',
      '4 AA 2',
      '5 AA 3',
      '6 second',
      '7 Year 1 Fall',
      '8 BB 1',
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('lets a course name one of another program as prerequisite', () => {
    const { items, requisiteSets } = built();
    const id = (title: string) => items.find((item) => item.title === title)?.id;
    expect(
      requisiteSets.map(({ courseId, kind, needs }) => [courseId, kind, needs.map((each) => each.courseId)]),
    ).toEqual([
      [id('AA 2'), 'pre', [id('AA 1')]],
      [id('AA 2'), 'co', [id('AA 3')]],
      [id('BB 1'), 'pre', [id('AA 2')]],
    ]);
  });

  it('puts every course into its requirement', () => {
    const { items, requirements } = built();
    const coursesOf = (programId: string) =>
      items.filter((item) => item.kind === 'course' && item.programId === programId).map(({ id }) => id);
    expect(requirements.map(({ eligible, position }) => ({ eligible, position }))).toEqual(
      requirements.map(({ programId }, position) => ({ eligible: coursesOf(programId), position })),
    );
  });

  it('counts months back from the first term of a program', () => {
    const deadline = {
      kind: 'milestone',
      key: 'deadline',
      title: 'Deadline',
      phase: 'graduate',
      sort: 'deadline',
      pinned: { program: 'second', months: 6 },
    } as const;
    const { items } = built({ parts: [deadline, ...recipe().parts] });
    expect(items[0]).toMatchObject({ title: 'Deadline', pinStart: '2027-02-23', notBefore: null });
  });

  it('refuses terms past the last day there is', () => {
    expect(buildPlan(recipe({ start: '2199-08-26' }), ids())).toEqual({
      ok: false,
      reason: { code: 'dates-out-of-range', last: '2199-12-31' },
    });
  });

  it('throws for a key that names nothing, and for one given twice', () => {
    expect(() => built({ goal: 'nowhere' })).toThrow('has no part "nowhere"');
    expect(() => built({ parts: [...recipe().parts, program('third', [[course('AA 1')]])] })).toThrow(
      'names "AA 1" twice',
    );
  });
});
