import { groupChanges } from '#shared/domain/baseline/group-changes.ts';
import type { BaselineComparison, BaselineItem, BaselineSummary } from '#shared/domain/baseline/types.ts';
import {
  baselineTitle,
  CHANGE_TITLES,
  explainBaseline,
  isUnchanged,
  itemChangeText,
  itemShiftText,
  planFieldText,
  unchangedText,
} from '#shared/words/baseline.ts';
import { allCreditsText, costText, hoursText } from '#shared/words/comparison.ts';
import { formatDay, formatShift } from '#shared/words/dates.ts';
import { sentenceForFinding } from '#shared/words/findings.ts';
import { countOf, quoted } from '#shared/words/numbers.ts';
import {
  CommandFailure,
  planNamed,
  UsageError,
  type Command,
  type Invocation,
  type Output,
} from './command.ts';
import { columns } from './tables.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const baselineCommands: Record<string, Command> = {
  baseline: {
    usage: 'PLAN [--take NAME | --compare | --rename NAME | --delete] [--baseline NAME|ID]',
    summary:
      'List the baselines of a plan, keep it as it stands (--take), or say what became of it since the newest or a named one (--compare)',
    words: [1, 1],
    options: { take: text, compare: flag, rename: text, delete: flag, baseline: text },
    database: 'open',
    run: (invocation) => {
      const { words, options } = invocation;
      const wanted = ['take', 'compare', 'rename', 'delete'].filter((name) => options[name] !== undefined);
      if (wanted.length > 1)
        throw new UsageError(`Choose one of --${wanted.join(' and --')}; each does something else.`);
      if (wanted[0] === undefined && options['baseline'] !== undefined)
        throw new UsageError('Say what to do with that baseline: --compare, --rename NAME or --delete.');
      if (wanted[0] === 'delete' && options['baseline'] === undefined)
        throw new UsageError('Name the baseline to delete with --baseline.');
      const planId = planNamed(invocation, words[0] ?? '');
      switch (wanted[0]) {
        case 'take':
          return take(invocation, planId, String(options['take']));
        case 'compare':
          return compare(invocation, planId);
        case 'rename':
          return rename(invocation, planId, String(options['rename']));
        case 'delete':
          return remove(invocation, planId);
        default:
          return list(invocation, planId);
      }
    },
  },
};

/**
 * The baseline that `--baseline` names, by id or by name; without the option the newest.
 * @throws CommandFailure when there is none.
 */
export function baselineNamed(
  { ask, options }: Pick<Invocation, 'ask' | 'options'>,
  planId: string,
): BaselineSummary {
  const baselines = ask('baseline.list', { planId });
  const { baseline: word } = options;
  const chosen =
    word === undefined
      ? baselines[0]
      : (baselines.find(({ id }) => id === word) ?? baselines.find(({ name }) => name === word));
  if (chosen) return chosen;
  const plan = ask('plan.list', {}).find(({ id }) => id === planId)?.name ?? planId;
  throw new CommandFailure(
    word === undefined || baselines.length === 0
      ? { code: 'no-baseline', plan }
      : { code: 'unknown-baseline', plan, name: String(word), known: baselines.map(({ name }) => name) },
  );
}

function list({ ask }: Invocation, planId: string): Output {
  const baselines = ask('baseline.list', { planId });
  const rows = baselines.map(({ id, name, takenOn }) => [id, takenOn, name]);
  return {
    value: baselines,
    text: rows.length === 0 ? 'There is no baseline yet; take one with --take NAME.' : columns(rows),
  };
}

function take({ ask }: Invocation, planId: string, name: string): Output {
  const taken = ask('baseline.take', { planId, name });
  return { value: taken, text: `Took the baseline ${quoted(taken.name)}: ${taken.id}` };
}

function rename(invocation: Invocation, planId: string, name: string): Output {
  const { id, name: old } = baselineNamed(invocation, planId);
  invocation.ask('baseline.rename', { id, name });
  return { value: { id, name }, text: `Renamed ${quoted(old)} to ${quoted(name)}.` };
}

function remove(invocation: Invocation, planId: string): Output {
  const { id, name } = baselineNamed(invocation, planId);
  invocation.ask('baseline.delete', { id });
  return { value: { id, name }, text: `Deleted ${quoted(name)}. “throughline undo” brings it back.` };
}

function compare(invocation: Invocation, planId: string): Output {
  const { id } = baselineNamed(invocation, planId);
  const comparison = invocation.ask('baseline.compare', { planId, baselineId: id });
  if (invocation.json) return { value: comparison, text: '' };
  const { items } = invocation.ask('plan.read', { planId });
  const titles = new Map(items.map((item) => [item.id, item.title]));
  return { value: comparison, text: report(comparison, (each) => titles.get(each) ?? each) };
}

/** A start a year later moves a hundred courses, which says nothing more after the first few. */
const MOST_MOVED = 12;

function report(comparison: BaselineComparison, titleOf: (id: string) => string): string {
  const { name, baseline, plan, items, findings } = comparison;
  const { lead, parts } = explainBaseline(comparison);
  const lines = [`${name} since ${baselineTitle(baseline)}`, '', columns(figures(comparison)), ''];
  lines.push(lead, ...parts.map((part) => `  ${part}`));
  if (isUnchanged(comparison)) lines.push(unchangedText(baseline.name));
  lines.push(...plan.map(planFieldText));
  for (const { group, items: own } of groupChanges(items)) {
    const shown = group === 'moved' ? own.slice(0, MOST_MOVED) : own;
    lines.push('', `${CHANGE_TITLES[group]}: ${countOf(own.length, 'item')}`, columns(shown.map(itemRow)));
    if (shown.length < own.length)
      lines.push(`  and ${own.length - shown.length} more; --json lists all of them`);
  }
  if (findings.added.length > 0) {
    const sentences = findings.added.map((finding) => `  ${sentenceForFinding(finding, titleOf)}`);
    lines.push('', 'Noticed since:', ...sentences);
  }
  if (findings.gone.length > 0)
    lines.push('', `No longer noticed: ${countOf(findings.gone.length, 'finding')}`);
  return lines.join('\n');
}

function figures({ baseline, before, now, days }: BaselineComparison): string[][] {
  const sides = [before, now];
  return [
    ['', baseline.name, 'Now'],
    ['Goal', ...sides.map(({ goal }) => goal?.title ?? 'none')],
    [
      'Earliest',
      ...sides.map(({ goal }) =>
        goal?.date == null ? 'no date' : `${goal.complete ? '' : 'no earlier than '}${formatDay(goal.date)}`,
      ),
    ],
    ['Drift', '', days === null ? 'not known' : formatShift(days)],
    ['Decided by', ...sides.map(({ decides }) => decides?.title ?? 'nothing yet')],
    ['Credits', ...sides.map(({ credits }) => allCreditsText(credits))],
    ['Hours', ...sides.map(({ hours }) => hoursText(hours))],
    ['Cost', ...sides.map(costText)],
  ];
}

function itemRow(item: BaselineItem): string[] {
  const shift = item.change === 'changed' ? (itemShiftText(item) ?? '') : '';
  return [`  ${item.title}`, shift, itemChangeText(item)];
}
