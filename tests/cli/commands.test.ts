import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import type { PlanAnalysis } from '#shared/domain/analysis/types.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp } from '#tests/test-app.ts';
import { runLine, type LineResult } from './run-line.ts';

const WORKED_EXAMPLE = join(import.meta.dirname, '../fixtures/worked-example.throughline.json');

let folder: ReturnType<typeof temporaryFolder>;
let db: string;
const line = (...args: string[]): Promise<LineResult> => runLine('--db', db, ...args);

beforeEach(() => {
  folder = temporaryFolder();
  db = join(folder.path, 'demo.db');
});
afterEach(() => folder.remove());

async function ok(...args: string[]): Promise<LineResult> {
  const result = await line(...args);
  expect(result.stderr).toBe('');
  expect(result.code).toBe(0);
  return result;
}

const makePlan = async (...args: string[]): Promise<string> => {
  const result = await ok(
    'new',
    '--template',
    'medical-office-manager',
    '--start',
    '2026-08-24',
    '--json',
    ...args,
  );
  return (result.json() as { planId: string }).planId;
};

const importWorkedExample = () => ok('import', WORKED_EXAMPLE);
const analyze = async (...args: string[]): Promise<PlanAnalysis> =>
  (await ok('analyze', ...args, '--json')).json() as PlanAnalysis;

describe('making and reading plans', () => {
  it('lists the five templates without a database', async () => {
    const templates = (await ok('templates', '--json')).json() as { id: string; name: string }[];
    expect(templates.map(({ id }) => id)).toEqual([
      'medical-office-manager',
      'medical-office-manager-entry',
      'social-community-service-manager',
      'health-information-technician-certificate',
      'health-information-technician-associate',
    ]);
    expect(existsSync(db)).toBe(false);
  });

  it('makes a plan, lists it, shows it, deletes it and brings it back', async () => {
    const planId = await makePlan();
    expect((await ok('list', '--json')).json()).toMatchObject([
      { id: planId, name: 'Medical office manager' },
    ]);
    expect((await ok('show', planId)).stdout).toContain('Health Care Finance');
    await ok('delete', planId);
    expect((await ok('list', '--json')).json()).toEqual([]);
    await ok('undo');
    expect((await ok('list', '--json')).json()).toMatchObject([{ id: planId }]);
  });

  it('takes jurisdiction, facility and route', async () => {
    const nursingHome = await makePlan('--jurisdiction', 'ca', '--route', '2');
    const office = await makePlan('--facility', 'office');
    const [ca, plain] = [
      await analyze(nursingHome, '--today', '2026-11-23'),
      await analyze(office, '--today', '2026-11-23'),
    ];
    expect(ca.items.find(({ id }) => id === ca.goal?.itemId)?.kind).toBe('credential');
    expect(plain.items.find(({ id }) => id === plain.goal?.itemId)?.kind).toBe('program');
    expect(plain.items.filter(({ kind, id }) => kind === 'credential' && id === plain.goal?.itemId)).toEqual(
      [],
    );
  });

  it('lets every date follow from the start', async () => {
    const fall = await analyze(await makePlan(), '--today', '2026-08-01');
    const later = await line(
      'new',
      '--template',
      'medical-office-manager',
      '--start',
      '2027-08-23',
      '--json',
    );
    const next = await analyze((later.json() as { planId: string }).planId, '--today', '2026-08-01');
    const firstDays = ({ terms, items }: PlanAnalysis) =>
      terms.map(({ id }) => items.find((item) => item.id === id)?.start ?? '').sort();
    expect(firstDays(fall)[0]).toBe('2026-08-24');
    expect(firstDays(next)[0]).toBe('2027-08-23');
    expect(Number(next.goal?.date?.slice(0, 4)) - Number(fall.goal?.date?.slice(0, 4))).toBe(1);
  });
});

describe('analyze', () => {
  it('gives the worked example its dates', async () => {
    await importWorkedExample();
    const analysis = await analyze('worked-example', '--today', '2026-11-23');
    const dates = new Map(analysis.items.map(({ id, start, end }) => [id, [start, end]]));
    expect(analysis.goal).toMatchObject({
      itemId: 'license',
      date: '2029-04-04',
      best: '2028-12-06',
      complete: true,
    });
    expect(dates.get('bs')?.[1]).toBe('2028-05-12');
    expect(dates.get('ait')).toEqual(['2028-05-13', '2028-11-03']);
    expect(dates.get('approval')).toEqual(['2028-11-04', '2029-03-03']);
    expect(dates.get('exam')).toEqual(['2029-03-04', '2029-03-04']);
    expect(dates.get('issuing')).toEqual(['2029-03-05', '2029-04-03']);
    expect(analysis.binding.map(({ itemId }) => itemId)).toEqual([
      'license',
      'issuing',
      'exam',
      'approval',
      'ait',
      'graduation',
      'bs',
      'spring-2028',
    ]);
    expect(analysis.findings).toEqual([]);
  });

  it('explains a slower pace: +175 days, the AIT named, and the plan untouched', async () => {
    await importWorkedExample();
    const before = readFileSync(db);
    const { whatIf } = await analyze(
      'worked-example',
      '--today',
      '2026-11-23',
      '--what-if',
      'ait.hoursPerWeek=20',
    );
    expect(whatIf).toMatchObject({ date: '2029-09-26', days: 175 });
    expect(whatIf?.binding.map(({ itemId }) => itemId)).toContain('ait');
    expect(readFileSync(db)).toEqual(before);
  });

  it('counts back from a target', async () => {
    await importWorkedExample();
    const { target, items } = await analyze(
      'worked-example',
      '--today',
      '2026-11-23',
      '--target',
      '2029-03-04',
    );
    expect(target).toMatchObject({ date: '2029-03-04', fits: false });
    expect(items.find(({ id }) => id === 'ait')?.slack).toBe(-31);
  });

  it('is for people without --json', async () => {
    await importWorkedExample();
    const { stdout } = await ok('analyze', 'worked-example', '--today', '2026-11-23');
    expect(stdout).toContain('Apr 4, 2029');
    expect(stdout).toContain('Administrator in training');
  });

  it('tells people the audit, what else would decide, and what no longer fits a target', async () => {
    await importWorkedExample();
    await ok('do', 'requirement.add', '{"programId":"bs","title":"Core","rule":"choose","amount":2}');
    const line = ['analyze', 'worked-example', '--today', '2026-11-23'];
    const { stdout } = await ok(...line, '--target', '2029-03-04');
    expect(stdout).toContain('0 credits earned, 3 planned.');
    expect(stdout).toContain('No graded course yet.');
    expect(stdout).toContain('Missing: “Core”, 0 of 2 courses.');
    expect(stdout).toContain('Add 2 courses.');
    expect(stdout).toContain(
      'Not counted: “HSA 498 Strategic Management Capstone”, because it belongs to no group; its credits still count.',
    );
    expect(stdout).toContain('Complexity 1.');
    expect(stdout).toMatch(/If “.*” took one day, the goal would come \d+ days earlier/);
    expect(stdout).toContain('The goal comes 31 days too late for Mar 4, 2029.');
    expect(stdout).toMatch(/would have to start by Apr 12, 2028, 31 days earlier than it can/);

    const { audit, metrics } = await analyze('worked-example', '--today', '2026-11-23');
    expect(audit[0]?.notCounted).toEqual([
      { courseId: 'capstone', reason: { code: 'no-group' }, bringsCredits: true },
    ]);
    expect(metrics).toEqual([{ programId: 'bs', complexity: 1, onLoops: 0, quarters: false }]);
  });
});

describe('plan files', () => {
  it('come back byte for byte in a database that has none of their ids', async () => {
    const planId = await makePlan('--jurisdiction', 'TX');
    const file = join(folder.path, 'plan.throughline.json');
    await ok('export', planId, '--format', 'json', '-o', file);
    const other = join(folder.path, 'other.db');
    expect((await runLine('--db', other, 'import', file, '--json')).json()).toMatchObject({
      planId,
      unused: [],
    });
    expect((await runLine('--db', other, 'export', planId, '--format', 'json')).stdout).toBe(
      readFileSync(file, 'utf8'),
    );
  });

  it('get new ids, all of them, where one is taken, and stay the same plan', async () => {
    await importWorkedExample();
    const second = (await ok('import', WORKED_EXAMPLE, '--json')).json() as { planId: string };
    expect(second.planId).not.toBe('worked-example');
    expect((await analyze(second.planId, '--today', '2026-11-23')).goal?.date).toBe('2029-04-04');
    expect((await analyze('worked-example', '--today', '2026-11-23')).goal?.date).toBe('2029-04-04');
  });

  it('have a JSON Schema', async () => {
    const schema = (await ok('schema')).json() as { properties: Record<string, unknown> };
    expect(Object.keys(schema.properties)).toEqual([
      'format',
      'version',
      'plan',
      'items',
      'requirements',
      'requisiteSets',
      'links',
      'linkGroups',
      'facts',
      'acknowledgements',
      'baselines',
    ]);
  });
});

describe('do, history, undo and redo', () => {
  it('send any command of the contract and walk along the journal', async () => {
    await importWorkedExample();
    const reply = (
      await ok('do', 'experience.update', '{"id":"ait","changes":{"hoursPerWeek":20}}', '--json')
    ).json();
    expect(reply).toMatchObject({ ok: true, value: null, changed: ['ait'] });
    expect((await analyze('worked-example', '--today', '2026-11-23')).goal?.date).toBe('2029-09-26');
    expect((await ok('undo', '--json')).json()).toMatchObject({ name: 'experience.update', undone: true });
    expect((await analyze('worked-example', '--today', '2026-11-23')).goal?.date).toBe('2029-04-04');
    expect((await ok('redo', '--json')).json()).toMatchObject({ name: 'experience.update', undone: false });
    expect((await ok('history', 'worked-example', '--json')).json()).toMatchObject([
      { name: 'plan.import' },
      { name: 'experience.update' },
    ]);
  });

  it('go back to a step of the history, and refuse one that it does not have', async () => {
    await importWorkedExample();
    for (const hoursPerWeek of [10, 20])
      await ok('do', 'experience.update', JSON.stringify({ id: 'ait', changes: { hoursPerWeek } }));
    const [first] = (await ok('history', '--json')).json() as { seq: number }[];
    expect((await ok('history')).stdout).toMatch(new RegExp(`^${first?.seq} `));
    expect((await ok('undo', '--to', String(first?.seq))).stdout).toContain('Undid 2 changes.');
    expect((await analyze('worked-example', '--today', '2026-11-23')).goal?.date).toBe('2029-04-04');
    expect((await ok('undo', '--to', String(first?.seq), '--json')).json()).toMatchObject({
      undone: 0,
      redone: 0,
      last: null,
    });
    for (const seq of ['99', 'one']) {
      const refused = await line('undo', '--to', seq);
      expect([refused.code, refused.stdout]).toEqual([1, '']);
    }
    expect((await ok('list', '--json')).json()).toHaveLength(1);
  });
});

describe('copies', () => {
  it('are written, listed, restored and checked', async () => {
    const planId = await makePlan();
    const copy = join(folder.path, 'copy.db');
    await ok('backup', copy);
    await ok('backup');
    expect((await ok('backups', '--json')).json()).toMatchObject([{ why: 'by-hand' }]);
    await ok('delete', planId);
    await ok('restore', copy);
    expect((await ok('list', '--json')).json()).toMatchObject([{ id: planId }]);
    expect((await ok('check', '--json')).json()).toEqual({ ok: true, problems: [] });
  });
});

describe('what cannot be used', () => {
  /** Files of the folder with their bytes and times: nothing may change. */
  const snapshot = () =>
    readdirSync(folder.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path).toString('base64')]);

  async function refused(code: number, errorCode: string, ...args: string[]): Promise<string> {
    const before = snapshot();
    const plain = await line(...args);
    expect([plain.code, plain.stdout]).toEqual([code, '']);
    expect(plain.stderr).toMatch(/^\S[^\n]*[.]\n$/);
    const json = await line(...args, '--json');
    expect(json.json()).toEqual({ error: { code: errorCode, message: plain.stderr.trim() } });
    expect(json.stderr).toBe(plain.stderr);
    expect(snapshot()).toEqual(before);
    return plain.stderr;
  }

  it.each([
    [
      'a template that does not exist',
      ['new', '--template', 'astronaut', '--start', '2026-08-24'],
      'unknown-template',
    ],
    [
      'a day that does not exist',
      ['new', '--template', 'medical-office-manager', '--start', '2027-02-30'],
      'unusable-value',
    ],
    [
      'a state that does not exist',
      ['new', '--template', 'medical-office-manager', '--jurisdiction', 'ZZ'],
      'unknown-jurisdiction',
    ],
    [
      'a workplace that does not exist',
      ['new', '--template', 'medical-office-manager', '--facility', 'castle'],
      'unusable-value',
    ],
    [
      'a route that does not exist',
      ['new', '--template', 'medical-office-manager', '--jurisdiction', 'CA', '--route', '99'],
      'unknown-route',
    ],
    [
      'terms past the last year',
      ['new', '--template', 'medical-office-manager', '--start', '2198-08-24'],
      'dates-out-of-range',
    ],
    ['a file that does not exist', ['import', '/no/such/file'], 'file-missing'],
    ['a database that does not exist', ['list'], 'database-missing'],
  ])('%s, and no database is left behind', async (_, args, code) => {
    await refused(1, code, ...args);
    expect(existsSync(db)).toBe(false);
  });

  it.each([
    ['a plan that does not exist', ['show', 'nobody'], 'not-found'],
    ['a plan to analyze that does not exist', ['analyze', 'nobody'], 'not-found'],
    ['a day that is none', ['analyze', 'worked-example', '--today', 'soon'], 'unusable-value'],
    ['a target that is none', ['analyze', 'worked-example', '--target', '2029-13-01'], 'unusable-value'],
    ['a what-if about nothing', ['analyze', 'worked-example', '--what-if', 'nobody.length=1'], 'not-found'],
    ['a format that is none', ['export', 'worked-example', '--format', 'docx'], 'unusable-value'],
    [
      'a folder that is not there',
      ['export', 'worked-example', '--format', 'json', '-o', '/no/such/folder/x'],
      'file-unwritable',
    ],
    ['nothing to redo', ['redo'], 'nothing-to-redo'],
    ['a copy that is not there', ['restore', '/no/such/copy'], 'file-missing'],
    ['a port that is none', ['serve', '--port', '99999'], 'unusable-value'],
    [
      'more tiles than a print can have',
      ['export', 'worked-example', '--format', 'pdf', '--per', '500'],
      'unusable-value',
    ],
    [
      'an input that would pass for another command',
      ['do', 'plan.list', '{},"name":"plan.delete"'],
      'bad-request',
    ],
  ])('%s', async (_, args, code) => {
    await importWorkedExample();
    await refused(1, code, ...args);
  });

  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['list', '--colour']],
    ['a missing argument', ['show']],
    ['one argument too many', ['list', 'all']],
    ['an option without its value', ['new', '--template']],
    ['an option that has to be there', ['new']],
  ])('%s: exit 2', async (_, args) => {
    await refused(2, 'usage', ...args);
  });

  it('an unreadable, foreign, newer or broken plan file, naming the line', async () => {
    await importWorkedExample();
    const good = readFileSync(WORKED_EXAMPLE, 'utf8');
    const cases: [string, string | Uint8Array, string, RegExp][] = [
      ['text.json', 'Dear diary', 'curriculum-unusable', /The file ends at line 1 .*“Courses”/],
      ['other.json', '{"format":"something-else","version":1}', 'not-a-plan-file', /./],
      ['newer.json', good.replace('"version": 1', '"version": 2'), 'plan-file-newer', /update Throughline/],
      ['cut.json', good.slice(0, 2_000), 'plan-file-invalid', /line \d+/],
      [
        'extra.json',
        good.replace('"kind": "program",', '"kind": "program", "color": "red",'),
        'plan-file-invalid',
        /line 17\b/,
      ],
      [
        'dangling.json',
        good.replace('"goalId": "license"', '"goalId": "nobody"'),
        'plan-file-invalid',
        /line 7\b.*nobody|nobody.*line 7\b/,
      ],
      ['latin1.json', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]), 'file-unreadable', /UTF-8/],
      ['empty.json', '', 'curriculum-unusable', /This file is empty/],
    ];
    for (const [name, content, code, words] of cases) {
      const file = join(folder.path, name);
      writeFileSync(file, content);
      expect(await refused(1, code, 'import', file), name).toMatch(words);
    }
  });

  it('a database that is open elsewhere, foreign, empty, newer or damaged', async () => {
    await importWorkedExample();
    const other = openTestApp(db);
    const locked = await line('list');
    expect([locked.code, locked.stdout]).toEqual([1, '']);
    expect(locked.stderr).toContain('demo.db');
    other.close();

    const bytes = readFileSync(db);
    const damaged = join(folder.path, 'damaged.db');
    copyFileSync(db, damaged);
    bytes.fill(0xff, 4096 * 2, 4096 * 6);
    writeFileSync(damaged, bytes);
    writeFileSync(join(folder.path, 'empty.db'), '');
    writeFileSync(join(folder.path, 'foreign.db'), 'no database at all');
    for (const [file, code] of [
      ['damaged.db', 'database-corrupt'],
      ['empty.db', 'database-empty'],
      ['foreign.db', 'database-foreign'],
    ] as const) {
      const before = statSync(join(folder.path, file)).mtimeMs;
      const result = await runLine('--db', join(folder.path, file), 'list', '--json');
      expect([result.code, (result.json() as { error: { code: string } }).error.code]).toEqual([1, code]);
      expect(statSync(join(folder.path, file)).mtimeMs).toBe(before);
    }
    const check = await runLine('--db', damaged, 'check', '--json');
    expect([check.code, (check.json() as { ok: boolean }).ok]).toEqual([1, false]);
  });
});

describe('help and version', () => {
  it('are there for the whole and for each command', async () => {
    expect((await runLine('--version')).stdout).toBe('0.0.0-test\n');
    const { stdout } = await runLine('--help');
    for (const command of [
      'templates',
      'new',
      'list',
      'show',
      'delete',
      'do',
      'import',
      'export',
      'analyze',
      'undo',
      'redo',
      'history',
      'backup',
      'backups',
      'restore',
      'check',
      'serve',
      'schema',
    ]) {
      expect(stdout).toContain(`\n  ${command}`);
      expect((await runLine(command, '--help')).code).toBe(0);
    }
  });
});

it('the help of “do” lists every query and command, and nothing that only a host can do', async () => {
  const { stdout } = await runLine('do', '--help');
  for (const [name, { kind }] of Object.entries(contract))
    expect(stdout.split('\n').includes(`  ${name}`), name).toBe(kind !== 'action');
});

describe('a refusal', () => {
  it('of a command sent as it stands ends with 1, its sentence and its code', async () => {
    await makePlan();
    const result = await line('do', 'plan.read', '{"planId":"nowhere"}', '--json');
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('There is no plan');
    expect(result.json()).toMatchObject({
      ok: false,
      error: { code: 'not-found', message: result.stderr.trim() },
    });
  });

  it('of a place that cannot be written says why in words, without the name of a file nobody chose', async () => {
    const made = await makePlan();
    const file = join(folder.path, 'nowhere', 'plan.json');
    const result = await line('export', made, '--format', 'json', '-o', file);
    expect(result.code).toBe(1);
    expect(result.stderr).toBe(
      `${file} cannot be written (there is no such file or folder); choose another place.\n`,
    );
  });

  it('of a file name that no system takes is a sentence', async () => {
    const result = await line('import', 'x'.repeat(5_000), '--json');
    expect(result.code).toBe(1);
    expect(result.json()).toMatchObject({ error: { code: 'file-unreadable' } });
  });
});
