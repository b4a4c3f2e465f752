import type { ExportLoss } from '#shared/contract/interop.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Course, Item, ItemKind, Program } from '#shared/domain/plan/items.ts';
import { headerName } from './header-name.ts';
import { levelOf } from './program.ts';

export interface Written {
  program: Program;
  courses: readonly Course[];
  /** By item: the id of each course in the file, and the number of each term. */
  ids: ReadonlyMap<string, string>;
  terms: ReadonlyMap<string, number>;
}

/** What a curriculum file does not hold of a plan whose `written` part it does, the largest things first. */
export function findLosses(document: PlanDocument, written: Written): ExportLoss[] {
  const { plan, items, requirements, requisiteSets, links, facts, acknowledgements } = document;
  const { program, courses, ids, terms } = written;
  const ofKind = (kind: ItemKind): Item[] => items.filter((item) => item.kind === kind);
  const others = ofKind('program').filter(({ id }) => id !== program.id);
  const ownTerms = ofKind('term').filter(({ programId }) => programId === program.id);
  const sets = requisiteSets.filter(({ courseId }) => ids.has(courseId));
  const needs = sets.flatMap((set) => set.needs);
  const names = terms.size > 0 ? [program.title, plan.name] : [program.title];
  const changed = [...new Set(names)].filter((name) => headerName(name) !== name);
  const inFile: Item[] = [program, ...courses, ...items.filter(({ id }) => terms.has(id))];

  const losses: ExportLoss[] = [];
  const count = (code: Counted, things: readonly unknown[]): void => {
    if (things.length > 0) losses.push({ code, count: things.length });
  };
  if (others.length > 0) losses.push({ code: 'programs', titles: others.map(({ title }) => title) });
  count('experiences', ofKind('experience'));
  count('steps', ofKind('step'));
  count('credentials', ofKind('credential'));
  count('milestones', ofKind('milestone'));
  count('links', links);
  count('term-dates', [...terms]);
  count(
    'empty-terms',
    ownTerms.filter(({ id }) => !terms.has(id)),
  );
  count(
    'statuses',
    courses.filter(({ status }) => status !== 'planned'),
  );
  count(
    'grades',
    courses.filter(({ grade }) => grade !== null),
  );
  count(
    'choices',
    sets.filter((set) => set.need !== null && set.need < set.needs.length),
  );
  count(
    'minimum-grades',
    needs.filter(({ minGrade }) => minGrade !== null),
  );
  count(
    'outside-requisites',
    needs.filter(({ courseId }) => !ids.has(courseId)),
  );
  count(
    'requirements',
    requirements.filter(({ programId }) => programId === program.id),
  );
  count('course-details', courses.filter(hasCourseDetails));
  if (hasProgramDetails(program)) losses.push({ code: 'program-details' });
  count('facts', facts);
  count(
    'notes',
    [plan, ...inFile].filter(({ notes }) => notes !== ''),
  );
  count('acknowledgements', acknowledgements);
  if (
    plan.goalId !== program.id ||
    plan.target !== null ||
    plan.jurisdiction !== null ||
    plan.facility !== null ||
    plan.webLinks !== undefined
  )
    losses.push({ code: 'plan-details' });
  if (terms.size === 0 && plan.name !== program.title) losses.push({ code: 'plan-name', name: plan.name });
  if (changed.length > 0) losses.push({ code: 'names-changed', names: changed });
  count(
    'ids-changed',
    courses.filter(({ id, importedId }) => importedId !== null && ids.get(id) !== importedId),
  );
  return losses;
}

type Counted = Extract<ExportLoss, { count: number }>['code'];

function hasCourseDetails(course: Course): boolean {
  return course.offered !== null || course.locked || course.repeatsId !== null || hasItemDetails(course);
}

function hasProgramDetails(program: Program): boolean {
  const { field, accreditor, accreditation, creditsRequired, gpaMinimum, gpaGoal, mustEndBy } = program;
  return (
    [field, accreditor, accreditation, creditsRequired, gpaMinimum, gpaGoal, mustEndBy].some(isKnown) ||
    program.repeats !== 'latest' ||
    program.level !== levelOf(program.degreeType ?? '') ||
    hasItemDetails(program)
  );
}

function hasItemDetails(item: Item): boolean {
  const {
    url,
    costCents,
    notBefore,
    pinStart,
    actualStart,
    actualEnd,
    length,
    bestLength,
    reminders,
    webLinks = [],
  } = item;
  return (
    [url, costCents, notBefore, pinStart, actualStart, actualEnd, length, bestLength].some(isKnown) ||
    reminders.length > 0 ||
    webLinks.length > 0
  );
}

function isKnown(value: unknown): boolean {
  return value !== null;
}
