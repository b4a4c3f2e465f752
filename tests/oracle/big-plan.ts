/**
 * Big plans for benches and for "does it stay linear" checks. Same arguments, same plan: no clock, no
 * `Math.random`. Dates stay inside the supported range whatever the size.
 */
import type { Link, LinkKind, PlanDocument } from '#shared/domain/plan/document.ts';
import { type DayNumber, type IsoDate, toDay, toIso } from '#shared/domain/time/day.ts';
import { aPlan } from '../builders/plan-builder.ts';

/** The `today` the big plans are made for: before every generated date. */
export const BIG_PLAN_TODAY: IsoDate = '2027-06-01';

const FIRST_TERM_DAY: DayNumber = toDay('2027-08-23');
const BLOCK_SIZE = 50;
const TERMS_PER_BLOCK = 4;
const COURSES_PER_BLOCK = 16;
/** Blocks link forward only from one layer to the next, which bounds how far dates can run. */
const LAYERS = 5;
const MOST_OF_UNIT = { day: 60, week: 8, month: 2 };

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const nameOf = (index: number): string => `i${String(index).padStart(6, '0')}`;

/** `n` steps of one to three days in a row, each finish-to-start after the one before; the last is the goal. */
export function chainPlan(n: number): PlanDocument {
  const plan = aPlan();
  for (let index = 0; index < n; index += 1) {
    plan.step(nameOf(index), { length: 1 + (index % 3), lengthUnit: 'day' });
    if (index > 0) plan.link(nameOf(index - 1), nameOf(index));
  }
  return plan.goal(n > 0 ? nameOf(n - 1) : null).build();
}

interface Block {
  /** Items that links may join, in an order in which every link runs forward. */
  linkable: string[];
  last: string;
}

/**
 * A plan of exactly `n` items and `links` links (1.5 per item unless told): programs with terms,
 * placed and unplaced courses with requisites, experiences in hours, waits in days, weeks and months,
 * credentials, milestones; FS, SS and FF links with lags of both signs, windows and "any k of n" groups.
 * Without loops. The goal is the last item, a license behind every block.
 */
export function randomPlan(n: number, seed: number, links: number = Math.floor(n * 1.5)): PlanDocument {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const chance = (share: number): boolean => random() < share;
  const plan = aPlan();
  const blocks: Block[] = [];
  let itemCount = 0;
  let linkCount = 0;
  let groupCount = 0;

  function newId(): string {
    itemCount += 1;
    return nameOf(itemCount);
  }

  function link(fromId: string, toId: string, over: Partial<Link> = {}): void {
    linkCount += 1;
    plan.link(fromId, toId, over);
  }

  function anyLink(fromId: string, toId: string): void {
    const kind: LinkKind = chance(0.7) ? 'FS' : chance(0.5) ? 'SS' : 'FF';
    link(fromId, toId, {
      kind,
      lag: chance(0.3) ? below(40) - 10 : 0,
      window: kind === 'FS' && chance(0.1) ? 30 + below(60) : null,
    });
  }

  function addProgram(layer: number): string {
    const first = FIRST_TERM_DAY + layer * 400;
    const programId = newId();
    plan.program(programId);
    const termIds = Array.from({ length: TERMS_PER_BLOCK }, (_, index) => {
      const termId = newId();
      const firstDay = toIso(first + index * 126);
      const lastDay = toIso(first + index * 126 + 115);
      plan.term(termId, { programId, index: index + 1, firstDay, lastDay, creditLimit: 18 });
      return termId;
    });
    const placed: string[][] = termIds.map(() => []);
    for (let index = 0; index < COURSES_PER_BLOCK; index += 1) {
      const courseId = newId();
      const at = index % TERMS_PER_BLOCK;
      const termId = chance(0.02) ? null : (termIds[at] ?? null);
      plan.course(courseId, { programId, termId, prefix: 'ADM', number: String(100 + index) });
      const earlier = placed.slice(0, at).flat();
      const needed = earlier[below(Math.max(1, earlier.length))];
      if (needed !== undefined && chance(0.7)) plan.requisites(courseId, [needed]);
      const beside = placed[at]?.[0];
      if (beside !== undefined && chance(0.2)) plan.requisites(courseId, [beside], { kind: 'co' });
      placed[at]?.push(courseId);
    }
    const notBefore = toIso(first + 126);
    plan.experience(newId(), { programId, hoursRequired: 200, hoursPerWeek: 20, notBefore });
    return programId;
  }

  function addOpenItem(): string {
    const id = newId();
    const draw = random();
    if (draw < 0.45) {
      const lengthUnit = (['day', 'week', 'month'] as const)[below(3)] ?? 'day';
      plan.step(id, {
        sort: 'approval',
        length: 1 + below(MOST_OF_UNIT[lengthUnit]),
        lengthUnit,
        bestLength: chance(0.3) ? 1 : null,
        notBefore: chance(0.1) ? toIso(FIRST_TERM_DAY + below(1500)) : null,
        pinStart: chance(0.03) ? toIso(FIRST_TERM_DAY + below(2500)) : null,
      });
    } else if (draw < 0.7) {
      plan.experience(id, { hoursRequired: 40 + below(400), hoursPerWeek: 10 + below(30) });
    } else if (draw < 0.85) {
      // Nothing else anchors a milestone that no link leads to, and one without dates would undo the goal.
      plan.milestone(id, { notBefore: toIso(FIRST_TERM_DAY) });
    } else {
      plan.credential(id);
    }
    return id;
  }

  function addBlock(size: number): void {
    const layer = blocks.length % LAYERS;
    const before = layer === 0 ? undefined : blocks.at(-1);
    const linkable: string[] = [];
    const withProgram = size >= TERMS_PER_BLOCK + COURSES_PER_BLOCK + 7;
    const end = itemCount + size;
    if (withProgram) {
      const programId = addProgram(layer);
      const graduation = newId();
      plan.milestone(graduation, { sort: 'graduation' });
      link(programId, graduation, { kind: 'FF' });
      linkable.push(graduation);
    }
    while (itemCount < end) {
      const id = addOpenItem();
      const previous = linkable.at(-1);
      if (previous !== undefined && chance(0.6)) anyLink(previous, id);
      else if (before !== undefined) link(before.last, id);
      linkable.push(id);
    }
    const last = linkable.at(-1);
    if (last !== undefined) blocks.push({ linkable, last });
  }

  while (itemCount < n - 1) addBlock(Math.min(BLOCK_SIZE, n - 1 - itemCount));
  const goalId = newId();
  plan.credential(goalId).goal(goalId);
  for (const block of blocks) link(block.last, goalId);

  const roomy = blocks.filter((block) => block.linkable.length >= 5);
  while (linkCount < links && roomy.length > 0) {
    const { linkable } = roomy[below(roomy.length)] ?? { linkable: [] };
    const to = 3 + below(linkable.length - 3);
    const toId = linkable[to] ?? goalId;
    if (chance(0.05) && linkCount + 3 <= links) {
      groupCount += 1;
      const members = linkable.slice(to - 3, to);
      plan.group(`g${groupCount}`, toId, 1 + below(2), members);
      linkCount += members.length;
    } else {
      anyLink(linkable[below(to)] ?? goalId, toId);
    }
  }
  return plan.build();
}
