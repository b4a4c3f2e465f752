import type { ExportFormat, ImportFormat } from '#shared/contract/interop.ts';
import type { PrintSection } from '#shared/contract/print-options.ts';
import type { Facility, LinkKind, Requirement, RequisiteSet } from '#shared/domain/plan/document.ts';
import type {
  AcademicSystem,
  CourseStatus,
  CredentialSort,
  ExperienceSort,
  ItemKind,
  LengthUnit,
  MilestoneSort,
  Phase,
  ProgramLevel,
  Season,
  StepSort,
} from '#shared/domain/plan/items.ts';
import type { CredentialState } from '#shared/domain/progress/education.ts';

/*
 * What the values of closed lists are called on screen and on paper. A value without its label does not compile.
 * Labels begin with a capital; inside a sentence they are lower-cased by the sentence.
 */

export const KIND_LABELS: Record<ItemKind, string> = {
  program: 'Program',
  term: 'Term',
  course: 'Course',
  experience: 'Experience',
  step: 'Step',
  credential: 'Credential',
  milestone: 'Milestone',
};

export const PHASE_LABELS: Record<Phase, string> = {
  undergraduate: 'Undergraduate',
  graduate: 'Graduate',
  experience: 'Experience',
  licensure: 'Licensure',
};

export const LEVEL_LABELS: Record<ProgramLevel, string> = {
  certificate: 'Certificate program',
  associate: 'Associate degree',
  bachelor: 'Bachelor’s degree',
  master: 'Master’s degree',
  doctorate: 'Doctorate',
};

export const SYSTEM_LABELS: Record<AcademicSystem, string> = { semester: 'Semesters', quarter: 'Quarters' };

export const SEASON_LABELS: Record<Season, string> = {
  fall: 'Fall',
  winter: 'Winter',
  spring: 'Spring',
  summer: 'Summer',
};

export const STATUS_LABELS: Record<CourseStatus, string> = {
  planned: 'Planned',
  enrolled: 'Enrolled',
  completed: 'Completed',
  withdrawn: 'Withdrawn',
  transferred: 'Transferred',
  exempt: 'Exempt',
};

export const EXPERIENCE_LABELS: Record<ExperienceSort, string> = {
  internship: 'Internship',
  practicum: 'Practicum',
  residency: 'Residency',
  ait: 'Administrator-in-training (AIT)',
  job: 'Job',
};

export const STEP_LABELS: Record<StepSort, string> = {
  application: 'Application',
  approval: 'Approval wait',
  exam: 'Exam',
  fee: 'Fee',
  'background-check': 'Background check',
  issuing: 'Issuing',
  other: 'Other step',
};

export const CREDENTIAL_LABELS: Record<CredentialSort, string> = {
  license: 'License',
  certification: 'Certification',
  certificate: 'Certificate',
};

export const MILESTONE_LABELS: Record<MilestoneSort, string> = {
  deadline: 'Deadline',
  graduation: 'Graduation',
  decision: 'Decision',
  event: 'Event',
};

export const UNIT_LABELS: Record<LengthUnit, string> = {
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
  hour: 'Hours',
};

export const FACILITY_LABELS: Record<Facility, string> = {
  'nursing-home': 'Nursing home',
  'assisted-living': 'Assisted living',
  office: 'Medical office',
};

export const LINK_LABELS: Record<LinkKind, string> = {
  FS: 'Starts after it ends',
  SS: 'Starts after it starts',
  FF: 'Ends after it ends',
};

export const REQUISITE_LABELS: Record<RequisiteSet['kind'], string> = {
  pre: 'Before',
  co: 'Before or at the same time',
  strict: 'At the same time',
};

export const RULE_LABELS: Record<Requirement['rule'], string> = {
  all: 'All listed courses',
  credits: 'A number of credits',
  choose: 'A number of courses',
};

export const SECTION_LABELS: Record<PrintSection, string> = {
  summary: 'Summary',
  changes: 'Changes since',
  timeline: 'Timeline',
  terms: 'Terms and courses',
  milestones: 'Milestones',
  credentials: 'Credentials',
  costs: 'Costs',
  findings: 'Findings',
  notes: 'Notes and links',
  facts: 'Facts and sources',
};

/** What a plan can be read from. */
export const IMPORT_LABELS: Record<ImportFormat, string> = {
  plan: 'Throughline plan file',
  'curricular-analytics': 'Curricular Analytics CSV',
};

/** What a plan can be saved as, and what each is for. */
export const EXPORT_LABELS: Record<ExportFormat | 'png' | 'pdf', { label: string; hint: string }> = {
  json: { label: 'Plan file', hint: 'All of the plan. It can be imported again without loss.' },
  csv: { label: 'Curriculum (CSV)', hint: 'The courses of one program, for Curricular Analytics.' },
  ics: { label: 'Calendar (ICS)', hint: 'Every date as an all-day event, with its reminders.' },
  svg: { label: 'Picture (SVG)', hint: 'The timeline, sharp at any size.' },
  png: { label: 'Picture (PNG)', hint: 'The timeline as an image for a page or a message.' },
  pdf: { label: 'Document (PDF)', hint: 'For an admissions officer, an employer or a board.' },
};

export const CREDENTIAL_STATE_LABELS: Record<CredentialState, string> = {
  expired: 'Expired',
  renew: 'Renew now',
  held: 'Held',
  planned: 'Planned',
};

/** A closed list with its labels, in the order of the list: what a choice on screen is made of. */
export function optionsOf<Value extends string>(
  values: readonly NoInfer<Value>[],
  labels: Readonly<Record<Value, string>>,
): { value: Value; label: string }[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
