import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { randomPlan } from '#tests/oracle/big-plan.ts';
import type { PlanDocument } from '../plan/document.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { USUAL } from './arrangement.ts';
import { criticalChain } from './critical.ts';
import { layoutPlan } from './layout-plan.ts';
import { drawOverview, inkOf, type Overview } from './overview.ts';
import { overviewScale, overviewX, overviewY } from './overview-scale.ts';
import { chartHeight, yOfRow } from './row-scale.ts';

const ROWS = { rowHeight: 28, barHeight: 20, laneGap: 8 };
const today = toDay('2027-01-01');

function draw(document: PlanDocument, arrangement = USUAL, size = { width: 400, height: 48 }) {
  const schedule = schedulePlan(document, today);
  const layout = layoutPlan(document, schedule.planDays, arrangement);
  if (layout.extent === null) throw new Error('nothing to draw');
  const scale = overviewScale(layout.extent, today, chartHeight(ROWS, layout), size);
  const chain = criticalChain(layout, schedule.chain());
  const overview = drawOverview(layout, chain, ROWS, scale, 1);
  /** What is drawn in the middle of a row on a day. */
  const at = (day: string, row: number): string | null => {
    const x = Math.floor(overviewX(scale, toDay(day)));
    const y = Math.floor(overviewY(scale, yOfRow(ROWS, layout, row) + ROWS.rowHeight / 2));
    return inkOf(overview.ink[y * overview.width + x] ?? 0);
  };
  return { layout, scale, overview, at };
}

const steps = (plan: PlanBuilder): PlanBuilder =>
  plan
    .step('first', { phase: 'licensure', pinStart: '2027-02-01', pinEnd: '2027-08-31' })
    .experience('second', {
      phase: 'experience',
      programId: null,
      pinStart: '2028-01-01',
      pinEnd: '2028-06-30',
    });

describe('the picture of a whole plan', () => {
  it('has each bar in its phase, where it is in the chart', () => {
    const { at } = draw(steps(aPlan()).build());
    expect(at('2028-03-01', 0)).toBe('experience');
    expect(at('2027-05-01', 0)).toBeNull();
    expect(at('2027-05-01', 1)).toBe('licensure');
    expect(at('2027-10-15', 1)).toBeNull();
  });

  it('has what decides the goal over everything else', () => {
    const { at } = draw(steps(aPlan()).goal('second').build());
    expect(at('2028-03-01', 0)).toBe('critical');
    expect(at('2027-05-01', 1)).toBe('licensure');
  });

  it('has the courses of a term in front of it', () => {
    const { overview } = draw(
      aPlan()
        .program('bs', { phase: 'undergraduate' })
        .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
        .course('law', { termId: 'fall' })
        .build(),
    );
    expect(new Set(overview.amount)).toEqual(new Set([0, 70, 255]));
  });

  it('has the stretches and marks of a closed lane', () => {
    const plan = aPlan()
      .step('one', { phase: 'licensure', pinStart: '2027-02-01', pinEnd: '2027-08-31' })
      .milestone('day', { phase: 'licensure', pinStart: '2028-06-30' })
      .build();
    const { at } = draw(plan, { ...USUAL, collapsed: new Set(['phase:licensure']) });
    expect(at('2027-05-01', 0)).toBe('licensure');
    expect(at('2027-12-01', 0)).toBeNull();
    expect(at('2028-06-30', 0)).toBe('licensure');
  });

  it('shows a single day of many years', () => {
    const plan = aPlan()
      .step('short', { phase: 'licensure', pinStart: '2050-06-30', pinEnd: '2050-06-30' })
      .step('end', { phase: 'experience', pinStart: '2090-06-30', pinEnd: '2090-12-30' })
      .build();
    expect(draw(plan).at('2050-06-30', 1)).toBe('licensure');
  });

  it('says of rows that share a cell how many of them hold something', () => {
    const plan = aPlan();
    for (let n = 0; n < 400; n += 1)
      plan.step(`s${n}`, {
        phase: 'licensure',
        pinStart: '2027-02-01',
        pinEnd: n % 8 === 0 ? '2029-02-01' : '2027-12-31',
      });
    const { overview, scale } = draw(plan.build());
    const column = (day: string) => amountsAt(overview, Math.floor(overviewX(scale, toDay(day))));
    expect(Math.min(...column('2027-06-01'))).toBeGreaterThan(Math.max(...column('2028-10-01')));
  });

  it('draws ten thousand items inside its cells, each of their rows', () => {
    const { overview, layout, scale } = draw(randomPlan(10_000, 3), USUAL, { width: 1_000, height: 48 });
    expect(overview.ink).toHaveLength(1_000 * 48);
    for (let bar = 0; bar < layout.barCount; bar += 97) {
      const x = Math.floor(overviewX(scale, ((layout.start[bar] ?? 0) + (layout.until[bar] ?? 0)) / 2));
      const y = Math.floor(overviewY(scale, yOfRow(ROWS, layout, layout.row[bar] ?? 0)));
      expect(overview.ink[y * overview.width + x]).not.toBe(0);
    }
  });
});

function amountsAt({ amount, width, height }: Overview, x: number): number[] {
  return Array.from({ length: height }, (_, y) => amount[y * width + x] ?? 0).filter((each) => each > 0);
}
