import type { Session } from '#renderer/state/session.svelte.ts';
import { matching } from '#renderer/ui/matching.ts';
import { applyFilling } from '#shared/domain/fill/new-terms.ts';
import { relationsIn } from '#shared/domain/grid/relations.ts';
import { gridsOf, type ProgramGrid } from '#shared/domain/grid/term-grid.ts';
import { cellsBetween, stepFrom, type Cells, type Step } from '#shared/domain/grid/walk.ts';
import { courseName } from '#shared/domain/plan/course-code.ts';
import type { Course, Term } from '#shared/domain/plan/items.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { Fill } from './fill/fill.svelte.ts';
import { CardDrag } from './drag.svelte.ts';
import { itemsById, marksBy, problemsIn, proposedIn, setOf, toggled } from './look-ups.ts';

/** The menu of a card or of a term's head, and the element it belongs to. */
export interface OpenMenu {
  readonly item: Course | Term;
  readonly anchor: HTMLElement;
}

/** From here on a list is searched rather than read. */
const LONG = 8;
/** Long lists are cut here; typing finds the rest. */
const MOST_FOUND = 2_000;

/** The state behind the term grid: which program, where the focus is, what is chosen, held, asked and proposed. */
export class TermsBoard {
  readonly session: Session;
  readonly drag: CardDrag;
  #program = $state<string | null | undefined>(undefined);
  #activeId = $state<string | null>(null);
  #chosen = $state.raw<ReadonlySet<string>>(setOf());
  #anchorId: string | null = null;
  #fill = $state.raw<Fill | null>(null);
  /** The document the proposal is about. */
  #proposedFor: PlanDocument | null = null;

  /** What is typed to find a course among those without a term. */
  search = $state('');
  /** The card under the pointer, and whether a cell has the focus. */
  hoveredId = $state<string | null>(null);
  hasFocus = $state(false);
  /** The last thing that happened, for the live region and the line below the grid. */
  said = $state('');
  menu = $state.raw<OpenMenu | null>(null);
  /** The courses a dialog asks a term for. */
  moving = $state.raw<readonly Course[] | null>(null);

  constructor(session: Session) {
    this.session = session;
    this.drag = new CardDrag(() => session.schedule);
  }

  get fill(): Fill | null {
    return this.#fill;
  }

  /** The plan as it is, or as the proposal would make it. */
  readonly document: PlanDocument | null = $derived.by(() => {
    const { document } = this.session;
    const proposal = this.#fill?.proposal;
    if (document === null || !proposal || proposal.filling.placements.length === 0) return document;
    return applyFilling(document, proposal.newTerms, proposal.filling.placements);
  });
  readonly grids: readonly ProgramGrid[] = $derived.by(() =>
    this.document === null ? [] : gridsOf(this.document, this.session.today),
  );
  /** The program that is shown. */
  readonly grid: ProgramGrid | null = $derived(
    this.grids.find(({ programId }) => programId === this.#program) ??
      this.grids.find(({ columns }) => columns.length > 0) ??
      this.grids[0] ??
      null,
  );
  readonly items = $derived(itemsById(this.document));
  /** Courses that the proposal places, and terms that it adds. */
  readonly proposed = $derived(proposedIn(this.#fill?.proposal));

  readonly backlog: readonly Course[] = $derived(this.#matching(this.grid?.backlog ?? []));
  readonly settled: readonly Course[] = $derived(this.#matching(this.grid?.settled ?? []));
  /** Whether the courses without a term are so many that they are searched. */
  readonly isSearched: boolean = $derived.by(
    () => this.search !== '' || (this.grid?.backlog.length ?? 0) + (this.grid?.settled.length ?? 0) > LONG,
  );
  readonly cells: readonly Cells[] = $derived([
    [null, ...this.backlog.map(({ id }) => id), ...this.settled.map(({ id }) => id)],
    ...(this.grid?.columns.map(({ term, courses }) => [term.id, ...courses.map(({ id }) => id)]) ?? []),
  ]);
  /** The one cell that Tab goes to. */
  readonly tabStop: string | null = $derived.by(() => {
    const all = this.cells.flat();
    if (this.#activeId !== null && all.includes(this.#activeId)) return this.#activeId;
    return all.find((cell) => cell !== null) ?? null;
  });

  readonly relations = $derived(relationsIn({ requisiteSets: this.document?.requisiteSets ?? [] }));
  /** The course whose ties are marked: under the pointer, else with the focus, else chosen in the plan. */
  readonly target: Course | null = $derived.by(() => {
    const id = this.hoveredId ?? (this.hasFocus ? this.tabStop : null) ?? this.session.selectedId;
    const item = id === null ? undefined : this.items.get(id);
    return item?.kind === 'course' ? item : null;
  });
  readonly marks = $derived(marksBy(this.relations.get(this.target?.id ?? '') ?? []));
  /** What is wrong with each course, by its id. */
  readonly problems = $derived.by(() => problemsIn(this.#fill?.preview?.findings ?? this.session.findings));

  get chosen(): ReadonlySet<string> {
    return this.#chosen;
  }
  /** True for a course that is chosen here together with others, or that is the one chosen in the plan. */
  isChosen(id: string): boolean {
    return this.#chosen.size > 0 ? this.#chosen.has(id) : this.session.selectedId === id;
  }
  /** What an action on a card is about: all that are chosen when it is one of them, else the card alone. */
  courseAt(id: string): Course | null {
    const item = this.items.get(id);
    return item?.kind === 'course' ? item : null;
  }
  actedOn(id: string): Course[] {
    const ids = this.#chosen.has(id)
      ? this.cells.flat().filter((cell) => cell !== null && this.#chosen.has(cell))
      : [id];
    return ids.flatMap((each) => (each === null ? [] : (this.courseAt(each) ?? [])));
  }

  showProgram(programId: string | null): void {
    if (this.grid?.programId === programId) return;
    this.#program = programId;
    this.clearChosen();
    this.search = '';
  }

  /** Makes sure that an item is in the grid that is shown, and the one that Tab goes to. */
  reveal(id: string): void {
    const home = this.grids.find(
      ({ columns, backlog, settled }) =>
        columns.some(({ term, courses }) => term.id === id || courses.some((course) => course.id === id)) ||
        [...backlog, ...settled].some((course) => course.id === id),
    );
    if (home === undefined) return;
    this.showProgram(home.programId);
    this.#activeId = id;
  }

  activate(id: string): void {
    this.#activeId = id;
  }

  /** Begins anew for another plan. */
  reset(): void {
    this.#program = undefined;
    this.#activeId = null;
    this.search = '';
    this.said = '';
    this.clearChosen();
    this.discard();
  }

  clearChosen(): void {
    if (this.#chosen.size > 0) this.#chosen = setOf();
    this.#anchorId = null;
  }

  /** Adds a course to those that are chosen, or takes it out. */
  toggle(id: string): void {
    if (this.courseAt(id) === null) return;
    const { selectedId } = this.session;
    const before =
      this.#chosen.size === 0 && selectedId !== null && this.#isShown(selectedId)
        ? [selectedId]
        : this.#chosen;
    this.#chosen = toggled(before, id);
    this.#anchorId = id;
  }

  /** Chooses the courses from where choosing began to this one. */
  extendTo(id: string): void {
    this.#anchorId ??= this.tabStop;
    if (this.#anchorId === null) return;
    this.#choose(cellsBetween(this.cells, this.#anchorId, id));
  }

  /** Chooses the courses of the column a cell is in. */
  chooseColumn(id: string): void {
    const column = this.cells.find((cells) => cells.includes(id)) ?? [];
    this.#choose(column.filter((cell) => cell !== null));
  }

  stepFrom(id: string, step: Step): string | null {
    return stepFrom(this.cells, id, step);
  }

  /** The term before or after the one a course is in; `null` is the place of those without one, `undefined` the end. */
  termBeside(course: Course, by: 1 | -1): string | null | undefined {
    const { columns } = this.grid ?? { columns: [] };
    const at = columns.findIndex(({ term }) => term.id === course.termId);
    if (at === -1) {
      const open = columns.find(({ time }) => time !== 'past') ?? columns.at(-1);
      return by === 1 ? open?.term.id : undefined;
    }
    if (at + by < 0) return null;
    return columns[at + by]?.term.id;
  }

  /** Looks for a term for every course without one, to show it here before it is stored. */
  propose(): Fill {
    this.discard();
    this.#proposedFor = this.session.document;
    this.#fill = new Fill(this.session);
    return this.#fill;
  }

  discard(): void {
    this.#fill?.abandon();
    this.#fill = null;
  }

  /** A proposal is about the plan as it was: true when it was dropped because that has changed. */
  dropStale(): boolean {
    const fill = this.#fill;
    if (fill === null || fill.storing || this.session.document === this.#proposedFor) return false;
    this.discard();
    return true;
  }

  #choose(ids: readonly string[]): void {
    this.#chosen = setOf(ids.filter((id) => this.courseAt(id) !== null));
  }

  #isShown(id: string): boolean {
    return this.cells.some((cells) => cells.includes(id)) && this.courseAt(id) !== null;
  }

  #matching(courses: readonly Course[]): readonly Course[] {
    if (this.search.trim() === '') return courses;
    const named = courses.map((course) => ({ course, label: courseName(course) }));
    return matching(named, this.search, MOST_FOUND).shown.map(({ course }) => course);
  }
}
