import { SvelteMap } from 'svelte/reactivity';
import { gpaIf, gpaNeeded, withGrades, type Gpa, type GpaNeeded } from '#shared/domain/audit/gpa.ts';
import type { Course, Item, Program, Term } from '#shared/domain/plan/items.ts';
import { gradesFor, termsIn } from './trial-grades.ts';

/** Grades tried out for the courses still to come. They are never stored. */
export class GpaTrial {
  readonly #items: () => ReadonlyMap<string, Item>;
  readonly #program: () => Program;
  readonly #grades = new SvelteMap<string, string>();

  readonly courses: readonly Course[] = $derived.by(() => [...this.#items().values()].filter(this.#isOwn));
  /** The courses that still have no grade, in the order of the plan. */
  readonly open: readonly Course[] = $derived(
    this.courses.filter(({ status }) => status === 'planned' || status === 'enrolled'),
  );
  /** The GPA with the grades chosen, and what the rest would have to average then. */
  readonly gpa: Gpa = $derived.by(() => gpaIf(this.#program(), this.courses, this.#terms, this.#chosen));
  readonly needed: { goal: GpaNeeded | null; minimum: GpaNeeded | null } = $derived.by(() => {
    const { gpaGoal, gpaMinimum } = this.#program();
    return { goal: this.#neededFor(gpaGoal), minimum: this.#neededFor(gpaMinimum) };
  });
  readonly #terms: ReadonlyMap<string, Term> = $derived.by(() => termsIn(this.#items()));
  /** Only grades of courses that are still open: another edit may have given one its own. */
  readonly #chosen: ReadonlyMap<string, string> = $derived(gradesFor(this.open, this.#grades));

  constructor(items: () => ReadonlyMap<string, Item>, program: () => Program) {
    this.#items = items;
    this.#program = program;
  }

  get count(): number {
    return this.#chosen.size;
  }

  gradeOf(id: string): string | null {
    return this.#chosen.get(id) ?? null;
  }

  /** Tries a grade for a course, or takes it back with `null`. */
  choose(id: string, grade: string | null): void {
    if (grade === null) this.#grades.delete(id);
    else this.#grades.set(id, grade);
  }

  /** Tries one grade for every course with known credits that has none yet. */
  fill(grade: string): void {
    for (const { id, credits } of this.open)
      if (credits !== null && !this.#grades.has(id)) this.#grades.set(id, grade);
  }

  clear(): void {
    this.#grades.clear();
  }

  readonly #isOwn = (item: Item): item is Course =>
    item.kind === 'course' && item.programId === this.#program().id;

  #neededFor(target: number | null): GpaNeeded | null {
    if (target === null) return null;
    return gpaNeeded(this.#program(), withGrades(this.courses, this.#chosen), this.#terms, target);
  }
}
