import { barState, type BarState } from '../layout/bar-state.ts';
import { codeText } from '../plan/course-code.ts';
import {
  COURSE_STATUSES,
  PHASES,
  type CourseStatus,
  type Item,
  type ItemKind,
  type LengthUnit,
  type Phase,
} from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';
import { toIso, type DayNumber } from '../time/day.ts';
import { fieldOf, type ColumnId } from './columns.ts';
import { plainNumber } from './plain-number.ts';

/** What the values of closed lists are called; `shared/words` has them. */
export interface CellWords {
  kinds: Readonly<Record<ItemKind, string>>;
  phases: Readonly<Record<Phase, string>>;
  statuses: Readonly<Record<CourseStatus, string>>;
  states: Readonly<Record<BarState, string>>;
}

/** What the cells of a plan are worked out from. */
export interface TableData {
  items: ReadonlyMap<string, Item>;
  datesOf: (id: string) => ItemDates | null;
  /** The sum of the known credits of the courses of a term that were not withdrawn; `null` where none of them is known. */
  creditsOf: (termId: string) => number | null;
  /** The number of open findings about an item. */
  findingsOf: (id: string) => number;
  today: DayNumber;
  words: CellWords;
}

/** One value that a cell may be given, and what it is called. */
export interface Choice {
  value: string;
  label: string;
}

/**
 * What a cell holds: text, a number, a day as `YYYY-MM-DD`, or `null` for nothing. Choices are the label of what is
 * chosen, money is dollars, a length the text of its number and unit.
 */
export type CellValue = string | number | null;

/** The value of a cell: what it is sorted by and what is copied. */
export function valueOf(item: Item, column: ColumnId, data: TableData): CellValue {
  const field = fieldOf(column, item.kind);
  switch (column) {
    case 'code':
      return item.kind === 'course' ? codeText(item) || null : null;
    case 'kind':
      return data.words.kinds[item.kind];
    case 'program':
      return titleOf(item.programId, data);
    case 'phase':
      return item.phase === null ? null : data.words.phases[item.phase];
    case 'term':
      return item.kind === 'course' ? titleOf(item.termId, data) : null;
    case 'status':
      return statusOf(item, data);
    case 'start':
    case 'end':
      return dayOf(data.datesOf(item.id)?.[column]);
    case 'length':
      return lengthText(item.length, item.lengthUnit);
    case 'cost':
      return item.costCents === null ? null : item.costCents / 100;
    case 'credits':
      if (item.kind === 'course') return item.credits;
      if (item.kind === 'term') return data.creditsOf(item.id);
      return item.kind === 'program' ? item.creditsRequired : null;
    case 'slack':
      return item.kind === 'course' || item.kind === 'term' ? null : (data.datesOf(item.id)?.slack ?? null);
    case 'findings':
      return data.findingsOf(item.id) || null;
    default: {
      const value = field === null ? null : (item as unknown as Record<string, unknown>)[field];
      return value === '' || value === undefined ? null : (value as CellValue);
    }
  }
}

/** A cell as text that says the whole value: what is edited and what a spreadsheet gets. Days are `YYYY-MM-DD`. */
export function textOf(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? plainNumber(value) : value;
}

/** What can be chosen in a cell, in the order to offer it; `null` for a cell that is not chosen but written. */
export function choicesOf(item: Item, column: ColumnId, data: TableData): Choice[] | null {
  switch (column) {
    case 'program':
      return titled([...data.items.values()].filter(({ kind }) => kind === 'program'));
    case 'term':
      return titled(termsOf(item.programId, data));
    case 'phase':
      return PHASES.map((value) => ({ value, label: data.words.phases[value] }));
    case 'status':
      return COURSE_STATUSES.map((value) => ({ value, label: data.words.statuses[value] }));
    default:
      return null;
  }
}

/** The value that is chosen in a cell, as `choicesOf` names it. */
export function chosenIn(item: Item, column: ColumnId): string | null {
  const field = fieldOf(column, item.kind);
  return field === null ? null : ((item as unknown as Record<string, string | null>)[field] ?? null);
}

/** True for a cell that may be empty. */
export function mayBeEmpty(column: ColumnId, kind: ItemKind): boolean {
  switch (column) {
    case 'title':
    case 'status':
      return false;
    case 'program':
      return kind !== 'course' && kind !== 'term';
    case 'start':
    case 'end':
      return false;
    default:
      return true;
  }
}

/** The terms of a program, the earliest first. */
export function termsOf(programId: string | null, { items }: Pick<TableData, 'items'>) {
  return [...items.values()]
    .filter((item) => item.kind === 'term')
    .filter((term) => term.programId === programId)
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : Number(a.firstDay > b.firstDay)));
}

/** `120 days`, `1 week`; `null` where no length is known. */
export function lengthText(length: number | null, unit: LengthUnit | null): string | null {
  if (length === null || unit === null) return null;
  return `${plainNumber(length)} ${unit}${length === 1 ? '' : 's'}`;
}

function statusOf(item: Item, { words, today, datesOf }: TableData): string | null {
  if (item.kind === 'course') return words.statuses[item.status];
  const dates = datesOf(item.id);
  return dates === null || dates.start === null ? null : words.states[barState(item, dates, today)];
}

const titleOf = (id: string | null, { items }: TableData): string | null =>
  id === null ? null : (items.get(id)?.title ?? null);

const dayOf = (day: DayNumber | null | undefined): string | null => (day == null ? null : toIso(day));

const titled = (items: readonly Item[]): Choice[] =>
  items.map(({ id, title }) => ({ value: id, label: title }));

/** The sums of credits that `TableData` asks for, of all terms at once. */
export function creditsByTerm(items: Iterable<Item>): ReadonlyMap<string, number | null> {
  const sums = new Map<string, number | null>();
  const empty: string[] = [];
  for (const item of items) {
    if (item.kind === 'term') empty.push(item.id);
    if (item.kind !== 'course' || item.termId === null || item.status === 'withdrawn') continue;
    const sum = sums.get(item.termId) ?? null;
    if (item.credits === null) sums.set(item.termId, sum);
    else sums.set(item.termId, Math.round(((sum ?? 0) + item.credits) * 1e6) / 1e6);
  }
  for (const id of empty) if (!sums.has(id)) sums.set(id, 0);
  return sums;
}
