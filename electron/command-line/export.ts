import type { PrintOptionsInput } from '#shared/contract/print-options.ts';
import { PRINT_SECTIONS, printOptions } from '#shared/contract/print-options.ts';
import { CommandFailure, planNamed, type Command, type Invocation } from './command.ts';
import { writeWhole } from './output-file.ts';
import { dateOption, wholeOption } from './plans.ts';
import { printWithChromium } from './printing.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const exportCommands: Record<string, Command> = {
  export: {
    usage:
      'PLAN --format json|pdf [-o FILE|-] [--paper letter|a4] [--landscape] [--from DATE] [--to DATE] [--sections LIST] [--per year|N] [--gray]',
    summary: 'Write a plan as a plan file or a PDF; “-” is standard output',
    words: [1, 1],
    options: {
      format: text,
      output: { type: 'string', short: 'o' },
      paper: text,
      landscape: flag,
      from: text,
      to: text,
      sections: text,
      per: text,
      gray: flag,
    },
    database: 'open',
    run: async (invocation) => {
      const planId = planNamed(invocation, invocation.words[0] ?? '');
      const format = invocation.options['format'] ?? 'json';
      if (format === 'json') {
        const { text: content } = invocation.ask('plan.export', { planId });
        return deliver(invocation, content, '-');
      }
      if (format === 'pdf') {
        const options = printOptions.parse(pdfOptions(invocation.options));
        const { name, pdf } = await printWithChromium(invocation, planId, options);
        return deliver(invocation, pdf, name);
      }
      throw new CommandFailure({
        code: 'unusable-value',
        field: '--format',
        value: String(format),
        expected: 'json or pdf',
      });
    },
  },
};

function deliver({ options, json }: Invocation, content: string | Uint8Array, fallback: string) {
  const file = options['output'] === undefined ? fallback : String(options['output']);
  if (file === '-')
    return {
      value: null,
      text: '',
      raw: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    };
  writeWhole(file, content);
  return { value: { file }, text: json ? '' : `Wrote ${file}` };
}

function pdfOptions(options: Invocation['options']): PrintOptionsInput {
  const { paper, from, to, sections, per } = options as Record<string, string | undefined>;
  return {
    landscape: options['landscape'] === true,
    gray: options['gray'] === true,
    ...(paper === undefined ? {} : { paper: oneOf('--paper', paper, ['letter', 'a4'] as const) }),
    ...(from === undefined ? {} : { from: dateOption('--from', from) }),
    ...(to === undefined ? {} : { to: dateOption('--to', to) }),
    ...(sections === undefined
      ? {}
      : { sections: sections.split(',').map((name) => oneOf('--sections', name.trim(), PRINT_SECTIONS)) }),
    ...(per === undefined ? {} : { per: per === 'year' ? 'year' : Math.min(60, wholeOption('--per', per)) }),
  };
}

function oneOf<Value extends string>(field: string, value: string, known: readonly Value[]): Value {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined)
    throw new CommandFailure({ code: 'unusable-value', field, value, expected: known.join(', ') });
  return found;
}
