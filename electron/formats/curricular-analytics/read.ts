import type { UnusedLine } from '#shared/contract/answers.ts';
import type { Failure } from '#shared/contract/failures.ts';
import { FILE_LIMIT, type CurriculumFault, type ImportProblem } from '#shared/contract/interop.ts';
import type { PlanDocument, RequisiteSet } from '#shared/domain/plan/document.ts';
import { blankItem } from '#shared/domain/plan/blank-item.ts';
import type { Course, Item, Program, Term } from '#shared/domain/plan/items.ts';
import { phaseOfProgram } from '#shared/domain/layout/phase.ts';
import { LAST_DATE, type IsoDate } from '#shared/domain/time/day.ts';
import { problemSentence } from '#shared/words/imports.ts';
import { readCsv } from '../csv/read-csv.ts';
import { decodeText } from '../decode-text.ts';
import { readCourses, type CourseRow } from './courses.ts';
import { readOutcomes } from './outcomes.ts';
import { readProgram, type ProgramHeader } from './program.ts';
import { CoursePlaces, readRequisites, type RequisiteList } from './requisites.ts';
import { readSections } from './sections.ts';
import { titleTerms, type TitledTerm } from './terms.ts';
import { separatorOf } from './separator.ts';

export interface CurriculumOptions {
  /** The first day of the first term. */
  start: IsoDate;
  newId: () => string;
}

export type ReadCurriculum =
  { ok: true; document: PlanDocument; unused: UnusedLine[] } | { ok: false; failure: Failure };

/**
 * Reads a curriculum or degree plan in Curricular Analytics CSV, as bytes or as text, into a plan with one program for
 * each curriculum in it, nearly always one. What is sound is imported; `unused` has a sentence for everything that is
 * not, by line. A file without a table of courses is refused, naming the line.
 */
export function readCurriculum(
  input: Uint8Array | string,
  { start, newId }: CurriculumOptions,
): ReadCurriculum {
  const text = (typeof input === 'string' ? input.toWellFormed() : decodeText(input).text).replace(
    /^\uFEFF/,
    '',
  );
  if (text.length > FILE_LIMIT)
    return refuse({ code: 'file-too-large', bytes: text.length, limit: FILE_LIMIT });
  if (text.trim() === '') return unusable('empty', 1);
  const binary = text.indexOf('\0');
  if (binary >= 0) return unusable('not-text', lineAt(text, binary));

  const found: { line: number; problem: ImportProblem }[] = [];
  const report = (line: number, problem: ImportProblem) => void found.push({ line, problem });
  const { rows, oddQuotes } = readCsv(text, { separator: separatorOf(text) });
  for (const line of oddQuotes) report(line, { code: 'quotes-odd' });
  const curricula: Curriculum[] = [];
  for (const { headers, sections } of readSections(rows, report)) {
    const [table] = sections.filter(({ name }) => name === 'courses');
    if (table === undefined) return unusable('no-courses', lineAt(text.trimEnd(), text.length));
    const courses = readCourses(sections, report);
    if (courses === null) return unusable('no-columns', table.rows[0]?.line ?? table.line);
    const program = readProgram(headers, report);
    const last = courses.reduce((most, { term }) => Math.max(most, term ?? 0), 0);
    const terms = titleTerms(program.system, last, start);
    if ((terms.at(-1)?.lastDay ?? '') > LAST_DATE)
      return refuse({ code: 'dates-out-of-range', last: LAST_DATE });
    const places = new CoursePlaces(courses);
    const requisites = readRequisites(courses, places, report);
    curricula.push({ program, terms, courses, requisites, notes: readOutcomes(sections, places, report) });
  }
  const unused = found
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, problem }) => ({ line, reason: problemSentence(problem) }));
  return { ok: true, document: toDocument(curricula, newId), unused };
}

interface Curriculum {
  program: ProgramHeader;
  terms: readonly TitledTerm[];
  courses: readonly CourseRow[];
  requisites: readonly RequisiteList[];
  notes: ReadonlyMap<number | null, string>;
}

/** The plan: per curriculum a program, then its terms by date and its courses in the order of the file. The first is the goal. */
function toDocument(curricula: readonly Curriculum[], newId: () => string): PlanDocument {
  const planId = newId();
  const items: Item[] = [];
  const requisiteSets: RequisiteSet[] = [];
  for (const curriculum of curricula) addProgram(curriculum, { items, requisiteSets, newId });
  return {
    plan: {
      id: planId,
      name: curricula[0]?.program.planName ?? '',
      goalId: items[0]?.id ?? null,
      target: null,
      jurisdiction: null,
      facility: null,
      template: null,
      catalogVersion: null,
      notes: '',
      position: 0,
    },
    items,
    requirements: [],
    requisiteSets,
    links: [],
    linkGroups: [],
    facts: [],
    acknowledgements: [],
  };
}

interface Growing {
  items: Item[];
  requisiteSets: RequisiteSet[];
  newId: () => string;
}

function addProgram(curriculum: Curriculum, { items, requisiteSets, newId }: Growing): void {
  const { planName: _, ...header } = curriculum.program;
  const first = items.length;
  const program: Program = {
    ...blankItem('program', newId(), header.title, first),
    ...header,
    notes: curriculum.notes.get(null) ?? '',
  };
  program.phase = phaseOfProgram(program);
  const child = { programId: program.id, phase: program.phase };
  const terms = curriculum.terms.map(({ title, ...dates }, nth): Term => ({
    ...blankItem('term', newId(), title, first + 1 + nth),
    ...child,
    ...dates,
  }));
  const courses = curriculum.courses.map((row, nth): Course => {
    const { title, prefix, number, credits, institution, canonicalName } = row;
    return {
      ...blankItem('course', newId(), title, first + 1 + terms.length + nth),
      ...child,
      ...{ prefix, number, credits, institution, canonicalName },
      importedId: row.id,
      termId: (row.term === null ? null : terms[row.term - 1]?.id) ?? null,
      notes: curriculum.notes.get(nth) ?? '',
    };
  });
  const idAt = (place: number): string => courses[place]?.id ?? '';
  // One by one: a hundred thousand arguments are more than a call takes.
  for (const item of [program, ...terms, ...courses]) items.push(item);
  for (const { course, kind, needs } of curriculum.requisites)
    requisiteSets.push({
      id: newId(),
      courseId: idAt(course),
      kind,
      need: null,
      needs: needs.map((place) => ({ courseId: idAt(place), minGrade: null })),
    });
}

function unusable(fault: CurriculumFault, line: number): ReadCurriculum {
  return refuse({ code: 'curriculum-unusable', line, fault });
}

function refuse(failure: Failure): ReadCurriculum {
  return { ok: false, failure };
}

/** The line, from 1, of a place in text. */
function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n|\r|\n/).length;
}
