import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { insertDocument, readDocument } from '#electron/core/plan/document.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { applySettings, useJournal } from '#electron/db/settings.ts';
import { migrate } from '#electron/db/migrate.ts';
import { readPlanFile, writePlanFile } from '#electron/formats/plan-file.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openTestApp } from '../test-app.ts';
import { bareInsert, bareRead, rowsOf } from './bare-store.ts';
import { reach } from './goals.ts';
import { interleave, quantile, ratios, median, timed, type Samples } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { storablePlan } from './storable-plan.ts';
import { note, number, printTable, ratio, row, spread } from './table.ts';

const COMMITS_PER_REP = 60;
const READ_RUNS = 3;
const WARM_UP_IMPORTS = 2;
const SMALL_PLAN = 200;
/** More than the moment after which the core begins its log. */
const UNTIL_LOG_MS = 1_500;

/** Databases lie beside the build and not in the system's temporary folder, which may be in memory. */
const FOLDER = join(dirname(import.meta.dirname), 'data');

/** Reading, importing, saving and opening, each against the least that better-sqlite3 or the disk could do. */
export async function benchStore(options: BenchOptions): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, 'run-'));
  try {
    const small = makeDatabase(join(folder, 'small.db'), SMALL_PLAN);
    const big = makeDatabase(join(folder, 'big.db'), options.items);
    await benchRead(options, big);
    await benchImport(options, big.doc, folder);
    await benchCommit(options, big, folder);
    await benchColdOpen(options, [small, big]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A closed database of the application, and the one plan in it as the core gives it back. */
interface Stored {
  file: string;
  doc: PlanDocument;
}

function makeDatabase(file: string, items: number): Stored {
  const app = openTestApp(file);
  const { planId } = app.ask('plan.import', { text: writePlanFile(storablePlan(items)) });
  const doc = app.ask('plan.read', { planId });
  app.close();
  return { file, doc };
}

/** The application holds its file alone, so whoever is compared with it reads a copy. */
function copyOf(file: string, ending: string): string {
  copyFileSync(file, `${file}${ending}`);
  return `${file}${ending}`;
}

async function benchRead({ reps }: BenchOptions, { doc, file }: Stored): Promise<void> {
  const db = new BetterSqlite3(copyOf(file, '-read'));
  const app = openTestApp(file);
  const planId = doc.plan.id;
  const request = JSON.stringify({ name: 'plan.read', input: { planId } });
  try {
    const bare = bareRead(db, planId);
    const contenders = {
      bare: () => timed(bare, READ_RUNS),
      document: () => timed(() => readDocument(db, planId), READ_RUNS),
      dispatch: () => timed(() => app.app.dispatch(request), READ_RUNS),
    };
    for (const run of Object.values(contenders)) run();
    const samples = await interleave(reps, contenders);
    const bytes = Buffer.byteLength(app.app.dispatch(request));
    printTable(
      `Reading a plan: ${sizeOf(doc)}, ${number(bytes / 1e6)} MB of reply`,
      ['', 'ms', 'spread', 'to bare .all()'],
      [
        row('bare better-sqlite3: .all() of every table', samples.bare, samples.bare),
        row('rows to objects: readDocument', samples.document, samples.bare),
        row('plan.read through dispatch, text in, text out', samples.dispatch, samples.bare),
      ],
    );
    reach('load', sizeOf(doc), ratios(samples.dispatch, samples.bare));
  } finally {
    app.close();
    db.close();
  }
}

async function benchImport({ reps }: BenchOptions, doc: PlanDocument, folder: string): Promise<void> {
  const text = writePlanFile(doc);
  const request = JSON.stringify({ name: 'plan.import', input: { text } });
  const rows = rowsOf(doc);
  const count = rows.reduce((sum, { values }) => sum + values.length, 0);
  const file = join(folder, 'import.db');
  const perSecond = (ms: number) => (count / ms) * 1000;
  const inEmpty = (work: (db: Database) => void) => () => {
    const db = new BetterSqlite3(file);
    applySettings(db);
    migrate(db, file, MIGRATIONS);
    const took = timed(() => db.transaction(work)(db));
    db.close();
    rmSync(file);
    return perSecond(took);
  };
  // The bare loop must store the very same plan, or it would win by leaving something out.
  inEmpty((db) => {
    bareInsert(db, rows);
    const stored = readDocument(db, doc.plan.id);
    if (!stored || writePlanFile(stored) !== text) throw new Error('The bare loop stores another plan.');
  })();
  const contenders = {
    bare: inEmpty((db) => bareInsert(db, rows)),
    document: inEmpty((db) => {
      db.pragma('defer_foreign_keys = ON');
      insertDocument(db, doc);
    }),
    dispatch: () => {
      const app = openTestApp(file);
      const took = timed(() => refuseNothing(app.app.dispatch(request)));
      app.close();
      for (const ending of ['', '.seal', '-journal']) rmSync(`${file}${ending}`, { force: true });
      return perSecond(took);
    },
    parse: () => perSecond(timed(() => readPlanFile(text))),
  };
  // Code that has just been compiled is not what a person waits for: it is slow once.
  await interleave(WARM_UP_IMPORTS, contenders);
  const samples = await interleave(reps, contenders);
  printTable(
    `Importing a plan: ${sizeOf(doc)}, ${number(count)} rows, ${number(text.length / 1e6)} MB`,
    ['', 'rows/s', 'spread', 'to the bare loop'],
    [
      row('bare better-sqlite3 loop over ready rows, one transaction', samples.bare, samples.bare),
      row('insertDocument alone: objects to rows', samples.document, samples.bare),
      row('plan.import through dispatch: read, check, store, journal', samples.dispatch, samples.bare),
      row('reading and checking the file alone', samples.parse, samples.bare),
    ],
  );
  reach('import', sizeOf(doc), ratios(samples.dispatch, samples.bare));
}

function refuseNothing(reply: string): void {
  if (!reply.startsWith('{"ok":true')) throw new Error(`The core refused: ${reply.slice(0, 300)}`);
}

/**
 * Commits and bare writes take turns one by one: a disk has moods that last for seconds. What is measured is an edit of
 * somebody who is at work, so the log is in use; only the first edit after an opening is without it.
 */
async function benchCommit({ reps }: BenchOptions, { doc, file }: Stored, folder: string): Promise<void> {
  const step = doc.items.find((item) => item.kind === 'step' && item.pinStart === null);
  if (!step) throw new Error('The plan has no step to change.');
  const db = new BetterSqlite3(copyOf(file, '-commit'));
  applySettings(db);
  useJournal(db, 'wal');
  const update = db.prepare('UPDATE item SET length = ? WHERE id = ?');
  const app = openTestApp(file);
  refuseNothing(app.app.dispatch(changeLength(step.id, 60)));
  await new Promise((resolve) => setTimeout(resolve, UNTIL_LOG_MS));
  refuseNothing(app.app.dispatch(changeLength(step.id, 61)));
  if (!existsSync(`${file}-wal`)) throw new Error('The log was not begun.');
  const disk = openSync(join(folder, 'bare.bin'), 'w');
  const page = Buffer.alloc(4096, 7);
  let turn = 0;
  const contenders = {
    disk: () => {
      writeSync(disk, page, 0, page.length, (turn % 64) * page.length);
      fdatasyncSync(disk);
    },
    bare: () => void update.run(1 + (turn % 50), step.id),
    command: () => refuseNothing(app.app.dispatch(changeLength(step.id, 1 + (turn % 50)))),
  };
  const names = ['disk', 'bare', 'command'] as const;
  const p50 = { disk: [] as number[], bare: [] as number[], command: [] as number[] };
  const p95 = { disk: [] as number[], bare: [] as number[], command: [] as number[] };
  try {
    for (let rep = -1; rep < reps; rep += 1) {
      const took = { disk: [] as number[], bare: [] as number[], command: [] as number[] };
      for (let n = 0; n < COMMITS_PER_REP; n += 1, turn += 1) {
        for (const name of names) took[name].push(timed(contenders[name]));
      }
      // The first round only fills caches.
      if (rep < 0) continue;
      for (const name of names) {
        p50[name].push(median(took[name]));
        p95[name].push(quantile(took[name], 0.95));
      }
    }
  } finally {
    app.close();
    db.close();
    closeSync(disk);
  }
  const line = (name: string, of: (typeof names)[number]): string[] => [
    name,
    number(median(p50[of])),
    of === 'disk' ? '1' : ratio(p50[of], p50.disk),
    number(median(p95[of])),
    of === 'disk' ? '1' : ratio(p95[of], p95.disk),
  ];
  printTable(
    `Saving one edit: ${sizeOf(doc)}, ${reps} × ${COMMITS_PER_REP} in turns`,
    ['', 'p50 ms', 'to the disk', 'p95 ms', 'to the disk'],
    [
      line('the disk: 4 KiB written and fdatasync', 'disk'),
      line('bare better-sqlite3: one UPDATE, same settings', 'bare'),
      line('step.update through dispatch, journaled', 'command'),
    ],
  );
  reach('commit', sizeOf(doc), ratios(p95.command, p95.disk));
  const own = median(ratios(p50.command, p50.bare));
  note(`Journal, checks and text cost ${number(own)} times a bare UPDATE of the same database (p50).`);
}

function changeLength(id: string, length: number): string {
  return JSON.stringify({ name: 'step.update', input: { id, changes: { length, lengthUnit: 'day' } } });
}

/** What `cold-start.ts` measures in its own process, in ms since that process began. */
interface ColdStart {
  booted: number;
  loaded: number;
  opened: number;
  read: number;
}

async function benchColdOpen({ reps }: BenchOptions, stored: readonly Stored[]): Promise<void> {
  const rows: string[][] = [];
  for (const { file, doc } of stored) {
    const bareFile = copyOf(file, '-cold');
    const whole = { app: [] as ColdStart[], bare: [] as ColdStart[] };
    const start = (who: 'app' | 'bare', at: string) => () => {
      const started = coldStart(who, at, doc.plan.id);
      whole[who].push(started);
      return started.read - started.booted;
    };
    const samples = await interleave(reps, { bare: start('bare', bareFile), app: start('app', file) });
    const step = (who: 'app' | 'bare', from: keyof ColdStart, to: keyof ColdStart): Samples =>
      whole[who].map((each) => each[to] - each[from]);
    for (const who of ['bare', 'app'] as const) {
      const name =
        who === 'bare' ? 'bare better-sqlite3: open and .all()' : 'the core: open, check, plan.read';
      rows.push([
        `${number(doc.items.length)} items, ${number(statSync(file).size / 1e6)} MB; ${name}`,
        number(median(step(who, 'booted', 'loaded'))),
        number(median(step(who, 'loaded', 'opened'))),
        number(median(step(who, 'opened', 'read'))),
        number(median(samples[who])),
        spread(samples[who]),
        who === 'bare' ? '1' : ratio(samples.app, samples.bare),
      ]);
    }
  }
  printTable(
    `Opening in a new process, file cache warm, ms after Node's own start`,
    ['', 'load code', 'open + checks', 'first read', 'in all', 'spread', 'to bare'],
    rows,
  );
}

function coldStart(who: 'app' | 'bare', file: string, planId: string): ColdStart {
  const script = join(import.meta.dirname, 'cold-start.js');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, who, file, planId], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The new process failed: ${stderr.trim()}`);
  return JSON.parse(stdout) as ColdStart;
}

const sizeOf = ({ items, links }: PlanDocument): string =>
  `${number(items.length)} items, ${number(links.length)} links`;
