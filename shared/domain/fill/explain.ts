import { roomInCredits, toCredits } from './credits.ts';
import { Domains } from './domains.ts';
import { findCycles, findOrderFault } from './explain-order.ts';
import { bitsOf, type Instance } from './instance.ts';
import type { Caps } from './room.ts';
import { searchWithin, type Counter } from './search.ts';
import { prepareTask } from './task.ts';
import type { FillProgress, FillReason } from './types.ts';

/** Steps spent on each question "and without this rule?". */
const STEPS_PER_QUESTION = 5_000;

type Rule = Extract<FillReason, { code: 'no-arrangement' }>['without'][number];

/** Says why an instance has no arrangement, from the plainest reason to the last resort of naming what to loosen. */
export function* explain(instance: Instance, counter: Counter): Generator<FillProgress, FillReason[]> {
  const cut = instance.programs.filter(({ left }) => left > 0).map(tooManyTerms);
  const cycles = findCycles(instance);
  if (cycles.length > 0) return cycles;
  const order =
    findOrderFault(without(instance, ['limits', 'offerings']), false) ?? findOrderFault(instance, true);
  if (order !== null) return [order, ...cut];
  const tooLarge = [...findTooLarge(instance)];
  if (tooLarge.length > 0) return [...tooLarge, ...cut];
  const credits = findShortage(instance);
  if (credits !== null) return [credits, ...cut];

  const rules: Rule[] = [];
  for (const rule of ['limits', 'offerings', 'requisites'] as const) {
    const loosened = without(instance, [rule]);
    const search = searchWithin(...begin(loosened), STEPS_PER_QUESTION, counter);
    for (let turn = search.next(); ; turn = search.next()) {
      if (turn.done === true) {
        if (typeof turn.value !== 'string') rules.push(rule);
        break;
      }
      yield { stage: 'searching', steps: counter.steps, found: false };
    }
  }
  return [{ code: 'no-arrangement', without: rules }, ...cut];
}

export const tooManyTerms = ({ id, terms, left }: Instance['programs'][number]): FillReason => ({
  code: 'too-many-terms',
  programId: id,
  terms: terms.length + left,
  looked: terms.length,
});

function begin(instance: Instance): [ReturnType<typeof prepareTask>, Domains, Caps] {
  const task = prepareTask(instance);
  const caps = {
    allowed: instance.programs.map(({ terms }) => bitsOf(terms.length)),
    largest: instance.programs.map(() => Infinity),
  };
  return [task, new Domains(task), caps];
}

/** The same task without some of its rules. */
function without(instance: Instance, rules: readonly Rule[]): Instance {
  return {
    programs: instance.programs.map((program) => ({
      ...program,
      terms: program.terms.map((term) => ({
        ...term,
        room: rules.includes('limits') ? Infinity : term.room,
      })),
    })),
    courses: instance.courses.map((course) => ({
      ...course,
      offered: rules.includes('offerings')
        ? bitsOf(instance.programs[course.program]!.terms.length)
        : course.offered,
    })),
    sets: rules.includes('requisites') ? [] : instance.sets,
  };
}

function* findTooLarge({ courses, programs }: Instance): Generator<FillReason> {
  for (const { id, program, units, offered } of courses) {
    const room = programs[program]!.terms.reduce(
      (most, term, bit) => ((offered & (1 << bit)) === 0 ? most : Math.max(most, term.room)),
      0,
    );
    if (units > room)
      yield {
        code: 'course-too-large',
        courseId: id,
        credits: toCredits(units),
        room: roomInCredits([room]),
      };
  }
}

/** The terms that are most overfilled by courses that can go nowhere else; all terms of a program before fewer of them. */
function findShortage(instance: Instance): FillReason | null {
  const [task, domains, caps] = begin(without(instance, ['limits']));
  domains.start(caps);
  for (const [program, { terms }] of instance.programs.entries()) {
    const own = task.coursesOf[program]!;
    const masks = [
      bitsOf(terms.length),
      ...new Set(own.map((course) => domains.of[course]!)),
      ...stretches(terms.length),
    ];
    let worst: FillReason | null = null;
    let most = 0;
    for (const mask of masks) {
      const inside = own.filter((course) => (domains.of[course]! & ~mask) === 0);
      const units = inside.reduce((sum, course) => sum + instance.courses[course]!.units, 0);
      const within = terms.filter((_, bit) => (mask & (1 << bit)) !== 0);
      const room = within.reduce((sum, term) => sum + term.room, 0);
      if (units - room <= most) continue;
      most = units - room;
      worst = {
        code: 'credits-do-not-fit',
        courseIds: inside.map((course) => instance.courses[course]!.id),
        termIds: within.map(({ id }) => id),
        credits: toCredits(units),
        room: roomInCredits(within.map((term) => term.room)),
      };
      if (mask === masks[0]) break;
    }
    if (worst !== null) return worst;
  }
  return null;
}

function stretches(terms: number): number[] {
  return Array.from({ length: terms }, (_, first) =>
    Array.from({ length: terms - first }, (_, more) => bitsOf(more + 1) << first),
  ).flat();
}
