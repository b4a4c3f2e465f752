import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reply } from '#shared/contract/define.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { dumpFile, openTestApp, type TestApp } from '#tests/test-app.ts';
import { randomCommand, seededRandom, type World } from './random-command.ts';

const HISTORIES = 300;
const LONGEST = 200;
/** The same histories on every machine, and others after a change of this number. */
const FIRST_SEED = 20_261_123;

// Memory instead of a disk: what is tested here is the journal, and the many syncs would only take time.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'throughline-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function startWith(file: string): { app: TestApp; planFile: string } {
  const app = openTestApp(file);
  const { planId } = app.ask('plan.create', {
    templateId: 'health-information-technician-associate',
    start: '2027-08-23',
  });
  const { text } = app.ask('plan.export', { planId });
  return { app, planFile: text };
}

const worldOf = (app: TestApp, planFile: string): World => {
  const plans = app.ask('plan.list', {});
  const planIds = plans.map(({ id }) => id);
  const baselineIds = plans.flatMap(({ baselines }) => baselines.map(({ id }) => id));
  const documents: PlanDocument[] = planIds.slice(-3).map((planId) => app.ask('plan.read', { planId }));
  return { planIds, baselineIds, documents, planFile };
};

/** Runs one history and answers how many commands were accepted. */
function playHistory(seed: number): { accepted: number; names: Set<string> } {
  const random = seededRandom(seed);
  const file = join(folder, `${seed}.db`);
  const { app: first, planFile } = startWith(file);
  first.close();
  const initial = dumpFile(file);
  const names = new Set<string>();
  let accepted = 0;

  let app = openTestApp(file, { newId: () => `s${seed}-${Math.floor(random() * 2 ** 40).toString(36)}` });
  const length = 1 + Math.floor(random() * LONGEST);
  let world = worldOf(app, planFile);
  for (let n = 0; n < length; n += 1) {
    // A picture a few commands old makes some commands name what is gone: refusals belong to real histories.
    if (n % 5 === 0) world = worldOf(app, planFile);
    const { name, input } = randomCommand(random, world);
    const reply = JSON.parse(app.app.dispatch(JSON.stringify({ name, input }))) as Reply;
    if (!reply.ok && ['internal', 'bad-request', 'unknown-command'].includes(reply.error.code)) {
      throw new Error(
        `seed ${seed}: ${name} ${JSON.stringify(input).slice(0, 300)} gave ${JSON.stringify(reply.error)}`,
      );
    }
    if (reply.ok) names.add(name);
    if (reply.ok && reply.changed.length > 0) accepted += 1;
    if (random() < 0.02) app = app.reopen();
  }
  app.close();
  const final = dumpFile(file);

  app = openTestApp(file);
  let undone = 0;
  while (app.send('history.undo', {}).ok) {
    undone += 1;
    if (undone === accepted) break;
    if (random() < 0.02) app = app.reopen();
  }
  app.close();
  expect(undone, `seed ${seed}: steps undone`).toBe(accepted);
  expect(dumpFile(file), `seed ${seed}: undo all`).toEqual(initial);

  app = openTestApp(file);
  let redone = 0;
  while (app.send('history.redo', {}).ok) redone += 1;
  app.close();
  expect(redone, `seed ${seed}: steps redone`).toBe(accepted);
  expect(dumpFile(file), `seed ${seed}: redo all`).toEqual(final);
  rmSync(file);
  return { accepted, names };
}

describe('undo and redo', () => {
  it(`bring back every row through ${HISTORIES} random histories`, { timeout: 600_000 }, () => {
    const used = new Set<string>();
    let accepted = 0;
    for (let n = 0; n < HISTORIES; n += 1) {
      const history = playHistory(FIRST_SEED + n);
      accepted += history.accepted;
      for (const name of history.names) used.add(name);
    }
    // Histories of refusals alone would prove nothing.
    expect(accepted).toBeGreaterThan(HISTORIES * 20);
    expect(used.size).toBeGreaterThan(45);
  });
});
