import type { PlanAnalysis } from '#shared/domain/analysis/types.ts';
import { mainDecider } from '#shared/domain/schedule/binding.ts';
import { toDay } from '#shared/domain/time/day.ts';
import {
  creditsText,
  fixSentences,
  gpaNeededSentence,
  gpaText,
  GROUP_STATUS_LABELS,
  groupText,
  inexactSentence,
  unknownCreditsSentence,
  whyNotCounted,
  type AuditNames,
} from '#shared/words/audit.ts';
import { sentenceForGain, sentencesForBinding } from '#shared/words/binding.ts';
import { formatDay } from '#shared/words/dates.ts';
import { sentenceForFinding } from '#shared/words/findings.ts';
import { programMetricsText } from '#shared/words/metrics.ts';
import { countOf, formatTenths, quoted } from '#shared/words/numbers.ts';
import { trialSentence } from '#shared/words/reason.ts';
import { routesSentence } from '#shared/words/routes.ts';
import { latestStartSentence, targetSentence } from '#shared/words/target.ts';

/** An analysis for people: the goal, what decides it, what else would, the audit, and the findings. */
export function analysisText(analysis: PlanAnalysis): string {
  const titles = new Map(analysis.items.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  return [
    [analysis.name],
    goalLines(analysis),
    targetLines(analysis),
    whatIfLines(analysis),
    under('What decides it, from the goal back:', sentencesForBinding(analysis)),
    under('What would bring it forward, and what else would decide then:', gains(analysis, titleOf)),
    analysis.routes.map(routesSentence),
    ...analysis.audit.map((audit) => auditLines(analysis, audit, titleOf)),
    findingLines(analysis, titleOf),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** A heading with indented lines; nothing without lines. */
function under(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

function goalLines({ goal }: PlanAnalysis): string[] {
  if (!goal) return ['This plan has no goal yet. Choose the license, or another item, as its goal.'];
  if (goal.date === null) return [`${goal.title}: no date yet.`];
  const lines = [`${goal.title}: ${goal.complete ? '' : 'no earlier than '}${formatDay(goal.date)}`];
  if (goal.best !== null && goal.best !== goal.date)
    lines.push(`With the shortest waits: ${formatDay(goal.best)}`);
  return lines;
}

function targetLines({ target, items }: PlanAnalysis): string[] {
  if (!target) return [];
  const late = new Set(target.late);
  const sentences = items
    .filter(({ id }) => late.has(id))
    .flatMap(({ title, start, latestStart }) =>
      start === null || latestStart === null
        ? []
        : [{ latestStart, text: latestStartSentence(title, latestStart, toDay(start) - toDay(latestStart)) }],
    )
    .toSorted((a, b) => (a.latestStart < b.latestStart ? -1 : Number(a.latestStart > b.latestStart)));
  return [
    targetSentence(target.date, target.days),
    ...under(
      'What no longer fits:',
      sentences.map(({ text }) => text),
    ),
  ];
}

function whatIfLines({ goal, whatIf }: PlanAnalysis): string[] {
  if (!whatIf || !goal) return [];
  const decider = mainDecider(whatIf.binding)?.title ?? null;
  return [
    `What if: ${trialSentence(goal.title, { ...whatIf, decider })}`,
    ...(whatIf.binding.length === 0
      ? []
      : [
          `  What decides it then, from the goal back: ${whatIf.binding.map(({ title }) => title).join(' ← ')}`,
        ]),
  ];
}

function gains({ binding }: PlanAnalysis, titleOf: (id: string) => string): string[] {
  return binding.map((entry) => sentenceForGain(entry, titleOf)).filter((sentence) => sentence !== null);
}

function auditLines(
  analysis: PlanAnalysis,
  audit: PlanAnalysis['audit'][number],
  titleOf: (id: string) => string,
): string[] {
  const courses = new Map(analysis.courses.map(({ id, code, title }) => [id, `${code} ${title}`.trim()]));
  const groups = new Map(audit.groups.map(({ requirementId, title }) => [requirementId, title]));
  const names: AuditNames = {
    course: (id) => quoted(courses.get(id) ?? id),
    group: (id) => quoted(groups.get(id) ?? id),
    program: (id) => quoted(titleOf(id)),
  };
  const { gpa, gpaNeeded, minimumNeeded } = audit;
  const metrics = analysis.metrics.find(({ programId }) => programId === audit.programId);
  const lines = [
    `${creditsText(audit)}.`,
    unknownCreditsSentence(audit.unknownCredits.map(names.course)),
    `${gpaText(audit)}.`,
    gpaNeeded && gpaNeededSentence(gpaNeeded, audit.gpaSort ?? 'minimum', gpa),
    minimumNeeded && gpaNeededSentence(minimumNeeded, 'minimum', gpa),
    ...audit.groups.flatMap((group) => [
      `${GROUP_STATUS_LABELS[group.status]}: ${quoted(group.title)}, ${groupText(group)}.`,
      ...fixSentences(group, names).map((sentence) => `  ${sentence}`),
    ]),
    ...audit.notCounted.map(
      (each) => `Not counted: ${names.course(each.courseId)}, because ${whyNotCounted(each, names)}.`,
    ),
    audit.exact ? null : inexactSentence([quoted(titleOf(audit.programId))]),
    metrics ? `${programMetricsText(metrics)}.` : null,
  ];
  return under(
    `${titleOf(audit.programId)}:`,
    lines.filter((line) => line !== null),
  );
}

function findingLines({ findings, totals, audit }: PlanAnalysis, titleOf: (id: string) => string): string[] {
  const open = findings.filter(({ acknowledged }) => !acknowledged);
  const total =
    audit.length > 1
      ? [
          `All programs together: ${countOf(totals.credits, 'credit')}, complexity ${formatTenths(totals.complexity)}.`,
          '',
        ]
      : [];
  return [
    ...total,
    open.length === 0 ? 'No open findings.' : `${countOf(open.length, 'open finding')}:`,
    ...open.map((finding) => `  ${finding.severity}: ${sentenceForFinding(finding, titleOf)}`),
  ];
}
