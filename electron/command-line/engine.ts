import type { PlanAnalysis } from '#shared/domain/analysis/types.ts';
import { sentencesForBinding } from '#shared/words/binding.ts';
import { formatDay, formatShift } from '#shared/words/dates.ts';
import { sentenceForFinding } from '#shared/words/findings.ts';
import { countOf } from '#shared/words/numbers.ts';
import { planNamed, type Command } from './command.ts';
import { dateOption } from './plans.ts';

const text = { type: 'string' } as const;

export const engineCommands: Record<string, Command> = {
  analyze: {
    usage: "PLAN [--target DATE] [--what-if 'ITEM.FIELD=VALUE']",
    summary: 'Say the earliest day of the goal, what decides it, slack and findings',
    words: [1, 1],
    options: { target: text, 'what-if': text },
    database: 'open',
    run: (invocation) => {
      const { target, 'what-if': whatIf } = invocation.options as Record<string, string | undefined>;
      const planId = planNamed(invocation, invocation.words[0] ?? '');
      const analysis = invocation.ask('plan.analyze', {
        planId,
        ...(target === undefined ? {} : { target: dateOption('--target', target) }),
        ...(whatIf === undefined ? {} : { whatIf }),
      });
      return { value: analysis, text: invocation.json ? '' : report(analysis) };
    },
  },
};

function report(analysis: PlanAnalysis): string {
  const { goal, target, whatIf, findings } = analysis;
  const lines: string[] = [analysis.name, ''];
  if (!goal) lines.push('This plan has no goal yet. Choose the license, or another item, as its goal.');
  else if (goal.date === null) lines.push(`${goal.title}: no date yet.`);
  else {
    lines.push(`${goal.title}: ${goal.complete ? '' : 'no earlier than '}${formatDay(goal.date)}`);
    if (goal.best !== null && goal.best !== goal.date)
      lines.push(`With the shortest waits: ${formatDay(goal.best)}`);
  }
  if (target) {
    const late = target.late.length > 0 ? `; too late by now: ${countOf(target.late.length, 'item')}` : '';
    lines.push(
      `Target ${formatDay(target.date)}: ${target.fits ? 'fits' : 'does not fit'}${target.days === null ? '' : ` (${formatShift(target.days)})`}${late}`,
    );
  }
  if (whatIf) {
    lines.push(
      `What if: ${whatIf.date === null ? 'no date' : formatDay(whatIf.date)}${whatIf.days === null ? '' : ` (${formatShift(whatIf.days)})`}`,
    );
    lines.push(`  decided then by: ${whatIf.binding.map(({ title }) => title).join(' ← ')}`);
  }
  lines.push('', 'What decides it, from the goal back:', ...chain(analysis));
  const open = findings.filter(({ acknowledged }) => !acknowledged);
  lines.push('', open.length === 0 ? 'No open findings.' : `${countOf(open.length, 'open finding')}:`);
  const titles = new Map(analysis.items.map(({ id, title }) => [id, title]));
  for (const finding of open)
    lines.push(`  ${finding.severity}: ${sentenceForFinding(finding, (id) => titles.get(id) ?? id)}`);
  return lines.join('\n');
}

const chain = (analysis: Pick<PlanAnalysis, 'binding' | 'items'>): string[] =>
  sentencesForBinding(analysis).map((sentence) => `  ${sentence}`);
