import type { ExportLoss } from '#shared/contract/interop.ts';
import { metricsOf } from '#shared/domain/metrics/metrics-of.ts';
import type { PlanDocument, RequisiteSet } from '#shared/domain/plan/document.ts';
import type { Course, Program } from '#shared/domain/plan/items.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { headerName } from './header-name.ts';
import { findLosses } from './losses.ts';
import { numberCourses, numberTerms } from './numbering.ts';

const COLUMNS = [
  'Course ID',
  'Course Name',
  'Prefix',
  'Number',
  'Prerequisites',
  'Corequisites',
  'Strict-Corequisites',
  'Credit Hours',
  'Institution',
  'Canonical Name',
];
const METRICS = ['Complexity', 'Blocking', 'Delay', 'Centrality'];
const KINDS = ['pre', 'co', 'strict'] as const;

/**
 * One program of a plan in Curricular Analytics CSV, and what the format cannot hold of the plan. Terms that hold
 * courses are numbered from 1 in the order of their days; without any it is a curriculum, without terms. The metrics
 * stand beside the courses, rounded to 0.1.
 */
export function writeCurriculum(
  document: PlanDocument,
  program: Program,
): { text: string; losses: ExportLoss[] } {
  const courses = document.items.filter(
    (item): item is Course => item.kind === 'course' && item.programId === program.id,
  );
  const ids = numberCourses(courses);
  const terms = numberTerms(document, courses);
  const needs = needsOf(document, ids);
  const metrics = metricsOf(document).courses;
  const placed = terms.size > 0;

  const rows = courses.map((course): (string | number)[] => {
    const measures = metrics.get(course.id);
    return [
      Number(ids.get(course.id)),
      course.title,
      course.prefix,
      course.number,
      ...KINDS.map((kind) => (needs.get(course.id)?.[kind] ?? []).join(';')),
      course.credits ?? '',
      course.institution ?? '',
      course.canonicalName ?? '',
      ...(placed ? [terms.get(course.termId ?? '') ?? ''] : []),
      ...(measures
        ? [measures.complexity.toFixed(1), measures.blocking, measures.delay, measures.centrality]
        : METRICS.map(() => '')),
    ];
  });
  const text = writeCsv([
    ['Curriculum', headerName(program.title)],
    ...(placed ? [['Degree Plan', headerName(document.plan.name)]] : []),
    ['Institution', program.institution ?? ''],
    ['Degree Type', program.degreeType ?? ''],
    ['System Type', program.system],
    ['CIP', program.cip ?? ''],
    ['Courses'],
    [...COLUMNS, ...(placed ? ['Term'] : []), ...METRICS],
    ...rows,
  ]);
  return { text, losses: findLosses(document, { program, courses, ids, terms }) };
}

/** Per course, the ids in the file of what it needs; "any k of n" is written as if all were needed. */
function needsOf(
  { requisiteSets }: PlanDocument,
  ids: ReadonlyMap<string, string>,
): Map<string, Record<RequisiteSet['kind'], string[]>> {
  const needs = new Map<string, Record<RequisiteSet['kind'], string[]>>();
  for (const set of requisiteSets) {
    const lists = needs.get(set.courseId) ?? { pre: [], co: [], strict: [] };
    needs.set(set.courseId, lists);
    for (const { courseId } of set.needs) {
      const id = ids.get(courseId);
      if (id !== undefined && !lists[set.kind].includes(id)) lists[set.kind].push(id);
    }
  }
  return needs;
}
