import type { PlanDocument } from './document.ts';
import { findItemProblem, type ItemProblem } from './check-item.ts';
import type { ItemKind } from './items.ts';

/** What does not hold together in a document, and where: `path` is like `links[3].fromId`. */
export type DocumentProblem =
  | { path: string; what: 'missing'; id: string }
  | { path: string; what: 'duplicate'; id: string }
  | { path: string; what: 'kind'; id: string; expected: ItemKind }
  | { path: string; what: 'item'; problem: ItemProblem }
  | { path: string; what: 'need'; need: number; members: number }
  | { path: string; what: 'itself'; id: string }
  | { path: string; what: 'link-again' }
  | { path: string; what: 'window' }
  | { path: string; what: 'group'; id: string }
  | { path: string; what: 'program-of-program'; id: string }
  | { path: string; what: 'other-plan'; id: string };

/**
 * The first problem of a document that came from outside: ids given twice, references to things that are not
 * in it or of another kind, fields that contradict each other. `null` when it holds together.
 */
export function findDocumentProblem(document: PlanDocument): DocumentProblem | null {
  return first(problemsOf(document));
}

function first<Value>(values: Iterable<Value>): Value | null {
  for (const value of values) return value;
  return null;
}

/** What is wrong with a reference, or `null`. */
type BadReference = { what: 'missing'; id: string } | { what: 'kind'; id: string; expected: ItemKind } | null;

/** Paths are written only for what is wrong: a sound plan of any size has none. */
function* problemsOf(document: PlanDocument): Generator<DocumentProblem> {
  const { plan, items, requirements, requisiteSets, links, linkGroups, facts, acknowledgements } = document;
  const kinds = new Map<string, ItemKind>();
  const seen = new Set<string>();
  const isSeen = (id: string): boolean => {
    const before = seen.size;
    return seen.add(id).size === before;
  };
  const duplicate = (path: string, id: string): DocumentProblem => ({ path, what: 'duplicate', id });
  const check = (id: string | null, kind?: ItemKind): BadReference => {
    if (id === null) return null;
    const actual = kinds.get(id);
    if (actual === undefined) return { what: 'missing', id };
    return kind === undefined || actual === kind ? null : { what: 'kind', id, expected: kind };
  };

  isSeen(plan.id);
  for (const [index, { id, kind }] of items.entries()) {
    if (isSeen(id)) yield duplicate(`items[${index}].id`, id);
    kinds.set(id, kind);
  }
  const groupsOfRequirement = new Set(requirements.map(({ id }) => id));
  for (const [index, item] of items.entries()) {
    const problem = findItemProblem(item);
    if (problem) yield { path: `items[${index}]`, what: 'item', problem };
    if (item.kind === 'program' && item.programId !== null)
      yield { path: `items[${index}].programId`, what: 'program-of-program', id: item.programId };
    const program = check(item.programId, 'program');
    if (program) yield { path: `items[${index}].programId`, ...program };
    if (hasTwice(item.reminders)) yield duplicate(`items[${index}].reminders`, item.id);
    if (item.kind === 'course') {
      const term = check(item.termId, 'term');
      if (term) yield { path: `items[${index}].termId`, ...term };
      const repeated = check(item.repeatsId, 'course');
      if (repeated) yield { path: `items[${index}].repeatsId`, ...repeated };
      if (item.requirementId !== null && !groupsOfRequirement.has(item.requirementId))
        yield { path: `items[${index}].requirementId`, what: 'missing', id: item.requirementId };
    }
    if (item.kind === 'experience') {
      for (const [n, entry] of item.log.entries())
        if (isSeen(entry.id)) yield duplicate(`items[${index}].log[${n}].id`, entry.id);
    }
    if (item.kind === 'step') {
      for (const [n, entry] of item.attempts.entries())
        if (isSeen(entry.id)) yield duplicate(`items[${index}].attempts[${n}].id`, entry.id);
    }
    if (item.kind === 'credential') {
      for (const [n, entry] of item.ce.entries())
        if (isSeen(entry.id)) yield duplicate(`items[${index}].ce[${n}].id`, entry.id);
      if (hasTwice(item.ceTopics.map(({ topic }) => topic)))
        yield duplicate(`items[${index}].ceTopics`, item.id);
    }
  }
  const goal = check(plan.goalId);
  if (goal) yield { path: 'plan.goalId', ...goal };
  for (const [index, { id, programId, eligible }] of requirements.entries()) {
    if (isSeen(id)) yield duplicate(`requirements[${index}].id`, id);
    const program = check(programId, 'program');
    if (program) yield { path: `requirements[${index}].programId`, ...program };
    for (const [n, courseId] of eligible.entries()) {
      const course = check(courseId, 'course');
      if (course) yield { path: `requirements[${index}].eligible[${n}]`, ...course };
    }
    if (hasTwice(eligible)) yield duplicate(`requirements[${index}].eligible`, id);
  }
  for (const [index, { id, courseId, need, needs }] of requisiteSets.entries()) {
    if (isSeen(id)) yield duplicate(`requisiteSets[${index}].id`, id);
    const course = check(courseId, 'course');
    if (course) yield { path: `requisiteSets[${index}].courseId`, ...course };
    if (need !== null && need > needs.length)
      yield { path: `requisiteSets[${index}].need`, what: 'need', need, members: needs.length };
    for (const [n, { courseId: needed }] of needs.entries()) {
      const path = `requisiteSets[${index}].needs[${n}].courseId`;
      const other = check(needed, 'course');
      if (other) yield { path, ...other };
      if (needed === courseId) yield { path, what: 'itself', id: needed };
      if (needs.findIndex((each) => each.courseId === needed) < n) yield duplicate(path, needed);
    }
  }
  const targets = new Map(linkGroups.map(({ id, toId }) => [id, toId]));
  for (const [index, { id, toId }] of linkGroups.entries()) {
    if (isSeen(id)) yield duplicate(`linkGroups[${index}].id`, id);
    const to = check(toId);
    if (to) yield { path: `linkGroups[${index}].toId`, ...to };
  }
  const pairs = new Set<string>();
  for (const [index, { id, fromId, toId, kind, window, groupId }] of links.entries()) {
    if (isSeen(id)) yield duplicate(`links[${index}].id`, id);
    const from = check(fromId);
    if (from) yield { path: `links[${index}].fromId`, ...from };
    const to = check(toId);
    if (to) yield { path: `links[${index}].toId`, ...to };
    if (fromId === toId) yield { path: `links[${index}]`, what: 'itself', id: fromId };
    if (window !== null && kind !== 'FS') yield { path: `links[${index}].window`, what: 'window' };
    if (groupId !== null && targets.get(groupId) !== toId)
      yield { path: `links[${index}].groupId`, what: 'group', id: groupId };
    // With its length in front, the first id ends where it ends, whatever is in it.
    const pair = `${kind}${fromId.length}:${fromId}${toId}`;
    if (pairs.has(pair)) yield { path: `links[${index}]`, what: 'link-again' };
    pairs.add(pair);
  }
  for (const [index, { id, itemId }] of facts.entries()) {
    if (isSeen(id)) yield duplicate(`facts[${index}].id`, id);
    const item = check(itemId);
    if (item) yield { path: `facts[${index}].itemId`, ...item };
  }
  const keys = new Set<string>();
  for (const [index, { key }] of acknowledgements.entries()) {
    if (keys.has(key)) yield { path: `acknowledgements[${index}].key`, what: 'duplicate', id: key };
    keys.add(key);
  }
}

const hasTwice = (values: readonly unknown[]): boolean =>
  values.length > 1 && new Set(values).size < values.length;
