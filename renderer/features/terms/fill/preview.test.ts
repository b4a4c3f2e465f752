import { expect, it } from 'vitest';
import { fillTerms } from '#shared/domain/fill/fill-terms.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { previewOf } from './preview.ts';

const today = toDay('2026-06-01');

it('shows term by term what would be there, what it does to the goal, and what it settles', () => {
  const plan = aPlan().program('bs').term('t1', { creditLimit: 6 }).term('t2', { creditLimit: 6 }).goal('bs');
  plan.course('there', { termId: 't1' }).course('a').course('b').requisites('b', ['a']);
  const doc = plan.build();
  const preview = previewOf(doc, today, { filling: fillTerms(doc, today), newTerms: [] });
  const [program] = preview.programs;
  expect(
    program?.terms.map(({ term, credits, proposed, others, isNew }) => [
      term.id,
      credits,
      proposed.map(({ id }) => id),
      others,
      isNew,
    ]),
  ).toEqual([
    ['t1', 6, ['a'], 1, false],
    ['t2', 3, ['b'], 0, false],
  ]);
  // So far the program ended with its first term, the only one in use.
  expect(preview.goal && [toIso(preview.goal.date), preview.goal.days]).toEqual(['2027-05-07', 147]);
  expect([preview.solved, preview.newFindings]).toEqual([2, []]);
});

it('names new findings, and terms that would be added', () => {
  const plan = aPlan().program('bs', { mustEndBy: '2027-01-31' }).course('a').goal('bs');
  const doc = plan.build();
  const term = {
    key: 'new',
    programId: 'bs',
    title: 'Spring',
    index: 1,
    season: 'spring',
    firstDay: '2027-01-18',
    lastDay: '2027-05-07',
    creditLimit: null,
  } as const;
  const filling = { ...fillTerms(doc, today), placements: [{ courseId: 'a', termId: 'new' }] };
  const programs = [{ programId: 'bs', lastTerm: 'new', largest: 3 }];
  const preview = previewOf(doc, today, { filling: { ...filling, programs }, newTerms: [term] });
  expect(preview.programs[0]?.terms.map(({ term, isNew }) => [term.title, isNew])).toEqual([
    ['Spring', true],
  ]);
  expect(preview.newFindings.map(({ code }) => code)).toContain('outside-program');
  expect(preview.titles.get('new')).toBe('Spring');
});
