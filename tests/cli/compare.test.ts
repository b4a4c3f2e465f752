import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanComparison } from '#shared/domain/compare/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { writePlanFile } from '#electron/formats/plan-file.ts';
import {
  WORKED_EXAMPLE_TODAY,
  twoRoutes,
  workedExample,
  workedExampleWithMasters,
} from '#tests/oracle/worked-example.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp } from '#tests/test-app.ts';
import { runLine, type LineResult } from './run-line.ts';

let folder: ReturnType<typeof temporaryFolder>;
let db: string;
const line = (...args: string[]): Promise<LineResult> =>
  runLine('--db', db, '--today', WORKED_EXAMPLE_TODAY, ...args);

/** Stores plans under these names; the ids differ, as in every database. */
function store(plans: Record<string, PlanDocument>): string[] {
  const app = openTestApp(db, { today: WORKED_EXAMPLE_TODAY });
  const ids = Object.entries(plans).map(([name, doc]) => {
    const text = writePlanFile({ ...doc, plan: { ...doc.plan, name } });
    return app.ask('plan.import', { text }).planId;
  });
  app.close();
  return ids;
}

beforeEach(() => {
  folder = temporaryFolder();
  db = join(folder.path, 'demo.db');
});
afterEach(() => folder.remove());

const three = () => ({
  Usual: workedExample(),
  'Part-time': workedExample({ hoursPerWeek: 20 }),
  Master: workedExampleWithMasters(),
});

describe('compare', () => {
  it('prints what scripts rely on', async () => {
    const ids = store(three());
    const result = await line('compare', 'Usual', ids[1] ?? '', 'Master', '--json');
    expect([result.code, result.stderr]).toEqual([0, '']);
    const comparison = result.json() as PlanComparison;
    expect(Object.keys(comparison)).toEqual(['today', 'plans', 'explanation', 'differences']);
    expect(comparison.today).toBe(WORKED_EXAMPLE_TODAY);
    expect(comparison.plans.map(({ planId, name, days, goal }) => [planId, name, days, goal?.date])).toEqual([
      [ids[0], 'Usual', 0, '2029-04-04'],
      [ids[1], 'Part-time', 175, '2029-09-26'],
      [ids[2], 'Master', 553, '2030-10-09'],
    ]);
    expect(comparison.plans[0]).toMatchObject({
      goal: { title: 'license', best: '2028-12-06', complete: true },
      binding: expect.any(Array) as unknown,
      credits: { earned: 0, planned: 3, required: null },
      hours: { required: 1000, logged: 0 },
      costCents: 0,
      findings: { error: { open: 0, acknowledged: 0 } },
    });
    expect(
      comparison.explanation.map(({ planId, days, items }) => [
        planId,
        days,
        items.map(({ title }) => title),
      ]),
    ).toEqual([
      [ids[1], 175, ['ait']],
      [ids[2], 728, ['ms']],
      [ids[2], -175, ['ait']],
    ]);
  });

  it('prints a table and sentences that people read', async () => {
    store(three());
    const { stdout, code } = await line('compare', 'Usual', 'Part-time');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'license: 175 days later, because “ait” takes 350 days instead of 175 (20 hours per week instead of 40).',
    );
    expect(stdout).toMatch(/^Earliest +Apr 4, 2029 +Sep 26, 2029$/m);
    expect(stdout).toMatch(/^Decided by +ait +ait$/m);
    expect(stdout).toMatch(
      /^What differs in “Part-time”: 1 item\n {2}ait +ends 175 days later +20 hours per week instead of 40$/m,
    );
    expect(stdout).toMatch(/^Moved because of that: 4 items$/m);
    const all = (await line('compare', 'Usual', 'Part-time', 'Master')).stdout;
    expect(all).toContain('“Master”: license: 553 days later:\n  728 days later, because “ms” is added');
  });

  it('takes two to four plans, all different, and changes nothing', async () => {
    const [id = ''] = store(three());
    expect((await line('compare', 'Usual')).code).toBe(2);
    expect((await line('compare', '1', '2', '3', '4', '5')).code).toBe(2);
    const same = await line('compare', 'Usual', id);
    expect(same.code).toBe(1);
    expect(same.stderr).toContain('must name different plans');
    expect((await line('compare', 'Usual', 'Nobody')).stderr).toContain('There is no plan “Nobody”');
    expect((await line('history', '--json')).json()).toHaveLength(3);
  });

  it('names the ids where several plans have the name', async () => {
    const ids = store({ Usual: workedExample() });
    ids.push(...store({ Usual: workedExampleWithMasters() }));
    for (const args of [
      ['show', 'Usual'],
      ['compare', 'Usual', ids[1] ?? ''],
    ]) {
      const result = await line(...args, '--json');
      const { code, stderr } = result;
      expect(code).toBe(1);
      expect(stderr).toContain('2 plans are named “Usual”');
      for (const id of ids) expect(stderr).toContain(id);
      expect(result.json()).toMatchObject({ error: { code: 'plan-name-shared' } });
    }
  });
});

describe('analyze', () => {
  it('names the fastest of several routes, and what decides after a change', async () => {
    store({ Routes: twoRoutes() });
    const { stdout } = await line('analyze', 'Routes', '--what-if', 'ait.hoursPerWeek=20');
    expect(stdout).toContain('Fastest route into “wait”: “ait” (“ms”: 553 days later).');
    expect(stdout).toContain('What if: license: 175 days later, Sep 26, 2029; decided then by “ait”.');
    const { routes } = (await line('analyze', 'Routes', '--json')).json() as { routes: unknown[] };
    expect(routes).toMatchObject([
      {
        need: 1,
        members: [
          { title: 'ait', days: 0 },
          { title: 'ms', days: 553 },
        ],
      },
    ]);
  });
});
