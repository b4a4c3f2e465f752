import { highest, isSingle, lowest } from './instance.ts';
import type { Domains } from './domains.ts';
import { LARGEST_SUM, Sums } from './sums.ts';
import type { Task } from './task.ts';

/** What a search is held to: per program the terms that may be used, and the largest total a term may reach (units). */
export interface Caps {
  allowed: number[];
  largest: number[];
}

/**
 * Whether the credits still fit. Three bounds, each sound: what is fixed in a term; every stretch of terms against the
 * courses that must lie in it; and the sums that can be made of the credits at all, so that five courses of 4 credits
 * do not fill a term of 15.
 */
export class RoomCheck {
  readonly #task: Task;
  readonly #domains: Domains;
  /** Per program and term, in steps: the limit, what is left of it, and the part of that which can be used. */
  readonly #cap: Float64Array[];
  readonly #left: Float64Array[];
  readonly #usable: Float64Array[];
  readonly #sums = new Sums();
  readonly #stretch = new Float64Array(32 * 32);

  constructor(task: Task, domains: Domains) {
    this.#task = task;
    this.#domains = domains;
    const make = (): Float64Array[] =>
      task.instance.programs.map(({ terms }) => new Float64Array(terms.length));
    this.#cap = make();
    this.#left = make();
    this.#usable = make();
  }

  limit({ largest }: Caps): void {
    this.#task.instance.programs.forEach(({ terms }, program) => {
      terms.forEach(({ room, placed }, term) => {
        const cap = Math.min(room, largest[program]! - placed);
        this.#cap[program]![term] = Math.max(0, Math.floor(cap / this.#task.step));
      });
    });
  }

  left(program: number, term: number): number {
    return this.#left[program]![term]!;
  }

  /** Narrows the domains by the room there is. False when there is too little. */
  hold(): boolean {
    for (let program = 0; program < this.#cap.length; program += 1) {
      if (!this.#fit(program)) return false;
      const rest = this.#measure(program);
      if (rest > 0 && !(this.#fillsUp(program, rest) && this.#stretches(program))) return false;
    }
    return true;
  }

  /** Takes a term from every course that no longer fits into it, until nothing changes. */
  #fit(program: number): boolean {
    const { sizes, coursesOf } = this.#task;
    const { of } = this.#domains;
    const cap = this.#cap[program]!;
    const left = this.#left[program]!;
    for (;;) {
      left.set(cap);
      for (const course of coursesOf[program]!) {
        const mask = of[course]!;
        if (!isSingle(mask)) continue;
        const term = lowest(mask);
        left[term]! -= sizes[course]!;
        if (left[term]! < 0) return false;
      }
      let fixed = false;
      for (const course of coursesOf[program]!) {
        const mask = of[course]!;
        const size = sizes[course]!;
        if (size === 0 || isSingle(mask)) continue;
        let fitting = mask;
        for (let rest = mask; rest !== 0; rest &= rest - 1) {
          const term = lowest(rest);
          if (left[term]! < size) fitting &= ~(1 << term);
        }
        if (fitting === mask) continue;
        if (!this.#domains.keep(course, fitting)) return false;
        if (isSingle(fitting)) fixed = true;
      }
      if (!fixed) return true;
    }
  }

  /** Credits not fixed yet, in steps. */
  #measure(program: number): number {
    let rest = 0;
    for (const course of this.#task.coursesOf[program]!)
      if (!isSingle(this.#domains.of[course]!)) rest += this.#task.sizes[course]!;
    return rest;
  }

  /** Finds the part of each term's room that some of its courses can fill, and whether all of it is enough. */
  #fillsUp(program: number, rest: number): boolean {
    const { sizes, coursesOf } = this.#task;
    const left = this.#left[program]!;
    const usable = this.#usable[program]!;
    let total = 0;
    for (let term = 0; term < left.length; term += 1) {
      let open = left[term]!;
      const bit = 1 << term;
      const exact = open <= LARGEST_SUM;
      let sum = 0;
      this.#sums.clear();
      for (const course of coursesOf[program]!) {
        const mask = this.#domains.of[course]!;
        if ((mask & bit) === 0 || isSingle(mask)) continue;
        sum += sizes[course]!;
        if (exact) this.#sums.add(sizes[course]!);
      }
      if (sum <= open) open = sum;
      else if (exact) open = this.#sums.largestUpTo(open);
      usable[term] = open;
      total += open;
    }
    return total >= rest;
  }

  /** Every stretch of terms must have room for the courses that can only lie inside it. */
  #stretches(program: number): boolean {
    const { sizes, coursesOf } = this.#task;
    const usable = this.#usable[program]!;
    const count = usable.length;
    const need = this.#stretch.fill(0, 0, count * 32);
    for (const course of coursesOf[program]!) {
      const mask = this.#domains.of[course]!;
      if (!isSingle(mask)) need[lowest(mask) * 32 + highest(mask)]! += sizes[course]!;
    }
    for (let last = 0; last < count; last += 1) {
      // From here on `need` of a first term holds all that must lie between it and `last`.
      let inside = 0;
      let room = 0;
      for (let first = last; first >= 0; first -= 1) {
        room += usable[first]!;
        for (let end = first; end <= last; end += 1) inside += need[first * 32 + end]!;
        if (inside > room) return false;
      }
    }
    return this.#sameTerms(program);
  }

  /** The same for courses offered in a season only, whose terms have gaps between them. */
  #sameTerms(program: number): boolean {
    const { sizes, coursesOf } = this.#task;
    const usable = this.#usable[program]!;
    const { of } = this.#domains;
    const courses = coursesOf[program]!;
    let seen = 0;
    for (const course of courses) {
      const terms = of[course]!;
      // A mask without gaps was looked at as a stretch.
      const filled = terms | (terms - 1);
      if (isSingle(terms) || (filled & (filled + 1)) === 0 || terms === seen) continue;
      seen = terms;
      let inside = 0;
      for (const other of courses) {
        const mask = of[other]!;
        if ((mask & ~terms) === 0 && !isSingle(mask)) inside += sizes[other]!;
      }
      let room = 0;
      for (let rest = terms; rest !== 0; rest &= rest - 1) room += usable[lowest(rest)]!;
      if (inside > room) return false;
    }
    return true;
  }
}
