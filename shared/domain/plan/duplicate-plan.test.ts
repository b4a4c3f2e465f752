import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { findingsOf } from '../findings/findings-of.ts';
import type { Finding } from '../findings/types.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import type { PlanDocument } from './document.ts';
import { duplicatePlan, scenarioName } from './duplicate-plan.ts';
import { idsOf } from './renew-ids.ts';

const today = toDay('2027-09-01');
const findings = (doc: PlanDocument): Finding[] => findingsOf(doc, schedulePlan(doc, today), today);

function copyOf(doc: PlanDocument): PlanDocument {
  let next = 100_000;
  // Falling, so that a copy that took them as they come would turn every tie around.
  const newId = () => `new-${--next}`;
  return duplicatePlan({ document: doc, baselines: [] }, { name: 'Copy', position: 7, newId, today })
    .document;
}

/** The same findings, and the same ones acknowledged, whatever the ids. */
const gist = (doc: PlanDocument) =>
  findings(doc).map(({ code, acknowledged, note }) => [code, acknowledged, note]);

function acknowledgeAll(doc: PlanDocument): PlanDocument {
  const acknowledgements = findings(doc).map(({ key }, nth) => ({ key, note: `note ${nth}` }));
  return { ...doc, acknowledgements };
}

describe('duplicatePlan', () => {
  it('has no id in common with the plan', () => {
    const doc = aPlan()
      .program('bs')
      .term('t')
      .requirement('core')
      .course('c1', { termId: 't', requirementId: 'core' })
      .course('c2', { termId: 't' })
      .requisites('c2', ['c1'])
      .experience('ait', { log: [{ id: 'h', day: '2027-01-04', hours: 8, note: null }] })
      .step('exam', { attempts: [{ id: 'a', day: '2027-01-04', result: 'failed', score: null }] })
      .credential('license', { ce: [{ id: 'e', day: '2027-01-04', hours: 1, topic: null, title: null }] })
      .group('any', 'license', 1, ['ait', 'exam'])
      .fact('f', { itemId: 'license' })
      .goal('license')
      .build();
    const copy = copyOf(doc);
    const old = new Set(idsOf(doc));
    expect(old.size).toBe(17);
    expect(new Set(idsOf(copy)).size).toBe(17);
    for (const id of idsOf(copy)) expect(old.has(id)).toBe(false);
    expect(copy.plan).toMatchObject({ name: 'Copy', position: 7 });
  });

  it('keeps what is acknowledged acknowledged: of links, of requirements, and where a title reads like an id', () => {
    const doc = acknowledgeAll(
      aPlan()
        .program('bs', { creditsRequired: 120 })
        .term('t')
        // Titles are those of the builder: the same texts as the ids.
        .requirement('core', { rule: 'credits', amount: 30 })
        .course('c1', { termId: 't' })
        .step('wait', { length: 10, lengthUnit: 'day' })
        .step('exam', { pinStart: '2026-10-01' })
        .link('wait', 'exam')
        .build(),
    );
    expect(new Set(findings(doc).map(({ code }) => code))).toContain('requirement-unmet');
    expect(new Set(findings(doc).map(({ code }) => code))).toContain('pinned-early');
    expect(gist(doc).every(([, acknowledged]) => acknowledged)).toBe(true);
    expect(gist(copyOf(doc))).toEqual(gist(doc));
  });

  it('keeps a finding acknowledged whose items are too many for its key', () => {
    const plan = aPlan().program('bs').term('t');
    const ids = Array.from({ length: 200 }, (_, nth) => `course-with-a-rather-long-id-${nth}`);
    for (const id of ids) plan.course(id, { position: 5, termId: null });
    plan.course('last', { termId: 't' }).requisites('last', ids);
    const doc = acknowledgeAll(plan.build());
    const order = findings(doc).find(({ code }) => code === 'requisite-order');
    expect(order?.key.length).toBeGreaterThan(3_900);
    expect(gist(copyOf(doc))).toEqual(gist(doc));
    expect(gist(copyOf(doc)).every(([, acknowledged]) => acknowledged)).toBe(true);
  });

  it('leaves ties to the same item', () => {
    const doc = aPlan()
      .step('a', { position: 1 })
      .step('b', { position: 1 })
      .credential('license')
      .link('a', 'license', { id: 'x', position: 1 })
      .link('b', 'license', { id: 'y', position: 1 })
      .goal('license')
      .build();
    const named = (each: PlanDocument) =>
      schedulePlan(each, today)
        .chain()
        .map(({ title }) => title);
    expect(named(copyOf(doc))).toEqual(named(doc));
  });
});

describe('scenarioName', () => {
  it('counts on where the name is taken, also from a scenario', () => {
    expect(scenarioName('Nursing', ['Nursing'])).toBe('Nursing (scenario)');
    expect(scenarioName('Nursing', ['Nursing', 'Nursing (scenario)'])).toBe('Nursing (scenario 2)');
    expect(scenarioName('Nursing (scenario 2)', ['Nursing (scenario 2)'])).toBe('Nursing (scenario)');
    expect(scenarioName('Nursing (scenario)', ['Nursing (scenario)'])).toBe('Nursing (scenario 2)');
  });

  it('stays within the limit and keeps characters whole', () => {
    const long = 'x'.repeat(288) + '😀'.repeat(6);
    const first = scenarioName(long, [long]);
    expect(first.length).toBeLessThanOrEqual(300);
    expect(first.isWellFormed()).toBe(true);
    const second = scenarioName(long, [long, first]);
    expect(second).toMatch(/ \(scenario 2\)$/);
    expect(second.length).toBeLessThanOrEqual(300);
  });
});
