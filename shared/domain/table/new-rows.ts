import { blankItem } from '../plan/blank-item.ts';
import { ITEM_KINDS, SEASONS, type Item, type ItemKind, type Season } from '../plan/items.ts';
import type { IsoDate } from '../time/day.ts';
import type { TableData } from './cells.ts';
import { isDerived, lockOf, type ColumnId } from './columns.ts';
import type { PasteTarget } from './plan-paste.ts';
import { planEdit, type CellProblem, type CellText, type CheckFields, type EditFault } from './plan-edits.ts';
import { spelling, type Changes } from './read-cell.ts';

/** Why a row cannot become a new item. */
export type NewRowFault = { why: 'no-title' } | { why: 'program-row' } | { why: 'term-dates' };

/** What a row of the block becomes: the new item with its fields, or none and why. */
export interface NewRow {
  item: Item | null;
  /** The item before anything was written into it. */
  blank: Item;
  fields: Changes;
  problems: (Omit<CellProblem, 'fault'> & { fault: EditFault | NewRowFault })[];
  /** Columns of the row that the plan works out by itself. */
  unused: ColumnId[];
  saysKind: boolean;
  /** True as well where its kind needs no program. */
  saysProgram: boolean;
}

/** Reads a row as a new item. Cells that cannot be used are left out; without a title or what its kind needs, all of it is. */
export function planNewRow(
  key: string,
  cells: readonly CellText[],
  target: Pick<PasteTarget, 'newKind' | 'newProgramId'>,
  data: TableData,
  check: CheckFields,
): NewRow {
  const text = (column: ColumnId): string => cells.find((cell) => cell.column === column)?.text.trim() ?? '';
  const named = text('kind') === '' ? target.newKind : kindNamed(text('kind'), data);
  const kind = named ?? target.newKind;
  const title = text('title') || text('code');
  const saysProgram = !BELONGS.has(kind) || text('program') !== '';
  const programId = BELONGS.has(kind) ? programOf(text('term'), target.newProgramId, data) : null;
  const blank: Item = { ...blankItem(kind, key, title, 0), programId: saysProgram ? null : programId };
  const row: NewRow = {
    item: null,
    blank: { ...blank, title: '', programId: null },
    fields: {},
    problems: [],
    unused: [],
    saysKind: text('kind') !== '',
    saysProgram,
  };
  const refuse = (column: ColumnId, fault: EditFault | NewRowFault): NewRow => {
    row.problems.push({ column, text: text(column), fault });
    return row;
  };

  if (named === undefined)
    return refuse('kind', {
      why: 'unknown-choice',
      choices: ITEM_KINDS.map((each) => data.words.kinds[each]),
    });
  if (kind === 'program') return refuse('kind', { why: 'program-row' });
  if (title === '') return refuse('title', { why: 'no-title' });
  if (BELONGS.has(kind) && !saysProgram && programId === null)
    return refuse('program', needsProgram(kind === 'term' ? 'term' : 'course'));
  const wrong = check(kind, { title });
  if (wrong !== null) return refuse('title', { why: 'not-allowed', problem: wrong });

  const usable = cells.filter(({ column, text }) => {
    if (column === 'kind' || column === 'title') return false;
    if (!isDerived(lockOf(column, kind))) return true;
    if (text.trim() !== '') row.unused.push(column);
    return false;
  });
  const { changes, problems } = planEdit(blank, usable, data, check);
  const outside = problems.filter(({ column }) => column === 'program');
  // Without its program nothing else of a course or term makes sense, which need not be said as well.
  row.problems.push(...(BELONGS.has(kind) && outside.length > 0 ? outside : problems));
  if (
    row.problems.some(
      ({ column, fault }) => fault.why === 'no-sense' || (BELONGS.has(kind) && column === 'program'),
    )
  )
    return row;
  const fields = { title, ...(blank.programId === null ? {} : { programId }), ...changes };
  if (kind !== 'term') return { ...row, fields, item: { ...blank, ...fields } };
  const { firstDay, lastDay } = fields as { firstDay?: IsoDate; lastDay?: IsoDate };
  if (firstDay === undefined || lastDay === undefined) return refuse('start', { why: 'term-dates' });
  const dated = { season: seasonOf(title, firstDay), ...fields };
  return { ...row, fields: dated, item: { ...blank, ...dated } };
}

/** What is always part of a program. */
const BELONGS: ReadonlySet<ItemKind> = new Set(['term', 'course']);

const needsProgram = (noun: 'term' | 'course'): EditFault => ({
  why: 'no-sense',
  problem: { code: 'needs-program', noun },
});

function kindNamed(text: string, { words }: TableData): ItemKind | undefined {
  return ITEM_KINDS.find(
    (kind) => kind === text.toLowerCase() || spelling(words.kinds[kind]) === spelling(text),
  );
}

/** The program of a row that names none: the one whose term it names, if only one has such a term. */
function programOf(term: string, usual: string | null, { items }: TableData): string | null {
  if (term === '') return usual;
  const having = [...items.values()].filter(
    (item) => item.kind === 'term' && spelling(item.title) === spelling(term),
  );
  if (having.some(({ programId }) => programId === usual)) return usual;
  return having.length === 1 ? (having[0]?.programId ?? null) : usual;
}

/** The season in the title of a term, otherwise the usual one of its first day. */
function seasonOf(title: string, firstDay: IsoDate): Season {
  const words = spelling(title)
    .replace('autumn', 'fall')
    .split(/[^a-z]+/);
  const named = SEASONS.find((season) => words.includes(season));
  if (named) return named;
  const month = Number(firstDay.slice(5, 7));
  if (month === 12) return 'winter';
  if (month >= 8) return 'fall';
  return month >= 5 ? 'summer' : 'spring';
}
