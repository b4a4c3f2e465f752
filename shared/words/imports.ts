import type { ImportProblem } from '#shared/contract/interop.ts';
import { ITEM_KINDS, type ItemKind } from '#shared/domain/plan/items.ts';
import { countOf, formatNumber, listOf, quoted, shortListOf } from './numbers.ts';
import { shorten } from './shorten.ts';

type RequisiteKind = Extract<ImportProblem, { code: 'requisite-itself' }>['kind'];

const REQUISITES: Record<RequisiteKind, { one: string; many: string }> = {
  pre: { one: 'prerequisite', many: 'prerequisites' },
  co: { one: 'corequisite', many: 'corequisites' },
  strict: { one: 'strict corequisite', many: 'strict corequisites' },
};

/** What became of a line of a curriculum file that could not be used as it stands, as one sentence. */
export function problemSentence(problem: ImportProblem): string {
  switch (problem.code) {
    case 'line-unknown':
      return `${quoted(shorten(problem.text))} is not part of this format, so the line was not used.`;
    case 'heading-missing':
      return 'The line “Courses” is missing above these names of columns; the courses were read as if it were there.';
    case 'line-repeated':
      return `${quoted(problem.name)} was given already on line ${problem.line}, so the line was not used.`;
    case 'system-unknown':
      return `${quoted(shorten(problem.value))} is neither semester nor quarter; ${problem.taken} was taken.`;
    case 'columns-unknown':
      return `${columns(problem.names)} not part of this format, so what is below was not used.`;
    case 'columns-repeated':
      return `${columns(problem.names)} here twice, so the second one was not used.`;
    case 'cells-beyond':
      return `${quotedList(problem.cells)} ${isOrAre(problem.cells)} in no named column and not used.`;
    case 'quotes-odd':
      return 'A quotation mark has no other half here, so cells may have been cut in the wrong places.';
    case 'text-cut':
      return `${quoted(problem.column)} is too long; its first ${countOf(problem.limit, 'character')} were used.`;
    case 'no-course':
      return 'There is neither a name nor a number of a course here, so the line was not used.';
    case 'name-missing':
      return `The course has no name; it was called ${quoted(problem.title)}.`;
    case 'id-missing':
      return 'The course has no id, so no other course can name it as a requisite.';
    case 'id-odd':
      return `The id ${quoted(shorten(problem.id))} is not a whole number; it was used as it is.`;
    case 'id-repeated':
      return `The id ${quoted(problem.id)} belongs to the course on line ${problem.line}, so this course has none.`;
    case 'course-repeated':
      return `The same course, with the id ${quoted(problem.id)}, is on line ${problem.line}, so the line was not used.`;
    case 'credits-unknown':
      return `${quoted(shorten(problem.value))} is not a number of credits, so the credits are not known.`;
    case 'term-unknown':
      return `${quoted(shorten(problem.value))} is not a number of a term, so the course is in none.`;
    case 'requisite-unknown':
      return problem.ids.length === 1
        ? `No course has the id ${quotedList(problem.ids)}, named here as a ${REQUISITES[problem.kind].one}.`
        : `No courses have the ids ${quotedList(problem.ids)}, named here as ${REQUISITES[problem.kind].many}.`;
    case 'requisite-itself':
      return `The course names itself as its ${REQUISITES[problem.kind].one}, which was not used.`;
    case 'requisite-repeated':
      return problem.ids.length === 1
        ? `The ${REQUISITES[problem.kind].one} ${quotedList(problem.ids)} is named more than once and was used once.`
        : `The ${REQUISITES[problem.kind].many} ${quotedList(problem.ids)} are named more than once and were used once.`;
    case 'requisites-too-many':
      return `A course can have ${formatNumber(problem.limit)} ${REQUISITES[problem.kind].many}; ${quotedList(problem.ids)} ${isOrAre(problem.ids)} not used.`;
    case 'outcome-without-course':
      return `No course has the id ${quoted(shorten(problem.id))}, so its learning outcome was not used.`;
    case 'outcome-empty':
      return 'The learning outcome has neither a name nor a description, so the line was not used.';
    case 'notes-full':
      return 'There is no more room in the notes, so this learning outcome was not used.';
  }
}

/** A learning outcome as a line for the notes of a course or program. Empty parts are left out. */
export function outcomeNote(outcome: {
  id: string;
  name: string;
  description: string;
  hours: string;
  requisites: string;
}): string {
  const { id, name, description, hours, requisites } = outcome;
  const details = [
    hours === '' ? '' : `hours: ${hours}`,
    requisites === '' ? '' : `builds on: ${requisites}`,
  ].filter(Boolean);
  const title = [name, description].filter(Boolean).join('. ');
  const more = details.length === 0 ? '' : ` (${details.join('; ')})`;
  return `Learning outcome${id === '' ? '' : ` ${id}`}: ${title}${more}`;
}

/** What an import adds: `1 program, 4 terms, and 7 courses`. */
export function addedText(counts: Readonly<Record<ItemKind, number>>): string {
  const parts = ITEM_KINDS.filter((kind) => counts[kind] > 0).map((kind) => countOf(counts[kind], kind));
  return parts.length === 0 ? 'nothing but its name' : listOf(parts);
}

/** How many lines of a file are not used as they stand. */
export function unusedTitle(lines: number): string {
  return `${countOf(lines, 'line')} ${lines === 1 ? 'is' : 'are'} not used as ${lines === 1 ? 'it stands' : 'they stand'}`;
}

/** The same lines as a text to keep, with the name of the file they are in. */
export function unusedText(file: string, unused: readonly { line: number; reason: string }[]): string {
  const lines = unused.map(({ line, reason }) => `Line ${line}: ${reason}`);
  return `${[`${file}: ${unusedTitle(unused.length)}`, '', ...lines].join('\n')}\n`;
}

/** The plan of a curriculum that has no name. */
export const UNNAMED_CURRICULUM = 'Imported curriculum';

/** A course without a name, by its code or its id. */
export function namelessCourse(code: string, id: string | null): string {
  if (code !== '') return code;
  return id === null ? 'Course' : `Course ${id}`;
}

function columns(names: readonly string[]): string {
  return names.length === 1
    ? `The column ${quotedList(names)} is`
    : `The columns ${listOf(names.map((name) => quoted(shorten(name))))} are`;
}

function quotedList(texts: readonly string[]): string {
  return shortListOf(texts.map((text) => quoted(shorten(text))));
}

function isOrAre(things: readonly unknown[]): string {
  return things.length === 1 ? 'is' : 'are';
}
