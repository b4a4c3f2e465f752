import type { CommandName, InputOf } from '#shared/contract/contract.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import {
  COURSE_STATUSES,
  CREDENTIAL_SORTS,
  EXPERIENCE_SORTS,
  LENGTH_UNITS,
  MILESTONE_SORTS,
  PHASES,
  PROGRAM_LEVELS,
  SEASONS,
  STEP_SORTS,
  type ItemKind,
} from '#shared/domain/plan/items.ts';
import { toIso } from '#shared/domain/time/day.ts';

export type Random = () => number;

/** Numbers in [0, 1) that follow from a seed alone. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** What commands can be about: the plans there are, their baselines, and the documents of those that were read. */
export interface World {
  planIds: string[];
  baselineIds: string[];
  documents: PlanDocument[];
  planFile: string;
}

type Changing = Exclude<CommandName, 'history.undo' | 'history.redo' | 'history.jump'>;
type Makers = { [N in Changing]: (pick: Pick, world: World) => InputOf<N> | null };

class Pick {
  readonly #random: Random;
  readonly #document: PlanDocument | undefined;
  readonly planId: string;

  constructor(random: Random, world: World) {
    this.#random = random;
    this.#document = this.one(world.documents);
    this.planId = this.#document?.plan.id ?? 'no-plan';
  }

  one<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(this.#random() * values.length)];
  }
  of<Value>(values: readonly [Value, ...Value[]]): Value {
    return this.one(values) ?? values[0];
  }
  chance = (share: number): boolean => this.#random() < share;
  whole = (from: number, to: number): number => from + Math.floor(this.#random() * (to - from + 1));
  maybe = <Value>(value: Value): Value | null => (this.chance(0.3) ? null : value);
  text = (): string =>
    this.of(['AIT', 'Peña → 中', "O'Brien; DROP TABLE item", '“quoted”', 'ł', '= 1 + 1']) +
    String(this.whole(1, 99));
  /** Includes numbers that 15 digits cannot write. */
  real = (): number => this.of([0.1 + 0.2, 1 / 3, 3, 1e-7, 12.5]) + this.whole(0, 40);
  day = (): string => toIso(this.whole(20_000, 24_000));
  item(kind?: ItemKind): string {
    const items = this.#document?.items.filter((item) => kind === undefined || item.kind === kind) ?? [];
    return this.one(items)?.id ?? 'missing';
  }
  requirement = (): string => this.one(this.#document?.requirements ?? [])?.id ?? 'missing';
  requisite = (): string => this.one(this.#document?.requisiteSets ?? [])?.id ?? 'missing';
  link = () => this.one(this.#document?.links ?? []);
  group = () => this.one(this.#document?.linkGroups ?? []);
  fact = (): string => this.one(this.#document?.facts ?? [])?.id ?? 'missing';
  key = (): string => this.one(this.#document?.acknowledgements ?? [])?.key ?? this.text();
  entry(kind: 'experience' | 'step' | 'credential'): string {
    const entries = (this.#document?.items ?? []).flatMap((item): { id: string }[] => {
      if (item.kind !== kind) return [];
      return item.kind === 'experience' ? item.log : item.kind === 'step' ? item.attempts : item.ce;
    });
    return this.one(entries)?.id ?? 'missing';
  }

  /** Fields that every kind has, a few at a time. */
  common = () => ({
    ...(this.chance(0.3) ? { title: this.text() } : {}),
    ...(this.chance(0.3) ? { notes: this.text() } : {}),
    ...(this.chance(0.3) ? { phase: this.maybe(this.of(PHASES)) } : {}),
    ...(this.chance(0.3) ? { notBefore: this.maybe(this.day()) } : {}),
    ...(this.chance(0.2) ? { pinStart: this.maybe(this.day()) } : {}),
    ...(this.chance(0.2)
      ? { length: this.maybe(this.whole(1, 200)), lengthUnit: this.of(LENGTH_UNITS) }
      : {}),
    ...(this.chance(0.2) ? { reminders: [this.whole(1, 3), this.whole(4, 90)] } : {}),
    ...(this.chance(0.2) ? { webLinks: this.links() } : {}),
    ...(this.chance(0.2) ? { costCents: this.whole(0, 100_000) } : {}),
    position: this.whole(1, 50),
  });
  links = () =>
    Array.from({ length: this.whole(0, 3) }, () => ({
      title: this.maybe(this.text()),
      url: `https://example.org/${this.whole(1, 99)}`,
    }));
  added = () => ({
    planId: this.planId,
    ...this.common(),
    title: this.text(),
    programId: this.chance(0.5) ? this.item('program') : null,
  });
  changed = (kind: ItemKind) => ({ id: this.item(kind), changes: this.common() });
}

/** An input for every command that changes something: a new one does not compile until it has its line here. */
const MAKERS: Makers = {
  'plan.create': (pick) => ({
    templateId: pick.of(['health-information-technician-certificate', 'no-such-template']),
    start: pick.day(),
  }),
  'plan.add': (pick) => ({ name: pick.text() }),
  'plan.import': (pick, { planFile }) => ({ text: pick.chance(0.8) ? planFile : planFile.slice(0, -20) }),
  'plan.duplicate': (pick) =>
    pick.chance(0.3) ? { id: pick.planId, ...(pick.chance(0.5) ? { name: pick.text() } : {}) } : null,
  'plan.update': (pick) => ({
    id: pick.planId,
    changes: {
      name: pick.text(),
      goalId: pick.chance(0.7) ? pick.item() : null,
      target: pick.maybe(pick.day()),
      ...(pick.chance(0.3) ? { webLinks: pick.links() } : {}),
    },
  }),
  'plan.delete': (pick, { planIds }) => (pick.chance(0.3) ? { id: pick.one(planIds) ?? 'missing' } : null),
  'plan.place': (pick) => ({
    planId: pick.planId,
    newTerms: pick.chance(0.5)
      ? [
          {
            key: 'new',
            programId: pick.item('program'),
            title: pick.text(),
            index: 9,
            season: pick.of(SEASONS),
            firstDay: '2029-01-15',
            lastDay: '2029-05-11',
            creditLimit: pick.maybe(pick.real() + 40),
          },
        ]
      : [],
    placements: [{ courseId: pick.item('course'), termId: pick.chance(0.5) ? 'new' : pick.item('term') }],
  }),
  'plan.moveCourses': (pick) => ({
    planId: pick.planId,
    courseIds: [pick.item('course'), pick.item('course')],
    termId: pick.maybe(pick.item('term')),
  }),
  'plan.changeItems': (pick) => ({
    planId: pick.planId,
    updates: [pick.item(), pick.item('course')]
      .filter((id, place, ids) => ids.indexOf(id) === place)
      .map((id) => ({ id, changes: pick.common() })),
    additions: pick.chance(0.4)
      ? [
          { key: 'new', kind: 'program', fields: { title: pick.text(), level: pick.of(PROGRAM_LEVELS) } },
          { key: 'first', kind: 'course', fields: { title: pick.text(), programId: 'new' } },
        ]
      : [],
  }),
  'plan.deleteItems': (pick) =>
    pick.chance(0.2)
      ? { planId: pick.planId, ids: [...new Set([pick.item(), pick.item('course'), pick.item('step')])] }
      : null,
  'plan.orderItems': (pick) => ({
    planId: pick.planId,
    ids: [...new Set([pick.item(), pick.item()])],
    before: pick.maybe(pick.item()),
  }),
  'baseline.take': (pick) => ({ planId: pick.planId, name: pick.text() }),
  'baseline.rename': (pick, { baselineIds }) => ({
    id: pick.one(baselineIds) ?? 'missing',
    name: pick.text(),
  }),
  'baseline.delete': (pick, { baselineIds }) => ({ id: pick.one(baselineIds) ?? 'missing' }),
  'program.add': (pick) => ({
    ...pick.added(),
    programId: null,
    level: pick.of(PROGRAM_LEVELS),
    creditsRequired: pick.real(),
  }),
  'program.update': (pick) => pick.changed('program'),
  'term.add': (pick) => ({
    ...pick.added(),
    programId: pick.item('program'),
    season: pick.of(SEASONS),
    firstDay: '2027-01-11',
    lastDay: pick.day(),
  }),
  'term.update': (pick) => pick.changed('term'),
  'term.shift': (pick) => ({ id: pick.item('term'), by: pick.of([1, 1, 2, -1, 0]) }),
  'transcript.import': (pick) => ({
    planId: pick.planId,
    ...(pick.chance(0.7) ? { programId: pick.item('program') } : {}),
    text: pick.chance(0.9)
      ? `Fall ${pick.whole(2024, 2027)}\nHIT ${pick.whole(100, 130)}\tAnatomy\t${pick.whole(1, 4)}\t${pick.of(['A-', 'W', 'F', 'TR', 'IP'])}`
      : pick.text(),
    makeTerms: pick.chance(0.7),
    unplace: pick.chance(0.7),
  }),
  'course.add': (pick) => ({
    ...pick.added(),
    programId: pick.item('program'),
    termId: pick.chance(0.5) ? pick.item('term') : null,
    credits: pick.maybe(pick.real()),
    offered: pick.maybe([pick.of(SEASONS)]),
    status: pick.of(COURSE_STATUSES),
  }),
  'course.update': (pick) => ({
    id: pick.item('course'),
    changes: { ...pick.common(), repeatsId: pick.maybe(pick.item('course')) },
  }),
  'course.move': (pick) => ({ id: pick.item('course'), termId: pick.maybe(pick.item('term')) }),
  'experience.add': (pick) => ({
    ...pick.added(),
    sort: pick.of(EXPERIENCE_SORTS),
    hoursRequired: pick.real(),
    hoursPerWeek: pick.real(),
  }),
  'experience.update': (pick) => pick.changed('experience'),
  'step.add': (pick) => ({ ...pick.added(), sort: pick.of(STEP_SORTS), retakeDays: pick.whole(0, 90) }),
  'step.update': (pick) => pick.changed('step'),
  'credential.add': (pick) => ({
    ...pick.added(),
    sort: pick.of(CREDENTIAL_SORTS),
    ceTopics: [{ topic: pick.text(), hours: pick.real() }],
  }),
  'credential.update': (pick) => ({
    id: pick.item('credential'),
    changes: { ...pick.common(), ceTopics: [{ topic: 'Ethics', hours: pick.real() }] },
  }),
  'milestone.add': (pick) => ({ ...pick.added(), sort: pick.of(MILESTONE_SORTS) }),
  'milestone.update': (pick) => pick.changed('milestone'),
  'milestone.complete': (pick) => ({ id: pick.item('milestone'), doneOn: pick.day() }),
  'milestone.reopen': (pick) => ({ id: pick.item('milestone') }),
  'item.move': (pick) => ({ id: pick.item(), start: pick.day() }),
  'item.resize': (pick) => ({ id: pick.item(), end: pick.day() }),
  'item.delete': (pick) => (pick.chance(0.4) ? { id: pick.item() } : null),
  'requirement.add': (pick) => ({
    programId: pick.item('program'),
    title: pick.text(),
    rule: pick.of(['all', 'credits', 'choose'] as const),
    amount: pick.real(),
    eligible: [pick.item('course')],
  }),
  'requirement.update': (pick) => ({
    id: pick.requirement(),
    changes: { title: pick.text(), eligible: [pick.item('course')] },
  }),
  'requirement.delete': (pick) => ({ id: pick.requirement() }),
  'requisite.add': (pick) => ({
    courseId: pick.item('course'),
    kind: pick.of(['pre', 'co', 'strict'] as const),
    needs: [{ courseId: pick.item('course'), minGrade: pick.maybe('C') }],
  }),
  'requisite.update': (pick) => ({
    id: pick.requisite(),
    changes: { needs: [{ courseId: pick.item('course'), minGrade: null }] },
  }),
  'requisite.delete': (pick) => ({ id: pick.requisite() }),
  'link.add': (pick) => ({
    fromId: pick.item(),
    toId: pick.item(),
    kind: pick.of(['FS', 'SS', 'FF'] as const),
    lag: pick.whole(-9, 9),
  }),
  'link.update': (pick) => ({ id: pick.link()?.id ?? 'missing', changes: { lag: pick.whole(-9, 9) } }),
  'link.delete': (pick) => ({ id: pick.link()?.id ?? 'missing' }),
  'linkGroup.add': (pick) => {
    const link = pick.link();
    return { toId: link?.toId ?? 'missing', need: 1, linkIds: [link?.id ?? 'missing'] };
  },
  'linkGroup.update': (pick) => ({ id: pick.group()?.id ?? 'missing', changes: { need: pick.whole(1, 2) } }),
  'linkGroup.delete': (pick) => ({ id: pick.group()?.id ?? 'missing' }),
  'hours.add': (pick) => ({
    experienceId: pick.item('experience'),
    day: pick.day(),
    hours: pick.of([0.1 + 0.2, 8, 7.25]),
    note: pick.text(),
  }),
  'hours.update': (pick) => ({ id: pick.entry('experience'), changes: { hours: pick.of([1 / 3, 4]) } }),
  'hours.delete': (pick) => ({ id: pick.entry('experience') }),
  'attempt.add': (pick) => ({
    stepId: pick.item('step'),
    day: pick.day(),
    result: pick.of(['passed', 'failed'] as const),
    score: '113',
  }),
  'attempt.update': (pick) => ({ id: pick.entry('step'), changes: { day: pick.day() } }),
  'attempt.delete': (pick) => ({ id: pick.entry('step') }),
  'education.add': (pick) => ({
    credentialId: pick.item('credential'),
    day: pick.day(),
    hours: pick.real(),
    topic: null,
    title: pick.text(),
  }),
  'education.update': (pick) => ({ id: pick.entry('credential'), changes: { hours: pick.real() } }),
  'education.delete': (pick) => ({ id: pick.entry('credential') }),
  'fact.add': (pick) => ({
    planId: pick.planId,
    field: pick.text(),
    value: pick.maybe(pick.text()),
    itemId: pick.maybe(pick.item()),
  }),
  'fact.update': (pick) => ({
    id: pick.fact(),
    changes: { value: pick.maybe(pick.text()), note: pick.text() },
  }),
  'fact.delete': (pick) => ({ id: pick.fact() }),
  'finding.acknowledge': (pick) => ({ planId: pick.planId, key: pick.text(), note: pick.text() }),
  'finding.reopen': (pick) => ({ planId: pick.planId, key: pick.key() }),
};

const NAMES = Object.keys(MAKERS) as [Changing, ...Changing[]];

/** A command with an input that is often, but not always, acceptable. */
export function randomCommand(random: Random, world: World): { name: Changing; input: unknown } {
  for (;;) {
    const pick = new Pick(random, world);
    const name = pick.of(NAMES);
    const input = (MAKERS[name] as (pick: Pick, world: World) => unknown)(pick, world);
    if (input !== null) return { name, input };
  }
}
