import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf, wholeText } from '../pdf.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runCli } from '../e2e/running-app.ts';
import { runLine } from './run-line.ts';

const folder = temporaryFolder();
const db = join(folder.path, 'plans.db');
const file = join(folder.path, 'plan.pdf');
afterAll(() => folder.remove());

const PLAN = join(import.meta.dirname, '../fixtures/worked-example.throughline.json');
let planId = '';
const line = (...args: string[]) => runLine('--db', db, '--today', '2026-11-23', ...args);
const pdf = (...args: string[]) => line('export', planId, '--format', 'pdf', '-o', file, ...args);

beforeAll(async () => {
  planId = ((await line('import', PLAN, '--json')).json() as { planId: string }).planId;
});

describe('a PDF from the command line', () => {
  it.each([
    ['--paper', 'a3', '“a3” cannot be used for --paper; it must be letter or a4.'],
    [
      '--sections',
      'summary,index',
      '“index” cannot be used for --sections; it must be summary, timeline, terms, milestones, credentials, costs, findings or facts.',
    ],
    [
      '--per',
      'month',
      '“month” cannot be used for --per; it must be year, or a number of pages from 1 to 60.',
    ],
    ['--per', '0', '“0” cannot be used for --per; it must be year, or a number of pages from 1 to 60.'],
    ['--per', '61', '“61” cannot be used for --per; it must be year, or a number of pages from 1 to 60.'],
    ['--from', '2027-02-30', '“2027-02-30” cannot be used for --from; it must be a date like 2027-08-23.'],
  ])('refuses %s %s in one sentence', async (option, value, sentence) => {
    const { code, stdout, stderr } = await pdf(option, value);
    expect([code, stdout, stderr.trim()]).toEqual([1, '', sentence]);
    expect(existsSync(file)).toBe(false);
  });

  it('refuses days in the wrong order', async () => {
    const { code, stderr } = await pdf('--from', '2029-01-01', '--to', '2028-12-31');
    const sentence = '“2028-12-31” cannot be used for --to; it must be 2029-01-01 or later.';
    expect([code, stderr.trim()]).toEqual([1, sentence]);
    expect(existsSync(file)).toBe(false);
  });

  it('has every option of the window', async () => {
    const asked = [
      ...['export', planId, '--format', 'pdf', '-o', file, '--paper', 'a4', '--landscape', '--gray'],
      ...['--sections', 'timeline, credentials', '--from', '2028-06-01', '--to', '2029-03-31', '--per', '2'],
    ];
    // As it is delivered: the pages are looked for beside the built program.
    const { code, stdout, stderr } = await runCli(db, asked);
    expect([code, stdout.trim(), stderr]).toEqual([0, `Wrote ${file}`, '']);
    const printed = await readPdf(new Uint8Array(readFileSync(file)));
    expect(Math.round(printed.pages[0]?.width ?? 0)).toBe(842);
    const text = wholeText(printed);
    expect(text).toContain('Jun 1 – Oct 30, 2028');
    expect(text).toContain('Credentials and renewals');
    expect(text).not.toContain('Summary');
  });
});
