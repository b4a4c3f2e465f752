import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { arbitraryPlan, arbitraryPlanWithLoops, SMALL_PLAN_TODAY } from '#tests/oracle/arbitrary-plan.ts';
import { BIG_PLAN_TODAY, randomPlan } from '#tests/oracle/big-plan.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { toDay, toIso, type DayNumber } from '../time/day.ts';
import { schedulePlan, type Schedule } from './schedule.ts';

/** Every answer of a schedule. */
const answersOf = (schedule: Schedule) => ({
  dates: schedule.all(),
  goal: schedule.goal,
  goalDate: schedule.goalDate,
  binding: schedule.binding(),
  broken: schedule.broken,
  windows: schedule.windows,
  loops: schedule.loops,
});

interface Edit {
  /** Which item, and which of the changes that its kind knows. */
  item: number;
  change: number;
  days: number;
  unset: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  item: fc.nat(),
  change: fc.nat(),
  days: fc.integer({ min: 1, max: 90 }),
  unset: fc.boolean(),
});
/** Several edits at once are one command, as an undone import of a calendar is. */
const edits = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

function changesOf(item: Item, { days, unset }: Edit, today: DayNumber): object[] {
  const near = toIso(today + days - 30);
  const past = toIso(today - days);
  const changes: object[] = [
    { title: `${item.title}!` },
    { notBefore: unset ? null : near },
    { length: unset ? null : days, lengthUnit: 'day' },
    { length: 1 + (days % 3), lengthUnit: 'month', bestLength: unset ? null : 1 },
    { pinStart: unset ? null : near, pinEnd: null },
    { actualStart: unset ? null : past, actualEnd: null },
    { actualStart: null, actualEnd: unset ? null : past },
  ];
  if (item.kind === 'term') changes.push({ firstDay: near, lastDay: toIso(today + days + 30) });
  if (item.kind === 'course') {
    changes.push({ status: unset ? 'completed' : 'planned' }, { status: 'withdrawn' }, { termId: null });
  }
  if (item.kind === 'experience') changes.push({ hoursRequired: days * 4, hoursPerWeek: 10 });
  if (item.kind === 'credential') changes.push({ issued: unset ? null : past });
  if (item.kind === 'milestone') changes.push({ doneOn: unset ? null : past });
  if (item.kind === 'step') {
    const attempts = unset
      ? []
      : [{ id: 'a', day: past, result: days % 2 ? 'passed' : 'failed', score: null }];
    changes.push({ sort: 'exam', attempts, retakeDays: days });
  }
  return changes;
}

const set = (item: Item, id: string, changes: object): Item =>
  item.id === id ? { ...item, ...changes } : item;

/** The plan after some edits, which shares with the one before what it does not change; and the ids they touched. */
function apply(
  doc: PlanDocument,
  edited: readonly Edit[],
  today: DayNumber,
): { doc: PlanDocument; ids: string[] } {
  const ids: string[] = [];
  let { items } = doc;
  for (const each of edited) {
    const place = each.item % items.length;
    const item = items[place];
    if (!item) continue;
    const changes = changesOf(item, each, today);
    items = items.with(place, { ...item, ...changes[each.change % changes.length] });
    ids.push(item.id);
  }
  return { doc: { ...doc, items }, ids };
}

function expectSameAsAnew(first: PlanDocument, today: DayNumber, steps: readonly Edit[][]): void {
  let shared = schedulePlan(first, today);
  let named = schedulePlan(first, today);
  for (const edited of steps) {
    const { doc, ids } = apply(shared.document, edited, today);
    const revised = shared.revise(doc);
    // Asked only now: a schedule still answers for its own plan when another has been made of it.
    expect(answersOf(shared)).toEqual(answersOf(schedulePlan(shared.document, today)));
    const anew = answersOf(schedulePlan(doc, today));
    expect(answersOf(revised)).toEqual(anew);
    shared = schedulePlan(shared.document, today).revise(doc);
    // As in the window: the document comes anew over the wire and shares nothing.
    named = named.revise(JSON.parse(JSON.stringify(doc)) as PlanDocument, null, ids);
    expect(answersOf(named)).toEqual(anew);
  }
}

describe('a revised schedule says what a new one says', () => {
  it('after thousands of edits of small plans', () => {
    fc.assert(
      fc.property(arbitraryPlan, edits, (doc, steps) =>
        expectSameAsAnew(doc, toDay(SMALL_PLAN_TODAY), steps),
      ),
      { numRuns: 400 },
    );
  });

  it('where links run in circles', () => {
    fc.assert(
      fc.property(arbitraryPlanWithLoops, edits, (doc, steps) =>
        expectSameAsAnew(doc, toDay(SMALL_PLAN_TODAY), steps),
      ),
      { numRuns: 150 },
    );
  });

  it('after edits of a big plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), edits, (seed, steps) =>
        expectSameAsAnew(randomPlan(150, seed), toDay(BIG_PLAN_TODAY), steps),
      ),
      { numRuns: 12 },
    );
  });

  it('when an item with a choice before it is pinned, and the choice changes later', () => {
    const today = toDay('2027-01-01');
    const doc = aPlan()
      .step('slow', { length: 60, lengthUnit: 'day' })
      .step('quick', { length: 5, lengthUnit: 'day' })
      .step('exam', { length: 1, lengthUnit: 'day' })
      .group('either', 'exam', 1, ['slow', 'quick'])
      .goal('exam')
      .build();
    const pinned = { ...doc, items: doc.items.map((item) => set(item, 'exam', { pinStart: '2027-02-01' })) };
    const slower = { ...pinned, items: pinned.items.map((item) => set(item, 'quick', { length: 90 })) };
    const revised = schedulePlan(doc, today).revise(pinned).revise(slower);
    const anew = schedulePlan(slower, today);
    expect(anew.broken).toMatchObject([{ fromId: 'slow' }]);
    expect(answersOf(revised)).toEqual(answersOf(anew));
  });

  it('after changes of more than items', () => {
    const today = toDay('2027-01-01');
    const doc = aPlan()
      .step('first', { length: 5, lengthUnit: 'day' })
      .step('second', { length: 9, lengthUnit: 'day' })
      .credential('license')
      .link('first', 'license')
      .link('second', 'license')
      .goal('license')
      .build();
    const schedule = schedulePlan(doc, today);
    const [, link] = doc.links;
    const others: [PlanDocument, string[]][] = [
      [{ ...doc, plan: { ...doc.plan, goalId: 'first' } }, [doc.plan.id]],
      [{ ...doc, links: doc.links.slice(0, 1) }, [link?.id ?? '']],
      [{ ...doc, items: doc.items.slice(1), links: doc.links.slice(1) }, ['first', doc.links[0]?.id ?? '']],
    ];
    for (const [changed, ids] of others) {
      const anew = answersOf(schedulePlan(changed, today));
      expect(answersOf(schedule.revise(changed))).toEqual(anew);
      expect(answersOf(schedule.revise(structuredClone(changed), null, ids))).toEqual(anew);
    }
    const target = today + 3;
    expect(answersOf(schedule.revise(doc, target))).toEqual(answersOf(schedulePlan(doc, today, { target })));
  });
});
