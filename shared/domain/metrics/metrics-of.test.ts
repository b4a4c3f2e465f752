import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { metricsOf } from './metrics-of.ts';

/** a ← b ← c, and b ← d as a corequisite, d ← e as a strict one. */
const chain = (system: 'semester' | 'quarter') =>
  aPlan()
    .program('degree', { system })
    .course('a')
    .course('b')
    .course('c')
    .course('d')
    .course('e')
    .requisites('b', ['a'])
    .requisites('c', ['b'])
    .requisites('d', ['b'], { kind: 'co' })
    .requisites('e', ['d'], { kind: 'strict' });

describe('curriculum metrics', () => {
  it('follow all three kinds of requisites', () => {
    const { courses, complexity } = metricsOf(chain('semester').build());
    expect(Object.fromEntries(courses)).toEqual({
      a: { blocking: 4, delay: 4, complexity: 8, centrality: 0 },
      b: { blocking: 3, delay: 4, complexity: 7, centrality: 7 },
      c: { blocking: 0, delay: 3, complexity: 3, centrality: 0 },
      d: { blocking: 1, delay: 4, complexity: 5, centrality: 4 },
      e: { blocking: 0, delay: 4, complexity: 4, centrality: 0 },
    });
    expect(complexity).toBe(27);
  });

  it('weigh two thirds in a quarter system, unrounded', () => {
    const { courses, complexity } = metricsOf(chain('quarter').build());
    expect(courses.get('b')).toEqual({ blocking: 3, delay: 4, complexity: 14 / 3, centrality: 7 });
    expect(complexity).toBeCloseTo(18, 10);
  });

  it('see only edges inside a program', () => {
    const doc = chain('semester').program('master').course('f').requisites('f', ['e']).build();
    const { courses } = metricsOf(doc);
    expect(courses.get('e')?.blocking).toBe(0);
    expect(courses.get('f')).toEqual({ blocking: 0, delay: 1, complexity: 1, centrality: 0 });
  });

  it('count a pair of courses as one edge, and every member of "any k of n"', () => {
    const doc = chain('semester')
      .requisites('b', ['a'], { kind: 'co' })
      .requisites('e', ['c', 'd'], { need: 1 })
      .build();
    const { courses } = metricsOf(doc);
    expect(courses.get('b')?.centrality).toBe(8);
    expect(courses.get('c')).toEqual({ blocking: 1, delay: 4, complexity: 5, centrality: 4 });
  });

  it('leave out courses on a loop, of any kind, and nothing else', () => {
    const doc = chain('semester').requisites('d', ['e'], { kind: 'co' }).build();
    const { courses, complexity } = metricsOf(doc);
    expect(courses.get('d')).toBeNull();
    expect(courses.get('e')).toBeNull();
    expect(courses.get('a')).toEqual({ blocking: 4, delay: 4, complexity: 8, centrality: 0 });
    expect(complexity).toBe(8 + 7 + 3);
  });
});
