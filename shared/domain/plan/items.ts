import type { IsoDate } from '../time/day.ts';

/** The kinds of things with a place on the timeline. */
export const ITEM_KINDS = [
  'program',
  'term',
  'course',
  'experience',
  'step',
  'credential',
  'milestone',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const PHASES = ['undergraduate', 'graduate', 'experience', 'licensure'] as const;
export type Phase = (typeof PHASES)[number];

export const LENGTH_UNITS = ['day', 'week', 'month', 'hour'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

export const COURSE_STATUSES = [
  'planned',
  'enrolled',
  'completed',
  'withdrawn',
  'transferred',
  'exempt',
] as const;
export type CourseStatus = (typeof COURSE_STATUSES)[number];

export const SEASONS = ['fall', 'winter', 'spring', 'summer'] as const;
export type Season = (typeof SEASONS)[number];

export const PROGRAM_LEVELS = ['certificate', 'associate', 'bachelor', 'master', 'doctorate'] as const;
export type ProgramLevel = (typeof PROGRAM_LEVELS)[number];

export const SYSTEMS = ['semester', 'quarter'] as const;
export type AcademicSystem = (typeof SYSTEMS)[number];

export const EXPERIENCE_SORTS = ['internship', 'practicum', 'residency', 'ait', 'job'] as const;
export type ExperienceSort = (typeof EXPERIENCE_SORTS)[number];

export const STEP_SORTS = [
  'application',
  'approval',
  'exam',
  'fee',
  'background-check',
  'issuing',
  'other',
] as const;
export type StepSort = (typeof STEP_SORTS)[number];

export const CREDENTIAL_SORTS = ['license', 'certification', 'certificate'] as const;
export type CredentialSort = (typeof CREDENTIAL_SORTS)[number];

export const MILESTONE_SORTS = ['deadline', 'graduation', 'decision', 'event'] as const;
export type MilestoneSort = (typeof MILESTONE_SORTS)[number];

/** An address on the web that belongs to an item or a plan, and what it is called if it has a name. */
export interface WebLink {
  title: string | null;
  url: string;
}

/** What every item has. Dates are ISO days, money is US cents, `null` means "not known" or "not set". */
export interface ItemBase {
  id: string;
  /** The program this item is a child of. */
  programId: string | null;
  phase: Phase | null;
  title: string;
  /** Order inside the plan; ties are broken by id. */
  position: number;
  notes: string;
  /** The item's own page, where it has one. */
  url: string | null;
  /** Further addresses, in order; left out where there are none. */
  webLinks?: WebLink[];
  costCents: number | null;
  notBefore: IsoDate | null;
  pinStart: IsoDate | null;
  pinEnd: IsoDate | null;
  actualStart: IsoDate | null;
  actualEnd: IsoDate | null;
  /** Planned length in `lengthUnit`. An experience measured in hours uses `hoursRequired` instead. */
  length: number | null;
  lengthUnit: LengthUnit | null;
  /** The shortest length known for a wait, in `lengthUnit`. */
  bestLength: number | null;
  /** Days before the item's date on which to remind. */
  reminders: number[];
}

export interface Program extends ItemBase {
  kind: 'program';
  level: ProgramLevel;
  field: string | null;
  institution: string | null;
  degreeType: string | null;
  cip: string | null;
  system: AcademicSystem;
  accreditor: string | null;
  accreditation: string | null;
  creditsRequired: number | null;
  gpaMinimum: number | null;
  gpaGoal: number | null;
  /** Which graded attempts of a repeated course count toward the GPA. */
  repeats: 'latest' | 'all';
  mustEndBy: IsoDate | null;
}

export interface Term extends ItemBase {
  kind: 'term';
  /** Place among the terms of its program, from 1. */
  index: number;
  season: Season;
  firstDay: IsoDate;
  lastDay: IsoDate;
  creditLimit: number | null;
  creditMinimum: number | null;
}

export interface Course extends ItemBase {
  kind: 'course';
  termId: string | null;
  requirementId: string | null;
  prefix: string;
  number: string;
  credits: number | null;
  status: CourseStatus;
  grade: string | null;
  /** Seasons in which the course is taught; `null` when not known. */
  offered: Season[] | null;
  locked: boolean;
  repeatsId: string | null;
  importedId: string | null;
  canonicalName: string | null;
  institution: string | null;
}

export interface LoggedHours {
  id: string;
  day: IsoDate;
  hours: number;
  note: string | null;
}

export interface Experience extends ItemBase {
  kind: 'experience';
  sort: ExperienceSort;
  organization: string | null;
  supervisor: string | null;
  hoursRequired: number | null;
  hoursPerWeek: number | null;
  log: LoggedHours[];
}

export interface Attempt {
  id: string;
  day: IsoDate;
  result: 'passed' | 'failed';
  score: string | null;
}

export interface Step extends ItemBase {
  kind: 'step';
  sort: StepSort;
  /** Days to wait after a failed attempt. */
  retakeDays: number | null;
  /** Days for which a passed exam counts. */
  validDays: number | null;
  attempts: Attempt[];
}

export interface ContinuingEducation {
  id: string;
  day: IsoDate;
  hours: number;
  topic: string | null;
  title: string | null;
}

export interface Credential extends ItemBase {
  kind: 'credential';
  sort: CredentialSort;
  issuer: string | null;
  jurisdiction: string | null;
  issued: IsoDate | null;
  expires: IsoDate | null;
  renewMonths: number | null;
  ceMonths: number | null;
  ceHours: number | null;
  ceTopics: { topic: string; hours: number }[];
  ce: ContinuingEducation[];
}

export interface Milestone extends ItemBase {
  kind: 'milestone';
  sort: MilestoneSort;
  doneOn: IsoDate | null;
}

export type Item = Program | Term | Course | Experience | Step | Credential | Milestone;
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;
