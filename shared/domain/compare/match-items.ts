import { codeOf } from '../plan/course-code.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Item, Program } from '../plan/items.ts';

/** A text that two items which are the same have in common, or `null` for an item that cannot be told this way. */
type Sign = (item: Item, program: string) => string | null;

/**
 * Which items of two plans are the same: for each id of `other`, the id in `first`. Items have ids of their own in
 * every plan, so they are known by kind and course code, else by title, first within the same program. Repeated
 * titles pair in their order; an item that differs in its title alone is the same one, renamed.
 */
export function matchItems(first: PlanDocument, other: PlanDocument): Map<string, string> {
  const match = new Matching(first.items, other.items);
  match.pairGoals(first.plan.goalId, other.plan.goalId);
  for (const sign of SIGNS) match.pairBy(sign);
  return match.found;
}

const PROGRAM_SIGNS: readonly Sign[] = [
  (item) => (item.kind === 'program' ? text(item.level, item.title, item.position) : null),
  (item) => (item.kind === 'program' ? text(item.title) : null),
  (item) => (item.kind === 'program' ? content(item) : null),
];
const isPart = ({ kind }: Item): boolean => kind !== 'program';
const code = (item: Item): string | null => (item.kind === 'course' ? codeOf(item) : null);
const withCode = (sign: (item: Item, program: string, code: string) => string): Sign => {
  return (item, program) => {
    const known = code(item);
    return known === null ? null : sign(item, program, known);
  };
};
/** Terms and placeholders are called the same in every program, so they are only looked for in their own. */
const isNamed = (item: Item): boolean => isPart(item) && item.kind !== 'term' && item.kind !== 'course';

const SIGNS: readonly Sign[] = [
  ...PROGRAM_SIGNS,
  withCode((item, program, known) => text(program, known, item.position)),
  withCode((_, program, known) => text(program, known)),
  withCode((_, __, known) => known),
  (item, program) => (isPart(item) ? text(program, item.kind, item.title, item.position) : null),
  (item, program) => (isPart(item) ? text(program, item.kind, item.title) : null),
  (item) => (isNamed(item) ? text(item.kind, item.title) : null),
  (item, program) => (isPart(item) ? text(program, content(item)) : null),
];

class Matching {
  /** From an id of the other plan to the id in the first. */
  readonly found = new Map<string, string>();
  readonly #first: readonly Item[];
  readonly #other: readonly Item[];
  readonly #taken = new Set<string>();

  constructor(first: readonly Item[], other: readonly Item[]) {
    this.#first = first;
    this.#other = other;
  }

  /** Both plans lead to their goals, whatever these are called. */
  pairGoals(firstId: string | null, otherId: string | null): void {
    const first = this.#first.find(({ id }) => id === firstId);
    const other = this.#other.find(({ id }) => id === otherId);
    if (first && other && first.kind === other.kind && isNamed(first)) this.#pair(first, other);
  }

  /** Pairs what is still alone and has the same sign, in order. */
  pairBy(sign: Sign): void {
    const waiting = new Map<string, Item[]>();
    for (const item of this.#first) {
      if (this.#taken.has(item.id)) continue;
      const mark = sign(item, item.programId ?? '');
      if (mark === null) continue;
      const same = waiting.get(mark);
      if (same) same.push(item);
      else waiting.set(mark, [item]);
    }
    for (const item of this.#other) {
      if (this.found.has(item.id)) continue;
      const mark = sign(item, this.#programOf(item));
      const first = mark === null ? undefined : waiting.get(mark)?.shift();
      if (first) this.#pair(first, item);
    }
  }

  #programOf({ programId }: Item): string {
    if (programId === null) return '';
    // No id of the first plan: a part of a program that is not there has no partner in it.
    return this.found.get(programId) ?? `\0${programId}`;
  }

  #pair(first: Item, other: Item): void {
    this.found.set(other.id, first.id);
    this.#taken.add(first.id);
  }
}

function text(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts.map((part) => (typeof part === 'string' ? plain(part) : part)));
}

/** Upper and lower case and the width of gaps do not make another title. */
function plain(title: string): string {
  return title.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Everything an item says of itself but its title; of what it points at, only whether it does. */
function content(item: Item | Program): string {
  const hidden = new Set(['id', 'title', 'position', 'programId', 'importedId']);
  return JSON.stringify(item, (name, value: unknown) => {
    if (hidden.has(name)) return undefined;
    return /Id$/.test(name) ? value !== null : value;
  });
}
