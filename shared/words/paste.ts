import type { PasteFault, PastePlan } from '#shared/domain/table/plan-paste.ts';
import type { ColumnId } from '#shared/domain/table/columns.ts';
import type { CellProblem } from '#shared/domain/table/plan-edits.ts';
import { sentenceFor } from './failures.ts';
import { capitalized, countOf, formatNumber, listOf, quoted, shortListOf } from './numbers.ts';
import { problemText } from './problem.ts';
import { cellSentence, TABLE_COLUMNS } from './table.ts';

/** What pasting is called where the cells are asked for. */
export const PASTE_TITLE = 'Paste from a spreadsheet';

/** Why a pasted text is left out, and what would do. */
export function pasteReason(fault: PasteFault['fault']): string {
  switch (fault.why) {
    case 'no-title':
      return 'A new row needs a title; give it one.';
    case 'program-row':
      return 'A program is added with “Add”, which asks for its level; then paste what belongs to it.';
    case 'term-dates':
      return 'A new term needs its first and its last day; give both.';
    case 'unknown-heading':
      return 'No column has this name; use the name of a column.';
    case 'no-column':
      return 'There is no column here; begin further to the left, or show more columns.';
    case 'not-allowed':
      return `${capitalized(problemText(fault.problem))}.`;
    case 'no-sense':
      return sentenceFor(fault.problem);
    default:
      return cellSentence(fault);
  }
}

/** Why cells are not emptied. */
export function notClearedSentence(title: string, { column, fault }: CellProblem): string {
  const reason =
    fault.why === 'empty'
      ? `${lowerFirst(TABLE_COLUMNS[column])} must not be empty.`
      : lowerFirst(pasteReason(fault));
  return `Nothing was cleared because of ${quoted(title)}: ${reason}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Where a text stands that is left out: `Line 2, Status of “Anatomy”`. */
export function placeText(line: number, column: ColumnId | null, title: string | null): string {
  const place =
    column === null ? '' : `, ${TABLE_COLUMNS[column]}${title === null ? '' : ` of ${quoted(title)}`}`;
  return `Line ${formatNumber(line)}${place}`;
}

/** What pasting would do, in numbers: `5 cells of 3 items change, and 2 items are new.` */
export function pasteSummary({ rows, faults }: Pick<PastePlan, 'rows' | 'faults'>): string {
  const changed = rows.filter(({ isNew }) => !isNew);
  const cells = changed.reduce((sum, row) => sum + row.cells.length, 0);
  const added = rows.length - changed.length;
  const parts = [
    ...(cells === 0
      ? []
      : [
          `${countOf(cells, 'cell')} of ${countOf(changed.length, 'item')} ${cells === 1 ? 'changes' : 'change'}`,
        ]),
    ...(added === 0 ? [] : [`${countOf(added, 'item')} ${added === 1 ? 'is' : 'are'} new`]),
    ...(faults.length === 0
      ? []
      : [`${countOf(faults.length, 'cell')} ${faults.length === 1 ? 'is' : 'are'} left out`]),
  ];
  if (rows.length === 0 && faults.length === 0) return 'This says what is there already; nothing changes.';
  return `${listOf(parts)}.`;
}

/** What is worked out for new rows, although the block has it; `null` where there is nothing to say. */
export function unusedSentence({ unused }: Pick<PastePlan, 'unused'>): string | null {
  if (unused.length === 0) return null;
  const names = unused.map((column) => TABLE_COLUMNS[column]);
  return `The plan works out for new rows: ${shortListOf(names, 6)}.`;
}
