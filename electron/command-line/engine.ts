import { analysisText } from './analysis-text.ts';
import { planNamed, type Command } from './command.ts';
import { dateOption } from './plans.ts';

const text = { type: 'string' } as const;

export const engineCommands: Record<string, Command> = {
  analyze: {
    usage: "PLAN [--target DATE] [--what-if 'ITEM.FIELD=VALUE']",
    summary: 'Say the earliest day of the goal, what decides it, the audit and findings',
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
      return { value: analysis, text: invocation.json ? '' : analysisText(analysis) };
    },
  },
};
