import { decodeText } from '#electron/formats/decode-text.ts';
import { guessFormat } from '#electron/formats/import-plan.ts';
import { planFileSchema } from '#electron/formats/plan-file.ts';
import { IMPORT_FORMATS, type ImportFormat } from '#shared/contract/interop.ts';
import { isIsoDate } from '#shared/domain/time/day.ts';
import { FACILITIES, type Facility } from '#shared/domain/plan/document.ts';
import { CommandFailure, planNamed, UsageError, type Command } from './command.ts';
import { readBytes } from './read-bytes.ts';
import { importTranscript } from './transcripts.ts';
import { planTable } from './tables.ts';

const text = { type: 'string' } as const;

export const planCommands: Record<string, Command> = {
  templates: {
    usage: '',
    summary: 'List the templates a plan can be made from',
    words: [0, 0],
    database: 'none',
    run: async () => {
      const { listTemplates } = await import('#shared/catalog/templates.ts');
      const value = listTemplates().map(({ id, name, summary }) => ({ id, name, summary }));
      return { value, text: value.map(({ id, name, summary }) => `${id}\n  ${name}. ${summary}`).join('\n') };
    },
  },

  new: {
    usage:
      '--template ID [--start DATE] [--jurisdiction CODE] [--facility nursing-home|assisted-living|office] [--route N] [--name NAME]',
    summary: 'Make a plan from a template; without --start it starts today',
    words: [0, 0],
    options: { template: text, start: text, jurisdiction: text, facility: text, route: text, name: text },
    database: 'create',
    run: ({ ask, options, today }) => {
      const { template, start, jurisdiction, facility, route, name } = options as Record<
        string,
        string | undefined
      >;
      if (template === undefined)
        throw new UsageError('Name a template with --template; “throughline templates” lists them.');
      const report = ask('plan.create', {
        templateId: template,
        start: dateOption('--start', start ?? today),
        jurisdiction: jurisdiction?.toUpperCase() ?? null,
        facility: facility === undefined ? null : facilityOption(facility),
        route: route === undefined ? null : wholeOption('--route', route),
        ...(name === undefined ? {} : { name }),
      });
      return { value: report, text: `Made the plan “${report.name}”: ${report.planId}` };
    },
  },

  list: {
    usage: '',
    summary: 'List the plans',
    words: [0, 0],
    database: 'open',
    run: ({ ask }) => {
      const plans = ask('plan.list', {});
      return {
        value: plans,
        text:
          plans.length === 0
            ? 'There is no plan yet.'
            : plans.map(({ id, name }) => `${id}  ${name}`).join('\n'),
      };
    },
  },

  show: {
    usage: 'PLAN',
    summary: 'Show everything in a plan, with its dates',
    words: [1, 1],
    database: 'open',
    run: (invocation) => {
      const planId = planNamed(invocation, invocation.words[0] ?? '');
      const document = invocation.ask('plan.read', { planId });
      return {
        value: document,
        text: invocation.json ? '' : planTable(document, invocation.ask('plan.analyze', { planId })),
      };
    },
  },

  delete: {
    usage: 'PLAN',
    summary: 'Delete a plan; undo brings it back',
    words: [1, 1],
    database: 'open',
    run: (invocation) => {
      const id = planNamed(invocation, invocation.words[0] ?? '');
      invocation.ask('plan.delete', { id });
      return { value: { planId: id }, text: 'Deleted. “throughline undo” brings it back.' };
    },
  },

  import: {
    usage: 'FILE [--as plan|curricular-analytics|transcript] [--start DATE] [--plan PLAN [--program ID]]',
    summary:
      'Read a plan file, a curriculum whose terms begin on a day (today), or a transcript into a plan (--plan), and report every line not used',
    words: [1, 1],
    options: { as: text, start: text, plan: text, program: text },
    database: 'create',
    run: (invocation) => {
      const { words, options, today } = invocation;
      if (options['as'] === 'transcript' || options['plan'] !== undefined)
        return importTranscript(invocation);
      const { as, start = today } = options as Record<string, string | undefined>;
      const format = as === undefined ? undefined : formatOption(as);
      const report = invocation.ask('plan.import', {
        ...readImported(words[0] ?? '', format),
        start: dateOption('--start', start),
      });
      const unused = report.unused.map(({ line, reason }) => `  line ${line}: ${reason}`).join('\n');
      return {
        value: report,
        text: `Imported the plan “${report.name}”: ${report.planId}${unused && `\nNot used as it stands:\n${unused}`}`,
      };
    },
  },

  schema: {
    usage: '',
    summary: 'Print the JSON Schema of the plan file',
    words: [0, 0],
    database: 'none',
    run: () => {
      const schema = planFileSchema();
      return { value: schema, text: JSON.stringify(schema, null, 2) };
    },
  },
};

/** A date given as an option. @throws CommandFailure when it is none. */
export function dateOption(field: string, value: string): string {
  if (isIsoDate(value)) return value;
  throw new CommandFailure({ code: 'unusable-value', field, value, expected: 'a date like 2027-08-23' });
}

/** A whole number from 1 given as an option. @throws CommandFailure when it is none. */
export function wholeOption(field: string, value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new CommandFailure({ code: 'unusable-value', field, value, expected: 'a whole number from 1' });
}

function facilityOption(value: string): Facility {
  const facility = FACILITIES.find((known) => known === value);
  if (facility) return facility;
  throw new CommandFailure({
    code: 'unusable-value',
    field: '--facility',
    value,
    expected: FACILITIES.join(', '),
  });
}

function formatOption(value: string): ImportFormat {
  const format = IMPORT_FORMATS.find((known) => known === value);
  if (format) return format;
  throw new CommandFailure({
    code: 'unusable-value',
    field: '--as',
    value,
    expected: [...IMPORT_FORMATS, 'transcript'].join(', '),
  });
}

/** A file as text with its format, told by its content if none is asked for. A plan file must be UTF-8. @throws CommandFailure */
function readImported(file: string, asked: ImportFormat | undefined): { text: string; as: ImportFormat } {
  const { text: content, encoding } = decodeText(readBytes(file));
  const as = asked ?? guessFormat(content);
  if (as === 'plan' && encoding !== 'utf-8')
    throw new CommandFailure({ code: 'file-unreadable', file, detail: 'it is not UTF-8 text' });
  return { text: content, as };
}
