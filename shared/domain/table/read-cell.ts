import type { Item, LengthUnit } from '../plan/items.ts';
import { choicesOf, mayBeEmpty, textOf, valueOf, type TableData } from './cells.ts';
import { CELL_SORTS, fieldOf, lockOf, type ColumnId, type Lock } from './columns.ts';
import { readDate } from './read-date.ts';

/** Why a text cannot be used in a cell. */
export type CellFault =
  | { why: 'locked'; lock: Lock }
  | { why: 'empty' }
  | { why: 'not-a-date' }
  | { why: 'not-a-number' }
  | { why: 'not-a-length' }
  /** What could be chosen instead. */
  | { why: 'unknown-choice'; choices: string[] }
  | { why: 'shared-choice' };

/** Fields of an item and their new values, as an update takes them. */
export type Changes = Readonly<Record<string, unknown>>;

/** What a text in a cell would change; nothing where it says what is there. */
export type ReadCell = { ok: true; changes: Changes } | { ok: false; fault: CellFault };

const refuse = (fault: CellFault): ReadCell => ({ ok: false, fault });
const change = (field: string, value: unknown): ReadCell => ({ ok: true, changes: { [field]: value } });

/** The change that a text typed or pasted into a cell means. */
export function readCell(text: string, item: Item, column: ColumnId, data: TableData): ReadCell {
  const plainOf = (text: string): string =>
    CELL_SORTS[column] === 'lines' ? withLineFeeds(text) : withLineFeeds(text).trim();
  const plain = plainOf(text);
  if (plain === plainOf(textOf(valueOf(item, column, data)))) return { ok: true, changes: {} };
  const lock = lockOf(column, item.kind);
  const field = fieldOf(column, item.kind);
  if (lock !== null || field === null)
    return plain === '' ? { ok: true, changes: {} } : refuse({ why: 'locked', lock: lock ?? 'no-field' });
  if (plain === '') return mayBeEmpty(column, item.kind) ? emptied(column, field) : refuse({ why: 'empty' });

  switch (CELL_SORTS[column]) {
    case 'text':
    case 'lines':
      return change(field, plain);
    case 'code':
      return { ok: true, changes: readCode(plain) };
    case 'date': {
      const day = readDate(plain);
      return day === null ? refuse({ why: 'not-a-date' }) : change(field, day);
    }
    case 'number':
    case 'money': {
      const number = readNumber(plain);
      if (number === null) return refuse({ why: 'not-a-number' });
      // Cents of an amount like 19.99 must not become 1998.9999999999998.
      return change(field, column === 'cost' ? Math.round(number * 100) : number);
    }
    case 'length': {
      const length = readLength(plain, item.lengthUnit ?? 'day');
      return length === null ? refuse({ why: 'not-a-length' }) : { ok: true, changes: length };
    }
    case 'choice':
      return readChoice(plain, item, column, data);
  }
}

const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** The change of a cell in which one of its choices was picked; `null` for none. */
export function chooseCell(value: string | null, item: Item, column: ColumnId, data: TableData): ReadCell {
  const field = fieldOf(column, item.kind);
  if (field === null) return refuse({ why: 'locked', lock: lockOf(column, item.kind) ?? 'no-field' });
  if (value === null && !mayBeEmpty(column, item.kind)) return refuse({ why: 'empty' });
  if (column === 'program') return { ok: true, changes: intoProgram(item, value, data) };
  return change(field, value);
}

/** A course that goes to another program leaves the terms and requirements of the one it was in. */
function intoProgram(item: Item, programId: string | null, { items }: Pick<TableData, 'items'>): Changes {
  if (item.kind !== 'course' || programId === item.programId) return { programId };
  const term = item.termId === null ? undefined : items.get(item.termId);
  const stays = term === undefined || term.programId === programId;
  return {
    programId,
    ...(stays ? {} : { termId: null }),
    ...(item.requirementId === null ? {} : { requirementId: null }),
  };
}

function readChoice(plain: string, item: Item, column: ColumnId, data: TableData): ReadCell {
  const choices = choicesOf(item, column, data) ?? [];
  const wanted = spelling(plain);
  const [found, another] = choices.filter(
    ({ value, label }) => value === plain || spelling(label) === wanted,
  );
  if (found === undefined)
    return refuse({ why: 'unknown-choice', choices: choices.map(({ label }) => label) });
  return another === undefined
    ? chooseCell(found.value, item, column, data)
    : refuse({ why: 'shared-choice' });
}

function emptied(column: ColumnId, field: string): ReadCell {
  if (column === 'code') return { ok: true, changes: { prefix: '', number: '' } };
  if (column === 'length') return { ok: true, changes: { length: null } };
  return change(field, column === 'notes' ? '' : null);
}

/** `HCA 310`, `HCA310`: what comes before the number, and the number with what follows it. */
function readCode(text: string): { prefix: string; number: string } {
  const found = /\s/.test(text) ? /^(.*\S)\s+(\S*\d\S*)$/.exec(text) : /^([^\d]*[^\d-])-?(\d.*)$/.exec(text);
  if (found) return { prefix: found[1] ?? '', number: found[2] ?? '' };
  return /^\d/.test(text) && !/\s/.test(text) ? { prefix: '', number: text } : { prefix: text, number: '' };
}

/**
 * A number with what people write around it: `1,000`, `$75`, `3 cr`, `40 h`. A comma that stands where thousands do is one
 * of those; anywhere else it is the decimal mark of many countries: `2,5`, `1.049,50`.
 */
export function readNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s$]|(?:USD|credits?|cr|hours?|h|days?)\.?$/gi, '').replace('−', '-');
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return Number(plain);
  if (/^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^-?(\d+|[1-9]\d{0,2}(\.\d{3})+),\d+$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  return null;
}

const UNITS: Readonly<Record<string, LengthUnit>> = {
  d: 'day',
  day: 'day',
  w: 'week',
  wk: 'week',
  week: 'week',
  mo: 'month',
  month: 'month',
  h: 'hour',
  hr: 'hour',
  hour: 'hour',
};

/** `120 days`, `6 wk`, `4 months`; a number alone has the unit that is given. */
export function readLength(
  text: string,
  usual: LengthUnit,
): { length: number; lengthUnit: LengthUnit } | null {
  const [, number = '', word = ''] = /^([\d.,]+)\s*([a-z]*?)s?\.?$/i.exec(text.trim()) ?? [];
  const length = number === '' ? null : readNumber(number);
  const unit = word === '' ? usual : UNITS[word.toLowerCase()];
  return length === null || unit === undefined ? null : { length, lengthUnit: unit };
}

/** Text without what does not matter when two spellings are compared: accents, case, doubled spaces. */
export function spelling(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
