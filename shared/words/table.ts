import type { Mode } from '#shared/domain/schedule/types.ts';
import type { CellWords } from '#shared/domain/table/cells.ts';
import { CELL_SORTS, type ColumnId, type Lock } from '#shared/domain/table/columns.ts';
import type { CellValue } from '#shared/domain/table/cells.ts';
import type { CellFault } from '#shared/domain/table/read-cell.ts';
import type { NoRowMove } from '#shared/domain/table/move-rows.ts';
import type { Heading } from '#shared/domain/table/rows.ts';
import { formatDay } from './dates.ts';
import { KIND_LABELS, PHASE_LABELS, STATUS_LABELS } from './labels.ts';
import { choiceOf, formatMoney, formatNumber, shortListOf } from './numbers.ts';
import { BAR_STATE_LABELS } from './timeline.ts';

/** What the columns of the table are called, on screen and in what is copied from it. */
export const TABLE_COLUMNS: Record<ColumnId, string> = {
  title: 'Title',
  code: 'Code',
  kind: 'Kind',
  program: 'Program',
  phase: 'Phase',
  term: 'Term',
  credits: 'Credits',
  status: 'Status',
  grade: 'Grade',
  start: 'Starts',
  end: 'Ends',
  notBefore: 'Not before',
  pinStart: 'Fixed first day',
  pinEnd: 'Fixed last day',
  actualStart: 'Began on',
  actualEnd: 'Ended on',
  length: 'Takes',
  hoursRequired: 'Hours required',
  hoursPerWeek: 'Hours per week',
  cost: 'Cost (USD)',
  notes: 'Notes',
  slack: 'Slack (days)',
  findings: 'Findings',
};

/** The words of closed lists, for cells. */
export const CELL_WORDS: CellWords = {
  kinds: KIND_LABELS,
  phases: PHASE_LABELS,
  statuses: STATUS_LABELS,
  states: BAR_STATE_LABELS,
};

/** A value as its cell shows it. */
export function cellText(value: CellValue, column: ColumnId): string {
  if (value === null) return '';
  if (typeof value === 'string') return CELL_SORTS[column] === 'date' ? formatDay(value) : value;
  return CELL_SORTS[column] === 'money' ? formatMoney(Math.round(value * 100)) : formatNumber(value);
}

/** What stands over rows that belong together. */
export function headingText(heading: Heading): string {
  if (heading.sort === 'phase') return PHASE_LABELS[heading.phase];
  return heading.sort === 'unplaced' ? 'Not placed in a term' : 'Experience and steps';
}

const LOCKS: Record<Exclude<Lock, 'dates'>, string> = {
  kind: 'The kind of an item stays as it is. Add another item and delete this one instead.',
  'course-dates': 'A course has the dates of its term. Choose another term, or change the dates of the term.',
  'program-dates': 'A program runs over its terms and experiences. Change their dates instead.',
  'milestone-date': 'The day of a milestone follows from its links. Fix it under “Fixed first day” instead.',
  'milestone-status': 'A milestone is done on a day. Write that day under “Ended on” instead.',
  'recorded-status':
    'This follows from what is recorded. Write the days under “Began on” and “Ended on” instead.',
  'calendar-status': 'This follows from its dates and today.',
  'term-credits': 'A term holds the credits of its courses. Move courses into it or out of it instead.',
  slack: 'This is how many days the item may slip before the goal does. It follows from the links.',
  findings: 'These follow from the plan. Open the details to see them and what to do.',
  'no-field': 'An item of this kind has no such value.',
};

/** Why a cell cannot be written, and what to change instead. */
export function lockSentence(lock: Lock, mode: Mode | null = null): string {
  if (lock !== 'dates') return LOCKS[lock];
  if (mode === 'pinned') return 'This day is fixed. Change it under “Fixed first day” and “Fixed last day”.';
  if (mode === 'actual') return 'This is what happened. Change it under “Began on” and “Ended on”.';
  return 'This day follows from links and lengths. Write a day under “Not before” or “Fixed first day” instead.';
}

/** Why a cell cannot be used as it was typed, and what would do. */
export function cellSentence(fault: CellFault): string {
  switch (fault.why) {
    case 'locked':
      return lockSentence(fault.lock);
    case 'empty':
      return 'This must not be empty; give a value.';
    case 'not-a-date':
      return 'This is not a date; write it like 2027-08-23 or Aug 23, 2027.';
    case 'not-a-number':
      return 'This is not a number; write only digits, such as 3 or 2.5.';
    case 'not-a-length':
      return 'This is not a length of time; write it like 120 days, 6 weeks or 4 months.';
    case 'unknown-choice':
      return fault.choices.length === 0
        ? 'There is nothing to choose here yet; add it to the plan first.'
        : `This is not one of the choices; use ${fault.choices.length > 6 ? `one of ${shortListOf(fault.choices, 5)}` : choiceOf(fault.choices)}.`;
    case 'shared-choice':
      return 'Several have this name; choose the one you mean from the list.';
  }
}

const NO_MOVES: Readonly<Record<NoRowMove | 'sorted', string>> = {
  'at-end': 'There is nothing to go past; this is the end of these rows.',
  'by-date': 'These rows stand in the order of their dates. Choose “One list” to order them by hand.',
  apart: 'These rows stand in different places; choose rows of one term.',
  sorted: 'The rows are sorted by a column; take the sorting back to order them by hand.',
};

/** Why rows cannot be moved up or down. */
export const noMoveSentence = (why: NoRowMove | 'sorted'): string => NO_MOVES[why];
