import { LAST_DATE, LAST_DAY, toDay, toIso } from '../time/day.ts';
import type { IsoDate } from '../time/day.ts';
import { addMonths } from '../time/length.ts';
import type { Fact, Link, PlanDocument, Requirement, RequisiteSet } from '../plan/document.ts';
import { blankItem } from '../plan/blank-item.ts';
import type { Item, ItemOf } from '../plan/items.ts';
import type {
  MonthsBefore,
  Recipe,
  RecipeCourse,
  RecipePart,
  RecipeProgram,
  RecipeTerm,
  TemplateRefusal,
} from './recipe.ts';
import { layOutTerms } from './semesters.ts';
import type { PlacedTerm } from './semesters.ts';

export type BuiltPlan = { ok: true; document: PlanDocument } | { ok: false; reason: TemplateRefusal };

/**
 * Turns a recipe into a plan document: terms get their dates from the calendar rule of `semesters.ts`, keys
 * become ids from `newId`, positions count from 0 in the order of the recipe. Refuses a plan whose terms would
 * pass 2199-12-31. Throws for a key that names nothing: a recipe is ours, not the user's.
 */
export function buildPlan(recipe: Recipe, newId: () => string): BuiltPlan {
  const calendar = datePrograms(recipe);
  if (calendar === null) return { ok: false, reason: { code: 'dates-out-of-range', last: LAST_DATE } };

  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`the recipe ${recipe.template} has no part "${key}"`);
    return id;
  };
  const name = (key: string): string => {
    if (ids.has(key)) throw new Error(`the recipe ${recipe.template} names "${key}" twice`);
    const id = newId();
    ids.set(key, id);
    return id;
  };

  const planId = newId();
  for (const part of recipe.parts) {
    name(part.key);
    if (part.kind !== 'program') continue;
    for (const requirement of part.requirements) name(requirementKey(part, requirement.key));
    for (const { slot } of calendar.get(part.key) ?? []) {
      name(termKey(part, slot));
      for (const course of slot.courses) name(course.key);
    }
  }

  const items: Item[] = [];
  const dayOf = (moment: MonthsBefore | undefined): IsoDate | null => {
    const first = moment && calendar.get(moment.program)?.[0];
    return moment && first ? toIso(addMonths(first.firstDay, -moment.months)) : null;
  };
  for (const part of recipe.parts) {
    items.push(itemOf(part, items.length, idOf, dayOf));
    if (part.kind !== 'program') continue;
    for (const placed of calendar.get(part.key) ?? [])
      items.push(...termWithCourses(part, placed, items.length, idOf));
  }

  const programs = recipe.parts.filter((part) => part.kind === 'program');
  return {
    ok: true,
    document: {
      plan: {
        id: planId,
        name: recipe.name,
        goalId: idOf(recipe.goal),
        target: null,
        jurisdiction: recipe.jurisdiction,
        facility: recipe.facility,
        template: recipe.template,
        catalogVersion: recipe.catalogVersion,
        notes: recipe.notes,
        position: 0,
      },
      items,
      requirements: programs
        .flatMap((program) => requirementsOf(program, idOf))
        .map((each, position) => ({ ...each, position })),
      requisiteSets: programs.flatMap((program) =>
        coursesOf(program).flatMap((course) => requisitesOf(course, newId, idOf)),
      ),
      links: recipe.links.map(({ from, to, kind, lag = 0, window = null }, position): Link => ({
        id: newId(),
        fromId: idOf(from),
        toId: idOf(to),
        kind,
        lag,
        window,
        groupId: null,
        position,
      })),
      linkGroups: [],
      facts: recipe.facts.map(({ about, ...fact }, position): Fact => ({
        id: newId(),
        itemId: about === null ? null : idOf(about),
        ...fact,
        position,
      })),
      acknowledgements: [],
    },
  };
}

type Calendar = Map<string, PlacedTerm<RecipeTerm>[]>;

/** The dated terms of every program by its key, or null if one passes the last day there is. */
function datePrograms(recipe: Recipe): Calendar | null {
  const calendar: Calendar = new Map();
  let previous: PlacedTerm<RecipeTerm> | undefined;
  for (const part of recipe.parts) {
    if (part.kind !== 'program') continue;
    const terms = layOutTerms(part.terms, previous ? { previous } : { from: toDay(recipe.start) });
    calendar.set(part.key, terms);
    previous = terms.at(-1) ?? previous;
  }
  return previous && previous.lastDay > LAST_DAY ? null : calendar;
}

/** The part with everything a recipe says about it; what it does not say stays unknown. */
function itemOf(
  part: RecipePart,
  position: number,
  idOf: (key: string) => string,
  dayOf: (moment: MonthsBefore | undefined) => IsoDate | null,
): Item {
  const { key, title } = part;
  const shared = {
    phase: part.phase,
    programId: part.kind === 'program' || part.program === undefined ? null : idOf(part.program),
    notes: part.notes ?? '',
    url: part.url ?? null,
    costCents: part.costCents ?? null,
    notBefore: dayOf(part.notBefore),
    pinStart: dayOf(part.pinned),
    length: part.length?.amount ?? null,
    lengthUnit: part.length?.unit ?? null,
    bestLength: part.length?.best ?? null,
    reminders: part.reminders ?? [],
  };
  const blank = <K extends RecipePart['kind']>(kind: K): ItemOf<K> => ({
    ...blankItem(kind, idOf(key), title, position),
    ...shared,
  });
  switch (part.kind) {
    case 'program': {
      const { level, field, degreeType, accreditor, accreditation, creditsRequired, gpaGoal } = part;
      const own = { level, field, degreeType, accreditor, accreditation, creditsRequired, gpaGoal };
      return { ...blank('program'), ...own };
    }
    case 'experience':
      return {
        ...blank('experience'),
        sort: part.sort,
        hoursRequired: part.hours?.required ?? null,
        hoursPerWeek: part.hours?.perWeek ?? null,
      };
    case 'step':
      return { ...blank('step'), sort: part.sort };
    case 'credential': {
      const { sort, issuer, jurisdiction, renewMonths, ceMonths, ceHours, ceTopics = [] } = part;
      return { ...blank('credential'), sort, issuer, jurisdiction, renewMonths, ceMonths, ceHours, ceTopics };
    }
    case 'milestone':
      return { ...blank('milestone'), sort: part.sort };
  }
}

const SEASON_NAMES = { fall: 'Fall', spring: 'Spring', summer: 'Summer' } as const;

function termWithCourses(
  program: RecipeProgram,
  { slot, index, season, studyYear, firstDay, lastDay }: PlacedTerm<RecipeTerm>,
  position: number,
  idOf: (key: string) => string,
): Item[] {
  const child = { programId: idOf(program.key), phase: program.phase };
  const termId = idOf(termKey(program, slot));
  const term: Item = {
    ...blankItem('term', termId, `Year ${studyYear} ${SEASON_NAMES[season]}`, position),
    ...child,
    index,
    season,
    firstDay: toIso(firstDay),
    lastDay: toIso(lastDay),
  };
  const courses = slot.courses.map((course, nth): Item => ({
    ...blankItem('course', idOf(course.key), course.title, position + 1 + nth),
    ...child,
    notes: course.notes ?? '',
    termId,
    requirementId: idOf(requirementKey(program, course.requirement)),
    prefix: course.prefix,
    number: course.number,
    credits: course.credits,
  }));
  return [term, ...courses];
}

function requirementsOf(
  program: RecipeProgram,
  idOf: (key: string) => string,
): Omit<Requirement, 'position'>[] {
  return program.requirements.map(({ key, title, rule, amount }) => ({
    id: idOf(requirementKey(program, key)),
    programId: idOf(program.key),
    title,
    rule,
    amount,
    minGrade: null,
    shared: false,
    eligible: coursesOf(program)
      .filter((course) => course.requirement === key)
      .map((course) => idOf(course.key)),
  }));
}

function requisitesOf(
  course: RecipeCourse,
  newId: () => string,
  idOf: (key: string) => string,
): RequisiteSet[] {
  const sets: { kind: RequisiteSet['kind']; keys: string[] }[] = [
    { kind: 'pre', keys: course.prerequisites },
    { kind: 'co', keys: course.corequisites },
  ];
  return sets
    .filter(({ keys }) => keys.length > 0)
    .map(({ kind, keys }) => ({
      id: newId(),
      courseId: idOf(course.key),
      kind,
      need: null,
      needs: keys.map((key) => ({ courseId: idOf(key), minGrade: null })),
    }));
}

const coursesOf = (program: RecipeProgram): RecipeCourse[] => program.terms.flatMap((term) => term.courses);
const termKey = (program: RecipeProgram, term: RecipeTerm): string => `${program.key}/${term.key}`;
const requirementKey = (program: RecipeProgram, key: string): string => `${program.key}#${key}`;
