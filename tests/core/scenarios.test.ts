import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idsOf } from '#shared/domain/plan/renew-ids.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { dumpFile, openTestApp, type TestApp } from '#tests/test-app.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let app: TestApp;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'plans.db');
  app = openTestApp(file);
});
afterEach(() => {
  app.close();
  folder.remove();
});

const makePlan = (): string =>
  app.ask('plan.create', { templateId: 'medical-office-manager', start: '2026-08-24', jurisdiction: 'CA' })
    .planId;

/** A plan as it is but for its ids and name: findings with their acknowledgements, dates, what decides. */
function gist(planId: string) {
  const { goal, binding, items, findings, audit } = app.ask('plan.analyze', { planId });
  return {
    goal: [goal?.title, goal?.date, goal?.best, goal?.complete],
    binding: binding.map(({ title, reason, gain }) => [title, reason, gain]),
    items: items.map(({ title, start, end, slack }) => [title, start, end, slack]),
    findings: findings.map(({ code, acknowledged, note }) => [code, acknowledged, note]),
    credits: audit.map(({ creditsPlanned, creditsRequired }) => [creditsPlanned, creditsRequired]),
  };
}

describe('plan.duplicate', () => {
  it('makes a whole copy with ids of its own', () => {
    const planId = makePlan();
    const copy = app.ask('plan.duplicate', { id: planId });
    expect(copy.name).toBe('Medical office manager, California (scenario)');
    expect(gist(copy.planId)).toEqual(gist(planId));
    const ids = new Set(idsOf(app.ask('plan.read', { planId })));
    const others = idsOf(app.ask('plan.read', { planId: copy.planId }));
    expect(others).toHaveLength(ids.size);
    expect(others.filter((id) => ids.has(id))).toEqual([]);
  });

  it('keeps every acknowledged finding acknowledged', () => {
    app.close();
    // A day on which much is late.
    app = openTestApp(file, { today: '2029-01-31' });
    const planId = makePlan();
    const { findings } = app.ask('plan.analyze', { planId });
    expect(findings.length).toBeGreaterThan(10);
    for (const [nth, { key }] of findings.entries())
      app.ask('finding.acknowledge', { planId, key, note: `Known ${nth}` });
    const copy = app.ask('plan.duplicate', { id: planId });
    const { findings: copied } = app.ask('plan.analyze', { planId: copy.planId });
    expect(copied.map(({ code, note }) => [code, note])).toEqual(
      findings.map(({ code }, nth) => [code, `Known ${nth}`]),
    );
    expect(copied.every(({ acknowledged }) => acknowledged)).toBe(true);
    app.ask('finding.reopen', { planId: copy.planId, key: copied[0]?.key ?? '' });
    expect(app.ask('plan.analyze', { planId }).findings.every(({ acknowledged }) => acknowledged)).toBe(true);
  });

  it('is one step of undo and redo, also after a restart', () => {
    makePlan();
    app.close();
    const before = dumpFile(file);
    app = openTestApp(file, {
      newId: (() => {
        let next = 0;
        return () => `copy${++next}`;
      })(),
    });
    const [plan] = app.ask('plan.list', {});
    const { planId } = app.ask('plan.duplicate', { id: plan?.id ?? '', name: 'Part-time' });
    const copied = app.ask('plan.read', { planId });
    const reply = app.send('history.undo', {});
    expect(reply).toMatchObject({ ok: true, value: { name: 'plan.duplicate', subject: 'Part-time' } });
    app.close();
    expect(dumpFile(file)).toEqual(before);
    app = openTestApp(file);
    app.ask('history.redo', {});
    expect(app.ask('plan.read', { planId })).toEqual(copied);
  });

  it('finds a free name, and refuses a plan that is not there or a name that is none', () => {
    const planId = makePlan();
    app.ask('plan.duplicate', { id: planId });
    const { name, planId: second } = app.ask('plan.duplicate', { id: planId });
    expect(name).toBe('Medical office manager, California (scenario 2)');
    expect(app.ask('plan.list', {}).at(-1)?.id).toBe(second);
    expect(app.refusal('plan.duplicate', { id: 'gone' })).toEqual({
      code: 'not-found',
      noun: 'plan',
      id: 'gone',
    });
    expect(app.refusal('plan.duplicate', { id: planId, name: '  ' })).toMatchObject({ code: 'bad-request' });
    expect(app.ask('plan.list', {})).toHaveLength(3);
  });
});
