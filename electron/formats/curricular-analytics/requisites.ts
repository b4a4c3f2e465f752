import type { RequisiteSet } from '#shared/domain/plan/document.ts';
import { idKey, type CourseRow } from './courses.ts';
import type { Report } from './report.ts';

type Kind = RequisiteSet['kind'];
const KINDS = ['pre', 'co', 'strict'] as const satisfies Kind[];

/** The most requisites of one kind that a plan keeps for a course. */
const MOST_NEEDS = 200;

/** A list of requisites: of which course, and the courses it names; both as places in the list of courses. */
export interface RequisiteList {
  course: number;
  kind: Kind;
  needs: number[];
}

/**
 * The requisites of all courses. What names no course, the course itself or the same one again is reported. Loops
 * are left in: they are a finding of the plan.
 */
export function readRequisites(courses: readonly CourseRow[], report: Report): RequisiteList[] {
  const places = placesOf(courses);
  const lists: RequisiteList[] = [];
  for (const [course, { line, requisites }] of courses.entries()) {
    for (const kind of KINDS) {
      const needs = readNeeds(requisites[kind], {
        course,
        kind,
        places,
        report: (problem) => report(line, problem),
      });
      if (needs.length > 0) lists.push({ course, kind, needs });
    }
  }
  return lists;
}

/** Where each id is in the list of courses. */
export function placesOf(courses: readonly CourseRow[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { id }] of courses.entries()) if (id !== null) places.set(idKey(id), place);
  return places;
}

interface List {
  course: number;
  kind: Kind;
  places: ReadonlyMap<string, number>;
  report: (problem: Parameters<Report>[1]) => void;
}

function readNeeds(cell: string, { course, kind, places, report }: List): number[] {
  const needs = new Set<number>();
  const unknown: string[] = [];
  const repeated: string[] = [];
  const tooMany: string[] = [];
  for (const id of idsIn(cell)) {
    const place = places.get(idKey(id));
    if (place === undefined) unknown.push(id);
    else if (place === course) report({ code: 'requisite-itself', kind });
    else if (needs.has(place)) repeated.push(id);
    else if (needs.size === MOST_NEEDS) tooMany.push(id);
    else needs.add(place);
  }
  if (unknown.length > 0) report({ code: 'requisite-unknown', kind, ids: unknown });
  if (repeated.length > 0) report({ code: 'requisite-repeated', kind, ids: repeated });
  if (tooMany.length > 0) report({ code: 'requisites-too-many', kind, limit: MOST_NEEDS, ids: tooMany });
  return [...needs];
}

/** Semicolons separate ids; in a quoted cell commas do as well. */
function idsIn(cell: string): string[] {
  return cell
    .split(/[;,]/)
    .map((id) => id.trim())
    .filter(Boolean);
}
