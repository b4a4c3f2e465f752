import { codeText } from '#shared/domain/plan/course-code.ts';
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
export function readRequisites(
  courses: readonly CourseRow[],
  places: CoursePlaces,
  report: Report,
): RequisiteList[] {
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

/** Finds the courses that a cell names. */
export class CoursePlaces {
  readonly #ids = new Map<string, number>();
  /** By code; `null` where several courses have it. */
  readonly #codes = new Map<string, number | null>();

  constructor(courses: readonly CourseRow[]) {
    for (const [place, { id, ...course }] of courses.entries()) {
      if (id !== null) this.#ids.set(idKey(id), place);
      const code = codeText(course);
      this.#addCode(code, place);
      // What some programs write where several courses have one code.
      if (id !== null && code !== '') this.#addCode(`${code}_${id}`, place);
    }
  }

  #addCode(code: string, place: number): void {
    const key = codeKey(code);
    if (key !== null) this.#codes.set(key, this.#codes.has(key) ? null : place);
  }

  /** The place, in the list of courses, of the one with this id, or else the only one with this code, such as `CS 164`. */
  at(name: string): number | null {
    const code = codeKey(name);
    return this.#ids.get(idKey(name)) ?? (code === null ? null : (this.#codes.get(code) ?? null));
  }
}

/** A code as it is compared, `CS164`; `null` for what is none: without a letter and a digit it is an id, or a word. */
function codeKey(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/\s/g, '');
  return /\p{L}/u.test(code) && /\d/.test(code) ? code : null;
}

interface List {
  course: number;
  kind: Kind;
  places: CoursePlaces;
  report: (problem: Parameters<Report>[1]) => void;
}

function readNeeds(cell: string, { course, kind, places, report }: List): number[] {
  const needs = new Set<number>();
  const unknown: string[] = [];
  const repeated: string[] = [];
  const tooMany: string[] = [];
  let itself = false;
  for (const id of idsIn(cell, places)) {
    const place = places.at(id);
    if (place === null) unknown.push(id);
    else if (place === course) itself = true;
    else if (needs.has(place)) repeated.push(id);
    else if (needs.size === MOST_NEEDS) tooMany.push(id);
    else needs.add(place);
  }
  if (itself) report({ code: 'requisite-itself', kind });
  if (unknown.length > 0) report({ code: 'requisite-unknown', kind, ids: [...new Set(unknown)] });
  if (repeated.length > 0) report({ code: 'requisite-repeated', kind, ids: [...new Set(repeated)] });
  if (tooMany.length > 0) report({ code: 'requisites-too-many', kind, limit: MOST_NEEDS, ids: tooMany });
  return [...needs];
}

/** Semicolons separate ids; in a quoted cell commas do as well, and spaces where each part is a course. */
function idsIn(cell: string, places: CoursePlaces): string[] {
  return cell
    .split(/[;,]/)
    .map((id) => id.trim())
    .filter(Boolean)
    .flatMap((id) => {
      const parts = id.split(/\s+/);
      return places.at(id) === null && parts.every((part) => places.at(part) !== null) ? parts : [id];
    });
}
