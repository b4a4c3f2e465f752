import { describe, expect, it } from 'vitest';
import { frameOf, overviewScale, overviewX, overviewY } from './overview-scale.ts';

const SIZE = { width: 1_000, height: 56 };
const plan = { first: 1_000, last: 1_999 };

describe('the scale of the whole plan', () => {
  it('shows all days with a margin, and all rows', () => {
    const scale = overviewScale(plan, 1_500, 5_000, SIZE);
    expect(overviewX(scale, 1_000)).toBeCloseTo(20, 6);
    expect(overviewX(scale, 2_000)).toBeCloseTo(980, 6);
    expect(overviewY(scale, 0)).toBe(3);
    expect(overviewY(scale, 5_000)).toBeCloseTo(53, 6);
  });

  it('does not stretch a few rows, and puts them in the middle', () => {
    const scale = overviewScale(plan, 1_500, 80, SIZE);
    expect(overviewY(scale, 0)).toBe(18);
    expect(overviewY(scale, 80)).toBe(38);
  });

  it('shows today, unless that is far from the plan', () => {
    const near = overviewScale(plan, 500, 5_000, SIZE);
    expect(overviewX(near, 500)).toBeCloseTo(20, 6);
    expect(overviewX(near, 2_000)).toBeCloseTo(980, 6);
    const far = overviewScale(plan, -5_000, 5_000, SIZE);
    expect(overviewX(far, 1_000)).toBeCloseTo(20, 6);
  });
});

describe('the frame around what is in view', () => {
  const scale = overviewScale(plan, 1_500, 5_000, SIZE);
  const inView = { start: 1_000, days: 500, top: 1_000, bottom: 2_000 };

  it('is where that is in the picture', () => {
    const { x, y, width, height } = frameOf(scale, inView, 5_000, 8);
    expect([x, y, width, height].map(Math.round)).toEqual([20, 13, 480, 10]);
  });

  it('takes the whole height where all rows are in view', () => {
    const few = overviewScale(plan, 1_500, 80, SIZE);
    expect(frameOf(few, { ...inView, top: 0, bottom: 600 }, 80, 8)).toMatchObject({ y: 0, height: 56 });
  });

  it('can be taken hold of however little it shows, at the edges too', () => {
    const middle = frameOf(scale, { ...inView, start: 1_500, days: 1 }, 5_000, 8);
    expect(middle.width).toBe(8);
    expect(middle.x + 4).toBeCloseTo(overviewX(scale, 1_500.5), 6);
    expect(frameOf(scale, { ...inView, start: -5_000, days: 1 }, 5_000, 8)).toMatchObject({ x: 0, width: 8 });
    expect(frameOf(scale, { ...inView, start: 9_000, days: 1 }, 5_000, 8)).toMatchObject({
      x: 992,
      width: 8,
    });
  });

  it('stays in the picture when more is in view than the plan', () => {
    expect(frameOf(scale, { ...inView, start: -5_000, days: 20_000 }, 5_000, 8)).toMatchObject({
      x: 0,
      width: 1_000,
    });
  });
});
