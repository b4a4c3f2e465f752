import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MOST_CHANGED, type Reply } from '#shared/contract/define.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { keepUnchanged } from '#shared/domain/plan/keep-unchanged.ts';
import { openTestApp, type TestApp } from '#tests/test-app.ts';
import { randomCommand, seededRandom, type World } from './random-command.ts';

const HISTORIES = 25;
const LENGTH = 60;
const FIRST_SEED = 7_000;
const STEPS_BACK = ['history.undo', 'history.redo'];

// Memory instead of a disk: the many syncs would only take time.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'throughline-changed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function worldOf(app: TestApp, planFile: string): World {
  const plans = app.ask('plan.list', {});
  const planIds = plans.map(({ id }) => id);
  const baselineIds = plans.flatMap(({ baselines }) => baselines.map(({ id }) => id));
  const documents: PlanDocument[] = planIds.slice(-2).map((planId) => app.ask('plan.read', { planId }));
  return { planIds, baselineIds, documents, planFile };
}

/** How many plans were compared in a history, and how many records they could keep. */
function playHistory(seed: number): { compared: number; kept: number } {
  const random = seededRandom(seed);
  const app = openTestApp(join(folder, `${seed}.db`), {
    newId: () => `s${seed}-${Math.floor(random() * 2 ** 40).toString(36)}`,
  });
  const { planId } = app.ask('plan.create', {
    templateId: 'health-information-technician-associate',
    start: '2027-08-23',
  });
  const planFile = app.ask('plan.export', { planId }).text;
  const told = { compared: 0, kept: 0 };
  let world = worldOf(app, planFile);
  for (let n = 0; n < LENGTH; n += 1) {
    const back = STEPS_BACK[Math.floor(random() * 8)];
    const { name, input } = back === undefined ? randomCommand(random, world) : { name: back, input: {} };
    const reply = JSON.parse(app.app.dispatch(JSON.stringify({ name, input }))) as Reply;
    const before = world;
    world = worldOf(app, planFile);
    if (!reply.ok || reply.changed.length === 0 || reply.changed.length >= MOST_CHANGED) continue;
    for (const after of world.documents) {
      const was = before.documents.find(({ plan }) => plan.id === after.plan.id);
      if (was === undefined) continue;
      const kept = keepUnchanged(was, after, reply.changed);
      expect(kept, `seed ${seed}: ${name} ${JSON.stringify(input).slice(0, 200)}`).toEqual(after);
      told.compared += 1;
      told.kept += kept.items.filter((item) => was.items.includes(item)).length;
    }
  }
  app.close();
  return told;
}

describe('the ids that a command names as changed', () => {
  it('are enough to keep every other record of a plan as it was', { timeout: 300_000 }, () => {
    const all = { compared: 0, kept: 0 };
    for (let n = 0; n < HISTORIES; n += 1) {
      const { compared, kept } = playHistory(FIRST_SEED + n);
      all.compared += compared;
      all.kept += kept;
    }
    expect(all.compared).toBeGreaterThan(HISTORIES * 10);
    expect(all.kept).toBeGreaterThan(all.compared * 10);
  });
});
