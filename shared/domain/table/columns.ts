import type { ItemKind } from '../plan/items.ts';

/** The columns of the table, in the order in which they first appear. */
export const COLUMN_IDS = [
  'title',
  'code',
  'kind',
  'program',
  'phase',
  'term',
  'credits',
  'status',
  'grade',
  'start',
  'end',
  'notBefore',
  'pinStart',
  'pinEnd',
  'actualStart',
  'actualEnd',
  'length',
  'hoursRequired',
  'hoursPerWeek',
  'cost',
  'notes',
  'slack',
  'findings',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** What the cells of a column hold, and with it how they are written, read and edited. */
export type CellSort = 'text' | 'lines' | 'code' | 'number' | 'money' | 'date' | 'length' | 'choice';

export const CELL_SORTS: Readonly<Record<ColumnId, CellSort>> = {
  title: 'text',
  code: 'code',
  kind: 'choice',
  program: 'choice',
  phase: 'choice',
  term: 'choice',
  credits: 'number',
  status: 'choice',
  grade: 'text',
  start: 'date',
  end: 'date',
  notBefore: 'date',
  pinStart: 'date',
  pinEnd: 'date',
  actualStart: 'date',
  actualEnd: 'date',
  length: 'length',
  hoursRequired: 'number',
  hoursPerWeek: 'number',
  cost: 'money',
  notes: 'lines',
  slack: 'number',
  findings: 'number',
};

type Fields = Partial<Record<ItemKind, string>>;

const forKinds = (field: string, ...kinds: ItemKind[]): Fields =>
  Object.fromEntries(kinds.map((kind) => [kind, field]));
const ALL = ['program', 'term', 'course', 'experience', 'step', 'credential', 'milestone'] as const;
const MOVING = ['experience', 'step', 'credential'] as const;

/** The field of an item that a cell writes, by the item's kind; a cell without one can only be read. */
const FIELDS: Readonly<Record<ColumnId, Fields>> = {
  title: forKinds('title', ...ALL),
  code: forKinds('prefix', 'course'),
  kind: {},
  program: forKinds('programId', ...ALL.filter((kind) => kind !== 'program')),
  phase: forKinds('phase', ...ALL),
  term: forKinds('termId', 'course'),
  credits: { course: 'credits', program: 'creditsRequired' },
  status: forKinds('status', 'course'),
  grade: forKinds('grade', 'course'),
  start: forKinds('firstDay', 'term'),
  end: forKinds('lastDay', 'term'),
  notBefore: forKinds('notBefore', 'program', 'milestone', ...MOVING),
  pinStart: forKinds('pinStart', 'milestone', ...MOVING),
  pinEnd: forKinds('pinEnd', 'experience', 'step'),
  actualStart: forKinds('actualStart', ...MOVING),
  actualEnd: { ...forKinds('actualEnd', ...MOVING), milestone: 'doneOn' },
  length: forKinds('length', 'experience', 'step'),
  hoursRequired: forKinds('hoursRequired', 'experience'),
  hoursPerWeek: forKinds('hoursPerWeek', 'experience'),
  cost: forKinds('costCents', ...ALL),
  notes: forKinds('notes', ...ALL),
  slack: {},
  findings: {},
};

/** The field that a cell of this column writes for an item of this kind, or `null`. */
export function fieldOf(column: ColumnId, kind: ItemKind): string | null {
  return FIELDS[column][kind] ?? null;
}

/** Why a cell cannot be written: what it shows is worked out from something else, or its kind has no such thing. */
export type Lock =
  | 'kind'
  | 'course-dates'
  | 'program-dates'
  | 'milestone-date'
  | 'dates'
  | 'milestone-status'
  | 'recorded-status'
  | 'calendar-status'
  | 'term-credits'
  | 'slack'
  | 'findings'
  | 'no-field';

/** Why the cell of this column cannot be written for an item of this kind; `null` where it can. */
export function lockOf(column: ColumnId, kind: ItemKind): Lock | null {
  if (fieldOf(column, kind) !== null) return null;
  switch (column) {
    case 'kind':
    case 'slack':
    case 'findings':
      return column;
    case 'start':
    case 'end':
      return DATE_LOCKS[kind] ?? 'dates';
    case 'status':
      if (kind === 'milestone') return 'milestone-status';
      return kind === 'program' || kind === 'term' ? 'calendar-status' : 'recorded-status';
    case 'credits':
      return kind === 'term' ? 'term-credits' : 'no-field';
    default:
      return 'no-field';
  }
}

const DATE_LOCKS: Partial<Record<ItemKind, Lock>> = {
  course: 'course-dates',
  program: 'program-dates',
  milestone: 'milestone-date',
};

/** True for a cell that shows something, although it cannot be written. */
export const isDerived = (lock: Lock | null): boolean => lock !== null && lock !== 'no-field';
