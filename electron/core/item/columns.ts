import type { ItemKind } from '#shared/domain/plan/items.ts';

/** How one field of an item is stored: its column, and how the value is turned into a column's value. */
export interface FieldColumn {
  field: string;
  column: string;
  stored: 'plain' | 'flag' | 'list';
}

const snakeCase = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const plain = (...fields: string[]): FieldColumn[] =>
  fields.map((field) => ({ field, column: snakeCase(field), stored: 'plain' }));

/** Fields that every item keeps in the table `item`. */
export const BASE_COLUMNS: readonly FieldColumn[] = plain(
  'programId',
  'phase',
  'title',
  'position',
  'notes',
  'url',
  'costCents',
  'notBefore',
  'pinStart',
  'pinEnd',
  'actualStart',
  'actualEnd',
  'length',
  'lengthUnit',
  'bestLength',
);

/** Fields of a kind, kept in the table of the kind's own name. */
export const OWN_COLUMNS: Readonly<Record<ItemKind, readonly FieldColumn[]>> = {
  program: plain(
    'level',
    'field',
    'institution',
    'degreeType',
    'cip',
    'system',
    'accreditor',
    'accreditation',
    'creditsRequired',
    'gpaMinimum',
    'gpaGoal',
    'repeats',
    'mustEndBy',
  ),
  term: [
    { field: 'index', column: 'idx', stored: 'plain' },
    ...plain('season', 'firstDay', 'lastDay', 'creditLimit', 'creditMinimum'),
  ],
  course: [
    ...plain('termId', 'requirementId', 'prefix', 'number', 'credits', 'status', 'grade'),
    { field: 'offered', column: 'offered', stored: 'list' },
    { field: 'locked', column: 'locked', stored: 'flag' },
    ...plain('repeatsId', 'importedId', 'canonicalName', 'institution'),
  ],
  experience: plain('sort', 'organization', 'supervisor', 'hoursRequired', 'hoursPerWeek'),
  step: plain('sort', 'retakeDays', 'validDays'),
  credential: plain(
    'sort',
    'issuer',
    'jurisdiction',
    'issued',
    'expires',
    'renewMonths',
    'ceMonths',
    'ceHours',
  ),
  milestone: plain('sort', 'doneOn'),
};
