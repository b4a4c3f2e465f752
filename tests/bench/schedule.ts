import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { auditPlan } from '#shared/domain/audit/audit-plan.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import { RULE } from '#shared/domain/schedule/codes.ts';
import { forward, propagate, type Earliest } from '#shared/domain/schedule/forward.ts';
import { buildGraph, type Graph } from '#shared/domain/schedule/graph.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';
import { BIG_PLAN_TODAY, randomPlan } from '../oracle/big-plan.ts';
import { interleave, timed } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { plainSchedule } from './plain-schedule.ts';
import { note, number, printTable, row } from './table.ts';

/** Runs inside one repetition, of which the median counts. */
const RUNS = 5;
const WARM_UP_RUNS = 8;
const EDITS = 200;

/** The engine against a plain version of itself, one edit against a full pass, and what else an edit makes run. */
export async function benchSchedule({ items, reps }: BenchOptions): Promise<void> {
  const doc = randomPlan(items, 1);
  const today = toDay(BIG_PLAN_TODAY);
  assertSameDates(doc, today);
  const edits = prepareEdits(doc, today);
  const asked = schedulePlan(doc, today);
  asked.all();
  const audits = auditPlan(doc);
  const contenders = {
    full: () => timed(() => schedulePlan(doc, today).all(), RUNS),
    plain: () => timed(() => plainSchedule(doc, today), RUNS),
    edit: () => timed(edits) / EDITS,
    goal: () => timed(() => goalOf(schedulePlan(doc, today)), RUNS),
    audit: () => timed(() => auditPlan(doc), RUNS),
    findings: () => timed(() => findingsOf(doc, asked, today, audits), RUNS),
    window: () => timed(() => everythingOf(doc, today), RUNS),
  };
  for (const run of Object.values(contenders)) for (let n = 0; n < WARM_UP_RUNS / RUNS; n += 1) run();
  const samples = await interleave(reps, contenders);

  const size = `${number(items)} items, ${number(doc.links.length)} links`;
  printTable(
    `Schedule: ${size}, ${reps} repetitions of ${RUNS} runs`,
    ['', 'ms', 'spread', 'to plain maps and sets'],
    [
      row('plain maps and sets: all dates, earliest and latest', samples.plain, samples.plain),
      row('engine: the same from app objects', samples.full, samples.plain),
    ],
  );
  printTable(
    'After one edit',
    ['', 'ms', 'spread', 'to a full pass'],
    [
      row('engine: full pass', samples.full, samples.full),
      row('one length changed: only what moves (used for gains)', samples.edit, samples.full),
      row('full pass up to the goal and what decides it', samples.goal, samples.full),
      row('audit of all programs', samples.audit, samples.full),
      row('findings, schedule and audit given', samples.findings, samples.full),
      row('all the window derives: dates, goal, chain, audit, findings', samples.window, samples.full),
    ],
  );
  note(
    'Before anything was timed, both schedules gave every item the same dates, latest dates and slack, and the edits the same dates as a full pass.',
  );
}

function goalOf(schedule: Schedule): unknown {
  return [schedule.goal, schedule.binding()];
}

function everythingOf(doc: PlanDocument, today: DayNumber): unknown {
  const schedule = schedulePlan(doc, today);
  const audits = auditPlan(doc);
  return [schedule.all(), goalOf(schedule), findingsOf(doc, schedule, today, audits)];
}

/** Without it the bench could praise an engine that is fast because it is wrong. */
function assertSameDates(doc: PlanDocument, today: DayNumber): void {
  const plain = plainSchedule(doc, today);
  for (const { id, start, end, latestStart, latestFinish, slack } of schedulePlan(doc, today).all()) {
    const engine = JSON.stringify({ id, start, end, latestStart, latestFinish, slack });
    const asked = JSON.stringify(plain.get(id));
    if (engine !== asked)
      throw new Error(`The schedules differ: the engine says ${engine}, the plain one ${asked}.`);
  }
}

/** Makes many single items a week longer, one after the other, and then short again: the plan ends as it began. */
function prepareEdits(doc: PlanDocument, today: DayNumber): () => void {
  const graph = buildGraph(doc, today);
  const earliest = forward(graph);
  const nodes = spread(movable(graph), EDITS / 2);
  const change = (days: number) => {
    for (const node of nodes) {
      graph.facts.span[node] = (graph.facts.span[node] ?? 0) + days;
      propagate(graph, earliest, [node]);
    }
  };
  change(7);
  assertSameEarliest(earliest, forward(graph));
  change(-7);
  return () => {
    change(7);
    change(-7);
  };
}

/** Items that the links move and whose length is counted in days. */
function movable({ facts, places }: Graph): number[] {
  const nodes = Array.from({ length: places.itemCount }, (_, node) => node);
  return nodes.filter((node) => facts.rule[node] === RULE.auto && (facts.span[node] ?? 0) > 0);
}

/** `count` of the values, evenly from first to last, again from the front where there are too few. */
function spread(values: readonly number[], count: number): number[] {
  const step = Math.max(1, Math.floor(values.length / count));
  return Array.from({ length: count }, (_, n) => values[(n * step) % values.length] ?? 0);
}

function assertSameEarliest(kept: Earliest, anew: Earliest): void {
  for (const key of ['start', 'end'] as const) {
    if (!kept[key].every((day, node) => day === anew[key][node])) {
      throw new Error(`The ${key}s after the edits differ from those of a full pass.`);
    }
  }
}
