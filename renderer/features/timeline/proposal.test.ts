import { describe, expect, it } from 'vitest';
import { effectOf } from '#shared/domain/schedule/effect.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { prospectOf } from './proposal.ts';

const TODAY = toDay('2027-01-15');
const plan = aPlan()
  .program('bs')
  .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .term('spring', { firstDay: '2028-01-10', lastDay: '2028-05-12' })
  .course('law', { termId: 'fall' })
  .experience('ait', { programId: null, hoursRequired: 1_000, hoursPerWeek: 40 })
  .credential('license')
  .link('bs', 'ait')
  .link('ait', 'license')
  .goal('license')
  .build();
const schedule = schedulePlan(plan, TODAY);
const itemOf = (id: string) => plan.items.find((item) => item.id === id) ?? plan.items[0]!;

describe('dragging', () => {
  it('is one command with the new first day, and knows what it does to the goal', () => {
    const prospect = prospectOf(schedule, {
      kind: 'move',
      item: itemOf('ait'),
      start: toDay('2028-06-01'),
    });
    if (!prospect.ok) throw new Error(prospect.reason);
    expect(prospect.command).toEqual({ name: 'item.move', input: { id: 'ait', start: '2028-06-01' } });
    const before = schedule.dates('ait').start ?? 0;
    expect(effectOf(schedule, prospect.document).days).toBe(toDay('2028-06-01') - before);
  });

  it('moves a course to the term that is running on the day', () => {
    const prospect = prospectOf(schedule, {
      kind: 'move',
      item: itemOf('law'),
      start: toDay('2028-02-01'),
    });
    expect(prospect).toMatchObject({
      command: { name: 'course.move', input: { id: 'law', termId: 'spring' } },
    });
  });

  it('sends nothing where nothing would change', () => {
    const back = prospectOf(schedule, { kind: 'move', item: itemOf('law'), start: toDay('2027-09-01') });
    expect(back).toMatchObject({ ok: true, command: null });
    const early = prospectOf(schedule, { kind: 'move', item: itemOf('ait'), start: toDay('2027-02-01') });
    expect(early).toMatchObject({ ok: true, command: null, linksDecide: true });
  });

  it('says why not', () => {
    const program = prospectOf(schedule, { kind: 'move', item: itemOf('bs'), start: TODAY });
    expect(program).toEqual({ ok: false, reason: 'program' });
    const nowhere = prospectOf(schedule, {
      kind: 'move',
      item: itemOf('law'),
      start: toDay('2029-01-01'),
    });
    expect(nowhere).toEqual({ ok: false, reason: 'no-term-there' });
  });
});

it('resizing is one command with the new last day', () => {
  const end = (schedule.dates('ait').end ?? 0) + 175;
  const prospect = prospectOf(schedule, { kind: 'resize', item: itemOf('ait'), end });
  if (!prospect.ok) throw new Error(prospect.reason);
  expect(prospect.command?.name).toBe('item.resize');
  expect(effectOf(schedule, prospect.document).days).toBe(175);
});
