import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { Chromium } from '#electron/print/find-chromium.ts';
import { CannotRun, launch, type BenchBrowser } from './machine.ts';
import { reachGoal } from './goals.ts';
import { median, quantile, ratios, type Samples } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { installMadeUpPlans } from './pages/made-up-plan.ts';
import { installMeasures } from './pages/measures.ts';
import { servePages, type PageServer } from './serve-pages.ts';
import { note, number, printTable, ratio } from './table.ts';
import { GROWTH, SMOOTHNESS, timelineGoal } from './timeline-goals.ts';

const BUILT = dirname(import.meta.dirname);
const VIEWPORT = { width: 1440, height: 900 };
/** How long a page is panned, scrolled and zoomed: as long as the other charts were, in which code gets compiled. */
const MOVE_MS = 1_500;
const ZOOM_MS = 2_000;
/** A page that takes longer than this for one of its tasks has failed. */
const LIMIT_MS = 60_000;

/** Milliseconds, unless the name says otherwise. */
interface Run {
  lanes: number;
  links: number;
  paint: number;
  render: number;
  elements: number;
  bars: number;
  heapMb: number;
  moveFrames: number[];
  moveCpu: number;
  zoomFrames: number[];
  zoomCpu: number;
  editCpu: number;
}

/** Our timeline in a real Chromium, against bars in plain Svelte: opening, moving, zooming and editing. */
export async function benchTimeline(options: BenchOptions, { chromium, why }: BenchBrowser): Promise<void> {
  if (chromium === null) throw new CannotRun(why);
  const pages = new Map([['minimal virtual list', 'pages/minimal.html']]);
  const ours = ['timeline.html', 'renderer/bench/timeline.html'].find((name) =>
    existsSync(join(BUILT, name)),
  );
  if (ours !== undefined && !options.missing.has('timeline')) pages.set('our timeline', ours);
  const server = await servePages(BUILT);
  try {
    const elements: (readonly [number, Samples])[] = [];
    for (const size of options.sizes) {
      const ours = await benchSize(options, chromium, server, pages, size);
      elements.push([size, ours.map((run) => run.elements)]);
    }
    compareGrowth(elements);
  } finally {
    await server.close();
  }
  if (pages.size === 1) {
    note(
      `Our timeline is not in this run: ${options.missing.get('timeline') ?? 'out/bench/timeline.html was not built.'}`,
    );
  }
}

async function benchSize(
  { browserReps }: BenchOptions,
  chromium: Chromium,
  { address }: PageServer,
  pages: ReadonlyMap<string, string>,
  size: number,
): Promise<readonly Run[]> {
  const runs = new Map<string, Run[]>([...pages.keys()].map((name) => [name, []]));
  const names = [...pages.keys()];
  for (let rep = 0; rep < browserReps; rep += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(rep + turn) % names.length] ?? '';
      runs.get(name)?.push(await measurePage(chromium, `${address}/${pages.get(name) ?? ''}`, size, rep));
    }
  }
  printSize(size, browserReps, runs);
  const [reference = [], ours = []] = runs.values();
  compareWithGoals(size, ours, reference);
  return ours;
}

/** One page in a browser of its own, from the empty page to the last edit. */
async function measurePage(
  chromium: Chromium,
  address: string,
  items: number,
  repetition: number,
): Promise<Run> {
  const browser = await launch(chromium);
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US', timezoneId: 'UTC' });
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    await page.addInitScript(installMadeUpPlans);
    await page.addInitScript(installMeasures);
    await page.goto(address);
    await page.waitForFunction(() => window.__bench !== undefined && window.__measure !== undefined);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    // The plan is there before the heap is read and before the clock runs.
    const { lanes, links } = await page.evaluate(
      ({ items, repetition }) =>
        window.__measure?.prepare(items, repetition) ?? { lanes: Number.NaN, links: Number.NaN },
      { items, repetition },
    );
    const heapBefore = await heapMb(cdp);
    const render = await cpu(cdp, () => page.evaluate(() => window.__measure?.render() ?? 0));
    const heapAfter = await heapMb(cdp);
    const { elements, bars } = await page.evaluate(
      () => window.__measure?.count() ?? { elements: 0, bars: 0 },
    );
    // In the order in which the other charts were measured: what has panned for seconds edits with compiled code.
    const edit = await cpu(cdp, () => page.evaluate(() => window.__measure?.edit() ?? 0));
    const move = await cpu(cdp, () => framesOf(page, 'pan', 'scroll'));
    const zoom = await cpu(cdp, () => framesOf(page, 'zoom'));
    if (problems[0] !== undefined) throw new Error(`${address} reports “${problems[0]}”.`);
    return {
      lanes,
      links,
      paint: render.value,
      render: render.ms,
      elements,
      bars,
      heapMb: heapAfter - heapBefore,
      moveFrames: move.value,
      moveCpu: move.ms / move.value.length,
      zoomFrames: zoom.value,
      zoomCpu: zoom.ms / zoom.value.length,
      editCpu: edit.value === 0 ? Number.NaN : edit.ms / edit.value,
    };
  } finally {
    await browser.close();
  }
}

async function framesOf(page: Page, ...paths: ('pan' | 'scroll' | 'zoom')[]): Promise<number[]> {
  const all: number[] = [];
  for (const path of paths) {
    const between = await page.evaluate(({ path, ms }) => window.__measure?.[path](ms) ?? [], {
      path,
      ms: path === 'zoom' ? ZOOM_MS : MOVE_MS,
    });
    all.push(...between);
  }
  return all;
}

/** What the page's main thread did meanwhile, in ms: unlike frames, it is not rounded to the screen's refresh. */
async function cpu<Value>(
  cdp: CDPSession,
  work: () => Promise<Value>,
): Promise<{ value: Value; ms: number }> {
  const before = await taskSeconds(cdp);
  const value = await work();
  return { value, ms: ((await taskSeconds(cdp)) - before) * 1_000 };
}

async function taskSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
}

/** What is compared, and how it is taken from a run. */
const MEASURED: readonly (readonly [string, (run: Run) => number])[] = [
  ['first paint ms', (run) => run.paint],
  ['main thread until then ms', (run) => run.render],
  ['elements in the page', (run) => run.elements],
  ['bars in the page', (run) => run.bars],
  ['JavaScript heap MB', (run) => run.heapMb],
  ['pan and scroll: main thread ms per frame', (run) => run.moveCpu],
  ['zoom: main thread ms per frame', (run) => run.zoomCpu],
  ['one item moved: main thread ms', (run) => run.editCpu],
];

const COMPARED: readonly (readonly [Parameters<typeof timelineGoal>[0], (run: Run) => number])[] = [
  ['open', (run) => run.render],
  ['move', (run) => run.moveCpu],
  ['zoom', (run) => run.zoomCpu],
  ['edit', (run) => run.editCpu],
  ['elements', (run) => run.elements],
  ['heap', (run) => run.heapMb],
];

const FRAMES: readonly (readonly [string, (run: Run) => readonly number[]])[] = [
  ['pan and scroll: ms between frames, p50 / p95 / max', (run) => run.moveFrames],
  ['zoom: ms between frames, p50 / p95 / max', (run) => run.zoomFrames],
];

function printSize(size: number, reps: number, runs: ReadonlyMap<string, Run[]>): void {
  const columns = [...runs.values()];
  const [reference = [], ours] = columns;
  const compared = MEASURED.map(([name, pick]) => {
    const cells = columns.map((column) => number(median(column.map(pick))));
    return [name, ...cells, ...(ours ? [ratio(ours.map(pick), reference.map(pick))] : [])];
  });
  const frames = FRAMES.map(([name, pick]) => [name, ...columns.map((column) => framesIn(column.map(pick)))]);
  const ratios = ours ? ['ours to minimal'] : [];
  printTable(
    `Timeline: ${number(size)} items, ${number(median(reference.map(({ links }) => links)))} links, ${number(median(reference.map(({ lanes }) => lanes)))} lanes, ${reps} × a new browser`,
    ['', ...runs.keys(), ...ratios],
    [...compared, ...frames],
  );
}

/** How we stand to the minimal list, for the table of goals. */
function compareWithGoals(size: number, ours: readonly Run[], reference: readonly Run[]): void {
  if (ours.length === 0) return;
  for (const [name, pick] of COMPARED) {
    const goal = timelineGoal(name, size);
    if (goal !== null) reachGoal(goal, number(size), ratios(ours.map(pick), reference.map(pick)));
  }
  const slow = (run: Run): number => Math.max(quantile(run.moveFrames, 0.95), quantile(run.zoomFrames, 0.95));
  reachGoal(SMOOTHNESS, number(size), ratios(ours.map(slow), reference.map(slow)));
}

/** What is in the page for the largest plan of at least 1,000 items, beside the smallest such plan. */
function compareGrowth(elements: readonly (readonly [size: number, Samples])[]): void {
  const [small, ...larger] = elements
    .filter(([size, samples]) => size >= 1_000 && samples.length > 0)
    .toSorted(([a], [b]) => a - b);
  const large = larger.at(-1);
  if (small && large)
    reachGoal(GROWTH, `${number(small[0])} → ${number(large[0])}`, ratios(large[1], small[1]));
}

/** Median over the repetitions of the usual, the slow and the slowest frame. */
function framesIn(runs: readonly Samples[]): string {
  return [0.5, 0.95, 1]
    .map((share) => Math.round(median(runs.map((between) => quantile(between, share)))))
    .join(' / ');
}
