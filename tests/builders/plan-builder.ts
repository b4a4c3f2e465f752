import type {
  Fact,
  Link,
  LinkGroup,
  Plan,
  PlanDocument,
  Requirement,
  RequisiteSet,
} from '#shared/domain/plan/document.ts';
import type {
  Course,
  Credential,
  Experience,
  Item,
  ItemBase,
  Milestone,
  Program,
  Season,
  Step,
  Term,
} from '#shared/domain/plan/items.ts';

type Over<T extends ItemBase> = Partial<Omit<T, 'id' | 'kind'>>;
type Need = string | { courseId: string; minGrade: string | null };

/**
 * Starts a plan for a test. Ids are the caller's, everything else has a quiet default; terms and courses
 * belong to the program added last unless `programId` says otherwise. `build()` returns the document.
 *
 *     aPlan().step('wait', { length: 120, lengthUnit: 'day' }).credential('license').link('wait', 'license').goal('license').build()
 */
export function aPlan(over: Partial<Plan> = {}): PlanBuilder {
  return new PlanBuilder(over);
}

/** Collects the parts of one plan document; every method returns the builder. */
export class PlanBuilder {
  readonly #plan: Plan;
  readonly #items: Item[] = [];
  readonly #requirements: Requirement[] = [];
  readonly #requisiteSets: RequisiteSet[] = [];
  readonly #links: Link[] = [];
  readonly #linkGroups: LinkGroup[] = [];
  readonly #facts: Fact[] = [];
  readonly #acknowledgements: PlanDocument['acknowledgements'] = [];
  #lastProgram: string | null = null;

  constructor(over: Partial<Plan>) {
    this.#plan = {
      id: 'plan',
      name: 'Plan',
      goalId: null,
      target: null,
      jurisdiction: null,
      facility: null,
      template: null,
      catalogVersion: null,
      notes: '',
      position: 1,
      ...over,
    };
  }

  goal(id: string | null): this {
    this.#plan.goalId = id;
    return this;
  }

  target(date: string | null): this {
    this.#plan.target = date;
    return this;
  }

  program(id: string, over: Over<Program> = {}): this {
    this.#lastProgram = id;
    return this.#add({
      ...this.#base(id),
      kind: 'program',
      level: 'bachelor',
      field: null,
      institution: null,
      degreeType: null,
      cip: null,
      system: 'semester',
      accreditor: null,
      accreditation: null,
      creditsRequired: null,
      gpaMinimum: null,
      gpaGoal: null,
      repeats: 'latest',
      mustEndBy: null,
      ...over,
    });
  }

  /** A term; without dates the terms of a program are fall and spring semesters in turn, from fall 2026. */
  term(id: string, over: Over<Term> = {}): this {
    const programId = over.programId === undefined ? this.#lastProgram : over.programId;
    const before = this.#items.filter((item) => item.kind === 'term' && item.programId === programId).length;
    return this.#add({ ...this.#base(id), kind: 'term', programId, ...semester(before), ...over });
  }

  /** A course of three credits, planned; unplaced unless `termId` is given. */
  course(id: string, over: Over<Course> = {}): this {
    return this.#add({
      ...this.#base(id),
      kind: 'course',
      programId: this.#lastProgram,
      termId: null,
      requirementId: null,
      prefix: '',
      number: '',
      credits: 3,
      status: 'planned',
      grade: null,
      offered: null,
      locked: false,
      repeatsId: null,
      importedId: null,
      canonicalName: null,
      institution: null,
      ...over,
    });
  }

  /** An internship without a known length: give `hoursRequired` and `hoursPerWeek`, or `length` and `lengthUnit`. */
  experience(id: string, over: Over<Experience> = {}): this {
    return this.#add({
      ...this.#base(id),
      kind: 'experience',
      sort: 'internship',
      organization: null,
      supervisor: null,
      hoursRequired: null,
      hoursPerWeek: null,
      log: [],
      ...over,
    });
  }

  /** A step of one day unless `length` and `lengthUnit` say otherwise. */
  step(id: string, over: Over<Step> = {}): this {
    return this.#add({
      ...this.#base(id),
      kind: 'step',
      length: 1,
      lengthUnit: 'day',
      sort: 'other',
      retakeDays: null,
      validDays: null,
      attempts: [],
      ...over,
    });
  }

  credential(id: string, over: Over<Credential> = {}): this {
    return this.#add({
      ...this.#base(id),
      kind: 'credential',
      sort: 'license',
      issuer: null,
      jurisdiction: null,
      issued: null,
      expires: null,
      renewMonths: null,
      ceMonths: null,
      ceHours: null,
      ceTopics: [],
      ce: [],
      ...over,
    });
  }

  milestone(id: string, over: Over<Milestone> = {}): this {
    return this.#add({ ...this.#base(id), kind: 'milestone', sort: 'event', doneOn: null, ...over });
  }

  /** A finish-to-start link without lag unless told otherwise; ids are `link-1`, `link-2` … in order of adding. */
  link(fromId: string, toId: string, over: Partial<Omit<Link, 'fromId' | 'toId'>> = {}): this {
    const position = this.#links.length + 1;
    const defaults = {
      id: `link-${position}`,
      kind: 'FS',
      lag: 0,
      window: null,
      groupId: null,
      position,
    } as const;
    this.#links.push({ ...defaults, fromId, toId, ...over });
    return this;
  }

  /** "Any `need` of" the links that name this group; give them `{ groupId: id }`, or list the members here. */
  group(id: string, toId: string, need: number, members: string[] = []): this {
    this.#linkGroups.push({ id, toId, need });
    for (const fromId of members) this.link(fromId, toId, { groupId: id });
    return this;
  }

  /** A requisite set of a course: all of `needs`, or any `need` of them; ids are `requisite-1` … */
  requisites(
    courseId: string,
    needs: Need[],
    over: Partial<Omit<RequisiteSet, 'courseId' | 'needs'>> = {},
  ): this {
    this.#requisiteSets.push({
      id: `requisite-${this.#requisiteSets.length + 1}`,
      courseId,
      kind: 'pre',
      need: null,
      needs: needs.map((need) => (typeof need === 'string' ? { courseId: need, minGrade: null } : need)),
      ...over,
    });
    return this;
  }

  requirement(id: string, over: Partial<Omit<Requirement, 'id'>> = {}): this {
    const programId = over.programId ?? this.#lastProgram;
    if (programId === null) throw new Error(`requirement ${id} needs a program`);
    this.#requirements.push({
      id,
      title: id,
      rule: 'all',
      amount: null,
      minGrade: null,
      shared: false,
      position: this.#requirements.length + 1,
      eligible: [],
      ...over,
      programId,
    });
    return this;
  }

  fact(id: string, over: Partial<Omit<Fact, 'id'>> = {}): this {
    this.#facts.push({
      id,
      itemId: null,
      field: 'Fact',
      value: null,
      unit: null,
      basis: 'own',
      sourceTitle: null,
      sourceUrl: null,
      asOf: null,
      asOfText: null,
      checkedOn: null,
      note: null,
      position: this.#facts.length + 1,
      ...over,
    });
    return this;
  }

  acknowledge(key: string, note = 'noted'): this {
    this.#acknowledgements.push({ key, note });
    return this;
  }

  /** Replaces every item added so far by what `change` makes of it. */
  change(change: (item: Item) => Item): this {
    this.#items.splice(0, this.#items.length, ...this.#items.map(change));
    return this;
  }

  /** The document, its lists in display order (position, then id). Each call returns fresh objects. */
  build(): PlanDocument {
    return structuredClone({
      plan: this.#plan,
      items: this.#items.toSorted(byPosition),
      requirements: this.#requirements.toSorted(byPosition),
      requisiteSets: this.#requisiteSets,
      links: this.#links.toSorted(byPosition),
      linkGroups: this.#linkGroups,
      facts: this.#facts.toSorted(byPosition),
      acknowledgements: this.#acknowledgements,
    });
  }

  #add(item: Item): this {
    this.#items.push(item);
    return this;
  }

  #base(id: string): ItemBase {
    return {
      id,
      programId: null,
      phase: null,
      title: id,
      position: this.#items.length + 1,
      notes: '',
      url: null,
      costCents: null,
      notBefore: null,
      pinStart: null,
      pinEnd: null,
      actualStart: null,
      actualEnd: null,
      length: null,
      lengthUnit: null,
      bestLength: null,
      reminders: [],
    };
  }
}

function byPosition(a: { position: number; id: string }, b: { position: number; id: string }): number {
  if (a.position !== b.position) return a.position - b.position;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** The n-th semester (from 0): fall 2026, spring 2027, fall 2027 … */
function semester(
  n: number,
): Pick<Term, 'index' | 'season' | 'firstDay' | 'lastDay' | 'creditLimit' | 'creditMinimum'> {
  const year = 2026 + Math.ceil(n / 2);
  const season: Season = n % 2 === 0 ? 'fall' : 'spring';
  const days = season === 'fall' ? ['08-24', '12-11'] : ['01-11', '05-07'];
  return {
    index: n + 1,
    season,
    firstDay: `${year}-${days[0]}`,
    lastDay: `${year}-${days[1]}`,
    creditLimit: null,
    creditMinimum: null,
  };
}
