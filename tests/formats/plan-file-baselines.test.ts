import { join } from 'node:path';
import Ajv from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planFileSchema, readPlanFile } from '#electron/formats/plan-file.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { countingIds, openTestApp, type TestApp } from '#tests/test-app.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
let planId: string;
let text: string;

/** A plan that changed after each of its two baselines: an item came, another went. */
beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'));
  planId = app.ask('plan.create', {
    templateId: 'health-information-technician-certificate',
    start: '2027-08-23',
  }).planId;
  const early = app.ask('milestone.add', { planId, title: 'Only at first', pinStart: '2027-09-01' });
  app.ask('finding.acknowledge', { planId, key: '["unplaced-course",["x"],{}]', note: 'Known' });
  app.ask('baseline.take', { planId, name: 'Sent to the board' });
  app.ask('item.delete', { id: early.id });
  app.ask('milestone.add', { planId, title: 'Only later', pinStart: '2027-10-01' });
  app.ask('baseline.take', { planId, name: 'Sent to the employer' });
  app.ask('plan.update', { id: planId, changes: { target: '2030-01-01' } });
  text = app.ask('plan.export', { planId }).text;
});
afterEach(() => {
  app.close();
  folder.remove();
});

const edited = (change: (file: { baselines: Record<string, never>[] }) => void): string => {
  const file = JSON.parse(text) as { baselines: Record<string, never>[] };
  change(file);
  return JSON.stringify(file);
};
const sentence = (file: string): string | null => {
  const read = readPlanFile(file);
  return read.ok ? null : sentenceFor(read.failure);
};

describe('a plan file with baselines', () => {
  it('comes back byte for byte, with the baselines and their order', () => {
    const other = openTestApp(join(folder.path, 'other.db'));
    expect(other.ask('plan.import', { text }).planId).toBe(planId);
    expect(other.ask('plan.export', { planId }).text).toBe(text);
    expect(other.ask('baseline.list', { planId })).toEqual(app.ask('baseline.list', { planId }));
    expect(other.ask('baseline.compare', { planId })).toEqual(app.ask('baseline.compare', { planId }));
    other.close();
  });

  it('fits the JSON Schema, and is as before without any', () => {
    const { $schema: _dialect, ...schema } = planFileSchema();
    const validate = new Ajv({ allErrors: true }).compile(schema);
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    expect(validate(JSON.parse(edited(({ baselines }) => delete baselines[0]?.['document'])))).toBe(false);
    for (const { id } of app.ask('baseline.list', { planId })) app.ask('baseline.delete', { id });
    expect(JSON.parse(app.ask('plan.export', { planId }).text)).not.toHaveProperty('baselines');
  });

  it('can be written without them, which is said', () => {
    const without = app.ask('plan.export', { planId, baselines: false });
    expect(JSON.parse(without.text)).not.toHaveProperty('baselines');
    expect(without.losses).toEqual([{ code: 'baselines', count: 2 }]);
    expect(app.ask('plan.export', { planId }).losses).toEqual([]);
    expect(app.ask('plan.export', { planId, format: 'csv' }).losses).toContainEqual({
      code: 'baselines',
      count: 2,
    });
    expect(app.ask('plan.export', { planId, format: 'ics' }).losses).not.toContainEqual({
      code: 'baselines',
      count: 2,
    });
  });

  it('is refused where it could not be read again for its size, but not without them', () => {
    for (let n = 0; n < 640; n += 1)
      app.ask('milestone.add', { planId, title: `Note ${n}`, notes: 'x'.repeat(25_000) });
    app.ask('baseline.take', { planId, name: 'Large' });
    expect(app.refusal('plan.export', { planId })).toMatchObject({
      code: 'baselines-too-large',
      limit: 32_000_000,
    });
    expect(readPlanFile(app.ask('plan.export', { planId, baselines: false }).text).ok).toBe(true);
  });

  it('renews the ids in the baselines along with the plan’s, so that their items are still known', () => {
    const copy = app.ask('plan.import', { text });
    expect(copy.planId).not.toBe(planId);
    const [first] = app.ask('baseline.list', { planId }).toReversed();
    const [copied] = app.ask('baseline.list', { planId: copy.planId }).toReversed();
    const gist = (of: string, baselineId: string | undefined) => {
      const { items, days, plan } = app.ask('baseline.compare', { planId: of, baselineId });
      return { days, plan, items: items.map(({ change, title }) => `${change} ${title}`) };
    };
    expect(gist(copy.planId, copied?.id)).toEqual(gist(planId, first?.id));
    expect(gist(planId, first?.id).items).toEqual(['removed Only at first', 'added Only later']);
    expect(copied?.id).not.toBe(first?.id);
  });

  it('renews all ids when only the id of a baseline is taken', () => {
    const other = openTestApp(join(folder.path, 'other.db'), { newId: countingIds('new') });
    const own = other.ask('plan.add', { name: 'Own' });
    const taken = other.ask('baseline.take', { planId: own.id, name: 'Own' });
    const file = edited(({ baselines }) => Object.assign(baselines[0] ?? {}, { id: taken.id }));
    expect(other.ask('plan.import', { text: file }).planId).not.toBe(planId);
    other.close();
  });

  it.each<[string, (file: { baselines: Record<string, never>[] }) => void, RegExp]>([
    [
      'two with one id',
      ({ baselines }) => Object.assign(baselines[1] ?? {}, { id: baselines[0]?.['id'] }),
      /baselines\[1\]\.id repeats/,
    ],
    [
      'two with one name',
      ({ baselines }) => Object.assign(baselines[1] ?? {}, { name: 'Sent to the board' }),
      /baselines\[1\]\.name repeats “Sent to the board”/,
    ],
    [
      'one of another plan',
      ({ baselines }) => Object.assign(baselines[0]?.['document']?.['plan'] ?? {}, { id: 'other' }),
      /baselines\[0\]\.document\.plan\.id is “other”, which is not the plan of this file/,
    ],
    [
      'one that does not hold together',
      ({ baselines }) => Object.assign(baselines[0]?.['document']?.['plan'] ?? {}, { goalId: 'ghost' }),
      /baselines\[0\]\.document\.plan\.goalId names “ghost”/,
    ],
    [
      'a day that is none',
      ({ baselines }) => Object.assign(baselines[0] ?? {}, { takenOn: 'soon' }),
      /baselines\[0\]\.takenOn/,
    ],
    [
      'baselines inside a baseline',
      ({ baselines }) => Object.assign(baselines[0]?.['document'] ?? {}, { baselines: [] }),
      /baselines\[0\]\.document has “baselines”/,
    ],
    ['an empty list', (file) => Object.assign(file, { baselines: [] }), /baselines/],
  ])('is refused with %s', (_what, change, words) => {
    expect(sentence(edited(change))).toMatch(words);
  });
});
