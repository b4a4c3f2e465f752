import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePlanFile } from '#electron/formats/plan-file.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { PROJECT_ROOT } from '#scripts/find-node.mjs';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { endlessFilling } from '#tests/builders/endless-filling.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { runLine, type LineResult } from './run-line.ts';

const CLI = join(PROJECT_ROOT, 'out/main/cli.js');

let folder: ReturnType<typeof temporaryFolder>;
let db: string;
beforeEach(() => {
  folder = temporaryFolder();
  db = join(folder.path, 'demo.db');
});
afterEach(() => folder.remove());

const line = (...args: string[]): Promise<LineResult> =>
  runLine('--db', db, '--today', '2026-06-01', ...args);
const coursesOf = async (): Promise<string[]> => {
  const { items } = (await line('show', 'plan', '--json')).json() as PlanDocument;
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return items.flatMap((item) =>
    item.kind === 'course' ? [`${item.title}: ${titles.get(item.termId ?? '') ?? 'no term'}`] : [],
  );
};
async function store(plan: PlanBuilder): Promise<void> {
  const file = join(folder.path, 'plan.throughline.json');
  writeFileSync(file, writePlanFile(plan.build()));
  expect((await line('import', file)).code).toBe(0);
}

const semesters = () =>
  aPlan()
    .program('bs', { title: 'BS' })
    .term('t1', { title: 'Fall', creditLimit: 6 })
    .term('t2', { title: 'Spring', creditLimit: 6 })
    .course('a', { title: 'Algebra' })
    .course('b', { title: 'Biology' })
    .course('c', { title: 'Calculus' })
    .requisites('c', ['a']);

describe('fill', () => {
  it('prints a table of the terms and stores nothing', async () => {
    await store(semesters());
    const { code, stdout, stderr } = await line('fill', 'plan');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Every course finds a term, and no arrangement is better\.\n/);
    expect(stdout).toMatch(/Fall +Aug 24, 2026 +6 credits +of 6\n +Algebra +3\n/);
    expect(stdout).toMatch(/Spring +Jan 11, 2027 +3 credits +of 6\n +Calculus +3\n/);
    expect(stdout).toContain('--apply');
    expect(await coursesOf()).toEqual(['Algebra: no term', 'Biology: no term', 'Calculus: no term']);
  });

  it('stores it with --apply, as one step', async () => {
    await store(semesters());
    const result = await line('fill', 'plan', '--apply', '--json');
    expect(result.code).toBe(0);
    const answer = result.json();
    expect(answer).toMatchObject({
      planId: 'plan',
      status: 'optimal',
      lastTerm: 't2',
      largest: 6,
      reasons: [],
      applied: true,
    });
    expect((answer as { placements: unknown[] }).placements).toContainEqual({
      courseId: 'c',
      termId: 't2',
      title: 'Calculus',
      term: 'Spring',
    });
    expect(await coursesOf()).toEqual(['Algebra: Fall', 'Biology: Fall', 'Calculus: Spring']);
    expect((await line('undo')).stdout).toContain('Fill the terms of “Plan”');
    expect(await coursesOf()).toEqual(['Algebra: no term', 'Biology: no term', 'Calculus: no term']);
    expect((await line('fill', 'plan')).code).toBe(0);
  });

  it('adds terms for a program that has none, in the same step', async () => {
    await store(aPlan().program('bs').course('a', { title: 'Algebra' }).course('b', { title: 'Biology' }));
    const without = await line('fill', 'plan', '--apply');
    expect(without.code).toBe(1);
    expect(without.stdout).toContain('“bs” has 2 courses without a term, and no terms; add some.');
    expect(without.stdout).toContain('--terms N');
    const filled = await line(
      'fill',
      'plan',
      '--terms',
      '2',
      '--limit',
      '3.5',
      '--start',
      '2027-08-23',
      '--apply',
      '--json',
    );
    expect(filled.code).toBe(0);
    const { lastTerm, newTerms, placements } = filled.json() as {
      lastTerm: string;
      newTerms: { key: string }[];
      placements: { termId: string }[];
    };
    expect(await coursesOf()).toEqual(['Algebra: Year 1 Fall', 'Biology: Year 1 Spring']);
    // What was stored has ids of its own, and the answer names those.
    const { items } = (await line('show', 'plan', '--json')).json() as PlanDocument;
    const ids = items.filter(({ kind }) => kind === 'term').map(({ id }) => id);
    expect(newTerms.map(({ key }) => key)).toEqual(ids);
    expect(placements.map(({ termId }) => termId)).toEqual(ids);
    expect(lastTerm).toBe(ids[1]);
    await line('undo');
    expect(await coursesOf()).toEqual(['Algebra: no term', 'Biology: no term']);
  });

  it('says that there is nothing to place, without claiming that a locked course has a term', async () => {
    await store(aPlan().program('p').term('t', { firstDay: '2026-08-24', lastDay: '2026-12-11' }));
    expect((await line('fill', 'plan')).stdout).toContain('There is no course to place.');
    await line('do', 'course.add', '{"planId":"plan","programId":"p","title":"Thesis","locked":true}');
    const { stdout } = await line('fill', 'plan');
    expect(stdout).toContain('There is no course to place.');
    expect(stdout).toContain('Thesis');
  });

  it('says why there is no proposal, and with --apply that nothing was done', async () => {
    await store(semesters().course('d', { title: 'Drawing', offered: ['summer'] }));
    expect(await line('fill', 'plan')).toMatchObject({ code: 0 });
    const { code, stdout } = await line('fill', 'plan', '--apply', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'infeasible',
      applied: false,
      placements: [],
      lastTerm: null,
      reasons: [
        {
          code: 'never-offered',
          message:
            '“Drawing” is offered in summer only, and the terms left are fall and spring; add a term or change when it is offered.',
        },
      ],
    });
  });

  it.each([
    [['--terms', '0'], 1, '--terms'],
    [['--terms', '41'], 1, '1 to 40'],
    [['--terms', '2', '--limit', 'many'], 1, '--limit'],
    [['--terms', '2', '--start', 'soon'], 1, '--start'],
    [['--terms', '2', '--start', '2026-09-01'], 1, 'a day after'],
    [['--terms', '2', '--program', 'none'], 1, '“none”'],
    [['--seconds', '601'], 1, '--seconds'],
    [['--limit', '15'], 2, '--terms'],
  ])('refuses %j in one sentence', async (options, code, words) => {
    await store(semesters());
    const result = await line('fill', 'plan', ...options);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });

  it.skipIf(!existsSync(CLI) || process.platform === 'win32')(
    'ends at once on Ctrl-C, with nothing stored',
    async () => {
      await store(endlessFilling());
      const args = [CLI, '--db', db, '--today', '2026-06-01', 'fill', 'plan', '--apply', '--seconds', '600'];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      let printed = '';
      child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
      await wait(2_000);
      child.kill('SIGINT');
      await once(child, 'exit');
      expect(child.exitCode).toBe(130);
      expect(printed).toContain('Stopped; nothing was stored.');
      expect((await line('check')).code).toBe(0);
      expect((await line('history')).stdout).not.toContain('Fill');
    },
  );
});
