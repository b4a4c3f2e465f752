import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { aTimeline } from '#tests/builders/random-timeline.ts';
import { arbitraryPlan, SMALL_PLAN_TODAY } from '#tests/oracle/arbitrary-plan.ts';
import { BIG_PLAN_TODAY, chainPlan, randomPlan } from '#tests/oracle/big-plan.ts';
import { LINK_KINDS, type PlanDocument } from '../plan/document.ts';
import { toDay, toIso, type DayNumber } from '../time/day.ts';
import { findBinding, findChain } from './binding.ts';
import { decide } from './decide.ts';
import { forward, propagate, type Earliest } from './forward.ts';
import { giveOneDay } from './gains.ts';
import { goalDay } from './goal.ts';
import { buildGraph, itemAt, type Graph } from './graph.ts';

const TODAY = toDay('2027-01-01');

/** The definition: everything anew for every entry, and both chains compared from the goal on. */
function gainsByDefinition(
  doc: PlanDocument,
  today: DayNumber,
): { gain: number | null; next: string | null }[] {
  const graph = buildGraph(doc, today);
  const earliest = forward(graph);
  const goal = graph.places.of.get(doc.plan.goalId ?? '') ?? -1;
  const day = goal < 0 ? null : goalDay(graph, earliest, goal);
  if (day === null) return [];
  const chain = nodesOfChain(graph, earliest, goal);
  return chain.map((node) => {
    const other = buildGraph(doc, today);
    const without = forward(other);
    giveOneDay(other, without, node);
    propagate(other, without, [node]);
    const then = goalDay(other, without, goal);
    if (then === null) return { gain: null, next: null };
    const next = nodesOfChain(other, without, goal).find((each, place) => chain[place] !== each);
    return { gain: day - then, next: next === undefined ? null : itemAt(other, next).id };
  });
}

function nodesOfChain(graph: Graph, earliest: Earliest, goal: number): number[] {
  const nodes: number[] = [];
  let node = goal;
  let byStart = false;
  while (node >= 0) {
    nodes.push(node);
    ({ from: node, byStart } = decide(graph, earliest, node, byStart));
  }
  return nodes;
}

function expectByDefinition(doc: PlanDocument, today: DayNumber): number {
  const graph = buildGraph(doc, today);
  const goal = graph.places.of.get(doc.plan.goalId ?? '') ?? -1;
  if (goal < 0) return 0;
  const binding = findBinding(graph, forward(graph), goal);
  expect(binding.map(({ gain, next }) => ({ gain, next }))).toEqual(gainsByDefinition(doc, today));
  expect(graph.facts).toEqual(buildGraph(doc, today).facts);
  return binding.length;
}

const aRung = fc.record({
  sort: fc.constantFrom('step', 'step', 'step', 'month', 'milestone', 'program'),
  length: fc.integer({ min: 1, max: 4 }),
  notBefore: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 8 }),
  skip: fc.option(fc.integer({ min: 2, max: 9 }), { freq: 3 }),
  kind: fc.constantFrom(...LINK_KINDS),
  lag: fc.integer({ min: -3, max: 3 }),
  grouped: fc.boolean(),
});

/** Long chains with shortcuts and detours, through programs and choices as well. */
const aLongChain = fc.array(aRung, { minLength: 4, maxLength: 40, size: 'max' }).map((rungs) => {
  const plan = aPlan();
  const ids: string[] = [];
  for (const [index, { sort, length, notBefore, skip, kind, lag, grouped }] of rungs.entries()) {
    const id = `r${index}`;
    const given = { notBefore: notBefore === null ? null : toIso(TODAY + notBefore) };
    if (sort === 'milestone') plan.milestone(id, given);
    else if (sort === 'program') {
      plan.program(id).experience(`${id}a`, { programId: id, length, lengthUnit: 'day', ...given });
      plan.experience(`${id}b`, { programId: id, length: 5 - length, lengthUnit: 'day' });
    } else plan.step(id, { length, lengthUnit: sort === 'month' ? 'month' : 'day', ...given });
    const before = ids.at(-1);
    if (before !== undefined) plan.link(before, id);
    const earlier = skip === null ? undefined : ids.at(-skip);
    const beside = ids.at(1 - (skip ?? 0));
    if (earlier !== undefined && grouped && beside !== undefined && beside !== before)
      plan.group(`g${index}`, id, 1, [earlier, beside]);
    else if (earlier !== undefined) plan.link(earlier, id, { kind, lag });
    ids.push(id);
  }
  return plan.goal(ids.at(-1) ?? null).build();
});

describe('gain and next of every entry are those of the plan with that item at one day', () => {
  it('in small plans of every kind', () => {
    fc.assert(
      fc.property(arbitraryPlan, (doc) => void expectByDefinition(doc, toDay(SMALL_PLAN_TODAY))),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(aTimeline(), ({ doc, today }) => void expectByDefinition(doc, today)),
      { numRuns: 300 },
    );
  });

  it('in long chains with shortcuts, programs and choices', () => {
    let longest = 0;
    fc.assert(
      fc.property(aLongChain, (doc) => {
        longest = Math.max(longest, expectByDefinition(doc, TODAY));
      }),
      { numRuns: 150 },
    );
    expect(longest).toBeGreaterThan(20);
  });

  it('when another link to a program asks for the same day', () => {
    const doc = aPlan()
      .step('first', { length: 9, lengthUnit: 'day' })
      .step('second', { length: 9, lengthUnit: 'day' })
      .program('program')
      .experience('job', { programId: 'program', length: 5, lengthUnit: 'day' })
      .link('first', 'program')
      .link('second', 'program')
      .goal('job')
      .build();
    expect(gainsByDefinition(doc, TODAY)[1]).toEqual({ gain: 0, next: 'second' });
    expectByDefinition(doc, TODAY);
  });

  it("when the chain comes by a program's first day", () => {
    const doc = aPlan()
      .program('program')
      .experience('short', { programId: 'program', length: 5, lengthUnit: 'day' })
      .experience('long', { programId: 'program', length: 50, lengthUnit: 'day', notBefore: '2027-02-01' })
      .step('enrolled', { length: 90, lengthUnit: 'day' })
      .link('program', 'enrolled', { kind: 'SS' })
      .goal('enrolled')
      .build();
    expect(gainsByDefinition(doc, TODAY)).toHaveLength(3);
    expectByDefinition(doc, TODAY);
  });

  it('in big plans', () => {
    for (let seed = 1; seed <= 10; seed++) {
      expectByDefinition(randomPlan(400, seed), toDay(BIG_PLAN_TODAY));
    }
    expectByDefinition(chainPlan(300), toDay(BIG_PLAN_TODAY));
  });
});

it('a chain of 10,000 items has an end', () => {
  const doc = chainPlan(10_000);
  const graph = buildGraph(doc, TODAY);
  const earliest = forward(graph);
  const goal = graph.places.itemCount - 1;
  // What the definition does, 10,000 times 10,000 visits, would not end within the time of a test.
  const binding = findBinding(graph, earliest, goal);
  expect(binding).toHaveLength(10_000);
  expect(new Set(binding.map(({ gain }) => gain))).toEqual(new Set([0, 1, 2]));
  expect(findChain(graph, earliest, goal).map(({ itemId }) => itemId)).toEqual(
    binding.map(({ itemId }) => itemId),
  );
});
