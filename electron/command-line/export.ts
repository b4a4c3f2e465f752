import {
  MOST_TILES,
  PRINT_SECTIONS,
  printOptions,
  USUAL_SECTIONS,
  type PrintOptionsInput,
  type PrintSection,
} from '#shared/contract/print-options.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/contract/interop.ts';
import { lossSentence } from '#shared/words/exports.ts';
import { listOf } from '#shared/words/numbers.ts';
import { printNoteSentence } from '#shared/words/printing.ts';
import { baselineNamed } from './baselines.ts';
import {
  CommandFailure,
  planNamed,
  programNamed,
  UsageError,
  type Command,
  type Invocation,
  type Output,
} from './command.ts';
import { writeWhole } from './output-file.ts';
import { dateOption } from './plans.ts';
import { drawWithChromium, printWithChromium } from './printing.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const exportCommands: Record<string, Command> = {
  export: {
    usage:
      'PLAN --format json|csv|ics|svg|png|pdf [-o FILE|-] [--program ID] [--paper letter|a4] [--landscape] [--from DATE] [--to DATE] [--sections LIST] [--baseline NAME|ID] [--per year|N] [--gray] [--without-baselines]',
    summary:
      'Write a plan as a plan file, a curriculum of one program, a calendar, a picture of its timeline or a PDF; “-” is standard output',
    words: [1, 1],
    options: {
      format: text,
      output: { type: 'string', short: 'o' },
      program: text,
      paper: text,
      landscape: flag,
      from: text,
      to: text,
      sections: text,
      baseline: text,
      per: text,
      gray: flag,
      'without-baselines': flag,
    },
    database: 'open',
    run: async (invocation) => {
      const planId = planNamed(invocation, invocation.words[0] ?? '');
      const { format: asked = 'json', program } = invocation.options as Record<string, string | undefined>;
      const format = oneOf('--format', asked, [...EXPORT_FORMATS, 'png', 'pdf'] as const);
      refuseMixedOutput(invocation, format);
      refuseOtherOptions(invocation, format);
      if (format === 'pdf') {
        const options = printOptions.parse(pdfOptions(invocation, planId));
        const { name, pdf, notes } = await printWithChromium(invocation, planId, options);
        return deliver(invocation, pdf, name, { warnings: notes.map(printNoteSentence) });
      }
      const days = format === 'svg' || format === 'png' ? shownDays(invocation.options) : {};
      if (format === 'png') {
        const { name, png, losses } = await drawWithChromium(invocation, { planId, ...days });
        return deliver(invocation, png, name, { losses: losses.map(lossSentence) });
      }
      const written = invocation.ask('plan.export', {
        planId,
        format,
        ...days,
        baselines: invocation.options['without-baselines'] !== true,
        ...(program === undefined ? {} : { programId: programNamed(invocation, planId, program) }),
      });
      return deliver(invocation, written.text, '-', { losses: written.losses.map(lossSentence) });
    },
  },
};

/** Options that say something about some formats only. */
const FORMATS_OF: Readonly<Record<string, readonly (ExportFormat | 'png' | 'pdf')[]>> = {
  program: ['csv'],
  from: ['svg', 'png', 'pdf'],
  to: ['svg', 'png', 'pdf'],
  paper: ['pdf'],
  landscape: ['pdf'],
  sections: ['pdf'],
  baseline: ['pdf'],
  per: ['pdf'],
  gray: ['pdf'],
  'without-baselines': ['json'],
};

/** What has no effect is refused, or a person would wait for it. @throws UsageError */
function refuseOtherOptions({ options }: Invocation, format: ExportFormat | 'png' | 'pdf'): void {
  for (const [option, formats] of Object.entries(FORMATS_OF)) {
    if (options[option] === undefined || formats.includes(format)) continue;
    throw new UsageError(
      `--${option} has no effect on --format ${format}, only on ${listOf(formats)}; leave it out or choose another format.`,
    );
  }
}

/**
 * With `--json` standard output holds one JSON value. A plan file is one; anything else has to go into a file.
 * @throws UsageError
 */
function refuseMixedOutput({ options, json }: Invocation, format: ExportFormat | 'png' | 'pdf'): void {
  const isFile = format === 'png' || format === 'pdf';
  const toStdout = options['output'] === '-' || (options['output'] === undefined && !isFile);
  if (json && toStdout && format !== 'json')
    throw new UsageError(
      `With --json standard output holds JSON and nothing else: name a file for the ${format} with -o, or leave --json out.`,
    );
}

/** The range of days of a picture. */
function shownDays({ from, to }: Invocation['options']): { from?: string; to?: string } {
  return {
    ...(from === undefined ? {} : { from: dateOption('--from', String(from)) }),
    ...(to === undefined ? {} : { to: dateOption('--to', String(to)) }),
  };
}

/**
 * What the format could not hold goes beside the file: into the report, or to stderr when the file is stdout. What came
 * out otherwise than asked goes to stderr, and into the report of `--json`.
 */
function deliver(
  { options, json }: Invocation,
  content: string | Uint8Array,
  fallback: string,
  { losses = [], warnings = [] }: { losses?: string[]; warnings?: string[] } = {},
): Output {
  const file = options['output'] === undefined ? fallback : String(options['output']);
  const lost = losses.length === 0 ? '' : `\nNot in it:\n${losses.map((loss) => `  ${loss}`).join('\n')}`;
  if (file === '-') {
    const raw = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { value: null, text: '', raw, ...noted(...(lost === '' ? [] : [lost.trim()]), ...warnings) };
  }
  writeWhole(file, content);
  return {
    value: { file, losses, warnings },
    text: json ? '' : `Wrote ${file}${lost}`,
    ...noted(...warnings),
  };
}

const noted = (...notes: string[]) => (notes.length === 0 ? {} : { note: notes.join('\n') });

function pdfOptions(invocation: Invocation, planId: string): PrintOptionsInput {
  const { options } = invocation;
  const { paper, from, to, sections, per } = options as Record<string, string | undefined>;
  if (from !== undefined && to !== undefined && dateOption('--to', to) < dateOption('--from', from))
    throw new CommandFailure({
      code: 'unusable-value',
      field: '--to',
      value: to,
      expected: `${from} or later`,
    });
  return {
    landscape: options['landscape'] === true,
    gray: options['gray'] === true,
    ...(paper === undefined ? {} : { paper: oneOf('--paper', paper, ['letter', 'a4'] as const) }),
    ...(from === undefined ? {} : { from: dateOption('--from', from) }),
    ...(to === undefined ? {} : { to: dateOption('--to', to) }),
    ...sectionsOption(invocation, planId, sections),
    ...(per === undefined ? {} : { per: per === 'year' ? 'year' : tilesOption(per) }),
  };
}

/** Which sections, and the baseline of the one that needs one: naming it is asking for that section. */
function sectionsOption(
  invocation: Invocation,
  planId: string,
  list: string | undefined,
): Pick<PrintOptionsInput, 'sections' | 'baseline'> {
  const names = list?.split(',').map((name) => oneOf('--sections', name.trim(), PRINT_SECTIONS));
  const wantsBaseline = invocation.options['baseline'] !== undefined;
  if (names?.includes('changes') !== true && !wantsBaseline)
    return names === undefined ? {} : { sections: names };
  if (names?.includes('changes') === false)
    throw new UsageError(
      '--baseline is what the section “changes” tells from: add changes to --sections, or leave --baseline out.',
    );
  const sections: readonly PrintSection[] = names ?? [...USUAL_SECTIONS, 'changes'];
  return { sections: [...sections], baseline: baselineNamed(invocation, planId).id };
}

function oneOf<Value extends string>(field: string, value: string, known: readonly Value[]): Value {
  const found = known.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const [last] = known.slice(-1);
  const expected = `${known.slice(0, -1).join(', ')} or ${last}`;
  throw new CommandFailure({ code: 'unusable-value', field, value, expected });
}

function tilesOption(value: string): number {
  const tiles = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (tiles >= 1 && tiles <= MOST_TILES) return tiles;
  const expected = `year, or a number of pages from 1 to ${MOST_TILES}`;
  throw new CommandFailure({ code: 'unusable-value', field: '--per', value, expected });
}
