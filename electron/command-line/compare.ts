import type { ItemDifference, PlanComparison } from '#shared/domain/compare/types.ts';
import {
  costText,
  allCreditsText,
  differenceText,
  explainComparison,
  findingsText,
  hoursText,
  movedText,
} from '#shared/words/comparison.ts';
import { formatDay, formatDayOr, formatShift } from '#shared/words/dates.ts';
import { countOf, quoted } from '#shared/words/numbers.ts';
import { planNamed, type Command } from './command.ts';
import { columns } from './tables.ts';

export const compareCommands: Record<string, Command> = {
  compare: {
    usage: 'PLAN PLAN [PLAN [PLAN]]',
    summary: 'Put two to four plans beside each other and say what makes the difference',
    words: [2, 4],
    database: 'open',
    run: (invocation) => {
      const planIds = invocation.words.map((word) => planNamed(invocation, word));
      const comparison = invocation.ask('plan.compare', { planIds });
      return { value: comparison, text: invocation.json ? '' : report(comparison) };
    },
  },
};

function report(comparison: PlanComparison): string {
  const { plans, differences } = comparison;
  const [first, ...others] = plans;
  const lines = [columns(table(comparison)), ''];
  for (const { planId, lead, parts } of explainComparison(comparison)) {
    const name = plans.find((plan) => plan.planId === planId)?.name ?? planId;
    const told = others.length > 1 ? `${quoted(name)}: ` : '';
    lines.push(`${told}${lead}`, ...parts.map((part) => `  ${part}`));
  }
  for (const { planId, name } of others) {
    const own = differences.filter((each) => each.planId === planId);
    lines.push('', ...differenceLines(own, { first: first?.name ?? '', other: name }));
  }
  return lines.join('\n');
}

function table({ plans }: PlanComparison): string[][] {
  return [
    ['', ...plans.map(({ name }) => name)],
    ['Goal', ...plans.map(({ goal }) => goal?.title ?? 'none')],
    [
      'Earliest',
      ...plans.map(({ goal }) =>
        goal?.date == null ? 'no date' : `${goal.complete ? '' : 'no earlier than '}${formatDay(goal.date)}`,
      ),
    ],
    [
      'Against the first',
      ...plans.map(({ days }, place) => (place === 0 ? '' : days === null ? 'not known' : formatShift(days))),
    ],
    ['With the shortest waits', ...plans.map(({ goal }) => formatDayOr(goal?.best ?? null, 'no date'))],
    ['Decided by', ...plans.map(({ decides }) => decides?.title ?? 'nothing yet')],
    ['Credits', ...plans.map(({ credits }) => allCreditsText(credits))],
    ['Hours', ...plans.map(({ hours }) => hoursText(hours))],
    ['Cost', ...plans.map(costText)],
    ['Findings', ...plans.map(({ findings }) => findingsText(findings))],
  ];
}

/** A start a year later moves a hundred courses, which says nothing more after the first few. */
const MOST_MOVED = 12;

function differenceLines(
  differences: readonly ItemDifference[],
  names: { first: string; other: string },
): string[] {
  if (differences.length === 0) return [`${quoted(names.other)} differs in nothing.`];
  const causes = differences.filter(({ difference }) => difference !== 'moved');
  const moved = differences.filter(({ difference }) => difference === 'moved');
  const lines = [`What differs in ${quoted(names.other)}: ${countOf(causes.length, 'item')}`];
  if (causes.length > 0) {
    const rows = causes.map((each) => {
      const shift = each.first === null || each.other === null ? '' : movedText(each.startDays, each.endDays);
      return [`  ${each.title}`, shift, differenceText(each, names)];
    });
    lines.push(columns(rows));
  }
  if (moved.length > 0) {
    lines.push(`Moved because of that: ${countOf(moved.length, 'item')}`);
    const shown = moved.slice(0, MOST_MOVED);
    lines.push(columns(shown.map((each) => [`  ${each.title}`, differenceText(each, names)])));
    if (shown.length < moved.length)
      lines.push(`  and ${moved.length - shown.length} more; --json lists all of them`);
  }
  return lines;
}
