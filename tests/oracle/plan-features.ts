import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { auditPlan } from '#shared/domain/audit/audit-plan.ts';
import { metricsOf } from '#shared/domain/metrics/metrics-of.ts';

/**
 * What the rules speak of and a plan has, by name: a generator that never draws a thing proves nothing about it.
 * `today` is an ISO day.
 */
export function featuresOf(document: PlanDocument, today: string): Set<string> {
  const day = toDay(today);
  const schedule = schedulePlan(document, day);
  const audits = auditPlan(document);
  return new Set([
    ...document.items.flatMap(itemFeatures),
    ...document.links.flatMap((link) => [
      `link ${link.kind}`,
      ...(link.lag < 0 ? ['lead'] : []),
      ...(link.window === null ? [] : ['window']),
      ...(link.groupId === null ? [] : ['any k of n links']),
      ...(document.items.some(({ id, kind }) => id === link.toId && kind === 'program')
        ? ['link to a program']
        : []),
    ]),
    ...document.requisiteSets.flatMap(({ kind, need, needs }) => [
      `requisite ${kind}`,
      ...(need === null ? [] : ['any k of n requisites']),
      ...(needs.some(({ minGrade }) => minGrade !== null) ? ['minimum grade of a requisite'] : []),
    ]),
    ...document.requirements.flatMap(({ rule, shared, minGrade }) => [
      `group ${rule}`,
      ...(shared ? ['shared group'] : []),
      ...(minGrade === null ? [] : ['minimum grade of a group']),
    ]),
    ...audits.flatMap(({ gpaNeeded, groups }) => [
      ...groups.map(({ status }) => `group ${status}`),
      ...(gpaNeeded === null ? [] : ['GPA needed']),
      ...(groups.some(({ fix }) => fix.courseIds.length > 0) ? ['fix by taking again'] : []),
    ]),
    ...schedule
      .all()
      .flatMap(({ mode, undated, slack }) => [
        `mode ${mode}`,
        ...(undated === null ? [] : [`undated ${undated.cause}`]),
        ...(slack === null || slack === 0 ? [] : [slack < 0 ? 'negative slack' : 'slack']),
      ]),
    ...schedule.chain().map(({ reason }) => `decided by ${reason}`),
    ...(schedule.chain().some(({ tied }) => tied.length > 0) ? ['tie'] : []),
    ...(schedule.goal === null ? [] : [schedule.goal.complete ? 'complete goal' : 'incomplete goal']),
    ...(schedule.goal !== null && schedule.goal.best !== schedule.goal.date ? ['date at best'] : []),
    ...(document.plan.target === null ? [] : ['target']),
    ...([...metricsOf(document).courses.values()].includes(null) ? ['course on a loop'] : []),
    ...findingsOf(document, schedule, day, audits).flatMap(({ code, severity }) => [
      `finding ${code}`,
      `finding ${code} ${severity}`,
    ]),
  ]);
}

function itemFeatures(item: PlanDocument['items'][number]): string[] {
  switch (item.kind) {
    case 'program':
      return [item.system, `GPA of ${item.repeats}`];
    case 'course':
      return [
        `course ${item.status}`,
        ...(item.repeatsId === null ? [] : ['repeat']),
        ...(item.requirementId === null ? [] : ['assigned to a group']),
        ...(item.credits === null ? ['unknown credits'] : []),
        ...(item.grade === null ? [] : ['grade']),
      ];
    case 'experience':
      return item.log.length > 0 ? ['logged hours'] : [];
    case 'step':
      return item.attempts.map(({ result }) => `attempt ${result}`);
    case 'credential':
      return [
        ...(item.ce.length > 0 ? ['logged education'] : []),
        ...(item.expires === null ? [] : ['expires']),
      ];
    default:
      return [];
  }
}
