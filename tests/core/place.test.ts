import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePlanFile } from '#electron/formats/plan-file.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp, type TestApp } from '#tests/test-app.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'));
  const plan = aPlan({ name: 'Mine' })
    .program('bs')
    .term('t1', { creditLimit: 5 })
    .term('t2')
    .course('a')
    .course('b');
  plan
    .course('placed', { termId: 't2' })
    .course('locked', { locked: true })
    .course('done', { status: 'completed' });
  plan.program('ms').term('m1', { firstDay: '2028-01-10', lastDay: '2028-05-05' });
  app.ask('plan.import', { text: writePlanFile(plan.build()) });
});
afterEach(() => {
  app.close();
  folder.remove();
});

const newTerm = (over = {}) => ({
  key: 'new',
  programId: 'bs',
  title: 'Year 2 Fall',
  index: 3,
  season: 'fall' as const,
  firstDay: '2027-08-23',
  lastDay: '2027-12-10',
  creditLimit: 15,
  ...over,
});
const place = (courseId: string, termId: string) => ({ courseId, termId });
const request = (
  placements: InputOf<'plan.place'>['placements'],
  newTerms: InputOf<'plan.place'>['newTerms'] = [],
) => ({
  planId: 'plan',
  placements,
  newTerms,
});
const termsOf = () =>
  app
    .ask('plan.read', { planId: 'plan' })
    .items.flatMap((item) =>
      item.kind === 'course' && item.termId !== null ? [`${item.id} ${item.termId}`] : [],
    );

describe('plan.place', () => {
  it('puts courses into terms, new ones too, in one step that undo takes back', () => {
    const before = app.ask('plan.read', { planId: 'plan' });
    const { termIds } = app.ask('plan.place', request([place('a', 't1'), place('b', 'new')], [newTerm()]));
    expect(termsOf()).toEqual(['a t1', `b ${termIds['new'] ?? ''}`, 'placed t2']);
    expect(app.ask('history.read', {}).at(-1)).toMatchObject({ name: 'plan.place', subject: 'Mine' });
    app.ask('history.undo', {});
    expect(app.ask('plan.read', { planId: 'plan' })).toEqual(before);
    app.ask('history.redo', {});
    expect(termsOf()).toHaveLength(3);
  });

  it.each([
    ['placed', 'a course that has a term by now', [place('b', 't2'), place('placed', 't1')]],
    ['locked', 'a locked course', [place('b', 't2'), place('locked', 't1')]],
    ['not-planned', 'a course that is done', [place('b', 't2'), place('done', 't1')]],
    ['other-program', 'a term of another program', [place('b', 't2'), place('a', 'm1')]],
    ['full', 'a term that has become too full', [place('a', 't1'), place('b', 't1')]],
    ['twice', 'a course named twice', [place('a', 't1'), place('a', 't2')]],
  ] as const)('refuses (%s) %s, and then stores nothing', (why, _, placements) => {
    const before = app.ask('plan.read', { planId: 'plan' });
    expect(app.refusal('plan.place', request([...placements]))).toMatchObject({
      code: 'cannot-place',
      why,
    });
    expect(app.ask('plan.read', { planId: 'plan' })).toEqual(before);
  });

  it('refuses what is not there, and new terms that make no sense', () => {
    expect(app.refusal('plan.place', request([place('a', 'gone')]))).toMatchObject({
      code: 'not-found',
      noun: 'term',
    });
    expect(app.refusal('plan.place', request([place('gone', 't1')]))).toMatchObject({
      code: 'not-found',
      noun: 'course',
    });
    expect(app.refusal('plan.place', request([place('t1', 't1')]))).toMatchObject({ code: 'wrong-kind' });
    const reversed = newTerm({ lastDay: '2027-08-01' });
    expect(app.refusal('plan.place', request([place('a', 'new')], [reversed]))).toMatchObject({
      code: 'dates-reversed',
    });
  });
});

describe('plan.moveCourses', () => {
  const move = (courseIds: string[], termId: string | null) => ({ planId: 'plan', courseIds, termId });

  it('moves several courses in one step that undo takes back, also out of their terms', () => {
    const before = app.ask('plan.read', { planId: 'plan' });
    app.ask('plan.moveCourses', move(['a', 'placed'], 't1'));
    // More credits than the limit are a finding, not a refusal, as when a single course is moved.
    expect(termsOf()).toEqual(['a t1', 'placed t1']);
    app.ask('history.undo', {});
    expect(app.ask('plan.read', { planId: 'plan' })).toEqual(before);
    app.ask('plan.moveCourses', move(['placed'], null));
    expect(termsOf()).toEqual([]);
  });

  it.each([
    ['locked', ['a', 'locked'], 't1'],
    ['recorded', ['a', 'done'], 't1'],
    ['other-program', ['a'], 'm1'],
  ])('refuses (%s) the whole move, and then stores nothing', (why, courseIds, termId) => {
    const before = app.ask('plan.read', { planId: 'plan' });
    expect(app.refusal('plan.moveCourses', move(courseIds, termId))).toMatchObject({
      code: 'cannot-move-course',
      why,
    });
    expect(app.ask('plan.read', { planId: 'plan' })).toEqual(before);
  });

  it('refuses what is not there or of another kind', () => {
    expect(app.refusal('plan.moveCourses', move(['gone'], 't1'))).toMatchObject({ code: 'not-found' });
    expect(app.refusal('plan.moveCourses', move(['t1'], 't2'))).toMatchObject({ code: 'wrong-kind' });
    expect(app.refusal('plan.moveCourses', move(['a'], 'b'))).toMatchObject({ code: 'wrong-kind' });
  });
});
