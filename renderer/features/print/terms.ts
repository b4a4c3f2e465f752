import type { ProgramAudit } from '#shared/domain/audit/audit-plan.ts';
import { sumCredits } from '#shared/domain/audit/standing.ts';
import { codeText } from '#shared/domain/plan/course-code.ts';
import type { Course, Program, Term } from '#shared/domain/plan/items.ts';
import { formatSpan } from '#shared/words/dates.ts';
import { LEVEL_LABELS, STATUS_LABELS } from '#shared/words/labels.ts';
import { countOf } from '#shared/words/numbers.ts';
import { requisitesText } from './print-words.ts';
import { datesText, type Report } from './report.ts';

/** A program with its courses by term: one part of the section. */
export interface ProgramLines {
  readonly program: Program;
  /** What is known of the program, in one line. */
  readonly about: string;
  readonly groups: CourseGroup[];
  readonly audit: ProgramAudit | undefined;
}

/** The courses of one term, or those in none. */
export interface CourseGroup {
  readonly id: string;
  readonly title: string;
  readonly dates: string | null;
  readonly credits: string;
  readonly courses: CourseLine[];
}

export interface CourseLine {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly credits: number | null;
  readonly status: string;
  readonly requires: string;
}

/** Every program with its terms in order of time; courses without a term come last. */
export function programLines(report: Report): ProgramLines[] {
  const { items, requisiteSets } = report.plan;
  const courses = items.filter((item) => item.kind === 'course');
  const setsOf = Map.groupBy(requisiteSets, ({ courseId }) => courseId);
  const courseOf = (id: string) => {
    const item = report.items.get(id);
    return item?.kind === 'course' ? item : null;
  };
  const lineOf = (course: Course): CourseLine => ({
    id: course.id,
    code: codeText(course),
    title: course.title,
    credits: course.credits,
    status:
      course.grade === null
        ? STATUS_LABELS[course.status]
        : `${STATUS_LABELS[course.status]}, ${course.grade}`,
    requires: requisitesText(setsOf.get(course.id) ?? [], courseOf),
  });
  const groupOf = (
    id: string,
    title: string,
    dates: string | null,
    members: readonly Course[],
  ): CourseGroup => ({
    id,
    title,
    dates,
    credits: creditsText(members),
    courses: members.map(lineOf),
  });

  return items
    .filter((item) => item.kind === 'program')
    .map((program) => {
      const own = courses.filter(({ programId }) => programId === program.id);
      const terms = items
        .filter((item): item is Term => item.kind === 'term' && item.programId === program.id)
        .sort((a, b) => (a.firstDay < b.firstDay ? -1 : Number(a.firstDay > b.firstDay)));
      const termIds = new Set(terms.map(({ id }) => id));
      const groups = terms.map((term) =>
        groupOf(
          term.id,
          term.title,
          formatSpan(term.firstDay, term.lastDay),
          own.filter(({ termId }) => termId === term.id),
        ),
      );
      const loose = own.filter(({ termId }) => termId === null || !termIds.has(termId));
      if (loose.length > 0) groups.push(groupOf('no-term', 'Not in a term of this program', null, loose));
      return { program, about: aboutText(report, program), groups, audit: report.audits.get(program.id) };
    });
}

/** Withdrawn courses do not count; unknown credits are said to be missing from the sum. */
function creditsText(courses: readonly Course[]): string {
  const { credits, unknown } = sumCredits(courses.filter(({ status }) => status !== 'withdrawn'));
  const text = countOf(credits, 'credit');
  return unknown.length === 0 ? text : `${text} and ${countOf(unknown.length, 'course')} of unknown credits`;
}

function aboutText(report: Report, program: Program): string {
  const { level, field, institution, accreditor, accreditation, creditsRequired } = program;
  return [
    LEVEL_LABELS[level],
    field,
    institution,
    [accreditor, accreditation].filter((part) => part !== null).join(', '),
    creditsRequired === null ? null : `${countOf(creditsRequired, 'credit')} required`,
    datesText(report, program.id),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
