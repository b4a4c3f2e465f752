import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_WORDS, TABLE_COLUMNS } from '#shared/words/table.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { COURSE_STATUSES, LENGTH_UNITS, type Item } from '../plan/items.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { fromTabs, toTabs } from './block-text.ts';
import { creditsByTerm, textOf, valueOf, type TableData } from './cells.ts';
import { COLUMN_IDS } from './columns.ts';
import { planPaste, type PasteTarget } from './plan-paste.ts';

/** Text with everything that has a meaning on a clipboard. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'ß',
      '中',
      ' ',
      '"',
      '""',
      '\t',
      '\n',
      '\r',
      '\r\n',
      "'",
      '=',
      '+',
      '-',
      '@',
      '0',
      ',',
    ),
  )
  .map((parts) => parts.join(''));
const title = text.map((each) => each.trim()).filter((each) => each !== '');
const day = fc.constantFrom(null, '1999-12-31', '2027-02-28', '2199-12-31');
const number = fc.constantFrom(null, 0, 3, 2.5, 1e-7, 1 / 3, 123_456.75);

const course = fc.record({
  title,
  notes: text,
  prefix: title.map((each) => each.slice(0, 40).trim()),
  number: fc.constantFrom('', '101', '2L', '1 2'),
  credits: number,
  status: fc.constantFrom(...COURSE_STATUSES),
  grade: fc.option(title),
  placed: fc.boolean(),
});
const step = fc.record({
  title,
  notes: text,
  notBefore: day,
  pinStart: day,
  costCents: fc.constantFrom(null, 0, 1, 1999, 104_950),
  length: fc.constantFrom(null, 1, 120),
  lengthUnit: fc.constantFrom(...LENGTH_UNITS),
});
const plans = fc.record({ names: fc.tuple(title, title), courses: fc.array(course), steps: fc.array(step) });

function tableOf({
  names,
  courses,
  steps,
}: { names: [string, string] } & Record<'courses' | 'steps', object[]>) {
  const builder = aPlan()
    .program('bs', { title: names[0] })
    .term('t1', { title: names[1] })
    .term('t2', { title: names[1] });
  courses.forEach((each, at) => {
    const { placed, ...over } = each as { placed: boolean };
    builder.course(`c${at}`, { ...over, termId: placed ? 't1' : null });
  });
  steps.forEach((over, at) => builder.step(`s${at}`, over));
  const plan = builder.build();
  const today = toDay('2027-01-01');
  const schedule = schedulePlan(plan, today);
  const credits = creditsByTerm(plan.items);
  const data: TableData = {
    items: new Map(plan.items.map((item) => [item.id, item])),
    today,
    datesOf: (id) => schedule.dates(id),
    creditsOf: (id) => credits.get(id) ?? null,
    findingsOf: () => 2,
    words: CELL_WORDS,
  };
  return { items: plan.items as readonly Item[], data };
}

const options = { numRuns: 300 };

describe('what is copied', () => {
  it('is read back cell by cell', () => {
    const cell = fc.oneof(text, number);
    const width = fc.integer({ min: 1, max: 4 });
    const blocks = width.chain((cells) =>
      fc.array(fc.array(cell, { minLength: cells, maxLength: cells }), { minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(blocks, (rows) => {
        const lineEnds = (each: string) => each.replaceAll(/\r\n?/g, '\n');
        const written = rows.map((cells) => cells.map((each) => lineEnds(textOf(each))));
        // A last row of one empty cell is what a spreadsheet's last line end looks like.
        fc.pre(!(written.at(-1)?.length === 1 && written.at(-1)?.[0] === ''));
        expect(fromTabs(toTabs(rows)).map(({ cells }) => cells)).toEqual(written);
      }),
      options,
    );
  });

  it('changes nothing when it is pasted where it was, with and without the names of the columns', () => {
    fc.assert(
      fc.property(plans, fc.boolean(), fc.nat(), fc.nat(), (random, withHead, from, left) => {
        const { items, data } = tableOf(random);
        const rows = items.slice(from % items.length);
        const columns = COLUMN_IDS.slice(left % COLUMN_IDS.length);
        const cells = rows.map((item) => columns.map((column) => valueOf(item, column, data)));
        const head = withHead && columns.length > 1 ? [columns.map((column) => TABLE_COLUMNS[column])] : [];
        const target: PasteTarget = {
          items: rows,
          columns,
          names: TABLE_COLUMNS,
          newKind: 'course',
          newProgramId: 'bs',
        };
        const planned = planPaste(fromTabs(toTabs([...head, ...cells])), target, data, () => null);
        expect(planned.rows).toEqual([]);
        expect(planned.faults).toEqual([]);
      }),
      options,
    );
  });
});
