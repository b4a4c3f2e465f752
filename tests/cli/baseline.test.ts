import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BaselineComparison, BaselineSummary } from '#shared/domain/baseline/types.ts';
import { writePlanFile } from '#electron/formats/plan-file.ts';
import { workedExample, WORKED_EXAMPLE_TODAY } from '#tests/oracle/worked-example.ts';
import { openTestApp } from '#tests/test-app.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { runLine, type LineResult } from './run-line.ts';

let folder: ReturnType<typeof temporaryFolder>;
let db: string;
const line = (...args: string[]): Promise<LineResult> =>
  runLine('--db', db, '--today', WORKED_EXAMPLE_TODAY, ...args);

beforeEach(() => {
  folder = temporaryFolder();
  db = join(folder.path, 'demo.db');
  const app = openTestApp(db, { today: WORKED_EXAMPLE_TODAY });
  app.ask('plan.import', { text: writePlanFile(workedExample()) });
  app.close();
});
afterEach(() => folder.remove());

const halve = () =>
  line('do', 'experience.update', JSON.stringify({ id: 'ait', changes: { hoursPerWeek: 20 } }));

describe('baseline', () => {
  it('takes, lists, renames and deletes, and undo brings back', async () => {
    expect((await line('baseline', 'Plan')).stdout).toBe(
      'There is no baseline yet; take one with --take NAME.\n',
    );
    const taken = await line('baseline', 'Plan', '--take', 'Sent to the board', '--json');
    const { id, name, takenOn } = taken.json() as BaselineSummary;
    expect([taken.code, name, takenOn]).toEqual([0, 'Sent to the board', WORKED_EXAMPLE_TODAY]);
    expect((await line('baseline', 'Plan')).stdout).toBe(
      `${id}  ${WORKED_EXAMPLE_TODAY}  Sent to the board\n`,
    );
    await line('baseline', 'Plan', '--rename', 'Sent to CA', '--baseline', id);
    expect((await line('baseline', 'Plan', '--delete', '--baseline', 'Sent to CA')).code).toBe(0);
    expect((await line('baseline', 'Plan', '--json')).json()).toEqual([]);
    await line('undo');
    expect((await line('baseline', 'Plan', '--json')).json()).toMatchObject([{ id, name: 'Sent to CA' }]);
  });

  it('says what became of the plan since, as text and as JSON', async () => {
    await line('baseline', 'Plan', '--take', 'Sent to the board');
    await halve();
    await line('baseline', 'Plan', '--take', 'Sent again');
    const { stdout, code } = await line('baseline', 'Plan', '--compare', '--baseline', 'Sent to the board');
    expect(code).toBe(0);
    expect(stdout).toContain('Plan since “Sent to the board”, as of Sep 1, 2027');
    expect(stdout).toMatch(/^Earliest +Apr 4, 2029 +Sep 26, 2029$/m);
    expect(stdout).toContain(
      'license: 175 days later than in “Sent to the board”, because “ait” takes 350 days instead of 175 (20 hours per week instead of 40).',
    );
    expect(stdout).toMatch(
      /^Changed: 1 item\n {2}ait +ends 175 days later +20 hours per week instead of 40$/m,
    );
    expect(stdout).toMatch(/^Moved only: 4 items$/m);
    expect((await line('baseline', 'Plan', '--compare')).stdout).toContain(
      'Nothing has changed since “Sent again”.',
    );

    const json = await line('baseline', 'Plan', '--compare', '--baseline', 'Sent to the board', '--json');
    const comparison = json.json() as BaselineComparison;
    expect(Object.keys(comparison)).toEqual([
      'planId',
      'name',
      'today',
      'baseline',
      'before',
      'now',
      'days',
      'explanation',
      'plan',
      'items',
      'findings',
    ]);
    expect([comparison.days, comparison.items.length]).toEqual([175, 5]);
  });

  it('is refused in a sentence, exit 1 for what is not there and 2 for what makes no sense', async () => {
    const none = await line('baseline', 'Plan', '--compare');
    expect([none.code, none.stderr]).toEqual([
      1,
      '“Plan” has no baseline to compare with; take one first.\n',
    ]);
    await line('baseline', 'Plan', '--take', 'Sent');
    const gone = await line('baseline', 'Plan', '--compare', '--baseline', 'Nowhere', '--json');
    expect([gone.code, gone.json()]).toMatchObject([1, { error: { code: 'unknown-baseline' } }]);
    expect(gone.stderr).toBe('“Plan” has no baseline “Nowhere”; choose “Sent”.\n');
    const again = await line('baseline', 'Plan', '--take', 'Sent');
    expect([again.code, again.stderr]).toEqual([
      1,
      'This plan has a baseline named “Sent”; choose another name, or delete that one first.\n',
    ]);
    for (const options of [['--take', 'x', '--compare'], ['--delete'], ['--baseline', 'Sent']])
      expect((await line('baseline', 'Plan', ...options)).code).toBe(2);
  });
});
