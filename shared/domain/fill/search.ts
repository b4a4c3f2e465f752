import type { Domains } from './domains.ts';
import { bitsOf, highest, isSingle, lowest } from './instance.ts';
import type { Caps } from './room.ts';
import type { Task } from './task.ts';

/** A search of more steps than this is worth trying every end of every domain first. */
const PROBE_FROM = 1_000;
/** Steps between two chances to stop or to report. */
const STEPS_PER_SLICE = 64;
/** Dead ends that are remembered; past this the search goes on without noting more. */
const MOST_DEAD_ENDS = 300_000;

/** An arrangement (the term of each course, as its index in the program), the proof that there is none, or neither yet. */
export type Found = Int32Array | 'none' | 'unknown';

interface Choice {
  course: number;
  term: number;
  mark: number;
  /** Whether the course was put into the term; its second turn is to keep it out. */
  taken: boolean;
  frontier: number;
}

/** What counts while it runs; shared by every search for one answer. */
export interface Counter {
  steps: number;
}

/**
 * Looks for an arrangement within the caps, term by term from the first: each course that could be in the term is put
 * in, or else kept out of it. Three things keep the tree small. The rules draw their conclusions after every choice.
 * Where terms follow each other, what is left to do depends only on what is done, so a dead end is met once. And a
 * term that is finished must hold every later course that could move into it, because moving it would cost nothing.
 */
export function* searchWithin(
  task: Task,
  domains: Domains,
  caps: Caps,
  budget: number,
  counter: Counter,
): Generator<undefined, Found> {
  if (!domains.start(caps)) return 'none';
  if (budget > PROBE_FROM && !(yield* probe(task, domains, counter))) return 'none';
  const choices: Choice[] = [];
  const deadEnds = new Set<string>();
  /** The dead end that will be known when the choice with this index has failed both ways. */
  const pending: { depth: number; key: string }[] = [];
  const until = counter.steps + budget;
  let frontier = 0;
  let alive = true;

  for (;;) {
    counter.steps += 1;
    if (counter.steps % STEPS_PER_SLICE === 0) yield;
    if (counter.steps > until) return 'unknown';

    const next: { course: number; term: number } | null = alive ? pickNext(task, domains) : null;
    if (alive && next === null)
      return task.count === 0 ? new Int32Array() : Int32Array.from(domains.of, lowest);
    if (next !== null && task.sequential && next.term > frontier) {
      alive = couldNotMove(task, domains, frontier, next.term);
      if (alive) {
        const key = keyOf(domains.of, next.term);
        if (deadEnds.has(key)) alive = false;
        else pending.push({ depth: choices.length, key });
      }
    }
    if (alive && next !== null) {
      choices.push({ ...next, mark: domains.mark(), taken: true, frontier });
      if (task.sequential) frontier = next.term;
      alive = domains.keep(next.course, 1 << next.term) && domains.settle();
      continue;
    }

    // A dead end: the last choice that has a second turn takes it.
    let last = choices.at(-1);
    while (last !== undefined && !last.taken) {
      choices.pop();
      for (let known = pending.at(-1); known?.depth === choices.length; known = pending.at(-1)) {
        if (deadEnds.size < MOST_DEAD_ENDS) deadEnds.add(known.key);
        pending.pop();
      }
      last = choices.at(-1);
    }
    if (last === undefined) return 'none';
    last.taken = false;
    while ((pending.at(-1)?.depth ?? 0) >= choices.length && pending.length > 0) pending.pop();
    domains.back(last.mark);
    frontier = task.sequential ? last.term : 0;
    alive = domains.keep(last.course, ~(1 << last.term)) && domains.settle();
  }
}

/**
 * Tries the first and the last term of every course and keeps it out of those that lead nowhere, until all ends hold.
 * False when a course has no term left.
 */
function* probe(task: Task, domains: Domains, counter: Counter): Generator<undefined, boolean> {
  for (let changed = true; changed;) {
    changed = false;
    for (let course = 0; course < task.count; course += 1) {
      for (const end of [lowest, highest]) {
        while (!isSingle(domains.of[course]!)) {
          counter.steps += 1;
          if (counter.steps % STEPS_PER_SLICE === 0) yield;
          const bit = 1 << end(domains.of[course]!);
          const mark = domains.mark();
          const holds = domains.keep(course, bit) && domains.settle();
          domains.back(mark);
          if (holds) break;
          if (!domains.keep(course, ~bit) || !domains.settle()) return false;
          changed = true;
        }
      }
    }
  }
  return true;
}

/** The earliest term that is not decided, and the most urgent course for it; `null` when everything is decided. */
function pickNext(task: Task, { of }: Domains): { course: number; term: number } | null {
  const { programOf, rankOf, followers, sizes } = task;
  let best = -1;
  let bestRank = Infinity;
  for (let course = 0; course < task.count; course += 1) {
    const mask = of[course]!;
    if (isSingle(mask)) continue;
    const rank = rankOf[programOf[course]!]![lowest(mask)]!;
    if (rank > bestRank) continue;
    if (rank < bestRank || isMoreUrgent(course, best)) {
      best = course;
      bestRank = rank;
    }
  }
  return best < 0 ? null : { course: best, term: lowest(of[best]!) };

  function isMoreUrgent(a: number, b: number): boolean {
    const byLast = rankOf[programOf[a]!]![highest(of[a]!)]! - rankOf[programOf[b]!]![highest(of[b]!)]!;
    if (byLast !== 0) return byLast < 0;
    const byFollowers = followers[a]! - followers[b]!;
    return byFollowers === 0 ? sizes[a]! > sizes[b]! : byFollowers > 0;
  }
}

/** False when a course in a later term could as well be in one of the terms from `first` to before `end`. */
function couldNotMove(task: Task, domains: Domains, first: number, end: number): boolean {
  const { courses } = task.instance;
  for (let course = 0; course < task.count; course += 1) {
    if (task.rigid[course]) continue;
    for (let term = first; term < end && term < lowest(domains.of[course]!); term += 1) {
      if ((courses[course]!.offered & (1 << term)) === 0) continue;
      if (task.sizes[course]! <= domains.roomLeft(0, term) && domains.isMetAt(course, term)) return false;
    }
  }
  return true;
}

/** Which courses lie before a term: all that the rest depends on. */
function keyOf(of: Int32Array, term: number): string {
  const before = bitsOf(term);
  let key = String(term);
  for (let from = 0; from < of.length; from += 30) {
    let word = 0;
    for (let at = from; at < Math.min(from + 30, of.length); at += 1)
      if (isSingle(of[at]!) && (of[at]! & before) !== 0) word |= 1 << (at - from);
    key += `,${word}`;
  }
  return key;
}
