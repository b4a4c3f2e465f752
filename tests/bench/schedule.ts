import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { auditPlan } from '#shared/domain/audit/audit-plan.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';
import { BIG_PLAN_TODAY, chainPlan, randomPlan } from '../oracle/big-plan.ts';
import { reach } from './goals.ts';
import { interleave, ratios, timed } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { plainSchedule } from './plain-schedule.ts';
import { note, number, printTable, row } from './table.ts';

/** Runs inside one repetition, of which the median counts. */
const RUNS = 5;
const WARM_UP_RUNS = 8;
const EDITS = 100;

/** The engine against a plain version of itself, one edit against a full pass, and what else an edit makes run. */
export async function benchSchedule({ items, reps }: BenchOptions): Promise<void> {
  const doc = randomPlan(items, 1);
  const today = toDay(BIG_PLAN_TODAY);
  assertSameDates(doc, today);
  const asked = schedulePlan(doc, today);
  asked.all();
  const edits = makeEdits(doc);
  assertSameAfterEdits(asked, edits);
  const audits = auditPlan(doc);
  const chain = chainPlan(items);
  const contenders = {
    full: () => timed(() => schedulePlan(doc, today).all(), RUNS),
    plain: () => timed(() => plainSchedule(doc, today), RUNS),
    edit: () => timed(() => edits.map((edit) => answerTo(asked, edit))) / EDITS,
    editAll: () => timed(() => edits.slice(0, RUNS).map((edit) => revise(asked, edit).all())) / RUNS,
    goal: () => timed(() => goalOf(schedulePlan(doc, today)), RUNS),
    audit: () => timed(() => auditPlan(doc), RUNS),
    findings: () => timed(() => findingsOf(doc, asked, today, audits), RUNS),
    derived: () => timed(() => findingsOf(doc, asked, today, auditPlan(doc)), RUNS),
    window: () => timed(() => everythingOf(doc, today), RUNS),
    chain: () => timed(() => schedulePlan(chain, today).binding(), 1),
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
      row('engine: full pass, all dates', samples.full, samples.full),
      row(
        'the schedule revised: what changed found, the goal and the item asked',
        samples.edit,
        samples.full,
      ),
      row('the same, and then all dates asked, the latest among them', samples.editAll, samples.full),
      row('full pass up to the goal and what decides it', samples.goal, samples.full),
      row('audit of all programs', samples.audit, samples.full),
      row('findings, schedule and audit given', samples.findings, samples.full),
      row('all the window derives: dates, goal, chain, audit, findings', samples.window, samples.full),
      row(
        `what decides and what each step costs, ${number(items)} items in one chain`,
        samples.chain,
        samples.full,
      ),
    ],
  );
  note(
    'Before anything was timed, both schedules gave every item the same dates, latest dates and slack, and every revised schedule those of a full pass.',
  );
  reach('schedule', size, ratios(samples.full, samples.plain));
  reach('edit', size, ratios(samples.edit, samples.full));
  reach('derived', size, ratios(samples.derived, samples.full));
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

/** One item a week longer: the document as the core would give it back, and the id that its reply names. */
interface Edit {
  doc: PlanDocument;
  id: string;
}

/** Edits of single items whose length a person may change, from all over the plan. */
function makeEdits(doc: PlanDocument): Edit[] {
  const places = [...doc.items.keys()].filter((place) => {
    const item = doc.items[place];
    return item?.kind === 'step' && item.pinStart === null && item.length !== null;
  });
  return Array.from({ length: EDITS }, (_, n) => {
    const place = places[Math.floor((n * places.length) / EDITS)] ?? 0;
    const item = doc.items[place];
    if (item?.kind !== 'step') throw new Error('The plan has no step to change.');
    const changed = { ...item, length: (item.length ?? 0) + 7 };
    return { doc: { ...doc, items: doc.items.with(place, changed) }, id: item.id };
  });
}

const revise = (schedule: Schedule, { doc, id }: Edit): Schedule => schedule.revise(doc, undefined, [id]);

function answerTo(schedule: Schedule, edit: Edit): unknown {
  const revised = revise(schedule, edit);
  return [revised.goalDate, revised.days(edit.id)];
}

function assertSameAfterEdits(schedule: Schedule, edits: readonly Edit[]): void {
  for (const edit of edits) {
    const anew = schedulePlan(edit.doc, schedule.today);
    const same = JSON.stringify(revise(schedule, edit).all()) === JSON.stringify(anew.all());
    if (!same) throw new Error(`The schedule revised after ${edit.id} has other dates than a full pass.`);
  }
}
