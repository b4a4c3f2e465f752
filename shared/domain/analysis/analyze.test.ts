import { describe, expect, it } from 'vitest';
import type { Failure } from '#shared/contract/failures.ts';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { toDay } from '../time/day.ts';
import { analyzePlan, type AnalyzeOptions, type AnalyzeRefusal } from './analyze.ts';
import type { PlanAnalysis } from './types.ts';

const TODAY = toDay('2026-06-01');

/** The worked example: a bachelor's degree, 1,000 hours of training, approval, exam, license. */
function licensePlan(): PlanBuilder {
  return aPlan()
    .program('bs', { title: 'Bachelor of Science', system: 'quarter' })
    .term('spring', { title: 'Spring 2028', season: 'spring', firstDay: '2028-01-10', lastDay: '2028-05-12' })
    .course('basics', {
      prefix: 'HSA',
      number: '100',
      termId: 'spring',
      importedId: '1',
      status: 'transferred',
    })
    .course('capstone', { prefix: 'HSA', number: '400', credits: null, termId: 'spring' })
    .course('dropped', { prefix: 'HSA', number: '200', status: 'withdrawn' })
    .requisites('capstone', ['basics'])
    .milestone('graduation', { programId: 'bs' })
    .experience('ait', { title: 'Training', hoursRequired: 1_000, hoursPerWeek: 40 })
    .step('approval', { length: 120, lengthUnit: 'day', bestLength: 1 })
    .step('exam', { sort: 'exam' })
    .step('issuing', { length: 30, lengthUnit: 'day' })
    .credential('license', { title: 'License' })
    .link('bs', 'graduation', { kind: 'FF' })
    .link('graduation', 'ait')
    .link('ait', 'approval')
    .link('approval', 'exam', { window: 60 })
    .link('exam', 'issuing')
    .link('issuing', 'license')
    .goal('license');
}

function analyze(plan: PlanBuilder, options?: AnalyzeOptions): PlanAnalysis {
  const outcome = analyzePlan(plan.build(), TODAY, options);
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.analysis;
}

function refusal(plan: PlanBuilder, options: AnalyzeOptions): AnalyzeRefusal {
  const outcome = analyzePlan(plan.build(), TODAY, options);
  if (outcome.ok) throw new Error('it was not refused');
  return outcome.reason;
}

describe('the analysis of a plan', () => {
  const analysis = analyze(licensePlan());

  it('says when the goal is reached, at best too, and what decides', () => {
    expect(analysis).toMatchObject({ planId: 'plan', name: 'Plan', today: '2026-06-01' });
    expect(analysis.goal).toEqual({
      itemId: 'license',
      title: 'License',
      date: '2029-04-04',
      best: '2028-12-06',
      complete: true,
      undatedItems: [],
      brokenItems: [],
      unmetPrograms: [],
    });
    expect(analysis.binding.map(({ itemId, reason }) => [itemId, reason])).toEqual([
      ['license', 'link'],
      ['issuing', 'link'],
      ['exam', 'link'],
      ['approval', 'link'],
      ['ait', 'link'],
      ['graduation', 'link'],
      ['bs', 'term'],
      ['spring', 'term'],
    ]);
  });

  it('gives every item its dates', () => {
    expect(analysis.items.find(({ id }) => id === 'ait')).toEqual({
      id: 'ait',
      kind: 'experience',
      title: 'Training',
      start: '2028-05-13',
      end: '2028-11-03',
      latestStart: '2028-05-13',
      latestFinish: '2028-11-03',
      slack: 0,
    });
    expect(analysis.items.find(({ id }) => id === 'dropped')).toMatchObject({
      start: null,
      end: null,
      slack: null,
    });
  });

  it('sums credits without withdrawn courses and unknown credits', () => {
    expect(analysis.terms).toEqual([
      { id: 'spring', programId: 'bs', index: 1, name: 'Spring 2028', credits: 3 },
    ]);
    expect(analysis.totals).toEqual({ credits: 3, complexity: (3 + 2 + 1) * (2 / 3) });
    expect(analysis.audit).toMatchObject([
      { programId: 'bs', creditsEarned: 3, creditsPlanned: 0, unknownCredits: ['capstone'] },
    ]);
  });

  it('describes every course with its metrics', () => {
    expect(analysis.courses[0]).toEqual({
      id: 'basics',
      importedId: '1',
      code: 'HSA 100',
      title: 'basics',
      credits: 3,
      termId: 'spring',
      metrics: { blocking: 1, delay: 2, complexity: 2, centrality: 0 },
    });
    const looped = analyze(licensePlan().requisites('basics', ['capstone']));
    expect(looped.courses.map(({ metrics }) => metrics === null)).toEqual([true, true, false]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
  });

  it('leaves out what was not asked for', () => {
    expect('target' in analysis || 'whatIf' in analysis).toBe(false);
  });

  it('works without a goal', () => {
    const plain = analyze(licensePlan().goal(null));
    expect([plain.goal, plain.binding]).toEqual([null, []]);
    expect(plain.items[0]).toMatchObject({ start: '2028-01-10' });
  });
});

describe('the date of a goal is "no earlier than"', () => {
  it('when a program before it misses a requirement', () => {
    const missing = licensePlan().requirement('core', { programId: 'bs', rule: 'choose', amount: 1 });
    expect(analyze(missing).goal).toMatchObject({
      date: '2029-04-04',
      complete: false,
      unmetPrograms: ['bs'],
    });
  });

  it('but not when another program does', () => {
    const other = licensePlan().program('later').requirement('core', { rule: 'choose', amount: 1 });
    expect(analyze(other).goal).toMatchObject({ complete: true, unmetPrograms: [] });
  });

  it('when a course before it has no term', () => {
    expect(analyze(licensePlan().course('open', { programId: 'bs' })).goal).toMatchObject({
      complete: false,
      undatedItems: ['open'],
    });
  });
});

describe('a target', () => {
  it('fits on the day itself', () => {
    const { target, items } = analyze(licensePlan(), { target: '2029-04-04' });
    expect(target).toEqual({ date: '2029-04-04', fits: true, days: 0, late: [] });
    expect(items.find(({ id }) => id === 'ait')?.slack).toBe(0);
  });

  it('that is too early names what no longer fits', () => {
    const { target, items } = analyze(licensePlan(), { target: '2029-04-03' });
    expect(target).toMatchObject({ fits: false, days: -1 });
    expect(target?.late).toEqual(['bs', 'graduation', 'ait', 'approval', 'exam', 'issuing', 'license']);
    expect(items.find(({ id }) => id === 'ait')).toMatchObject({ latestStart: '2028-05-12', slack: -1 });
  });

  it('cannot be met by a goal without a date', () => {
    const undated = aPlan().step('open', { length: null }).goal('open');
    expect(analyze(undated, { target: '2030-01-01' }).target).toEqual({
      date: '2030-01-01',
      fits: false,
      days: null,
      late: [],
    });
  });

  it('needs a goal', () => {
    expect(refusal(aPlan(), { target: '2030-01-01' })).toEqual({ code: 'no-goal' });
    expect(analyze(aPlan(), { target: null }).goal).toBeNull();
  });
});

describe('a what-if', () => {
  it.each(['ait.hoursPerWeek=20', 'Training.hoursPerWeek = 20'])(
    '"%s" moves the goal and nothing else',
    (whatIf) => {
      const answer = analyze(licensePlan(), { whatIf });
      expect(answer.whatIf).toMatchObject({ date: '2029-09-26', days: 175 });
      expect(answer.whatIf?.binding[4]).toMatchObject({ itemId: 'ait', reason: 'link', gain: 349 });
      expect(answer.goal?.date).toBe('2029-04-04');
    },
  );

  it('with an empty value clears a field', () => {
    expect(analyze(licensePlan(), { whatIf: 'ait.hoursPerWeek=' }).whatIf).toEqual({
      date: null,
      days: null,
      binding: [],
    });
  });

  it('may name an item whose title has dots and equal signs', () => {
    const plan = aPlan().step('s', { title: 'A.B=C', pinStart: '2027-01-01' }).goal('s');
    expect(analyze(plan, { whatIf: 'A.B=C.pinStart=2027-01-11' }).whatIf).toMatchObject({ days: 10 });
  });

  it('is refused when it cannot be made', () => {
    const ask = (whatIf: string) => refusal(licensePlan(), { whatIf });
    expect(ask('nobody.length=3')).toEqual({ code: 'not-found', noun: 'item', id: 'nobody' });
    expect(ask('ait.color=3')).toMatchObject({ code: 'no-known-field', field: 'color' });
    expect(ask('ait.hoursPerWeek=many')).toMatchObject({
      code: 'unusable-value',
      field: 'hoursPerWeek',
      value: 'many',
    });
    expect(ask('ait.pinStart=2028-02-30')).toMatchObject({ code: 'unusable-value', field: 'pinStart' });
    expect(ask('faster please')).toMatchObject({
      code: 'unusable-value',
      field: 'what-if',
      value: 'faster please',
    });
    expect(refusal(aPlan().step('s'), { whatIf: 's.length=3' })).toEqual({ code: 'no-goal' });
  });

  it('names the fields there are', () => {
    const reason = refusal(licensePlan(), { whatIf: 'ait.color=3' });
    const known = reason.code === 'no-known-field' ? reason.known : [];
    expect(known).toEqual(expect.arrayContaining(['notBefore', 'hoursPerWeek', 'hoursRequired']));
    expect(known).not.toContain('title');
  });

  it('asks for the id when several items have the title', () => {
    const plan = licensePlan().step('a', { title: 'Twin' }).step('b', { title: 'Twin' });
    expect(refusal(plan, { whatIf: 'Twin.length=2' })).toMatchObject({
      code: 'unusable-value',
      value: 'Twin',
    });
  });

  it('is refused with failures the contract knows', () => {
    const failure: Failure = refusal(licensePlan(), { whatIf: 'x.y=z' });
    expect(failure.code).toBe('not-found');
  });
});
