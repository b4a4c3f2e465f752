import { describe, expect, it } from 'vitest';
import { CELL_WORDS, TABLE_COLUMNS } from '#shared/words/table.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { toDay } from '../time/day.ts';
import { fromTabs } from './block-text.ts';
import { COLUMN_IDS, type ColumnId } from './columns.ts';
import { fillSelection } from './paste-block.ts';
import { planPaste, type PasteTarget } from './plan-paste.ts';

const plan = aPlan()
  .program('bs', { title: 'Bachelor' })
  .term('f27', { title: 'Fall 2027', firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .course('bio', { title: 'Anatomy', termId: 'f27', prefix: 'BIO', number: '171', credits: 3 })
  .course('math', { title: 'Algebra', credits: 4 })
  .step('exam', { title: 'Exam', length: 1, lengthUnit: 'day' })
  .build();
const items = new Map(plan.items.map((item) => [item.id, item]));
const data = {
  items,
  today: toDay('2027-01-01'),
  datesOf: () => null,
  creditsOf: () => 0,
  findingsOf: () => 0,
  words: CELL_WORDS,
};

function paste(text: string, ids: string[], columns: ColumnId[], over: Partial<PasteTarget> = {}) {
  const target: PasteTarget = {
    items: ids.map((id) => items.get(id)!),
    columns,
    names: TABLE_COLUMNS,
    newKind: 'course',
    newProgramId: 'bs',
    ...over,
  };
  const check = (_kind: unknown, changes: object) =>
    'credits' in changes && Number(changes.credits) > 100 ? 'must be at most 100' : null;
  return planPaste(fromTabs(text), target, data, check);
}
const changesOf = (planned: ReturnType<typeof paste>) =>
  planned.rows.map(({ key, changes }) => [key, changes]);
const faultsOf = (planned: ReturnType<typeof paste>) =>
  planned.faults.map(({ line, title, column, text, fault }) => [line, title, column, text, fault.why]);

describe('pasting into rows that are there', () => {
  it('changes them from the cursor on, and shows what was there', () => {
    const planned = paste('5\tEnrolled\n\tCompleted', ['bio', 'math'], ['credits', 'status', 'grade']);
    expect(changesOf(planned)).toEqual([
      ['bio', { credits: 5, status: 'enrolled' }],
      ['math', { credits: null, status: 'completed' }],
    ]);
    expect(planned.rows[1]?.cells).toEqual([
      { column: 'credits', before: 4, after: null },
      { column: 'status', before: 'Planned', after: 'Completed' },
    ]);
    expect(planned.faults).toEqual([]);
  });

  it('leaves out what cannot be used and says which row and column, and takes the rest', () => {
    const planned = paste('many\tEnrolled\n500\tsome', ['bio', 'exam'], ['credits', 'status']);
    expect(changesOf(planned)).toEqual([['bio', { status: 'enrolled' }]]);
    expect(faultsOf(planned)).toEqual([
      [1, 'Anatomy', 'credits', 'many', 'not-a-number'],
      [2, 'Exam', 'credits', '500', 'locked'],
      [2, 'Exam', 'status', 'some', 'locked'],
    ]);
    expect(faultsOf(paste('500', ['bio'], ['credits']))).toEqual([
      [1, 'Anatomy', 'credits', '500', 'not-allowed'],
    ]);
  });

  it('takes nothing of a row that would make no sense', () => {
    const planned = paste('2027-12-20\t2027-01-01\tIntensive', ['f27'], ['start', 'end', 'notes']);
    expect(planned.rows).toEqual([]);
    expect(faultsOf(planned)).toEqual([[1, 'Fall 2027', 'start', '2027-12-20', 'no-sense']]);
  });

  it('names what stands beyond the last column', () => {
    expect(faultsOf(paste('3\tx', ['bio'], ['credits']))).toEqual([[1, null, null, 'x', 'no-column']]);
  });

  it('goes by the names of columns in the first row, in any order, and names those it does not know', () => {
    const planned = paste('grade\tProfessor\tCREDITS\nA\tLee\t2', ['bio'], ['title', 'code']);
    expect(planned.hasHead).toBe(true);
    expect(changesOf(planned)).toEqual([['bio', { grade: 'A', credits: 2 }]]);
    expect(faultsOf(planned)).toEqual([[1, null, null, 'Professor', 'unknown-heading']]);
  });

  it('takes a first row for headings only where it can be nothing else', () => {
    expect(paste('Notes', ['bio'], ['title']).hasHead).toBe(false);
    expect(paste('Notes\nmore', ['bio', 'math'], ['title']).hasHead).toBe(false);
    expect(paste('Notes\nmore', ['bio'], ['notes']).hasHead).toBe(true);
    expect(paste('Term\tTerm\na\tb', ['bio'], ['title', 'code']).hasHead).toBe(false);
  });
});

describe('pasting below the last row', () => {
  it('makes new items, with the program and kind they do not name', () => {
    const planned = paste('Ethics\tPHI 200\nLaw\tLAW 310', [], ['title', 'code']);
    expect(planned.rows).toMatchObject([
      { isNew: true, kind: 'course', title: 'Ethics' },
      { isNew: true, kind: 'course', title: 'Law' },
    ]);
    expect(planned.rows[0]?.changes).toEqual({
      title: 'Ethics',
      programId: 'bs',
      prefix: 'PHI',
      number: '200',
    });
    expect([planned.asksForKind, planned.asksForProgram]).toEqual([true, true]);
    expect(paste('Fee', [], ['title'], { newKind: 'step' }).rows[0]).toMatchObject({
      kind: 'step',
      changes: { title: 'Fee' },
    });
  });

  it('lets rows name a term that is new above them', () => {
    const text = [
      'Title\tKind\tTerm\tStarts\tEnds',
      'Autumn 2029\tTerm\t\t8/20/2029\t12/14/2029',
      'Law\tCourse\tautumn 2029\t2029-08-20\t',
    ].join('\n');
    const planned = paste(text, [], ['title']);
    expect(planned.rows[0]?.changes).toMatchObject({ season: 'fall', firstDay: '2029-08-20' });
    expect(planned.rows[1]?.changes).toMatchObject({ termId: planned.rows[0]?.key, programId: 'bs' });
    expect(planned.unused).toEqual(['start']);
    expect(planned.faults).toEqual([]);
  });

  it('says why a row cannot become an item', () => {
    const text =
      'Title\tKind\tCredits\n\tCourse\t3\nMaster\tProgram\t36\nFall 2030\tTerm\t\nX\tThing\t\nLong\tCourse\t500';
    const planned = paste(text, [], ['title']);
    expect(faultsOf(planned)).toEqual([
      [2, null, 'title', '', 'no-title'],
      [3, null, 'kind', 'Program', 'program-row'],
      [4, null, 'start', '', 'term-dates'],
      [5, null, 'kind', 'Thing', 'unknown-choice'],
      [6, 'Long', 'credits', '500', 'not-allowed'],
    ]);
    expect(planned.rows.map(({ title }) => title)).toEqual(['Long']);
    const loose = paste('Ethics\t3', [], ['title', 'credits'], { newProgramId: null });
    expect(faultsOf(loose)).toEqual([[1, null, 'program', '', 'no-sense']]);
    const odd = paste('Title\tProgram\tCredits\nEthics\tNone such\t3', [], ['title']);
    expect(faultsOf(odd)).toEqual([[2, null, 'program', 'None such', 'unknown-choice']]);
    expect(odd.rows).toEqual([]);
  });

  it('skips rows without anything in them', () => {
    expect(paste('Ethics\n\nLaw\n\n', [], ['title']).rows).toHaveLength(2);
  });

  it('offers every column to new rows of all kinds without a crash', () => {
    for (const kind of ['Course', 'Term', 'Step', 'Experience', 'Credential', 'Milestone'])
      for (const column of COLUMN_IDS)
        expect(() =>
          paste(`Title\tKind\t${TABLE_COLUMNS[column]}\nX\t${kind}\t1`, [], ['title']),
        ).not.toThrow();
  });
});

describe('a selection', () => {
  const rows = fromTabs('a\tb');

  it('is filled where the block fits into it a whole number of times', () => {
    expect(fillSelection(rows, { height: 2, width: 4 }).map(({ cells }) => cells.join(''))).toEqual([
      'abab',
      'abab',
    ]);
    expect(fillSelection(fromTabs('x'), { height: 3, width: 1 }).map(({ cells }) => cells)).toEqual([
      ['x'],
      ['x'],
      ['x'],
    ]);
  });

  it('is not filled otherwise', () => {
    expect(fillSelection(rows, { height: 1, width: 3 })).toBe(rows);
    expect(fillSelection(fromTabs('a\tb\nc'), { height: 2, width: 4 })).toHaveLength(2);
  });
});
