import type {
  ComparedField,
  ComparedPlan,
  Days,
  ExplainedItem,
  Explanation,
  ItemDifference,
  PlanComparison,
} from '#shared/domain/compare/types.ts';
import { SEVERITIES, type Severity } from '#shared/domain/findings/types.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { creditsText } from './audit.ts';
import { fieldPhrase } from './compared-fields.ts';
import { formatDay, formatDays, formatShift } from './dates.ts';
import { countOf, formatMoney, formatNumber, listOf, quoted, shortListOf } from './numbers.ts';

/** Why a plan reaches its goal on another day than the first: the difference, and where it has several parts, each of them. */
export interface Explained {
  planId: string;
  lead: string;
  parts: string[];
}

/** One explanation per plan after the first, in the order of the plans. */
export function explainComparison({ plans, explanation }: PlanComparison): Explained[] {
  const [first, ...others] = plans;
  return others.map((plan) => {
    const own = explanation.filter(({ planId }) => planId === plan.planId);
    const difference = differenceOf(plan, first);
    const [only] = own;
    if (only === undefined) return { planId: plan.planId, lead: `${difference}.`, parts: [] };
    if (own.length === 1)
      return { planId: plan.planId, lead: `${difference}, because ${partText(only)}.`, parts: [] };
    const parts = own.map((part) => `${formatShift(part.days)}, because ${partText(part)}`);
    return { planId: plan.planId, lead: `${difference}:`, parts };
  });
}

/** `License: 175 days later`, or why there is no difference to tell. */
function differenceOf({ name, goal, days }: ComparedPlan, first: ComparedPlan | undefined): string {
  if (goal === null) return `${quoted(name)} has no goal to compare`;
  if (goal.date === null) return `${goal.title}: no date yet in ${quoted(name)}`;
  if (days === null) return `${goal.title}: no date to compare with in ${quoted(first?.name ?? '')}`;
  return `${goal.title}: ${days === 0 ? 'the same day' : formatShift(days)}`;
}

/** What one part of a difference comes from: `“AIT” takes 350 days instead of 175 (20 hours per week instead of 40)`. */
export function partText({ cause, items }: Explanation): string {
  const [item] = items;
  const titles = shortListOf(items.map(({ title }) => quoted(title)));
  const are = items.length > 1 ? 'are' : 'is';
  switch (cause) {
    case 'changed':
      return item === undefined ? 'something was changed' : changeText(item);
    case 'added':
      return `${titles} ${are} added${items.length === 1 ? ends(item?.after) : ''}`;
    case 'left-out':
      return `${titles} ${are} left out${items.length === 1 ? takes(item?.before) : ''}`;
    case 'goal':
      return `the goal is ${titles}`;
    case 'together':
      return `${titles} ${are} changed together`;
    case 'time':
      return items.length === 0
        ? 'time has passed'
        : `time has passed and ${titles} ${items.length > 1 ? 'have' : 'has'} not begun`;
  }
}

/** Fields that say nothing about when: they stay out of a sentence about days. */
const UNTIMELY: ReadonlySet<ComparedField> = new Set<ComparedField>([
  'title',
  'phase',
  'notes',
  'url',
  'webLinks',
  'costCents',
  'bestLength',
  'reminders',
  'organization',
  'supervisor',
  'credits',
  'grade',
  'requirement',
]);

function changeText({ kind, title, before, after, fields }: ExplainedItem): string {
  const timely = fields.filter(({ field }) => !UNTIMELY.has(field));
  const [end, nextEnd] = [before?.end ?? null, after?.end ?? null];
  // A term is its two days, and a program moves with its terms.
  if ((kind === 'term' || kind === 'program') && end !== null && nextEnd !== null && end !== nextEnd)
    return `${quoted(title)} ends on ${formatDay(nextEnd)} instead of ${formatDay(end)}`;
  const phrases = timely.map(fieldPhrase);
  const name = quoted(title);
  const [old, next] = [lengthOf(before), lengthOf(after)];
  const because = phrases.length === 0 ? '' : ` (${phrases.join('; ')})`;
  if (old !== null && next !== null && old !== next)
    return `${name} takes ${formatDays(next)} instead of ${formatNumber(old)}${because}`;
  const [start, now] = [before?.start ?? null, after?.start ?? null];
  if (start !== null && now !== null && start !== now)
    return `${name} starts on ${formatDay(now)} instead of ${formatDay(start)}${because}`;
  return `${name} is changed${because}`;
}

const ends = (days: Days | null | undefined): string =>
  days?.end == null
    ? ''
    : days.start === days.end
      ? ` on ${formatDay(days.end)}`
      : ` and ends on ${formatDay(days.end)}`;

const takes = (days: Days | null | undefined): string => {
  const length = lengthOf(days ?? null);
  return length === null ? '' : ` (${formatDays(length)})`;
};

function lengthOf(days: Days | null): number | null {
  return days?.start == null || days.end === null ? null : toDay(days.end) - toDay(days.start) + 1;
}

/** What differs about an item, without its title: `20 hours per week instead of 40`, `only in this plan`. */
export function differenceText(
  { difference, fields, startDays, endDays }: ItemDifference,
  names: {
    first: string;
    other: string;
  },
): string {
  switch (difference) {
    case 'only-first':
      return `only in ${quoted(names.first)}`;
    case 'only-other':
      return `only in ${quoted(names.other)}`;
    case 'changed':
      return fields.map(fieldPhrase).join('; ');
    case 'moved':
      return movedText(startDays, endDays);
  }
}

/** How an item's days moved: `175 days later`, `ends 175 days later`. */
export function movedText(startDays: number | null, endDays: number | null): string {
  if (startDays === null || endDays === null) return 'has dates in one of the plans only';
  if (startDays === endDays) return formatShift(startDays);
  if (startDays === 0) return `ends ${formatShift(endDays)}`;
  return endDays === 0
    ? `starts ${formatShift(startDays)}`
    : `starts ${formatShift(startDays)}, ends ${formatShift(endDays)}`;
}

/** `42 of 120 credits earned, 78 planned`, and the courses of unknown credits. */
export function allCreditsText({ earned, planned, required, unknown }: ComparedPlan['credits']): string {
  const sums = creditsText({ creditsEarned: earned, creditsPlanned: planned, creditsRequired: required });
  return unknown === 0 ? sums : `${sums}, ${countOf(unknown, 'course')} of unknown credits`;
}

/** `1,000 required, 40 logged`. */
export function hoursText({ required, logged }: ComparedPlan['hours']): string {
  return `${formatNumber(required)} required, ${formatNumber(logged)} logged`;
}

/** `$1,050`, and how many items have no known cost. */
export function costText({
  costCents,
  costUnknown,
}: Pick<ComparedPlan, 'costCents' | 'costUnknown'>): string {
  if (costCents === 0 && costUnknown > 0) return 'not known';
  return `${formatMoney(costCents)}${costUnknown === 0 ? '' : `, ${countOf(costUnknown, 'item')} not known`}`;
}

const SEVERITY_NOUNS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** `2 errors and 1 warning open, 3 acknowledged`. */
export function findingsText(findings: ComparedPlan['findings']): string {
  const open = SEVERITIES.filter((severity) => findings[severity].open > 0).map((severity) =>
    countOf(findings[severity].open, SEVERITY_NOUNS[severity]),
  );
  const acknowledged = SEVERITIES.reduce((sum, severity) => sum + findings[severity].acknowledged, 0);
  const said = open.length === 0 ? 'none open' : `${listOf(open)} open`;
  return acknowledged === 0 ? said : `${said}, ${formatNumber(acknowledged)} acknowledged`;
}
