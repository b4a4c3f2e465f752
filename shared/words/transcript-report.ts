import type { CourseStanding, TranscriptCourse, TranscriptReport } from '#shared/contract/answers.ts';
import { formatDay, formatShift, formatSpan } from './dates.ts';
import { STATUS_LABELS } from './labels.ts';
import { countOf, formatNumber, quoted } from './numbers.ts';

/** A course by its code and title: `MTH 110 College Algebra`. */
export function courseName({ code, title }: { code: string; title: string }): string {
  return code === title ? title : `${code} ${title}`.trim();
}

/** How a course stands: `Completed, grade B+, 3 credits, Fall 2026`. */
export function standingText({ status, grade, credits, term }: CourseStanding): string {
  return [
    STATUS_LABELS[status],
    grade === null ? '' : `grade ${grade}`,
    credits === null ? '' : countOf(credits, 'credit'),
    term ?? '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is different between two standings of a course, as short phrases: `3 credits instead of 4`. */
export function differencesText({ before, ...now }: TranscriptCourse & { before: CourseStanding }): string[] {
  const differences: string[] = [];
  if (now.credits !== before.credits && now.credits !== null)
    differences.push(
      `${countOf(now.credits, 'credit')} instead of ${before.credits === null ? 'unknown' : formatNumber(before.credits)}`,
    );
  if (now.term !== before.term && before.term !== null)
    differences.push(
      now.term === null ? `no longer in ${before.term}` : `in ${now.term} instead of ${before.term}`,
    );
  if (now.grade !== before.grade && before.grade !== null) differences.push(`grade was ${before.grade}`);
  return differences;
}

/** How many courses are still planned in terms that are over, and what becomes of them; empty for none. */
export function stillToPlanText({ stillToPlan }: Pick<TranscriptReport, 'stillToPlan'>): string {
  if (stillToPlan.length === 0) return '';
  const unplaced = stillToPlan.filter((course) => course.unplaced).length;
  const left = stillToPlan.length - unplaced;
  const parts = [
    unplaced === 0 ? '' : `${formatNumber(unplaced)} taken out of terms that are over`,
    left === 0 ? '' : `${formatNumber(left)} left in terms that are over`,
  ];
  return `Still to plan: ${countOf(stillToPlan.length, 'course')} (${parts.filter(Boolean).join(', ')})`;
}

/** The whole report as text for a terminal. */
export function reportText(report: TranscriptReport): string {
  const { changed, added, termsMade, alreadyThere, stillToPlan, unused, goal } = report;
  const course = (each: TranscriptCourse) =>
    `  ${courseName(each)}: ${standingText(each)}${each.repeat ? ', a repeat' : ''}`;
  const sections: [string, string[]][] = [
    ['Changed', changed.map((each) => [course(each), ...differencesText(each)].join('; '))],
    ['Added', added.map(course)],
    [
      'Terms made',
      termsMade.map(({ title, firstDay, lastDay }) => `  ${title}, ${formatSpan(firstDay, lastDay)}`),
    ],
    [stillToPlanText(report), stillToPlan.map((each) => `  ${courseName(each)}, planned in ${each.term}`)],
    ['Not used as it stands', unused.map(({ line, reason }) => `  line ${line}: ${reason}`)],
  ];
  const nothing = changed.length + added.length + termsMade.length === 0;
  return [
    `${nothing ? 'Nothing new in the transcript' : 'Entered the transcript'} for ${quoted(report.program)} in ${quoted(report.name)}.`,
    ...sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : [`${title}:`, ...lines])),
    ...(alreadyThere.length === 0 ? [] : [`Already there: ${countOf(alreadyThere.length, 'course')}.`]),
    ...(goal?.after && goal.days
      ? [`${goal.title}: ${formatDay(goal.after)}, ${formatShift(goal.days)}.`]
      : []),
  ].join('\n');
}
