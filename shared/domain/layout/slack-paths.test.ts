import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { layoutPlan } from './layout-plan.ts';
import { slackPaths } from './slack-paths.ts';

const TODAY = toDay('2027-01-01');
const ROWS = { rowHeight: 28, barHeight: 20, laneGap: 8 };

function pathsOf(target: string | null) {
  const document = aPlan()
    .step('long', { title: 'Long', length: 30, lengthUnit: 'day' })
    .step('short', { title: 'Short', length: 10, lengthUnit: 'day' })
    .credential('license', { title: 'License' })
    .link('long', 'license')
    .link('short', 'license')
    .goal('license')
    .build();
  const schedule = schedulePlan(document, TODAY, { target: target === null ? null : toDay(target) });
  const layout = layoutPlan(document, schedule.all());
  const slackOf = (bar: number) => schedule.dates(layout.items[bar]?.id ?? '').slack;
  const scale = { start: TODAY, perDay: 10 };
  return slackPaths(layout, { top: 0, bottom: layout.rowCount - 1 }, slackOf, scale, ROWS);
}

/** The left and right ends of the horizontal lines of a path. */
function endsOf(path: string): number[][] {
  return [...path.matchAll(/M([\d.]+) [\d.]+H([\d.]+)/g)].map(([, a, b]) =>
    [Number(a), Number(b)].sort((x, y) => x - y),
  );
}

describe('the lines of slack', () => {
  it('run from the end of a bar to its latest finish, where that is later', () => {
    const { spare, late } = pathsOf(null);
    // The short step ends after ten days and may end after thirty.
    expect(endsOf(spare)).toEqual([[100, 300]]);
    expect(late).toBe('');
  });

  it('run back to the latest finish where the target is missed', () => {
    const { spare, late } = pathsOf('2027-01-26');
    expect(endsOf(spare)).toEqual([[100, 250]]);
    // The long step is five days late, and so is the license: a mark, from the middle of its day.
    expect(endsOf(late)).toEqual([
      [250, 300],
      [255, 305],
    ]);
  });
});
