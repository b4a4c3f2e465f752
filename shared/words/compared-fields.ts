import type { ComparedField, FieldDifference, FieldValue, LinkFact } from '#shared/domain/compare/types.ts';
import { isIsoDate } from '#shared/domain/time/day.ts';
import { formatDay } from './dates.ts';
import {
  CREDENTIAL_LABELS,
  EXPERIENCE_LABELS,
  LEVEL_LABELS,
  MILESTONE_LABELS,
  PHASE_LABELS,
  SEASON_LABELS,
  STATUS_LABELS,
  STEP_LABELS,
  SYSTEM_LABELS,
  UNIT_LABELS,
} from './labels.ts';
import { linkText } from './links.ts';
import { countOf, formatGpa, formatMoney, formatNumber, listOf, quoted } from './numbers.ts';

/** What a field is called where two plans are compared. A field without its label does not compile. */
export const COMPARED_LABELS: Readonly<Record<ComparedField, string>> = {
  title: 'Title',
  phase: 'Phase',
  notes: 'Notes',
  url: 'Address',
  webLinks: 'Web links',
  costCents: 'Cost',
  notBefore: 'Not before',
  pinStart: 'Fixed first day',
  pinEnd: 'Fixed last day',
  actualStart: 'Began',
  actualEnd: 'Ended',
  length: 'Length',
  lengthUnit: 'Unit of the length',
  bestLength: 'Shortest length',
  reminders: 'Reminders, days before',
  level: 'Level',
  field: 'Field',
  institution: 'School',
  degreeType: 'Degree',
  cip: 'CIP code',
  system: 'Calendar',
  accreditor: 'Accreditor',
  accreditation: 'Accreditation',
  creditsRequired: 'Credits required',
  gpaMinimum: 'GPA minimum',
  gpaGoal: 'GPA goal',
  repeats: 'Repeats that count',
  mustEndBy: 'Must end by',
  index: 'Place among the terms',
  season: 'Season',
  firstDay: 'First day',
  lastDay: 'Last day',
  creditLimit: 'Credit limit',
  creditMinimum: 'Credit minimum',
  prefix: 'Prefix',
  number: 'Number',
  credits: 'Credits',
  status: 'Status',
  grade: 'Grade',
  offered: 'Taught in',
  locked: 'Locked to its term',
  canonicalName: 'Canonical name',
  sort: 'Type',
  organization: 'Where',
  supervisor: 'Supervisor',
  hoursRequired: 'Hours required',
  hoursPerWeek: 'Hours per week',
  log: 'Logged hours',
  retakeDays: 'Days before a retake',
  validDays: 'Days a result counts',
  attempts: 'Attempts',
  issuer: 'Issuer',
  jurisdiction: 'State',
  issued: 'Issued',
  expires: 'Expires',
  renewMonths: 'Months between renewals',
  ceMonths: 'Months of a period of continuing education',
  ceHours: 'Hours of continuing education',
  ceTopics: 'Topics of continuing education',
  ce: 'Continuing education',
  doneOn: 'Done on',
  program: 'Program',
  term: 'Term',
  requirement: 'Counts for',
  repeatOf: 'Repeats',
  waitsFor: 'Waits for',
  requisites: 'Requisites',
  requirements: 'Requirements',
};

const CHOICES: Partial<Record<ComparedField, Readonly<Record<string, string>>>> = {
  phase: PHASE_LABELS,
  level: LEVEL_LABELS,
  system: SYSTEM_LABELS,
  season: SEASON_LABELS,
  offered: SEASON_LABELS,
  status: STATUS_LABELS,
  lengthUnit: UNIT_LABELS,
  sort: { ...EXPERIENCE_LABELS, ...STEP_LABELS, ...CREDENTIAL_LABELS, ...MILESTONE_LABELS },
};

/** Entries of logs are many: how many there are says more than all of them. */
const COUNTED: Partial<Record<ComparedField, readonly [string, string]>> = {
  log: ['entry', 'entries'],
  ce: ['entry', 'entries'],
  attempts: ['attempt', 'attempts'],
};

/** A value of a field for a cell: `20`, `$75`, `May 2, 2029`, `none`. */
export function comparedValue(field: ComparedField, value: FieldValue): string {
  const none = 'none';
  if (value === null || value === '') return none;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (field === 'costCents') return formatMoney(value);
    return field === 'gpaMinimum' || field === 'gpaGoal' ? formatGpa(value) : formatNumber(value);
  }
  if (typeof value === 'string') return text(field, value);
  if (value.length === 0) return none;
  const counted = COUNTED[field];
  if (counted) return countOf(value.length, ...counted);
  return listOf(value.map((each) => (typeof each === 'object' ? linkFact(each) : text(field, each))));
}

/** A change in a few words: `20 hours per week instead of 40`, `not before May 2, 2029 instead of none`. */
export function fieldPhrase({ field, old, new: next }: FieldDifference): string {
  const [before, after] = [comparedValue(field, old), comparedValue(field, next)];
  switch (field) {
    case 'hoursPerWeek':
      return next === null
        ? `no pace instead of ${before} hours per week`
        : `${after} hours per week instead of ${before}`;
    case 'hoursRequired':
      return next === null ? `no hours instead of ${before}` : `${after} hours instead of ${before}`;
    case 'term':
    case 'program':
      return `in ${after} instead of ${before}`;
    case 'waitsFor':
      return waits(old, next);
    case 'notes':
      // Whole texts say less than that there are others.
      return next === '' ? 'notes removed' : old === '' ? 'notes added' : 'notes changed';
    case 'webLinks':
      return Array.isArray(next) && next.length === 0
        ? 'web links removed'
        : Array.isArray(old) && old.length === 0
          ? 'web links added'
          : 'web links changed';
    default:
      return `${lowerFirst(COMPARED_LABELS[field])} ${after} instead of ${before}`;
  }
}

/** What an item waits for now, or no longer; the same item twice is another wait for it. */
function waits(old: FieldValue, next: FieldValue): string {
  const [before, after] = [old, next].map((list) => (Array.isArray(list) ? (list as LinkFact[]) : []));
  if (after === undefined || after.length === 0) return `no longer waits for ${links(before)}`;
  if (before === undefined || before.length === 0) return `waits for ${links(after)}`;
  return `waits for ${links(after)} instead of ${links(before)}`;
}

function links(facts: readonly LinkFact[] = []): string {
  return listOf(facts.map(linkFact));
}

function linkFact({ title, need, ...link }: LinkFact): string {
  const plain = link.kind === 'FS' && link.lag === 0 && link.window === null;
  const how = plain ? '' : ` (${linkText(link)})`;
  return `${quoted(title)}${how}${need === null ? '' : ` as one of any ${formatNumber(need)}`}`;
}

const QUOTED: ReadonlySet<ComparedField> = new Set(['title', 'term', 'program', 'requirement', 'repeatOf']);

function text(field: ComparedField, value: string): string {
  const choices = CHOICES[field];
  if (choices && Object.hasOwn(choices, value)) return choices[value] ?? value;
  if (isIsoDate(value)) return formatDay(value);
  return QUOTED.has(field) ? quoted(value) : value;
}

const lowerFirst = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
