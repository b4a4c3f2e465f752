import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '#shared/contract/answers.ts';
import type { PlanAnalysis } from '#shared/domain/analysis/types.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { runLine, type LineResult } from './run-line.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const curriculum = (name: string) => join(FIXTURES, 'curricula', `${name}.csv`);

let folder: ReturnType<typeof temporaryFolder>;
let db: string;
const line = (...args: string[]): Promise<LineResult> =>
  runLine('--db', db, '--today', '2026-11-23', ...args);

beforeEach(() => {
  folder = temporaryFolder();
  db = join(folder.path, 'plans.db');
});
afterEach(() => folder.remove());

async function ok(...args: string[]): Promise<LineResult> {
  const result = await line(...args);
  expect(result.stderr).toBe('');
  expect(result.code).toBe(0);
  return result;
}

const importJson = async (...args: string[]) =>
  (await ok('import', ...args, '--json')).json() as ImportReport;
const analyze = async (planId: string) => (await ok('analyze', planId, '--json')).json() as PlanAnalysis;

describe('importing a curriculum', () => {
  it.each([[[]], [['--as', 'curricular-analytics']]])('needs nobody to say what it is: %j', async (as) => {
    const report = await importJson(curriculum('quarters-with-metrics'), ...as);
    expect(report).toEqual({ planId: report.planId, name: 'Health_Informatics', unused: [] });
    const { courses, totals } = await analyze(report.planId);
    expect(totals).toEqual({ credits: 101, complexity: 186 });
    expect(courses.find(({ importedId }) => importedId === '2')).toMatchObject({
      code: 'Math 124',
      credits: 5,
      termId: null,
    });
  });

  it('begins its terms on the day given, else today', async () => {
    const plan = curriculum('degree-plan');
    const firstDay = async (planId: string) => {
      const { items, terms } = await analyze(planId);
      return items.find(({ id }) => id === terms[0]?.id)?.start;
    };
    expect(await firstDay((await importJson(plan, '--start', '2027-08-23')).planId)).toBe('2027-08-23');
    expect(await firstDay((await importJson(plan)).planId)).toBe('2026-11-23');
  });

  it('reports every line not used, in Latin-1 as well', async () => {
    const file = join(folder.path, 'latin1.csv');
    writeFileSync(
      file,
      Buffer.from(readFileSync(curriculum('dirty'), 'utf8').replaceAll('\n', '\r\n'), 'latin1'),
    );
    const { unused, planId } = await importJson(file);
    expect(unused).toHaveLength(23);
    expect(unused[0]).toEqual({
      line: 3,
      reason: '“semster” is neither semester nor quarter; semester was taken.',
    });
    expect((await ok('show', planId, '--json')).stdout).toContain('Universidad Peña');
    const { stdout } = await ok('import', file);
    expect(stdout).toContain('  line 18: “3-Jan” is not a number of credits');
  });

  it.each([
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      'curriculum-unusable',
      /Line 3 is not text/,
    ],
    ['an empty file', '', 'curriculum-unusable', /^This file is empty/],
    [
      'a header without courses',
      'Curriculum,C\nCIP,1\n',
      'curriculum-unusable',
      /^The file ends at line 2 .*“Courses”/,
    ],
  ])('refuses %s, naming the line, and leaves no database behind', async (_, content, code, words) => {
    const file = join(folder.path, 'file.csv');
    writeFileSync(file, content);
    for (const as of [[], ['--as', 'curricular-analytics']]) {
      const result = await line('import', file, ...as, '--json');
      expect([result.code, result.json()]).toMatchObject([1, { error: { code } }]);
      expect(result.stderr).toMatch(words);
      expect(existsSync(db)).toBe(false);
    }
    expect((await line('import', file, '--as', 'plan')).code).toBe(1);
  });

  it('refuses formats and days it does not know', async () => {
    const file = curriculum('degree-plan');
    expect((await line('import', file, '--as', 'xlsx')).stderr).toContain(
      'plan, curricular-analytics, transcript',
    );
    expect((await line('import', file, '--start', 'soon')).stderr).toContain('--start');
    expect((await line('import', file, '--start', '2198-08-24')).stderr).toContain('Dec 31, 2199');
  });

  it('can be looked at before: a preview counts and stores nothing', async () => {
    await ok('import', join(FIXTURES, 'worked-example.throughline.json'));
    const before = readFileSync(db);
    const preview = async (text: string) => {
      const reply = (await ok('do', 'plan.previewImport', JSON.stringify({ text }), '--json')).json();
      return (reply as { value: unknown }).value;
    };
    expect(await preview(readFileSync(curriculum('degree-plan'), 'utf8'))).toEqual({
      name: 'Two years part time',
      format: 'curricular-analytics',
      counts: { program: 1, term: 4, course: 7, experience: 0, step: 0, credential: 0, milestone: 0 },
      unused: [],
    });
    expect(
      await preview(readFileSync(join(FIXTURES, 'worked-example.throughline.json'), 'utf8')),
    ).toMatchObject({
      name: 'Worked example: bachelor’s degree to license',
      format: 'plan',
      counts: { program: 1, credential: 1 },
    });
    expect(readFileSync(db)).toEqual(before);
  });
});

describe('exporting', () => {
  it('a curriculum gives the file that was imported, but for what is said on stderr', async () => {
    const { planId } = await importJson(curriculum('degree-plan'));
    const csv = await line('export', planId, '--format', 'csv');
    expect(csv.code).toBe(0);
    expect(csv.stdout).toContain('Degree Plan,Two years part time,');
    expect(csv.stderr).toBe(
      'Not in it:\n  The days, seasons and names of 3 terms are left out; only their order is kept.\n' +
        '  1 term is left out for holding no course.\n  Notes are left out in 2 places.\n',
    );
    const file = join(folder.path, 'again.csv');
    writeFileSync(file, csv.stdout);
    const again = await importJson(file);
    expect(again.unused).toEqual([]);
    expect((await line('export', again.planId, '--format', 'csv')).stdout).toBe(csv.stdout);
  });

  it('says in the report of a file what is not in it', async () => {
    const { planId } = await importJson(curriculum('degree-plan'));
    const file = join(folder.path, 'out.csv');
    expect((await ok('export', planId, '--format', 'csv', '-o', file, '--json')).json()).toMatchObject({
      file,
      losses: [/days/, /holding/, /Notes/].map((words) => expect.stringMatching(words) as string),
    });
    expect((await ok('export', planId, '--format', 'csv', '-o', file)).stdout).toContain(
      `Wrote ${file}\nNot in it:\n  `,
    );
    expect((await ok('export', planId, '--format', 'json', '-o', file)).stdout).toBe(`Wrote ${file}\n`);
  });

  it('a curriculum is of one program: the one named, else the first', async () => {
    const { planId } = (
      await ok('new', '--template', 'medical-office-manager', '--start', '2026-08-24', '--json')
    ).json() as ImportReport;
    const document = (await ok('show', planId, '--json')).json() as {
      items: { id: string; kind: string; title: string }[];
    };
    const [first, second] = document.items.filter(({ kind }) => kind === 'program');
    const csv = async (...args: string[]) =>
      (await line('export', planId, '--format', 'csv', ...args)).stdout;
    expect((await csv()).split('\r\n')[0]).toContain(first?.title);
    await ok(
      'do',
      'program.add',
      JSON.stringify({ planId, title: 'Without courses', level: 'certificate', position: -1 }),
    );
    expect((await csv()).split('\r\n')[0]).toContain(first?.title);
    expect((await csv('--program', second?.id ?? '')).split('\r\n')[0]).toContain(second?.title);
    expect(await csv('--program', second?.title ?? '')).toBe(await csv('--program', second?.id ?? ''));
    expect((await line('export', planId, '--format', 'csv', '--program', 'nobody')).stderr).toMatch(
      /no program “nobody”/,
    );
  });

  it('a calendar is the same but for its stamp', async () => {
    await ok('import', join(FIXTURES, 'worked-example.throughline.json'));
    const file = join(folder.path, 'plan.ics');
    await ok('export', 'worked-example', '--format', 'ics', '-o', file);
    const plain = (text: string) => text.replaceAll(/^(DTSTAMP|SEQUENCE):.*$/gm, '');
    const { stdout } = await ok('export', 'worked-example', '--format', 'ics');
    expect(plain(stdout)).toBe(plain(readFileSync(file, 'utf8')));
    expect(stdout).toContain('UID:worked-example/license\r\n');
    expect(stdout).toContain('DTSTART;VALUE=DATE:20290404\r\n');
  });

  it('a picture shows the days asked for, and says what is not in it', async () => {
    await ok('import', join(FIXTURES, 'worked-example.throughline.json'));
    const all = await ok('export', 'worked-example', '--format', 'svg');
    expect(all.stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
    expect(all.stdout).toContain('Nursing home administrator license: Apr 4, 2029');
    const file = join(folder.path, 'timeline.svg');
    const days = ['--from', '2028-05-13', '--to', '2028-12-31'];
    const report = (
      await ok('export', 'worked-example', '--format', 'svg', ...days, '-o', file, '--json')
    ).json();
    expect(report).toMatchObject({
      file,
      losses: [expect.stringMatching(/^\d items are left out for lying outside/)],
    });
    expect(readFileSync(file, 'utf8')).toContain('Shows May 13 – Dec 31, 2028');
    for (const wrong of [
      ['--from', 'soon'],
      ['--from', '2028-01-01', '--to', '2027-01-01'],
    ]) {
      const refused = await line('export', 'worked-example', '--format', 'svg', ...wrong);
      expect([refused.code, refused.stdout]).toEqual([1, '']);
    }
  });

  it('prints no file among the JSON: only a plan file is JSON itself', async () => {
    await ok('import', join(FIXTURES, 'worked-example.throughline.json'));
    for (const args of [[], ['-o', '-']]) {
      const plan = await ok('export', 'worked-example', ...args, '--json');
      expect(plan.json()).toMatchObject({ format: 'throughline-plan' });
      for (const format of ['csv', 'ics', 'svg']) {
        const refused = await line('export', 'worked-example', '--format', format, ...args, '--json');
        expect([refused.code, refused.json()]).toMatchObject([2, { error: { code: 'usage' } }]);
        expect(refused.stderr).toContain('-o');
      }
    }
    for (const format of ['pdf', 'png'])
      expect((await line('export', 'worked-example', '--format', format, '-o', '-', '--json')).code).toBe(2);
  });

  it('what there is nothing of is refused', async () => {
    await ok('import', join(FIXTURES, 'worked-example.throughline.json'));
    await ok('do', 'plan.add', '{"name":"Empty"}');
    expect((await line('export', 'Empty', '--format', 'csv')).stderr).toMatch(/no program/);
    expect((await line('export', 'Empty', '--format', 'ics')).stderr).toMatch(/date/);
    expect((await line('export', 'Empty', '--format', 'docx')).stderr).toContain('json, csv, ics, svg');
  });
});
