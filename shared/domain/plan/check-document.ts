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
  | { path: string; what: 'program-of-program'; id: string };

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

function* problemsOf(document: PlanDocument): Generator<DocumentProblem> {
  const { plan, items, requirements, requisiteSets, links, linkGroups, facts, acknowledgements } = document;
  const kinds = new Map<string, ItemKind>();
  const seen = new Set<string>();
  function* once(path: string, id: string): Generator<DocumentProblem> {
    if (seen.has(id)) yield { path, what: 'duplicate', id };
    seen.add(id);
  }
  function* names(path: string, id: string | null, kind?: ItemKind): Generator<DocumentProblem> {
    if (id === null) return;
    const actual = kinds.get(id);
    if (actual === undefined) yield { path, what: 'missing', id };
    else if (kind !== undefined && actual !== kind) yield { path, what: 'kind', id, expected: kind };
  }

  yield* once('plan.id', plan.id);
  for (const [index, { id, kind }] of items.entries()) {
    yield* once(`items[${index}].id`, id);
    kinds.set(id, kind);
  }
  const groupsOfRequirement = new Set(requirements.map(({ id }) => id));
  for (const [index, item] of items.entries()) {
    const at = `items[${index}]`;
    const problem = findItemProblem(item);
    if (problem) yield { path: at, what: 'item', problem };
    if (item.kind === 'program' && item.programId !== null)
      yield { path: `${at}.programId`, what: 'program-of-program', id: item.programId };
    yield* names(`${at}.programId`, item.programId, 'program');
    if (new Set(item.reminders).size < item.reminders.length)
      yield { path: `${at}.reminders`, what: 'duplicate', id: item.id };
    if (item.kind === 'course') {
      yield* names(`${at}.termId`, item.termId, 'term');
      yield* names(`${at}.repeatsId`, item.repeatsId, 'course');
      if (item.requirementId !== null && !groupsOfRequirement.has(item.requirementId)) {
        yield { path: `${at}.requirementId`, what: 'missing', id: item.requirementId };
      }
    }
    if (item.kind === 'experience')
      for (const [n, entry] of item.log.entries()) yield* once(`${at}.log[${n}].id`, entry.id);
    if (item.kind === 'step')
      for (const [n, entry] of item.attempts.entries()) yield* once(`${at}.attempts[${n}].id`, entry.id);
    if (item.kind === 'credential') {
      for (const [n, entry] of item.ce.entries()) yield* once(`${at}.ce[${n}].id`, entry.id);
      const topics = item.ceTopics.map(({ topic }) => topic);
      if (new Set(topics).size < topics.length)
        yield { path: `${at}.ceTopics`, what: 'duplicate', id: item.id };
    }
  }
  yield* names('plan.goalId', plan.goalId);
  for (const [index, { id, programId, eligible }] of requirements.entries()) {
    yield* once(`requirements[${index}].id`, id);
    yield* names(`requirements[${index}].programId`, programId, 'program');
    for (const [n, courseId] of eligible.entries())
      yield* names(`requirements[${index}].eligible[${n}]`, courseId, 'course');
    if (new Set(eligible).size < eligible.length)
      yield { path: `requirements[${index}].eligible`, what: 'duplicate', id };
  }
  for (const [index, { id, courseId, need, needs }] of requisiteSets.entries()) {
    const at = `requisiteSets[${index}]`;
    yield* once(`${at}.id`, id);
    yield* names(`${at}.courseId`, courseId, 'course');
    if (need !== null && need > needs.length)
      yield { path: `${at}.need`, what: 'need', need, members: needs.length };
    for (const [n, { courseId: needed }] of needs.entries()) {
      yield* names(`${at}.needs[${n}].courseId`, needed, 'course');
      if (needed === courseId) yield { path: `${at}.needs[${n}].courseId`, what: 'itself', id: needed };
      if (needs.findIndex((other) => other.courseId === needed) < n)
        yield { path: `${at}.needs[${n}].courseId`, what: 'duplicate', id: needed };
    }
  }
  const targets = new Map(linkGroups.map(({ id, toId }) => [id, toId]));
  for (const [index, { id, toId }] of linkGroups.entries()) {
    yield* once(`linkGroups[${index}].id`, id);
    yield* names(`linkGroups[${index}].toId`, toId);
  }
  const pairs = new Set<string>();
  for (const [index, { id, fromId, toId, kind, window, groupId }] of links.entries()) {
    const at = `links[${index}]`;
    yield* once(`${at}.id`, id);
    yield* names(`${at}.fromId`, fromId);
    yield* names(`${at}.toId`, toId);
    if (fromId === toId) yield { path: at, what: 'itself', id: fromId };
    if (window !== null && kind !== 'FS') yield { path: `${at}.window`, what: 'window' };
    if (groupId !== null && targets.get(groupId) !== toId)
      yield { path: `${at}.groupId`, what: 'group', id: groupId };
    const pair = JSON.stringify([fromId, toId, kind]);
    if (pairs.has(pair)) yield { path: at, what: 'link-again' };
    pairs.add(pair);
  }
  for (const [index, { id, itemId }] of facts.entries()) {
    yield* once(`facts[${index}].id`, id);
    yield* names(`facts[${index}].itemId`, itemId);
  }
  const keys = new Set<string>();
  for (const [index, { key }] of acknowledgements.entries()) {
    if (keys.has(key)) yield { path: `acknowledgements[${index}].key`, what: 'duplicate', id: key };
    keys.add(key);
  }
}
