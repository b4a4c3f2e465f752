import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_BASELINES } from '#shared/contract/documents.ts';
import { idsOf } from '#shared/domain/plan/renew-ids.ts';
import { countingIds, dumpFile, openTestApp, type TestApp } from '#tests/test-app.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let app: TestApp;
let planId: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'plans.db');
  app = openTestApp(file);
  planId = app.ask('plan.create', {
    templateId: 'medical-office-manager',
    start: '2026-08-24',
    jurisdiction: 'CA',
  }).planId;
});
afterEach(() => {
  app.close();
  folder.remove();
});

const names = (): string[] => app.ask('baseline.list', { planId }).map(({ name }) => name);
const compare = (baselineId?: string) =>
  app.ask('baseline.compare', { planId, ...(baselineId === undefined ? {} : { baselineId }) });
/** Makes a step that decides the goal's date 30 days longer, and answers its title. */
function slowDown(): string {
  const { items } = app.ask('plan.read', { planId });
  const { binding } = app.ask('plan.analyze', { planId });
  const step = items.find(
    (item) => item.kind === 'step' && binding.some(({ itemId, gain }) => itemId === item.id && gain),
  );
  if (step?.length == null) throw new Error('no step decides');
  app.ask('step.update', { id: step.id, changes: { length: step.length + 30 } });
  return step.title;
}

describe('a baseline', () => {
  it('keeps the plan as it stands, and reading the plan is not about it', () => {
    const document = app.ask('plan.read', { planId });
    const taken = app.ask('baseline.take', { planId, name: ' Sent to the board ' });
    expect(taken).toEqual({
      id: taken.id,
      name: 'Sent to the board',
      takenOn: '2026-11-23',
      takenAt: '2026-11-23T12:00:00.000Z',
    });
    expect(app.ask('plan.read', { planId })).toEqual(document);
    slowDown();
    app = app.reopen();
    expect(app.ask('baseline.read', { planId, baselineId: taken.id })).toEqual({ ...taken, document });
    expect(app.ask('plan.list', {})[0]?.baselines).toEqual([taken]);
  });

  it('is compared with the plan as it is now, the newest where none is named', () => {
    const first = app.ask('baseline.take', { planId, name: 'First' });
    expect(compare()).toMatchObject({ days: 0, explanation: [], items: [], plan: [] });
    const title = slowDown();
    app.ask('baseline.take', { planId, name: 'Second' });
    expect([compare().days, compare().baseline.name, names()]).toEqual([0, 'Second', ['Second', 'First']]);
    const since = compare(first.id);
    expect(since.days).toBeGreaterThan(0);
    expect(since.explanation).toMatchObject([{ days: since.days, cause: 'changed', items: [{ title }] }]);
    expect(since.now.goal?.date).toBe(app.ask('plan.analyze', { planId }).goal?.date);
  });

  it('is taken, renamed and deleted in one step of undo each, also after a restart', () => {
    app.close();
    const untouched = dumpFile(file);
    app = openTestApp(file, { newId: countingIds('new') });
    const { id } = app.ask('baseline.take', { planId, name: 'Sent' });
    slowDown();
    app.ask('baseline.rename', { id, name: 'Sent to the board' });
    app.ask('baseline.delete', { id });
    app.close();
    const final = dumpFile(file);
    app = openTestApp(file);
    expect(names()).toEqual([]);
    app.ask('history.undo', {});
    expect(names()).toEqual(['Sent to the board']);
    expect(compare().days).toBeGreaterThan(0);
    app.ask('history.undo', {});
    expect(names()).toEqual(['Sent']);
    app.ask('history.undo', {});
    expect(compare().days).toBe(0);
    expect(app.send('history.undo', {})).toMatchObject({
      value: { name: 'baseline.take', subject: 'Sent', planId },
    });
    app.close();
    expect(dumpFile(file)).toEqual(untouched);
    app = openTestApp(file);
    for (let n = 0; n < 4; n += 1) app.ask('history.redo', {});
    app.close();
    expect(dumpFile(file)).toEqual(final);
    app = openTestApp(file);
  });

  it('goes with its plan and comes back with it', () => {
    const taken = app.ask('baseline.take', { planId, name: 'Sent' });
    app.ask('plan.delete', { id: planId });
    expect(app.refusal('baseline.list', { planId })).toMatchObject({ code: 'not-found', noun: 'plan' });
    app.ask('history.undo', {});
    expect(app.ask('baseline.list', { planId })).toEqual([taken]);
    expect(compare().days).toBe(0);
  });

  it('takes little room in the database and in the journal', () => {
    const text = JSON.stringify(app.ask('plan.read', { planId }));
    app.ask('baseline.take', { planId, name: 'Sent' });
    app.close();
    const db = new BetterSqlite3(file, { readonly: true });
    const stored = db.prepare('SELECT LENGTH(document) FROM baseline').pluck().get() as number;
    const imaged = db
      .prepare("SELECT bytes FROM journal WHERE name = 'baseline.take'")
      .pluck()
      .get() as number;
    db.close();
    expect(stored).toBeLessThan(text.length / 4);
    expect(imaged).toBeLessThan(stored + 500);
    app = openTestApp(file);
  });

  it('of a scenario knows the items of the scenario, and leaves those of the plan alone', () => {
    app.ask('baseline.take', { planId, name: 'Sent' });
    const copy = app.ask('plan.duplicate', { id: planId });
    const kept = app.ask('baseline.read', { planId: copy.planId });
    expect(kept).toMatchObject({
      name: 'Sent',
      takenOn: '2026-11-23',
      document: { plan: { id: copy.planId } },
    });
    const own = new Set(idsOf(app.ask('plan.read', { planId: copy.planId })));
    expect(idsOf(kept.document).filter((id) => !own.has(id))).toEqual([]);
    expect(app.ask('baseline.compare', { planId: copy.planId })).toMatchObject({ days: 0, items: [] });
    app.ask('history.undo', {});
    expect(names()).toEqual(['Sent']);
    app.ask('history.redo', {});
    expect(app.ask('baseline.read', { planId: copy.planId })).toEqual(kept);
  });
});

describe('refusals', () => {
  it('name what is missing, and change nothing', () => {
    expect(app.refusal('baseline.compare', { planId })).toEqual({
      code: 'no-baseline',
      plan: 'Medical office manager, California',
    });
    expect(app.refusal('baseline.take', { planId: 'gone', name: 'Sent' })).toMatchObject({
      code: 'not-found',
      noun: 'plan',
    });
    const missing = { code: 'not-found', noun: 'baseline', id: 'gone' };
    expect(app.refusal('baseline.read', { planId, baselineId: 'gone' })).toEqual(missing);
    expect(app.refusal('baseline.rename', { id: 'gone', name: 'Sent' })).toEqual(missing);
    expect(app.refusal('baseline.delete', { id: 'gone' })).toEqual(missing);
    expect(app.refusal('baseline.take', { planId, name: '  ' })).toMatchObject({ code: 'bad-request' });
  });

  it('keep names apart within a plan', () => {
    const { id } = app.ask('baseline.take', { planId, name: 'Sent' });
    const second = app.ask('baseline.take', { planId, name: 'Again' });
    const taken = { code: 'baseline-name-taken', name: 'Sent' };
    expect(app.refusal('baseline.take', { planId, name: 'Sent' })).toEqual(taken);
    expect(app.refusal('baseline.rename', { id: second.id, name: 'Sent' })).toEqual(taken);
    app.ask('baseline.rename', { id, name: 'Sent' });
    expect(names()).toEqual(['Again', 'Sent']);
    const other = app.ask('plan.add', { name: 'Other' });
    app.ask('baseline.take', { planId: other.id, name: 'Sent' });
    expect(app.refusal('baseline.read', { planId: other.id, baselineId: id })).toEqual({
      code: 'other-plan',
      noun: 'baseline',
      id,
    });
  });

  it('stop at so many baselines', () => {
    for (let n = 0; n < MOST_BASELINES; n += 1) app.ask('baseline.take', { planId, name: `No. ${n}` });
    expect(app.refusal('baseline.take', { planId, name: 'One more' })).toEqual({
      code: 'too-many',
      noun: 'baseline',
      limit: MOST_BASELINES,
    });
  });

  it('say that a damaged baseline is one, and deleting it still works', () => {
    const { id } = app.ask('baseline.take', { planId, name: 'Sent' });
    app.close();
    const db = new BetterSqlite3(file);
    db.exec("UPDATE baseline SET document = 'bm9uc2Vuc2U='");
    db.close();
    app = openTestApp(file);
    for (const name of ['baseline.read', 'baseline.compare', 'plan.export'] as const)
      expect(app.refusal(name, { planId })).toEqual({ code: 'baseline-unreadable', name: 'Sent' });
    app.ask('baseline.delete', { id });
    expect(app.ask('plan.export', { planId }).losses).toEqual([]);
  });
});
