import { auditPlan } from '../audit/audit-plan.ts';
import { sumCredits } from '../audit/standing.ts';
import { findingsOf } from '../findings/findings-of.ts';
import { metricsOf } from '../metrics/metrics-of.ts';
import { codeText } from '../plan/course-code.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Course } from '../plan/items.ts';
import { effectOf } from '../schedule/effect.ts';
import { schedulePlan, type Schedule } from '../schedule/schedule.ts';
import { toDay, toIso, type DayNumber, type IsoDate } from '../time/day.ts';
import { judgeGoal } from './judge-goal.ts';
import { findLate } from './late-items.ts';
import { routesOf } from './routes.ts';
import type { AnalyzedGoal, PlanAnalysis } from './types.ts';
import { imagine, type WhatIfRefusal } from './what-if.ts';

export interface AnalyzeOptions {
  /** Count latest dates back from this day and say whether the goal fits; without it, from the goal's own date. */
  target?: IsoDate | null;
  /** A change to try out, `ITEM.field=value`. */
  whatIf?: string;
}

export type AnalyzeRefusal = WhatIfRefusal | { code: 'no-goal' };
export type AnalyzeOutcome = { ok: true; analysis: PlanAnalysis } | { ok: false; reason: AnalyzeRefusal };

/**
 * Everything the engine answers about a plan as of `today`: schedule, what decides, metrics, audit, findings.
 * Refuses a question about the goal of a plan that has none, and a change that cannot be made.
 */
export function analyzePlan(
  doc: PlanDocument,
  today: DayNumber,
  options: AnalyzeOptions = {},
): AnalyzeOutcome {
  const { target = null, whatIf } = options;
  const schedule = schedulePlan(doc, today, { target: target === null ? null : toDay(target) });
  const audit = auditPlan(doc);
  const goal = judgeGoal(schedule, audit);
  if (goal === null && (target !== null || whatIf !== undefined))
    return { ok: false, reason: { code: 'no-goal' } };

  const imagined = whatIf === undefined ? null : imagine(doc, whatIf);
  if (imagined?.ok === false) return imagined;
  return {
    ok: true,
    analysis: {
      planId: doc.plan.id,
      name: doc.plan.name,
      today: toIso(today),
      goal,
      binding: schedule.binding(),
      items: analyzeItems(doc, schedule),
      ...analyzeCourses(doc),
      findings: findingsOf(doc, schedule, today, audit),
      audit,
      routes: routesOf(doc, schedule),
      ...(goal === null || target === null ? {} : { target: compareWithTarget(schedule, goal, target) }),
      ...(imagined === null ? {} : { whatIf: effect(schedule, imagined.doc) }),
    },
  };
}

function analyzeItems(doc: PlanDocument, schedule: Schedule): PlanAnalysis['items'] {
  const isoOrNull = (day: DayNumber | null) => (day === null ? null : toIso(day));
  return doc.items.map(({ id, kind, title }) => {
    const { start, end, latestStart, latestFinish, slack } = schedule.dates(id);
    return {
      id,
      kind,
      title,
      start: isoOrNull(start),
      end: isoOrNull(end),
      latestStart: isoOrNull(latestStart),
      latestFinish: isoOrNull(latestFinish),
      slack,
    };
  });
}

function analyzeCourses(doc: PlanDocument): Pick<PlanAnalysis, 'terms' | 'courses' | 'metrics' | 'totals'> {
  const metrics = metricsOf(doc);
  const courses = doc.items.filter((item) => item.kind === 'course');
  const taken = courses.filter(({ status }) => status !== 'withdrawn');
  const inTerm = Map.groupBy(taken, ({ termId }) => termId);
  return {
    terms: doc.items
      .filter((item) => item.kind === 'term')
      .map(({ id, programId, index, title }) => {
        return { id, programId, index, name: title, credits: sumCredits(inTerm.get(id) ?? []).credits };
      }),
    courses: courses.map((course) => describeCourse(course, metrics.courses.get(course.id) ?? null)),
    metrics: [...metrics.programs].map(([programId, program]) => ({ programId, ...program })),
    totals: { credits: sumCredits(taken).credits, complexity: metrics.complexity },
  };
}

function describeCourse(course: Course, metrics: PlanAnalysis['courses'][number]['metrics']) {
  const { id, importedId, title, credits, termId } = course;
  return { id, importedId, code: codeText(course), title, credits, termId, metrics };
}

function compareWithTarget(
  schedule: Schedule,
  goal: AnalyzedGoal,
  target: IsoDate,
): NonNullable<PlanAnalysis['target']> {
  const days = goal.date === null ? null : toDay(target) - toDay(goal.date);
  const late = findLate(schedule).map(({ id }) => id);
  return { date: target, fits: days !== null && days >= 0, days, late };
}

function effect(unchanged: Schedule, imagined: PlanDocument): NonNullable<PlanAnalysis['whatIf']> {
  const { after, days, schedule } = effectOf(unchanged, imagined);
  return { date: after === null ? null : toIso(after), days, binding: schedule.binding() };
}
