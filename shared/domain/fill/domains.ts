import { bitsOf, highest, isSingle, lowest, type InstanceSet } from './instance.ts';
import { RoomCheck, type Caps } from './room.ts';
import type { Task } from './task.ts';

/**
 * The terms that are still possible for each course, and the rules that narrow them. Every narrowing is remembered,
 * so that a mistaken choice can be taken back.
 */
export class Domains {
  readonly of: Int32Array;
  readonly #task: Task;
  readonly #rooms: RoomCheck;
  readonly #trail: number[] = [];
  readonly #waiting: number[] = [];
  readonly #isWaiting: Uint8Array;

  constructor(task: Task) {
    this.#task = task;
    this.of = new Int32Array(task.count);
    this.#rooms = new RoomCheck(task, this);
    this.#isWaiting = new Uint8Array(task.instance.sets.length);
  }

  /** Begins anew under these limits. False when that alone leaves no arrangement. */
  start(caps: Caps): boolean {
    const { courses, programs, sets } = this.#task.instance;
    this.#trail.length = 0;
    this.#waiting.length = 0;
    courses.forEach(({ offered, program }, course) => {
      this.of[course] = offered & caps.allowed[program]! & bitsOf(programs[program]!.terms.length);
    });
    if (this.of.includes(0)) return false;
    this.#rooms.limit(caps);
    this.#isWaiting.fill(1);
    for (let set = 0; set < sets.length; set += 1) this.#waiting.push(set);
    return this.settle();
  }

  /** A place to come back to. */
  mark(): number {
    return this.#trail.length;
  }

  back(mark: number): void {
    while (this.#trail.length > mark) {
      const mask = this.#trail.pop()!;
      this.of[this.#trail.pop()!] = mask;
    }
    for (const set of this.#waiting) this.#isWaiting[set] = 0;
    this.#waiting.length = 0;
  }

  /** Keeps only these terms for a course. False when none is left. */
  keep(course: number, mask: number): boolean {
    const before = this.of[course]!;
    const after = before & mask;
    if (after === before) return true;
    if (after === 0) return false;
    this.#trail.push(course, before);
    this.of[course] = after;
    for (const set of this.#task.setsOf[course]!) {
      if (this.#isWaiting[set] !== 0) continue;
      this.#isWaiting[set] = 1;
      this.#waiting.push(set);
    }
    return true;
  }

  /** Draws every conclusion from the last narrowing. False when no arrangement is left. */
  settle(): boolean {
    const { sets } = this.#task.instance;
    for (;;) {
      for (let set = this.#waiting.pop(); set !== undefined; set = this.#waiting.pop()) {
        this.#isWaiting[set] = 0;
        if (!this.#hold(sets[set]!)) return false;
      }
      if (!this.#orderTwins() || !this.#rooms.hold()) return false;
      if (this.#waiting.length === 0) return true;
    }
  }

  /** What may still be added to a term by courses that are not fixed yet. */
  roomLeft(program: number, term: number): number {
    return this.#rooms.left(program, term);
  }

  /** Whether all that a course asks is met by courses that are fixed, if it went into this term. */
  isMetAt(course: number, term: number): boolean {
    for (const index of this.#task.setsOf[course]!) {
      const { owner, need, needs } = this.#task.instance.sets[index]!;
      if (owner !== course) continue;
      let met = 0;
      for (const { always, attempts } of needs) {
        if ((always & (1 << term)) !== 0) met += 1;
        else if (attempts.some(({ course: other, terms }) => this.#isFixedIn(other, terms[term]!))) met += 1;
      }
      if (met < need) return false;
    }
    return true;
  }

  #isFixedIn(course: number, mask: number): boolean {
    const own = this.of[course]!;
    return isSingle(own) && (own & mask) !== 0;
  }

  #hold(set: InstanceSet): boolean {
    const { owner, need, needs } = set;
    const before = owner < 0 ? 1 : this.of[owner]!;
    let possible = 0;
    for (let rest = before; rest !== 0; rest &= rest - 1) {
      const term = lowest(rest);
      if (this.#countPossible(set, term, need) >= need) possible |= 1 << term;
    }
    if (possible === 0 || (owner >= 0 && !this.keep(owner, possible))) return false;
    return this.#force(needs, need, possible);
  }

  /** How many needs can still be met with the owner in this term; counting stops at `enough`. */
  #countPossible({ needs }: InstanceSet, term: number, enough: number): number {
    let count = 0;
    for (const { always, attempts } of needs) {
      if ((always & (1 << term)) !== 0) count += 1;
      else {
        for (const { course, terms } of attempts) {
          if ((this.of[course]! & terms[term]!) === 0) continue;
          count += 1;
          break;
        }
      }
      if (count >= enough) return count;
    }
    return count;
  }

  /** With no need to spare, each one that only one course can meet decides where that course may be. */
  #force(needs: InstanceSet['needs'], need: number, possible: number): boolean {
    let alive = 0;
    for (const each of needs) if (this.#isAlive(each, possible)) alive += 1;
    if (alive > need) return true;
    for (const each of needs) {
      if ((each.always & possible) !== 0 || !this.#isAlive(each, possible)) continue;
      let only = -1;
      let ways = 0;
      let terms = 0;
      for (const attempt of each.attempts) {
        const serving = unionOver(attempt.terms, possible);
        if ((this.of[attempt.course]! & serving) === 0) continue;
        ways += 1;
        only = attempt.course;
        terms = serving;
      }
      if (ways === 1 && !this.keep(only, terms)) return false;
    }
    return true;
  }

  #isAlive({ always, attempts }: InstanceSet['needs'][number], possible: number): boolean {
    if ((always & possible) !== 0) return true;
    for (const { course, terms } of attempts)
      if ((this.of[course]! & unionOver(terms, possible)) !== 0) return true;
    return false;
  }

  #orderTwins(): boolean {
    for (const [first, second] of this.#task.twins) {
      const from = lowest(this.of[first]!);
      if (!this.keep(second, -1 << from)) return false;
      if (!this.keep(first, bitsOf(highest(this.of[second]!) + 1))) return false;
    }
    return true;
  }
}

function unionOver(terms: readonly number[], possible: number): number {
  let union = 0;
  for (let rest = possible; rest !== 0; rest &= rest - 1) union |= terms[lowest(rest)]!;
  return union;
}
