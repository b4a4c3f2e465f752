import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { workedExample, WORKED_EXAMPLE_TODAY } from '#tests/oracle/worked-example.ts';
import type { PlanDocument } from '../plan/document.ts';
import { toDay } from '../time/day.ts';
import { compareBaseline } from './compare-baseline.ts';
import { rankChanges } from './rank-changes.ts';

const since = (frozen: PlanDocument, now: PlanDocument, today = WORKED_EXAMPLE_TODAY) =>
  rankChanges(
    compareBaseline(
      { id: 'b', name: 'Sent', takenOn: WORKED_EXAMPLE_TODAY, takenAt: '', document: frozen },
      now,
      toDay(today),
    ),
  );
const told = ({ causes, groups }: ReturnType<typeof since>) => [
  ...causes.map(({ days, cause, items }) => `${days} ${cause}: ${items.map(({ id }) => id).join(' ')}`),
  ...groups.map(({ group, items }) => `${group}: ${items.map(({ id }) => id).join(' ')}`),
];

describe('what changed, by how much it matters', () => {
  it('begins with what moves the goal, and leaves out the goal that only moved', () => {
    const changes = since(workedExample(), workedExample({ hoursPerWeek: 20 }));
    expect(told(changes)).toEqual(['175 changed: ait', 'moved: wait exam issuing']);
    expect(changes.causes[0]?.items[0]).toMatchObject({
      before: { end: '2028-11-03' },
      now: { end: '2029-04-27' },
      change: { fields: [{ field: 'hoursPerWeek' }] },
    });
  });

  it('puts the larger part first, and in a group what moved furthest, then what is earlier', () => {
    const plan = (first: string, second: string, over: object) =>
      aPlan()
        .milestone('later', { pinStart: first })
        .milestone('sooner', { pinStart: second })
        .milestone('far', { pinStart: first === '2030-05-01' ? '2031-01-01' : '2032-01-01' })
        .milestone('gone', { pinStart: '2029-01-01' })
        .step('small', { length: 10, lengthUnit: 'day' })
        .step('large', { length: 10, lengthUnit: 'day', ...over })
        .credential('license')
        .link('small', 'large')
        .link('large', 'license')
        .goal('license')
        .build();
    const frozen = plan('2030-05-01', '2029-05-01', {});
    const now = plan('2030-05-02', '2029-05-02', { length: 100 });
    const small = now.items.find(({ id }) => id === 'small');
    const changed = {
      ...now,
      items: [
        ...now.items
          .filter(({ id }) => id !== 'gone')
          .map((item) => (item === small ? { ...item, length: 12 } : item)),
        ...(small ? [{ ...small, id: 'fresh', title: 'fresh' }] : []),
      ],
    };
    expect(told(since(frozen, changed))).toEqual([
      '90 changed: large',
      '2 changed: small',
      'changed: far sooner later',
      'added: fresh',
      'removed: gone',
    ]);
  });

  it('tells what only time has moved, with its days then and now', () => {
    const doc = aPlan()
      .step('exam', { length: 10 })
      .credential('license')
      .link('exam', 'license')
      .goal('license')
      .build();
    const changes = since(doc, doc, '2027-09-20');
    expect(told(changes)).toEqual(['19 time: exam']);
    expect(changes.causes[0]?.items[0]).toMatchObject({
      before: { start: '2027-09-01' },
      now: { start: '2027-09-20' },
    });
  });

  it('has nothing to tell where nothing changed', () => {
    expect(since(workedExample(), workedExample())).toEqual({ causes: [], groups: [] });
  });
});
