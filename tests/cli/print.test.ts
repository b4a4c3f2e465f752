import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writePlanFile } from '#electron/formats/plan-file.ts';
import { aPlan } from '../builders/plan-builder.ts';
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

beforeEach(() => rmSync(file, { force: true }));

describe('a PDF from the command line', () => {
  it.each([
    ['--paper', 'a3', '“a3” cannot be used for --paper; it must be letter or a4.'],
    [
      '--sections',
      'summary,index',
      '“index” cannot be used for --sections; it must be summary, changes, timeline, terms, milestones, credentials, costs, findings, notes or facts.',
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

  it.each([
    [['--format', 'json', '--landscape'], '--landscape has no effect on --format json, only on pdf'],
    [['--format', 'csv', '--paper', 'a4'], '--paper has no effect on --format csv, only on pdf'],
    [['--format', 'svg', '--per', '2'], '--per has no effect on --format svg, only on pdf'],
    [
      ['--format', 'ics', '--from', '2028-01-01'],
      '--from has no effect on --format ics, only on svg, png, and pdf',
    ],
    [['--format', 'png', '--program', 'bs'], '--program has no effect on --format png, only on csv'],
    [
      ['--format', 'pdf', '--without-baselines'],
      '--without-baselines has no effect on --format pdf, only on json',
    ],
  ])('refuses what says nothing about that format: %j', async (options, sentence) => {
    const { code, stdout, stderr } = await line('export', planId, '-o', file, ...options);
    expect([code, stdout, stderr.trim()]).toEqual([
      2,
      '',
      `${sentence}; leave it out or choose another format.`,
    ]);
    expect(existsSync(file)).toBe(false);
  });

  it('tells changes from a baseline, and lists those there are when it is another', async () => {
    const without = await pdf('--sections', 'summary,changes');
    expect([without.code, without.stderr.trim()]).toEqual([
      1,
      '“Worked example: bachelor’s degree to license” has no baseline to compare with; take one first.',
    ]);
    await line('baseline', planId, '--take', 'Sent to the board');
    await line('baseline', planId, '--take', 'Sent again');
    const unknown = await pdf('--baseline', 'Sent');
    expect([unknown.code, unknown.stdout, unknown.stderr.trim()]).toEqual([
      1,
      '',
      '“Worked example: bachelor’s degree to license” has no baseline “Sent”; choose “Sent again” or “Sent to the board”.',
    ]);
    const unasked = await pdf('--baseline', 'Sent again', '--sections', 'summary');
    expect([unasked.code, unasked.stderr.trim()]).toEqual([
      2,
      '--baseline is what the section “changes” tells from: add changes to --sections, or leave --baseline out.',
    ]);
    expect(existsSync(file)).toBe(false);
    await line('do', 'experience.update', JSON.stringify({ id: 'ait', changes: { hoursPerWeek: 20 } }));
    const asked = ['export', planId, '--format', 'pdf', '-o', file, '--baseline', 'Sent to the board'];
    const { code, stderr } = await runCli(db, asked);
    expect([code, stderr]).toEqual([0, '']);
    const text = wholeText(await readPdf(new Uint8Array(readFileSync(file))));
    expect(text).toContain('What changed since “Sent to the board”, Nov 23, 2026');
    expect(text).toContain('175 days later');
    expect(text).toContain('Facts and sources');
  });

  it('says when the timeline takes more pages than it was to fit to', async () => {
    const crowded = aPlan({ id: 'crowded', name: 'Crowded' });
    for (let place = 0; place < 120; place += 1)
      crowded.step(`s${place}`, {
        title: `Step ${place}`,
        pinStart: '2028-08-02',
        length: 11,
        lengthUnit: 'month',
      });
    const planFile = join(folder.path, 'crowded.throughline.json');
    writeFileSync(planFile, writePlanFile(crowded.build()));
    await line('import', planFile);
    const asked = [
      'export',
      'crowded',
      '--format',
      'pdf',
      '-o',
      file,
      '--sections',
      'timeline',
      '--per',
      '1',
    ];
    const { code, stdout, stderr } = await runCli(db, [...asked, '--json']);
    const pages = (await readPdf(new Uint8Array(readFileSync(file)))).pages.length;
    expect(pages).toBeGreaterThan(1);
    const sentence = `The timeline takes ${pages} pages instead of 1, because its type would be smaller than 7 points otherwise.`;
    expect([code, stderr]).toEqual([0, `${sentence}\n`]);
    expect(JSON.parse(stdout)).toEqual({ file, losses: [], warnings: [sentence] });
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
