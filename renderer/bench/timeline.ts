/**
 * The real timeline, on a session whose core is a few lines in this page, for a bench that compares it with other
 * charts. What the bench asks of a page is at the bottom.
 */
import '#renderer/styles/fonts.css';
import '#renderer/styles/tokens.css';
import '#renderer/styles/base.css';
import '#renderer/styles/controls.css';
import { flushSync, mount } from 'svelte';
import type { Api } from '#renderer/api/api.ts';
import { rememberView } from '#renderer/features/timeline/last-views.ts';
import { ROWS } from '#renderer/features/timeline/rows.ts';
import type { Timeline } from '#renderer/features/timeline/timeline.svelte.ts';
import { Session } from '#renderer/state/session.svelte.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { toIso } from '#shared/domain/time/day.ts';
import BenchPage from './BenchPage.svelte';
import {
  BENCH_PLAN,
  benchPlan,
  dayOfMs,
  pinsOf,
  type BenchItem,
  type BenchLane,
  type BenchLink,
} from './bench-plan.ts';

interface BenchContext {
  lanes: BenchLane[];
  start: number;
  end: number;
  window: { start: number; end: number };
}

let document_: PlanDocument;
let revision = 0;
let session: Session;
let timeline: Timeline;

const app = { version: 'bench', today: toIso(dayOfMs(Date.UTC(2025, 5, 1))), databaseFile: '', notices: [] };
const summary = { id: BENCH_PLAN, name: 'Bench', template: null, items: 0 };
/** Answers queries from memory; the one command the bench sends changes the document as the core would. */
const api = {
  run: (name: string, input: { id?: string }) => {
    const values: Record<string, unknown> = {
      'app.read': app,
      'plan.list': [summary],
      'plan.read': document_,
    };
    const changed = name === 'item.move' ? [input.id] : [];
    revision += changed.length;
    const value = values[name] ?? { notice: null };
    return Promise.resolve({ ok: true, value, changed, history: { undo: null, redo: null }, revision });
  },
  act: () => Promise.resolve({ ok: true, value: null }),
} as unknown as Api;

async function render(
  items: BenchItem[],
  links: BenchLink[],
  { lanes, window: shown }: BenchContext,
): Promise<void> {
  document_ = benchPlan(items, links, lanes);
  session = new Session(api, sessionStorage);
  await session.start();
  const target = document.getElementById('bench');
  if (target === null) throw new Error('timeline.html has no #bench');
  const from = dayOfMs(shown.start);
  const width = innerWidth - 212;
  rememberView(BENCH_PLAN, { start: from, perDay: width / (dayOfMs(shown.end) - from), top: 0 });
  const page = mount(BenchPage, { target, props: { session } }) as { timeline: () => Timeline };
  flushSync();
  timeline = page.timeline();
}

function panTo(ms: number): void {
  timeline.view.panTo(dayOfMs(ms), timeline.view.top);
  flushSync();
}

function scrollTo(share: number): void {
  timeline.view.panTo(timeline.view.scale.start, share * Math.max(0, timeline.height - timeline.view.height));
  flushSync();
}

function zoomTo(start: number, end: number): void {
  const from = dayOfMs(start);
  timeline.view.zoomTo({ start: from, perDay: timeline.view.width / (dayOfMs(end) - from) });
  flushSync();
}

async function update(id: string, days: { start: number; end: number }): Promise<void> {
  const { pinStart, pinEnd } = pinsOf(days);
  const place = document_.items.findIndex((item) => item.id === id);
  const item = document_.items[place];
  if (item === undefined) throw new Error(`no item ${id} to move`);
  document_ = { ...document_, items: document_.items.with(place, { ...item, pinStart, pinEnd }) };
  await session.run('item.move', { id, start: pinStart });
  flushSync();
}

// In the application the window around the timeline has long loaded these.
await Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 12px Inter`)));

Object.assign(window, {
  __bench: {
    name: 'Throughline',
    version: '0.1.0',
    features: { lanes: true, links: true, virtual: 'xy', rowHeight: ROWS.rowHeight },
    itemSelector: '.bar',
    render,
    panTo,
    scrollTo,
    zoomTo,
    update,
  },
});
