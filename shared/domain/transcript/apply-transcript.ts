import { blankItem } from '../plan/blank-item.ts';
import type { PlanDocument } from '../plan/document.ts';
import { codeText } from '../plan/course-code.ts';
import type { Course, Item, Program, Term } from '../plan/items.ts';
import { usualTerm, type TermName } from '../template/usual-term.ts';
import { nameOfTerm, placeInTime } from '../terms/slots.ts';
import { termTitle } from '../terms/term-title.ts';
import { toDay, toIso, type DayNumber } from '../time/day.ts';
import { codeKey, familiesOf, titleKey } from './families.ts';
import { pairAttempts, type Attempt, type Places } from './pair-attempts.ts';
import type { LineProblem, TranscriptRow } from './types.ts';
import { creditsFrom, isEarned, usableRows, type UsableRow } from './usable-rows.ts';

/** What a person may decide about an import; both are the usual choice when true. */
export interface TranscriptChoices {
  /** Make the terms of the transcript that the program does not have. Without them, courses are in no term. */
  makeTerms: boolean;
  /** Take what is still planned in terms that are over out of them, so that it can be planned anew. */
  unplace: boolean;
}

export type CourseRecord = Pick<Course, 'status' | 'grade' | 'credits' | 'termId'>;

/** A course of the plan that the transcript speaks about; `before` is `null` for one that was not in the plan. */
export interface RecordedCourse {
  line: number;
  course: Course;
  before: CourseRecord | null;
}

/** What a transcript makes of a plan: what is to be stored, and the same as a whole document. */
export interface AppliedTranscript {
  document: PlanDocument;
  /** New terms, then new courses. */
  added: Item[];
  /** Changed fields by the id of the item. */
  changes: ReadonlyMap<string, Partial<Item>>;
  recorded: RecordedCourse[];
  alreadyThere: RecordedCourse[];
  terms: Term[];
  /** Still planned in a term that is over. */
  stillToPlan: Course[];
  problems: LineProblem[];
}

/**
 * Enters the rows of a transcript into a program of a plan. A course is found by its code, else by its exact title,
 * and then takes the code of the transcript; what is not found is added without a requirement group. What was transferred or waived is in no term, because it
 * was not taken in one of the program's. Applying the same rows twice changes nothing the second time.
 */
export function applyTranscript(
  doc: PlanDocument,
  program: Program,
  rows: readonly TranscriptRow[],
  today: DayNumber,
  newId: () => string,
  choices: TranscriptChoices,
): AppliedTranscript {
  return new Registrar(doc, program, today, newId, choices).enter(rows);
}

class Registrar {
  readonly #doc: PlanDocument;
  readonly #program: Program;
  readonly #today: DayNumber;
  readonly #newId: () => string;
  readonly #choices: TranscriptChoices;
  readonly #terms = new Map<number, Term>();
  readonly #termOf = new Map<string, Term>();
  readonly #newTerms: Term[] = [];
  readonly #newCourses: Course[] = [];
  readonly #changes = new Map<string, Partial<Item>>();
  readonly #recorded: RecordedCourse[] = [];
  readonly #alreadyThere: RecordedCourse[] = [];
  #position: number;

  constructor(
    doc: PlanDocument,
    program: Program,
    today: DayNumber,
    newId: () => string,
    choices: TranscriptChoices,
  ) {
    this.#doc = doc;
    this.#program = program;
    this.#today = today;
    this.#newId = newId;
    this.#choices = choices;
    this.#position = doc.items.reduce((last, { position }) => Math.max(last, position), 0);
    for (const term of this.#termsInOrder()) {
      this.#termOf.set(term.id, term);
      const place = placeInTime(nameOfTerm(term, program.system));
      if (!this.#terms.has(place)) this.#terms.set(place, term);
    }
  }

  enter(rows: readonly TranscriptRow[]): AppliedTranscript {
    const { usable, problems } = usableRows(rows, this.#program, this.#terms, this.#today);
    const courses = this.#coursesOf(this.#doc.items);
    const places: Places = {
      ofRow: ({ term, status }) => (term === null || isElsewhere(status) ? null : placeInTime(term)),
      ofCourse: ({ termId }) => {
        const term = this.#termOf.get(termId ?? '');
        return term === undefined ? null : placeInTime(nameOfTerm(term, this.#program.system));
      },
    };
    for (const family of familiesOf(usable, courses)) this.#enterFamily(pairAttempts(family, places));
    if (this.#newTerms.length > 0) this.#renumberTerms();
    const stillToPlan = this.#unplaceWhatIsOver(courses);
    const added = [...this.#newTerms, ...this.#newCourses].map((item) => this.#changed(item));
    const isNew = new Set(added.map(({ id }) => id));
    const changes = new Map([...this.#changes].filter(([id]) => !isNew.has(id)));
    const inOrder = (list: RecordedCourse[]) => list.sort((a, b) => a.line - b.line);
    return {
      document: { ...this.#doc, items: [...this.#doc.items.map((item) => this.#changed(item)), ...added] },
      added,
      changes,
      recorded: inOrder(this.#recorded),
      alreadyThere: inOrder(this.#alreadyThere),
      terms: this.#newTerms,
      stillToPlan,
      problems,
    };
  }

  /** Enters the attempts at one course, in order of time; each but the first repeats the one before. */
  #enterFamily(attempts: readonly Attempt[]): void {
    let previous: { course: Course; attempt: Attempt } | null = null;
    for (const attempt of attempts) {
      const { row, course } = attempt;
      const repeats: string | null =
        previous !== null && isRepeat(previous.attempt, attempt) && !this.#leadsBack(previous.course, course)
          ? previous.course.id
          : null;
      const entered: Course | null = row ? this.#enterRow(row, course, repeats) : course;
      if (entered !== null) previous = { course: entered, attempt };
    }
  }

  /** Whether a course, or what it repeats, repeats another one already. */
  #leadsBack(from: Course, to: Course | null): boolean {
    const seen = new Set<string>();
    for (let id: string | null = from.id; id !== null && !seen.has(id);) {
      if (id === to?.id) return true;
      seen.add(id);
      const at: Item | undefined = this.#doc.items.find((item) => item.id === id);
      id = at?.kind === 'course' ? at.repeatsId : null;
    }
    return false;
  }

  #enterRow(row: UsableRow, course: Course | null, repeats: string | null): Course {
    const { line } = row;
    if (course === null) {
      const added = this.#newCourse(row, repeats);
      this.#newCourses.push(added);
      this.#recorded.push({ line, course: added, before: null });
      return added;
    }
    const { status, grade, credits, termId } = course;
    const before = { status, grade, credits, termId };
    const wanted: Partial<Course> = {
      status: row.status,
      grade: row.grade,
      credits: creditsFrom(row) ?? credits,
      termId: termId !== null && saysNothingNew(row, course) ? termId : this.#termFor(row, termId),
      institution: course.institution ?? row.institution,
      repeatsId: course.repeatsId ?? repeats,
      // A course found by its title takes the code under which it was taken.
      ...([null, codeKey(course)].includes(codeKey(row)) ? {} : { prefix: row.prefix, number: row.number }),
    };
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => course[field as keyof Course] !== value),
    ) as Partial<Course>;
    const after = { ...course, ...changes };
    if (Object.keys(changes).length === 0) this.#alreadyThere.push({ line, course, before });
    else {
      this.#changes.set(course.id, changes);
      this.#recorded.push({ line, course: after, before });
    }
    return after;
  }

  #newCourse(row: UsableRow, repeats: string | null): Course {
    const { prefix, number, status, grade, institution } = row;
    return {
      ...blankItem('course', this.#newId(), row.title || codeText(row), this.#nextPosition()),
      programId: this.#program.id,
      phase: this.#program.phase,
      prefix,
      number,
      status,
      grade,
      institution,
      credits: creditsFrom(row),
      termId: this.#termFor(row, null),
      repeatsId: repeats,
    };
  }

  /** The term a row is about; without one, the term the plan has if it has begun. */
  #termFor({ term, status }: UsableRow, planned: string | null): string | null {
    if (isElsewhere(status)) return null;
    if (term !== null) return this.#terms.get(placeInTime(term))?.id ?? this.#makeTerm(term);
    const present = this.#termOf.get(planned ?? '');
    const kept = status === 'enrolled' || (present !== undefined && toDay(present.firstDay) <= this.#today);
    return kept ? planned : null;
  }

  #makeTerm(name: TermName): string | null {
    if (!this.#choices.makeTerms) return null;
    const { firstDay, lastDay } = usualTerm(this.#program.system, name);
    const term: Term = {
      ...blankItem('term', this.#newId(), termTitle(name), this.#nextPosition()),
      programId: this.#program.id,
      phase: this.#program.phase,
      season: name.season,
      firstDay: toIso(firstDay),
      lastDay: toIso(lastDay),
    };
    this.#newTerms.push(term);
    this.#terms.set(placeInTime(name), term);
    this.#termOf.set(term.id, term);
    return term.id;
  }

  /** The new terms are somewhere among the others: all are counted again by their first day. */
  #renumberTerms(): void {
    const terms = [...this.#termsInOrder(), ...this.#newTerms].sort(byFirstDay);
    for (const [before, term] of terms.entries()) {
      if (term.index !== before + 1) this.#changes.set(term.id, { index: before + 1 });
    }
  }

  #unplaceWhatIsOver(courses: readonly Course[]): Course[] {
    const left = courses.filter((course) => {
      const { status, termId } = this.#changed(course);
      const term = this.#termOf.get(termId ?? '');
      return status === 'planned' && term !== undefined && toDay(term.lastDay) < this.#today;
    });
    if (this.#choices.unplace) {
      for (const { id, locked } of left) if (!locked) this.#changes.set(id, { termId: null });
    }
    return left;
  }

  #termsInOrder(): Term[] {
    return this.#doc.items
      .filter((item) => item.kind === 'term')
      .filter(({ programId }) => programId === this.#program.id)
      .sort(byFirstDay);
  }

  #coursesOf(items: readonly Item[]): Course[] {
    return items
      .filter((item) => item.kind === 'course')
      .filter(({ programId }) => programId === this.#program.id);
  }

  #changed<Kind extends Item>(item: Kind): Kind {
    const changes = this.#changes.get(item.id);
    return changes === undefined ? item : { ...item, ...changes };
  }

  #nextPosition(): number {
    this.#position += 1;
    return this.#position;
  }
}

function byFirstDay(a: Term, b: Term): number {
  if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? -1 : 1;
  return a.index - b.index;
}

/** What was transferred or waived was not taken in a term of the program. */
function isElsewhere(status: UsableRow['status']): boolean {
  return status === 'transferred' || status === 'exempt';
}

/** True where the plan already says what the row says, so that its term, which a person may have chosen, stays. */
function saysNothingNew(row: UsableRow, { status, grade }: Course): boolean {
  return row.status === status && row.grade === grade && status !== 'enrolled';
}

/** A course again after an attempt that earned nothing, or the same course once more for a better grade. */
function isRepeat(previous: Attempt, { row, course }: Attempt): boolean {
  const earlier = previous.row ?? previous.course;
  const later = row ?? course;
  if (earlier === null || later === null) return false;
  const sameTitle =
    [earlier.title, later.title].some((title) => title === '') ||
    titleKey(earlier.title) === titleKey(later.title);
  return !isEarned(earlier) || sameTitle;
}
