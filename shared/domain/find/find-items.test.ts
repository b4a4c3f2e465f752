import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { findingsOf } from '../findings/findings-of.ts';
import type { PlanDocument } from '../plan/document.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { asksForAnything, findItems, NO_WISH, type Wish } from './find-items.ts';

const TODAY = toDay('2027-01-15');

const plan = () =>
  aPlan()
    .program('bs', { title: 'BS' })
    .term('fall', { firstDay: '2026-08-24', lastDay: '2026-12-11' })
    .term('spring', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
    .course('law', { title: 'Health Law', prefix: 'HCA', number: '301', termId: 'fall', status: 'completed' })
    .course('ethics', {
      title: 'Ethics',
      prefix: 'PHI',
      number: '210',
      termId: 'spring',
      notes: 'Ask Dr. Peña',
      webLinks: [{ title: 'Syllabus', url: 'https://school.example/phi' }],
    })
    .step('wait', { title: 'Approval', length: 120, lengthUnit: 'day', programId: null })
    .step('aside', { title: 'Law review', length: 10, lengthUnit: 'day', programId: null })
    .milestone('due', { title: 'Deadline', pinStart: '2027-01-10', programId: null })
    .credential('license', { title: 'License' })
    .link('wait', 'license')
    .link('aside', 'license')
    .goal('license');

function found(wish: Partial<Wish>, document: PlanDocument = plan().build()): string[] {
  const target = document.plan.target === null ? null : toDay(document.plan.target);
  const schedule = schedulePlan(document, TODAY, { target });
  return [
    ...findItems(document.items, { ...NO_WISH, ...wish }, () => ({
      dates: schedule.all(),
      today: TODAY,
      findings: findingsOf(document, schedule, TODAY),
      binding: schedule.binding(),
    })),
  ];
}

describe('what is found', () => {
  it('has every word in its title, code, notes or links, whatever the case and the accents', () => {
    expect(found({ text: 'law' })).toEqual(['law', 'aside']);
    expect(found({ text: ' LAW  hca ' })).toEqual(['law']);
    expect(found({ text: '301' })).toEqual(['law']);
    expect(found({ text: 'pena' })).toEqual(['ethics']);
    expect(found({ text: 'syllabus school.example' })).toEqual(['ethics']);
    expect(found({ text: 'law nothing' })).toEqual([]);
  });

  it('is of the kind and in the state asked for', () => {
    expect(found({ kind: 'term' })).toEqual(['fall', 'spring']);
    expect(found({ state: 'done' })).toEqual(['fall', 'law']);
    expect(found({ state: 'current' })).toEqual(['bs', 'spring']);
    expect(found({ state: 'planned', kind: 'step' })).toEqual(['wait', 'aside']);
  });

  it('is late when its day has passed, or when it ends after the target allows', () => {
    expect(found({ state: 'late' })).toEqual(['due']);
    const hurried = plan().build();
    hurried.plan.target = '2027-05-01';
    expect(found({ state: 'late' }, hurried)).toEqual(['wait', 'due', 'license']);
  });

  it('is what an open finding is about, or what decides the goal’s date', () => {
    expect(found({ withFindings: true })).toContain('due');
    const document = plan().build();
    const finding = findingsOf(document, schedulePlan(document, TODAY), TODAY).filter(({ itemIds }) =>
      itemIds.includes('due'),
    );
    document.acknowledgements.push(...finding.map(({ key }) => ({ key, note: 'Known' })));
    expect(found({ withFindings: true }, document)).not.toContain('due');
    expect(found({ deciding: true })).toEqual(['wait', 'license']);
    expect(found({ deciding: true, text: 'license' })).toEqual(['license']);
  });

  it('is everything without a wish', () => {
    expect(asksForAnything({ ...NO_WISH, text: '  ' })).toBe(false);
    expect(asksForAnything({ ...NO_WISH, deciding: true })).toBe(true);
    expect(found({})).toHaveLength(9);
  });
});
