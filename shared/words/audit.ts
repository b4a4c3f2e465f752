import type { ProgramAudit } from '#shared/domain/audit/audit-plan.ts';
import type { GpaNeeded } from '#shared/domain/audit/gpa.ts';
import type { GroupAudit, GroupStatus } from '#shared/domain/audit/groups.ts';
import type { Uncounted } from '#shared/domain/audit/uncounted.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import { STATUS_LABELS } from './labels.ts';
import {
  choiceOf,
  countOf,
  formatGpa,
  formatGpaNeeded,
  formatNumber,
  listOf,
  shortListOf,
} from './numbers.ts';

/** How the things an audit speaks of are called; each is given an id. */
export interface AuditNames {
  course: (id: string) => string;
  group: (id: string) => string;
  program: (id: string) => string;
}

export const GROUP_STATUS_LABELS: Record<GroupStatus, string> = {
  met: 'Met',
  planned: 'Planned',
  missing: 'Missing',
};

/** What a course brings or will bring, in a word or two: its grade once it has one, else its status. */
export function courseStandingText({ status, grade }: Pick<Course, 'status' | 'grade'>): string {
  const label = STATUS_LABELS[status];
  return status === 'completed' && grade !== null ? `${label}, ${grade}` : label;
}

/** How far a program's credits are: `45 of 120 credits earned, 60 planned, 15 missing`. */
export function creditsText(
  audit: Pick<ProgramAudit, 'creditsRequired' | 'creditsEarned' | 'creditsPlanned'>,
): string {
  const { creditsRequired: required, creditsEarned: earned, creditsPlanned: planned } = audit;
  if (required === null) return `${countOf(earned, 'credit')} earned, ${formatNumber(planned)} planned`;
  const missing = Math.round((required - earned - planned) * 1e6) / 1e6;
  const rest = missing > 0 ? `, ${formatNumber(missing)} missing` : '';
  return `${formatNumber(earned)} of ${countOf(required, 'credit')} earned, ${formatNumber(planned)} planned${rest}`;
}

/** Which courses a sum of credits leaves out; `null` when it leaves out none. */
export function unknownCreditsSentence(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const subject = names.length === 1 ? 'This sum leaves out' : 'These sums leave out';
  return `${subject} ${shortListOf(names)}, whose credits are not known: say how many.`;
}

/** The GPA earned: `GPA 3.42 in 45 credits`. */
export function gpaText({ gpa, gpaCredits }: Pick<ProgramAudit, 'gpa' | 'gpaCredits'>): string {
  return gpa === null ? 'No graded course yet' : `GPA ${formatGpa(gpa)} in ${countOf(gpaCredits, 'credit')}`;
}

/** What the courses still to come must average. `gpa` is the GPA earned so far. */
export function gpaNeededSentence(
  { target, needed, credits, reachable }: GpaNeeded,
  sort: 'goal' | 'minimum',
  gpa: number | null,
): string {
  const name = `The ${sort} of ${formatGpa(target)}`;
  if (needed === null) {
    if (gpa === null) return `${name} waits for courses with known credits.`;
    return reachable ? `${name} is reached.` : `${name} cannot be reached any more: no course is left.`;
  }
  const rest = `the remaining ${countOf(credits, 'credit')}`;
  if (!reachable) return `${name} cannot be reached any more, not even with straight As in ${rest}.`;
  if (needed <= 1e-9) return `${name} is safe, whatever the grades in ${rest}.`;
  return `${name} needs ${formatGpaNeeded(needed)} on average in ${rest}.`;
}

/** What is there of what a group asks: `6 of 9 credits, 3 of them earned`. */
export function groupText({ rule, asked, earned, planned, missing, status }: GroupAudit): string {
  const noun = rule === 'credits' ? 'credit' : 'course';
  const of = (part: { courses: number; credits: number }) =>
    rule === 'credits' ? part.credits : part.courses;
  // Of an `all` group only the listed courses are asked for, so what is there is not simply what is counted.
  const there = rule === 'all' ? asked - missing : of(earned) + of(planned);
  const whole = `${formatNumber(Math.round(there * 1e6) / 1e6)} of ${countOf(asked, noun)}`;
  if (status === 'met' || of(earned) === 0) return whole;
  if (of(earned) === there) return `${whole} earned`;
  return `${whole}, ${formatNumber(of(earned))} of them earned`;
}

/** What would meet a group that is not, one sentence each: `Take HSA 4150 again or add one course.` */
export function fixSentences(group: GroupAudit, names: Pick<AuditNames, 'course'>): string[] {
  if (group.status !== 'missing') return [];
  const sentences: string[] = [];
  const again = group.fix.courseIds.map(names.course);
  const fresh = group.fix.courses - again.length;
  if (group.rule === 'all') {
    if (again.length > 0) sentences.push(`Take ${shortListOf(again)} again.`);
  } else if (again.length === 0) sentences.push(`Add ${countOf(fresh, 'course')}.`);
  else if (fresh > 0) sentences.push(`Take ${shortListOf(again)} again and add ${countOf(fresh, 'course')}.`);
  else if (again.length === 1) sentences.push(`Take ${listOf(again)} again or add one course.`);
  else sentences.push(`Take ${shortListOf(again)} again, or add ${countOf(again.length, 'course')}.`);

  const elsewhere = group.elsewhereIds.map(names.course);
  if (elsewhere.length > 0) {
    const it = elsewhere.length === 1 ? 'it' : 'them';
    const verb = elsewhere.length === 1 ? 'counts' : 'count';
    sentences.push(
      `${shortListOf(elsewhere)} ${verb} in another group: assign ${it} to this one, or let the groups share ${it}.`,
    );
  }
  return sentences;
}

/** Why a course counts in no group, to stand after "because": `it was withdrawn`. */
export function whyNotCounted({ reason, bringsCredits }: Uncounted, names: AuditNames): string {
  const credits = bringsCredits ? '; its credits still count' : '';
  switch (reason.code) {
    case 'withdrawn':
      return `it was withdrawn${instead(reason.insteadId, names)}`;
    case 'failed':
      return `${reason.grade === null ? 'its grade' : `the grade ${reason.grade}`} earns no credit${instead(reason.insteadId, names)}`;
    case 'superseded':
      return `another attempt, ${names.course(reason.insteadId)}, counts in its place`;
    case 'below-minimum':
      return `the grade ${reason.grade ?? 'it has'} is below ${reason.minGrade ?? 'the lowest'}, the lowest that ${names.group(reason.requirementId)} takes${instead(reason.insteadId, names)}${credits}`;
    case 'group-full':
      return `${names.group(reason.requirementId)} is full without it${credits}`;
    case 'not-listed':
      return `${names.group(reason.requirementId)} does not list it${credits}`;
    case 'other-program':
      return `it counts in ${names.program(reason.programId)}${credits}`;
    case 'no-group':
      return `it belongs to no group${credits}`;
  }
}

function instead(id: string | null, names: AuditNames): string {
  return id === null ? '' : `; another attempt, ${names.course(id)}, takes its place`;
}

/** Names of programs whose best distribution was not found in time, as one sentence. */
export function inexactSentence(titles: readonly string[]): string {
  return `The courses of ${choiceOf(titles)} could count in so many ways that not all were tried; assign some to a group to be sure.`;
}
