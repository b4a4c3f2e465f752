import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportReport, TranscriptReport } from '#shared/contract/answers.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { runLine } from './run-line.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/transcripts');

let folder: ReturnType<typeof temporaryFolder>;
let db: string;
const line = (...args: string[]) => runLine('--db', db, '--today', '2027-10-01', ...args);
const transcript = (name: string, ...args: string[]) =>
  line('import', join(FOLDER, name), '--as', 'transcript', ...args);

beforeEach(() => {
  folder = temporaryFolder();
  db = join(folder.path, 'plans.db');
});
afterEach(() => folder.remove());

async function makePlan(template: string): Promise<ImportReport> {
  const made = await line('new', '--template', template, '--start', '2026-08-24', '--name', 'Mine', '--json');
  return made.json() as ImportReport;
}

it('prints what it changed, added and made, and every line it did not use', async () => {
  const { planId } = await makePlan('health-information-technician-associate');
  const json = await transcript('copied-from-pdf.txt', '--plan', 'Mine', '--json');
  expect([json.code, json.stderr]).toEqual([0, '']);
  const report = json.json() as TranscriptReport;
  expect(Object.keys(report)).toEqual(
    expect.arrayContaining([
      'planId',
      'name',
      'unused',
      'changed',
      'added',
      'termsMade',
      'alreadyThere',
      'stillToPlan',
    ]),
  );
  expect(report).toMatchObject({ planId, name: 'Mine' });
  expect(report.unused.map(({ line }) => line)).toEqual([1, 2, 3, 15, 21, 26, 27]);
  expect(report.changed.length + report.added.length).toBe(9);

  await line('undo');
  const text = await transcript('copied-from-pdf.txt', '--plan', planId);
  expect(text.stdout).toContain('Entered the transcript for');
  expect(text.stdout).toContain('  BIO 171 Human Anatomy: Enrolled, 4 credits');
  expect(text.stdout).toContain("  line 21: “Dean's List” is neither a course nor a term");
  const again = await transcript('copied-from-pdf.txt', '--plan', planId);
  expect(again.stdout).toMatch(/^Nothing new in the transcript .*\n/);
  expect(again.stdout).toContain('Already there: 9 courses.');
});

it('asks which program where there are several, by its id or title', async () => {
  const { planId } = await makePlan('medical-office-manager');
  const before = readFileSync(db);
  const refused = await transcript('registrar.csv', '--plan', planId, '--json');
  expect([refused.code, refused.json()]).toMatchObject([1, { error: { code: 'transcript-program' } }]);
  expect(refused.stderr).toMatch(/This plan has several programs; say which one/);
  expect(readFileSync(db)).toEqual(before);
  const [program] = (
    (await line('show', planId, '--json')).json() as { items: { kind: string; title: string; id: string }[] }
  ).items.filter(({ kind }) => kind === 'program');
  const report = (
    await transcript('registrar.csv', '--plan', planId, '--program', program?.title ?? '', '--json')
  ).json();
  expect(report).toMatchObject({ programId: program?.id });
});

it('refuses what is no transcript, a plan that is not there and a line without one, byte for byte', async () => {
  const { planId } = await makePlan('health-information-technician-associate');
  const before = readFileSync(db);
  const bad = join(folder.path, 'bad.txt');
  writeFileSync(bad, Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
  for (const [args, words] of [
    [[bad, '--as', 'transcript', '--plan', planId], /not text/],
    [
      [join(FOLDER, '../worked-example.throughline.json'), '--as', 'transcript', '--plan', planId],
      /No course was found/,
    ],
    [[join(FOLDER, 'registrar.csv'), '--as', 'transcript'], /--plan/],
    [[join(FOLDER, 'registrar.csv'), '--as', 'plan', '--plan', planId], /--as/],
    [[join(FOLDER, 'registrar.csv'), '--as', 'transcript', '--plan', 'nobody'], /no plan “nobody”/],
    [[join(FOLDER, 'nowhere.csv'), '--plan', planId], /no file/],
  ] as const) {
    const refused = await line('import', ...args);
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(words);
    expect(readFileSync(db)).toEqual(before);
  }
  const other = join(folder.path, 'other.db');
  expect((await runLine('--db', other, 'import', join(FOLDER, 'registrar.csv'), '--plan', 'x')).code).toBe(1);
  expect(existsSync(other)).toBe(false);
});
