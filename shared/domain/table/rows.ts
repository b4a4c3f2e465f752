import type { Item, Phase } from '../plan/items.ts';
import { searchedText } from '../plan/web-links.ts';
import { textOf, valueOf, type CellValue, type TableData } from './cells.ts';
import type { ColumnId } from './columns.ts';
import { tableGroups, type TableGroup, type TableSection } from './groups.ts';
import { spelling } from './read-cell.ts';

/** By which column and in which direction the rows are sorted. */
export interface Sorting {
  column: ColumnId;
  descending: boolean;
}

/** What the rows of the table are wanted like. */
export interface RowWishes {
  /** Programs with what belongs to them, or one list. */
  grouped: boolean;
  /** `null` is the order of the plan. */
  sorting: Sorting | null;
  /** Words that every row has to have somewhere. */
  filter: string;
}

/** What stands over rows that belong together and is no item itself. */
export type Heading = { sort: 'phase'; phase: Phase } | { sort: 'unplaced' | 'items' };

/** One row: an item, or a heading. Level 0 stands for itself, 1 is under a program, 2 under a term or heading in it. */
export type TableRow =
  | { key: string; item: Item; level: 0 | 1 | 2; heading: null }
  | { key: string; item: null; level: 0 | 1; heading: Heading };

const SEARCHED: readonly ColumnId[] = [
  'title',
  'code',
  'kind',
  'phase',
  'program',
  'term',
  'status',
  'grade',
];

/** The rows of the table in the order in which they are shown. */
export function tableRows(data: TableData, wishes: RowWishes): TableRow[] {
  const found = finder(data, wishes.filter);
  const compare = comparer(data, wishes.sorting);
  if (!wishes.grouped) {
    const items = [...data.items.values()].filter(found);
    return (compare === null ? items : items.sort(compare)).map((item) => itemRow(item, 0));
  }
  return tableGroups(data.items.values(), data.datesOf).flatMap((group) =>
    compare === null ? inSections(group, found) : inOneList(group, found, compare),
  );
}

const itemRow = (item: Item, level: 0 | 1 | 2): TableRow => ({ key: item.id, item, level, heading: null });

/** A program, its terms with their courses, and the rest of it. What is around a found row is shown with it. */
function inSections(group: TableGroup, found: (item: Item) => boolean): TableRow[] {
  const below = group.sections.flatMap((section) => {
    const items = section.items.filter(found);
    const head = headOf(section, group);
    if (items.length === 0 && !(section.term !== null && found(section.term))) return [];
    const level = head === null ? 1 : 2;
    return [...(head === null ? [] : [head]), ...items.map((item) => itemRow(item, level))];
  });
  return underGroup(group, below, found);
}

function headOf({ id, term, sort }: TableSection, { program, sections }: TableGroup): TableRow | null {
  if (term !== null) return itemRow(term, 1);
  if (program === null || (sort === 'items' && sections.length === 1)) return null;
  return { key: id, item: null, level: 1, heading: { sort: sort === 'unplaced' ? 'unplaced' : 'items' } };
}

function inOneList(
  group: TableGroup,
  found: (item: Item) => boolean,
  compare: (a: Item, b: Item) => number,
): TableRow[] {
  const items = group.sections
    .flatMap(({ term, items }) => (term === null ? items : [term, ...items]))
    .filter(found)
    .sort(compare);
  return underGroup(
    group,
    items.map((item) => itemRow(item, 1)),
    found,
  );
}

function underGroup(
  { id, program, phase }: TableGroup,
  below: TableRow[],
  found: (item: Item) => boolean,
): TableRow[] {
  if (below.length === 0 && !(program !== null && found(program))) return [];
  if (program !== null) return [itemRow(program, 0), ...below];
  return [{ key: `phase-${id}`, item: null, level: 0, heading: { sort: 'phase', phase } }, ...below];
}

function finder(data: TableData, filter: string): (item: Item) => boolean {
  const words = spelling(filter).split(' ').filter(Boolean);
  if (words.length === 0) return () => true;
  return (item) => {
    const text = spelling(
      [...SEARCHED.map((column) => textOf(valueOf(item, column, data))), searchedText(item)].join('\n'),
    );
    return words.every((word) => text.includes(word));
  };
}

/** Empty cells come last in both directions; equal ones stay in the order of the plan. */
function comparer(data: TableData, sorting: Sorting | null): ((a: Item, b: Item) => number) | null {
  if (sorting === null) return null;
  const { column, descending } = sorting;
  const values = new Map<string, CellValue>();
  const value = (item: Item): CellValue => {
    let known = values.get(item.id);
    if (known === undefined) values.set(item.id, (known = keyOf(item, column, data)));
    return known;
  };
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (
      sign *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right)))
    );
  };
}

const collator = new Intl.Collator('en-US', { numeric: true });
const DAYS = { day: 1, week: 7, month: 30.4, hour: 1 / 24 };

/** Lengths are compared by their days, not by their text. */
function keyOf(item: Item, column: ColumnId, data: TableData): CellValue {
  if (column !== 'length') return valueOf(item, column, data);
  return item.length === null || item.lengthUnit === null ? null : item.length * DAYS[item.lengthUnit];
}
