import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { PlanDocument } from '../plan/document.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { consequenceOf, type Consequence } from './consequence.ts';
import { moveCourses } from './move-courses.ts';

const today = toDay('2027-01-15');

const plan = () =>
  aPlan()
    .program('bs')
    .term('past', { firstDay: '2026-08-24', lastDay: '2026-12-11' })
    .term('fall', { season: 'fall', firstDay: '2027-08-23', lastDay: '2027-12-10', creditLimit: 6 })
    .term('spring', { season: 'spring', firstDay: '2028-01-10', lastDay: '2028-05-05', creditLimit: 6 })
    .course('intro', { termId: 'fall' })
    .course('law', { termId: 'spring', offered: ['spring'] })
    .course('loose')
    .course('locked', { locked: true })
    .course('done', { status: 'completed', termId: 'past' })
    .requisites('law', ['intro'])
    .step('exam')
    .link('bs', 'exam')
    .goal('exam')
    .program('ms')
    .term('other');

function consequence(doc: PlanDocument, ids: string[], termId: string | null): Consequence {
  const outcome = moveCourses(doc, ids, termId);
  if (!outcome.ok) throw new Error(outcome.why);
  return consequenceOf(schedulePlan(doc, today), outcome.document, outcome.moved, termId);
}

describe('moving courses', () => {
  it('gives them the term, or none, and names those that were elsewhere', () => {
    const outcome = moveCourses(plan().build(), ['intro', 'loose'], 'fall');
    expect(outcome).toMatchObject({ ok: true, moved: [{ id: 'loose', termId: null }] });
    if (!outcome.ok) return;
    expect(outcome.document.items.find(({ id }) => id === 'loose')).toMatchObject({ termId: 'fall' });
    const back = moveCourses(outcome.document, ['intro', 'loose'], null);
    expect(back).toMatchObject({ ok: true, moved: [{ id: 'intro' }, { id: 'loose' }] });
  });

  it('is the same plan where nothing moves', () => {
    const doc = plan().build();
    expect(moveCourses(doc, ['intro'], 'fall')).toEqual({ ok: true, document: doc, moved: [] });
  });

  it.each([
    ['locked', 'locked', 'fall'],
    ['done', 'recorded', 'fall'],
    ['loose', 'other-program', 'other'],
  ] as const)('keeps %s where it is (%s), and all that go with it', (id, why, termId) => {
    expect(moveCourses(plan().build(), ['intro', id], termId === 'other' ? 'other' : null)).toMatchObject(
      termId === 'other' ? { ok: false, why } : { ok: false, course: { id }, why },
    );
  });
});

describe('what a move would do', () => {
  it('tells requisites that break, and those that come in order', () => {
    const doc = plan().build();
    const together = consequence(doc, ['intro'], 'spring');
    expect(together.broken).toMatchObject([{ itemIds: ['law', 'intro'] }]);
    expect(together.mended).toEqual([]);
    const moved = moveCourses(doc, ['intro'], 'spring');
    if (moved.ok) expect(consequence(moved.document, ['intro'], 'fall').mended).toHaveLength(1);
    expect(consequence(doc, ['intro'], null).broken).toHaveLength(1);
  });

  it('tells the credits of the term then', () => {
    expect(consequence(plan().build(), ['loose'], 'fall').load).toMatchObject({
      credits: 6,
      state: 'within',
    });
    expect(consequence(plan().build(), ['loose', 'law'], 'fall').load).toMatchObject({
      credits: 9,
      state: 'over',
    });
    expect(consequence(plan().build(), ['law'], null)).toMatchObject({ term: null, load: null });
  });

  it('tells by how many days the goal moves', () => {
    const doc = plan().build();
    expect(consequence(doc, ['law'], 'fall').goalDays).toBe(toDay('2027-12-10') - toDay('2028-05-05'));
    expect(consequence(doc, ['loose'], 'spring').goalDays).toBe(0);
  });

  it('tells a season in which the course is not taught, and a term that is over', () => {
    const doc = plan().build();
    expect(consequence(doc, ['law'], 'fall').notOffered.map(({ id }) => id)).toEqual(['law']);
    expect(consequence(doc, ['loose'], 'fall').notOffered).toEqual([]);
    expect(consequence(doc, ['loose'], 'past').isPast).toBe(true);
  });
});
