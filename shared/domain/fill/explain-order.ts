import { loopsOf } from '../metrics/components.ts';
import { bitsOf, lowest, type Instance, type InstanceSet } from './instance.ts';
import type { FillReason } from './types.ts';

/** Courses that ask for each other to come first. Loops of corequisites alone are none: they mean the same term. */
export function findCycles({ courses, sets }: Instance): FillReason[] {
  const successors: number[][] = courses.map(() => []);
  const before: [number, number][] = [];
  for (const { owner, kind, need, needs } of sets) {
    // Where there is a choice, a loop can be avoided.
    if (owner < 0 || need < needs.length) continue;
    for (const { attempts, always } of needs) {
      const [only, ...others] = attempts;
      if (only === undefined || others.length > 0 || always !== 0) continue;
      successors[only.course]!.push(owner);
      if (kind === 'pre') before.push([only.course, owner]);
    }
  }
  return loopsOf(successors)
    .filter((loop) => before.some(([from, to]) => loop.includes(from) && loop.includes(to)))
    .map((loop) => ({ code: 'requisite-cycle', courseIds: loop.map((course) => courses[course]!.id) }));
}

/** The first course that finds no term when every course goes as early as its requisites let it, or `null`. */
export function findOrderFault(instance: Instance, offerings: boolean): FillReason | null {
  const { courses, programs, sets } = instance;
  const terms = courses.map(({ offered }) => offered);
  const setsOf = Map.groupBy(sets, ({ owner }) => owner);
  for (let changed = true; changed;) {
    changed = false;
    for (const [course, mask] of terms.entries()) {
      const left = mask & ~blockedIn(setsOf.get(course) ?? [], mask);
      if (left === mask) continue;
      if (left === 0) {
        const courseIds = chainTo(course).map((index) => courses[index]!.id);
        const count = programs[courses[course]!.program]!.terms.length;
        return { code: 'chain-too-long', courseIds, terms: count, offerings };
      }
      terms[course] = left;
      changed = true;
    }
  }
  const early = (setsOf.get(-1) ?? []).find((set) => !isMet(set, 0));
  if (early === undefined) return null;
  const missing = early.needs.filter((need) => !serves(need, 0));
  const needs = missing.flatMap(({ attempts }) => attempts.map(({ course }) => courses[course]!.id));
  return { code: 'placed-too-early', courseId: early.ownerId, kind: early.kind, needs };

  function serves({ always, attempts }: InstanceSet['needs'][number], term: number): boolean {
    if ((always & (1 << term)) !== 0) return true;
    return attempts.some((attempt) => (terms[attempt.course]! & attempt.terms[term]!) !== 0);
  }

  function isMet({ need, needs }: InstanceSet, term: number): boolean {
    return needs.filter((each) => serves(each, term)).length >= need;
  }

  function blockedIn(own: readonly InstanceSet[], mask: number): number {
    let blocked = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const term = lowest(rest);
      if (own.some((set) => !isMet(set, term))) blocked |= 1 << term;
    }
    return blocked;
  }

  /** From a course back through what keeps each from being earlier; the first one of the chain comes first. */
  function chainTo(last: number): number[] {
    const chain = [last];
    for (let course: number | undefined = last; course !== undefined;) {
      const found: number | undefined = holderOf(course, chain);
      if (found !== undefined) chain.unshift(found);
      course = found;
    }
    return chain;
  }

  /** The requisite that can be met last of those that keep a course from its first terms. */
  function holderOf(course: number, chain: readonly number[]): number | undefined {
    const candidates = (setsOf.get(course) ?? []).flatMap(({ kind, needs }) =>
      kind === 'pre' ? needs.flatMap(({ attempts }) => attempts.map((attempt) => attempt.course)) : [],
    );
    const within = bitsOf(31);
    return candidates
      .filter((other) => !chain.includes(other) && (terms[other]! & within) !== 0)
      .sort((a, b) => lowest(terms[b]!) - lowest(terms[a]!))[0];
  }
}
