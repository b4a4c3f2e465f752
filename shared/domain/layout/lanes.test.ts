import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { USUAL, type Arrangement } from './arrangement.ts';
import { layoutPlan } from './layout-plan.ts';
import { phaseOfBar } from './layout.ts';
import { neighborOf } from './neighbors.ts';

const TODAY = toDay('2027-01-15');

const twoPrograms = () =>
  aPlan()
    .program('bs', { title: 'BS', phase: 'undergraduate' })
    .term('fall', { firstDay: '2026-08-24', lastDay: '2026-12-11' })
    .course('law', { title: 'Law', termId: 'fall', status: 'completed' })
    .program('minor', { title: 'Minor', phase: 'undergraduate' })
    .term('spring', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
    .course('art', { title: 'Art', termId: 'spring' })
    .experience('work', {
      title: 'Work',
      phase: 'undergraduate',
      programId: null,
      pinStart: '2027-02-01',
      pinEnd: '2027-03-31',
    })
    .milestone('due', { title: 'Due', phase: 'licensure', programId: null, pinStart: '2027-01-10' })
    .build();

function lanesBy(arrangement: Partial<Arrangement>) {
  const document = twoPrograms();
  const dates = schedulePlan(document, TODAY).all();
  return layoutPlan(document, dates, { ...USUAL, today: TODAY, ...arrangement });
}

/** The titles of the bars of each lane, row by row. */
function rowsOf(layout: ReturnType<typeof lanesBy>): Record<string, string[]> {
  return Object.fromEntries(
    layout.lanes.map(({ id }, lane) => [
      id,
      layout.items.filter((_, bar) => layout.lane[bar] === lane).map((item) => item.id),
    ]),
  );
}

describe('lanes', () => {
  it('are made of programs and phases', () => {
    expect(rowsOf(lanesBy({}))).toEqual({
      bs: ['bs', 'fall', 'law'],
      minor: ['minor', 'spring', 'art'],
      'phase:undergraduate': ['work'],
      'phase:licensure': ['due'],
    });
  });

  it('are made of phases, with one program below the other', () => {
    expect(rowsOf(lanesBy({ grouping: 'phase' }))).toEqual({
      'all-of:undergraduate': ['bs', 'fall', 'law', 'minor', 'spring', 'art', 'work'],
      'all-of:licensure': ['due'],
    });
  });

  it('are made of what is late, under way, planned and done, and the bars keep their phases', () => {
    const layout = lanesBy({ grouping: 'status' });
    expect(rowsOf(layout)).toEqual({
      'state:overdue': ['due'],
      'state:current': ['minor', 'spring'],
      'state:planned': ['art', 'work'],
      'state:done': ['bs', 'fall', 'law'],
    });
    const phases = layout.items.map(({ id }, bar) => [id, phaseOfBar(layout, bar)]);
    expect(Object.fromEntries(phases)).toMatchObject({ due: 'licensure', art: 'undergraduate' });
  });

  it('are one row without bars when they are collapsed', () => {
    const layout = lanesBy({ collapsed: new Set(['bs', 'phase:licensure']) });
    expect(rowsOf(layout)).toMatchObject({
      bs: [],
      minor: ['minor', 'spring', 'art'],
      'phase:licensure': [],
    });
    expect(layout.lanes.map(({ collapsed }) => collapsed?.ids)).toEqual([
      ['bs', 'fall', 'law'],
      undefined,
      undefined,
      ['due'],
    ]);
    expect(layout.lanes[0]).toMatchObject({
      rowCount: 1,
      collapsed: { stretches: [toDay('2026-08-24'), toDay('2026-12-12')], marks: [] },
    });
    expect(layout.lanes[3]?.collapsed).toMatchObject({ stretches: [], marks: [toDay('2027-01-10')] });
    expect(layout.extent?.first).toBe(toDay('2026-08-24'));
    // The arrow keys go over them.
    const last = layout.barOf.get('work') ?? -1;
    expect(neighborOf(layout, last, 'down')).toBe(last);
    expect(layout.items[neighborOf(layout, last, 'up')]?.id).toBe('art');
  });
});
