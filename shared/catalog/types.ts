import type { CredentialSort, ProgramLevel } from '#shared/domain/plan/items.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';

/*
 * Shapes of the files in `data/`. `null` means "not read in any source": it is never replaced by a guess.
 * A `source` is an id of `data/sources.json`; where it is null the statement is our own.
 */

export type SourceId = string;

export interface Source {
  id: SourceId;
  title: string;
  publisher: string;
  /** Null for the article, which has no address of its own. */
  url: string | null;
  /** The date of the source if it is an exact day. */
  asOf: IsoDate | null;
  /** The date of the source in its own words. */
  asOfText: string;
  /** `secondary`: someone else's summary; `dated`: kept for history, never alone. */
  tier: 'seed' | 'primary' | 'official' | 'secondary' | 'dated';
}

export interface Statement {
  text: string;
  source: SourceId;
}

export interface ProgramData {
  id: string;
  title: string;
  level: ProgramLevel;
  field: string;
  degreeType: string;
  credits: number;
  requirements: { key: string; title: string; rule: 'all' | 'credits'; amount: number | null }[];
  terms: { span: 'long' | 'summer'; courses: CourseData[] }[];
  checkedOn: IsoDate;
}

export interface CourseData {
  prefix: string;
  number: string;
  title: string;
  credits: number;
  /** Key of the requirement the course counts for. */
  requirement: string;
  /** Codes such as `HSA 319`; a master's course may name one of the bachelor's program. */
  prerequisites: string[];
  corequisites: string[];
  /** Programs in which the title was seen; none for a title of our own. */
  seenIn: SourceId[];
  note: string | null;
}

/** One way to the license of a state, from the state's own list. */
export interface NursingHomeRoute {
  education: string;
  training: string;
  /** 0 where the route asks no training. */
  hours: number | null;
  months: number | null;
  weeks: number | null;
  source: SourceId;
}

export interface NursingHomeRules {
  code: string;
  name: string;
  license: string;
  board: string;
  boardUrl: string | null;
  minAge: number | null;
  /** The lowest level for which an ordinary route was read. */
  education: {
    level: 'high_school' | 'some_college' | 'associate' | 'bachelor' | null;
    note: string | null;
    source: SourceId;
  };
  trainingTerm: string;
  /** Hours for a bachelor's degree in an unrelated field and no experience. */
  headlineHours: number | null;
  /** Place of the route for such a degree among `routes`, from 1; null where no route was read. */
  usualRoute: number | null;
  routes: NursingHomeRoute[];
  requiredCourse: Statement | null;
  nabParts: Statement | null;
  /** Present where the state has an exam of its own; null where that was not read. */
  stateExam: { source: SourceId } | null;
  renewal: { years: number | null; note: string | null; source: SourceId | null };
  continuingEducation: {
    hours: number | null;
    years: number | null;
    note: string | null;
    topics: { topic: string; hours: number }[];
    source: SourceId | null;
  };
  hse: { accepted: boolean | null; note: string | null; source: SourceId } | null;
  note: Statement | null;
  /** Year of the newest text read. */
  newestText: number | null;
  confidence: 'high' | 'medium' | 'low';
  read: SourceId[];
  checkedOn: IsoDate;
}

/** What a state gives those who run assisted living: a credential, a mere rule, or nothing that was found. */
export type AssistedLivingKind =
  CredentialSort | 'qualification' | 'facility-rule' | 'none' | 'not-regulated' | 'not-found';

export interface AssistedLivingRoute {
  education: string;
  training: string;
  hours: number | null;
  months: number | null;
  courseHours: number | null;
  /** `untimed`: training is asked, without hours that were read and without an internship. */
  amount: 'timed' | 'none' | 'untimed' | 'unknown';
}

export interface AssistedLivingRules {
  code: string;
  title: string;
  kind: AssistedLivingKind;
  board: string | null;
  minAge: number | null;
  education: Statement | null;
  training: Statement | null;
  exam: Statement | null;
  /** Null where it was not read whether there is an exam. */
  exams: string[] | null;
  routes: AssistedLivingRoute[];
  usualRoute: number | null;
  renewal: { years: number; source: SourceId } | null;
  continuingEducation: {
    hours: number;
    years: number;
    topics: { topic: string; hours: number }[];
    source: SourceId;
  } | null;
  note: Statement | null;
  source: SourceId;
  newestText: number | null;
  read: SourceId[];
  checkedOn: IsoDate;
}

export interface LabeledStatement extends Statement {
  field: string;
  alsoRead?: SourceId[];
}

export interface NationalLicense {
  rules: LabeledStatement[];
  exams: {
    code: string;
    items: number;
    scored: number;
    pretest: number;
    minutes: number;
    source: SourceId;
  }[];
  /** Undated: shown as older figures only. */
  olderFees: { source: SourceId; items: { exam: string; dollars: number }[] };
  assistedLiving: LabeledStatement[];
  hse: LabeledStatement;
  /** Degrees with an internship that can meet a state's training rule. */
  degreeChoices: (Statement & { code: string })[];
  checkedOn: IsoDate;
}

export interface Certification {
  id: string;
  name: string;
  issuer: string;
  eligibility: { conditions: string[]; source: SourceId };
  exam: Statement | null;
  /** Older amounts; the current ones were not read. */
  fee: Statement | null;
  /** Years of work asked before it; null where no plan suggests the certification. */
  yearsOfWork: number | null;
  workMeant: string | null;
  renewalYears: number | null;
  ceHours: number | null;
  ceNote: string | null;
  ceSource: SourceId;
  source: SourceId;
  note: string | null;
  confidence: 'high' | 'medium' | 'low';
  read: SourceId[];
  checkedOn: IsoDate;
}

/** Money in whole US dollars a year. */
export interface Occupation {
  /** Standard Occupational Classification. */
  code: string;
  title: string;
  source: SourceId;
  medianPay: number;
  payPeriod: string;
  p10: number;
  p90: number;
  jobs2024: number;
  growthPercent: number;
  growthPeriod: string;
  growthWords: string;
  openingsPerYear: number;
  entryEducation: string;
  experience: string;
  industries: { industry: string; medianPay: number }[];
  earlier: {
    medianPay: number;
    payPeriod: string;
    growthPercent: number | null;
    growthPeriod: string | null;
    source: SourceId;
  }[];
  checkedOn: IsoDate;
}

export interface Occupations {
  occupations: Occupation[];
  allOccupations: {
    medianPay: number;
    payPeriod: string;
    growthPercent: number;
    growthPeriod: string;
    source: SourceId;
  };
  checkedOn: IsoDate;
}

export interface Accreditor {
  id: 'CAHME' | 'AUPHA' | 'CAHIIM';
  name: string;
  does: string;
  /** Which credential its mark matters for. */
  matters: string;
  source: SourceId;
  detail: Statement;
}

export interface Admissions {
  service: Statement;
  exampleFee: Statement & { cents: number };
  checklist: { text: string; source: SourceId | null }[];
  gpa: (Statement & { value: number })[];
  examples: (Statement & { school: string })[];
  milestones: {
    key: string;
    monthsBefore: number;
    title: string;
    sort: 'deadline' | 'decision' | 'event';
    notes: string;
    source: SourceId | null;
  }[];
  creditsSeen: (Statement & { school: string })[];
  bachelorsSeen: (Statement & { school: string })[];
  associatesSeen: (Statement & { school: string })[];
  checkedOn: IsoDate;
}

/** A statement of the article the templates began from, set right where it is wrong. */
export interface ArticleClaim {
  id: string;
  about: 'medical-office-manager' | 'social-community-service-manager' | 'health-information-technician';
  field: string;
  text: string;
  status: 'ok' | 'imprecise' | 'error' | 'outdated' | 'over-broad' | 'seed-only' | 'unverified' | 'partly';
  correction: string | null;
  source: SourceId;
  /** `source` where the text is the correction, read elsewhere. */
  statedBy: 'seed' | 'source';
}

/** Something to keep in mind, for the plans named in `for`. */
export interface Reminder {
  id: string;
  topic: string;
  field: string;
  text: string;
  source: SourceId | null;
  for: ('all' | 'license' | 'health' | 'manager')[];
}

export interface Paths {
  experience: Statement;
  scsm: Record<'experience' | 'master' | 'fields' | 'skills' | 'license', Statement>;
  records: Record<'entry' | 'certification' | 'advancement', Statement>;
  technologist: {
    practice: Statement & { hours: number; parts: number[] };
    practiceSeen: Statement;
    deadline: Statement;
    advancement: Statement;
  };
  fellowship: Statement & { alsoRead: SourceId[] };
  checkedOn: IsoDate;
}
