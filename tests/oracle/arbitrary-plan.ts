/**
 * Random small plans for property tests. A plan is drawn as a list of parts in an order in which every
 * dependency runs forward, so that it has no loop unless asked for; positions are drawn apart from that
 * order, so that nothing may lean on it. Smaller and plainer values come first, so that plans shrink well.
 */
import fc from 'fast-check';
import type { Link, PlanDocument, RequisiteSet } from '#shared/domain/plan/document.ts';
import type {
  Attempt,
  Course,
  ItemBase,
  ItemKind,
  LengthUnit,
  LoggedHours,
} from '#shared/domain/plan/items.ts';
import { aPlan, type PlanBuilder } from '../builders/plan-builder.ts';
import { daysOf, isoOf } from './oracle-calendar.ts';

/** The `today` the small plans are drawn around: days before and after it occur. */
export const SMALL_PLAN_TODAY = '2028-01-31';

const MOST_ITEMS = 12;
/** Links come from near by, which makes chains rather than bushes. */
const NEAR = 4;
const MOST_LINKS = 12;

/** A day within about a year of today, month ends more often than chance would have them. */
const day = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: -120, max: 400 }).map((away) => isoOf(daysOf(SMALL_PLAN_TODAY) + away)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2028-01-30', '2028-02-28', '2028-02-29', '2028-03-31', '2028-05-30'),
  },
);
const pastDay = fc.integer({ min: 0, max: 120 }).map((ago) => isoOf(daysOf(SMALL_PLAN_TODAY) - ago));

/** `null` mostly, the value now and then. */
const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 15, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });

interface Length {
  length: number | null;
  lengthUnit: LengthUnit | null;
  bestLength: number | null;
}

const lengthIn = (unit: LengthUnit, most: number): fc.Arbitrary<Length> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), seldom(fc.integer({ min: 1, max: most })))
    .map(([length, best]) => ({
      length,
      lengthUnit: unit,
      bestLength: best === null ? null : Math.min(best, length),
    }));

const length: fc.Arbitrary<Length> = fc.oneof(
  { weight: 15, arbitrary: lengthIn('day', 60) },
  { weight: 6, arbitrary: lengthIn('week', 6) },
  { weight: 9, arbitrary: lengthIn('month', 3) },
  { weight: 1, arbitrary: fc.constant<Length>({ length: null, lengthUnit: null, bestLength: null }) },
);

type Known = Partial<ItemBase>;

const later = (from: string, days: number): string => isoOf(daysOf(from) + days);

/** Dates the student gave, or that happened, for an item whose length is given apart. */
const givenDates: fc.Arbitrary<Known> = fc.oneof(
  { weight: 30, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: day.map((notBefore) => ({ notBefore })) },
  { weight: 2, arbitrary: day.map((pinStart) => ({ pinStart })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(day, fc.nat({ max: 40 }))
      .map(([pinStart, more]) => ({ pinStart, pinEnd: later(pinStart, more) })),
  },
  { weight: 1, arbitrary: pastDay.map((actualStart) => ({ actualStart })) },
  { weight: 1, arbitrary: pastDay.map((actualEnd) => ({ actualEnd })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pastDay, fc.nat({ max: 40 }))
      .map(([actualEnd, more]) => ({ actualStart: later(actualEnd, -more), actualEnd })),
  },
);

const givenPoint: fc.Arbitrary<Known> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({}) },
  { weight: 5, arbitrary: day.map((notBefore) => ({ notBefore })) },
  { weight: 1, arbitrary: day.map((pinStart) => ({ pinStart })) },
);

const log: fc.Arbitrary<LoggedHours[]> = fc
  .array(fc.tuple(pastDay, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 3 })
  .map((entries) =>
    entries.map(([on, hours], index) => ({ id: `h${String(index)}`, day: on, hours, note: null })),
  );

const failedAttempts: fc.Arbitrary<Attempt[]> = fc
  .array(pastDay, { minLength: 1, maxLength: 2 })
  .map((days) =>
    days.map((on, index) => ({ id: `a${String(index)}`, day: on, result: 'failed', score: null })),
  );

const passedAttempts: fc.Arbitrary<Attempt[]> = pastDay.map((on) => [
  { id: 'a0', day: later(on, -20), result: 'failed', score: null },
  { id: 'a1', day: on, result: 'passed', score: null },
]);

/** Where the drawn order and not the drawn value decides: place in the plan, and the program it is a child of. */
type Place = Pick<ItemBase, 'position' | 'programId'>;

/** One drawn item but for its id and place. */
interface Make {
  kind: ItemKind;
  add: (plan: PlanBuilder, id: string, place: Place) => void;
}

const step: fc.Arbitrary<Make> = fc.tuple(length, givenDates).map(([long, given]) => ({
  kind: 'step',
  add: (plan, id, place) => plan.step(id, { ...long, ...given, ...place }),
}));

const exam: fc.Arbitrary<Make> = fc
  .tuple(fc.oneof(failedAttempts, passedAttempts), seldom(fc.integer({ min: 1, max: 90 })), seldom(day))
  .map(([attempts, retakeDays, notBefore]) => ({
    kind: 'step',
    add: (plan, id, place) => plan.step(id, { sort: 'exam', attempts, retakeDays, notBefore, ...place }),
  }));

const experience: fc.Arbitrary<Make> = fc
  .tuple(mostly(fc.integer({ min: 1, max: 400 })), mostly(fc.integer({ min: 5, max: 40 })), givenDates)
  .map(([hoursRequired, hoursPerWeek, given]) => ({
    kind: 'experience',
    add: (plan, id, place) => plan.experience(id, { hoursRequired, hoursPerWeek, ...given, ...place }),
  }));

const experienceByLength: fc.Arbitrary<Make> = fc.tuple(length, givenDates).map(([long, given]) => ({
  kind: 'experience',
  add: (plan, id, place) => plan.experience(id, { ...long, ...given, ...place }),
}));

const experienceWithLog: fc.Arbitrary<Make> = fc
  .tuple(fc.integer({ min: 1, max: 100 }), mostly(fc.integer({ min: 5, max: 40 })), log)
  .map(([hoursRequired, hoursPerWeek, entries]) => ({
    kind: 'experience',
    add: (plan, id, place) => plan.experience(id, { hoursRequired, hoursPerWeek, log: entries, ...place }),
  }));

const credential: fc.Arbitrary<Make> = fc.tuple(givenPoint, seldom(pastDay)).map(([given, issued]) => ({
  kind: 'credential',
  add: (plan, id, place) =>
    plan.credential(id, { ...given, issued, expires: issued === null ? null : later(issued, 730), ...place }),
}));

const milestone: fc.Arbitrary<Make> = fc.tuple(givenPoint, seldom(pastDay)).map(([given, doneOn]) => ({
  kind: 'milestone',
  add: (plan, id, place) => plan.milestone(id, { ...given, doneOn, ...place }),
}));

const anyExperience = fc.oneof(
  { weight: 4, arbitrary: experience },
  { weight: 1, arbitrary: experienceByLength },
  { weight: 1, arbitrary: experienceWithLog },
);

const status = fc.constantFrom<Course['status']>(
  'planned',
  'planned',
  'planned',
  'enrolled',
  'withdrawn',
  'transferred',
);

interface ProgramPart {
  terms: { first: string; days: number }[];
  courses: { term: number; status: Course['status'] }[];
  experiences: Make[];
}

const programPart: fc.Arbitrary<ProgramPart> = fc.record({
  terms: fc.array(fc.record({ first: day, days: fc.nat({ max: 60 }) }), { maxLength: 2, size: 'max' }),
  courses: fc.array(fc.record({ term: fc.nat({ max: 2 }), status }), { maxLength: 3 }),
  experiences: fc.array(anyExperience, { maxLength: 1 }),
});

type Part = { program: ProgramPart } | { make: Make; child: boolean };

const single = fc.oneof(
  { weight: 5, arbitrary: step },
  { weight: 1, arbitrary: exam },
  { weight: 3, arbitrary: anyExperience },
  { weight: 2, arbitrary: credential },
  { weight: 2, arbitrary: milestone },
);

const part: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      make: single,
      child: fc.oneof(
        { weight: 4, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
  },
  { weight: 1, arbitrary: programPart.map((program) => ({ program })) },
);

interface DraftItem {
  id: string;
  kind: ItemKind;
  /** For a program: where its children begin. A link into it must come from before them. */
  firstChild: number;
}

/** Items in dependency order, with what a link needs to know to run forward. */
class Draft {
  readonly plan: PlanBuilder = aPlan();
  readonly items: DraftItem[] = [];
  readonly #positions: readonly number[];
  #lastProgram: string | null = null;

  constructor(positions: readonly number[]) {
    this.#positions = positions;
  }

  get room(): number {
    return MOST_ITEMS - this.items.length;
  }

  addProgram(drawn: ProgramPart): void {
    const firstChild = this.items.length;
    const { terms, courses, experiences } = drawn;
    const programId = `p${firstChild + 1}`;
    const childrenRoom = this.room - 1;
    const termIds = terms.slice(0, childrenRoom).map((term, index) =>
      this.#add('t', 'term', programId, (id, place) => {
        const lastDay = later(term.first, term.days);
        this.plan.term(id, { ...place, index: index + 1, firstDay: term.first, lastDay });
      }),
    );
    for (const course of courses.slice(0, childrenRoom - termIds.length)) {
      this.#add('c', 'course', programId, (id, place) => {
        this.plan.course(id, { ...place, termId: termIds[course.term] ?? null, status: course.status });
      });
    }
    for (const make of experiences.slice(0, this.room - 1)) {
      this.#add('e', 'experience', programId, (id, place) => make.add(this.plan, id, place));
    }
    this.plan.program(programId, { position: this.#positions[this.items.length] ?? 0 });
    this.items.push({ id: programId, kind: 'program', firstChild });
    this.#lastProgram = programId;
  }

  /** Adds an item that stands alone, or, where that cannot stretch it, as a child of the program added last. */
  addSingle(make: Make, asChild: boolean): void {
    const programId = asChild && make.kind !== 'experience' ? this.#lastProgram : null;
    this.#add('i', make.kind, programId, (id, place) => make.add(this.plan, id, place));
  }

  #add(
    prefix: string,
    kind: ItemKind,
    programId: string | null,
    add: (id: string, place: Place) => void,
  ): string {
    const index = this.items.length;
    const id = `${prefix}${index + 1}`;
    add(id, { position: this.#positions[index] ?? 0, programId });
    this.items.push({ id, kind, firstChild: index });
    return id;
  }
}

interface DrawnLink {
  to: number;
  /** How far before `to`, or before the children of the program it is, the link comes from; 0 is right before. */
  back: number;
  kind: Link['kind'];
  lag: number;
  window: number | null;
  group: number | null;
}

const drawnLink: fc.Arbitrary<DrawnLink> = fc.record({
  to: fc.nat({ max: MOST_ITEMS - 1 }),
  back: fc.nat({ max: MOST_ITEMS - 1 }),
  kind: fc.constantFrom<Link['kind']>('FS', 'FS', 'FS', 'SS', 'FF'),
  lag: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -40, max: 40 }) },
  ),
  window: seldom(fc.integer({ min: 0, max: 60 })),
  group: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 1 }) }),
});

interface DrawnRequisite {
  a: number;
  b: number;
  /** A second course that would do as well. */
  or: number | null;
  kind: RequisiteSet['kind'];
}

const drawnRequisite: fc.Arbitrary<DrawnRequisite> = fc.record({
  a: fc.nat({ max: MOST_ITEMS - 1 }),
  b: fc.nat({ max: MOST_ITEMS - 1 }),
  or: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat({ max: MOST_ITEMS - 1 }) },
  ),
  kind: fc.constantFrom<RequisiteSet['kind']>('pre', 'co', 'strict'),
});

interface Drawn {
  parts: Part[];
  positions: number[];
  /** Links from each item to the next, which make long chains likely. */
  spine: (DrawnLink | null)[];
  links: DrawnLink[];
  linkPositions: number[];
  needs: number[];
  requisites: DrawnRequisite[];
  goal: number;
  target: string | null;
}

const positions = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 5 }), { minLength: length, maxLength: length });

const drawn: fc.Arbitrary<Drawn> = fc.record({
  parts: fc.array(part, { minLength: 1, maxLength: 10, size: 'max' }),
  positions: positions(MOST_ITEMS),
  spine: fc.array(fc.option(drawnLink, { freq: 4 }), { minLength: MOST_ITEMS, maxLength: MOST_ITEMS }),
  links: fc.array(drawnLink, { maxLength: MOST_LINKS, size: 'max' }),
  linkPositions: positions(MOST_ITEMS + MOST_LINKS),
  needs: fc.array(fc.constantFrom(1, 1, 1, 2), { minLength: MOST_LINKS, maxLength: MOST_LINKS }),
  requisites: fc.array(drawnRequisite, { maxLength: 3 }),
  goal: fc.nat({ max: 2 }),
  target: seldom(day),
});

function addLinks({ plan, items }: Draft, drawn: Drawn, loops: boolean): void {
  const groups: string[] = [];
  const spine = drawn.spine.flatMap((link, to) =>
    link === null || to >= items.length ? [] : { ...link, to, back: 0 },
  );
  [...spine, ...drawn.links].forEach((chosen, index) => {
    const to = items[chosen.to % items.length];
    if (to === undefined) return;
    const from = loops ? items[chosen.back % items.length] : items[to.firstChild - 1 - (chosen.back % NEAR)];
    if (from === undefined || from === to) return;
    const groupId = chosen.group === null ? null : `${to.id}-g${chosen.group}`;
    if (groupId !== null && !groups.includes(groupId)) {
      plan.group(groupId, to.id, drawn.needs[groups.length] ?? 1);
      groups.push(groupId);
    }
    const { kind, lag } = chosen;
    const window = kind === 'FS' ? chosen.window : null;
    const position = drawn.linkPositions[index] ?? 0;
    plan.link(from.id, to.id, { id: `l${index + 1}`, kind, lag, window, groupId, position });
  });
}

function addRequisites({ plan, items }: Draft, drawn: Drawn, loops: boolean): void {
  const courses = items.filter((item) => item.kind === 'course');
  if (courses.length < 2) return;
  for (const { a, b, or, kind } of drawn.requisites) {
    const one = a % courses.length;
    const other = b % courses.length;
    const needed = courses[loops ? one : Math.min(one, other)];
    const course = courses[loops ? other : Math.max(one, other)];
    if (needed === undefined || course === undefined || needed === course) continue;
    const at = courses.indexOf(course);
    const alternative = or === null ? undefined : courses[loops ? or % courses.length : or % Math.max(1, at)];
    if (alternative === undefined || alternative === needed || alternative === course) {
      plan.requisites(course.id, [needed.id], { kind });
    } else {
      plan.requisites(course.id, [needed.id, alternative.id], { kind, need: 1 });
    }
  }
}

function documentFrom(drawn: Drawn, loops: boolean): PlanDocument {
  const draft = new Draft(drawn.positions);
  for (const chosen of drawn.parts) {
    if (draft.room === 0) break;
    if ('program' in chosen) draft.addProgram(chosen.program);
    else draft.addSingle(chosen.make, chosen.child);
  }
  addLinks(draft, drawn, loops);
  addRequisites(draft, drawn, loops);
  // One of the last items, so that most of the plan leads to the goal.
  const goals = draft.items.filter((item) => item.kind !== 'term' && item.kind !== 'course');
  const goal = goals.at(-1 - drawn.goal) ?? goals.at(-1);
  const document = draft.plan
    .goal(goal?.id ?? null)
    .target(drawn.target)
    .build();
  return shown(document);
}

/** The same plan, which a failed property then reports in a few lines instead of all its fields. */
export function shown(document: PlanDocument): PlanDocument {
  return Object.defineProperty(document, fc.toStringMethod, { value: () => `\n${writeShort(document)}\n` });
}

function writeShort(document: PlanDocument): string {
  const left = new Set([
    'id',
    'title',
    'notes',
    'level',
    'system',
    'repeats',
    'season',
    'prefix',
    'number',
    'credits',
  ]);
  const short = (row: object): string =>
    JSON.stringify(row, (key, value: unknown) =>
      value === null || left.has(key) || (Array.isArray(value) && value.length === 0) ? undefined : value,
    );
  const { plan, items, links, linkGroups, requisiteSets } = document;
  return [
    `goal ${plan.goalId ?? 'none'}, target ${plan.target ?? 'none'}`,
    ...items.map((item) => `${item.id}: ${short(item)}`),
    ...links.map((link) => `${link.id}: ${short(link)}`),
    ...linkGroups.map((group) => `${group.id}: ${short(group)}`),
    ...requisiteSets.map((set) => short(set)),
  ].join('\n');
}

/** Plans of 1 to 12 items without loops, made for `SMALL_PLAN_TODAY`. */
export const arbitraryPlan: fc.Arbitrary<PlanDocument> = drawn.map((plan) => documentFrom(plan, false));

/** Plans like `arbitraryPlan` in which links and requisites may run in circles. */
export const arbitraryPlanWithLoops: fc.Arbitrary<PlanDocument> = drawn.map((plan) =>
  documentFrom(plan, true),
);
