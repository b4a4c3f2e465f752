import type { PlanDocument } from '../plan/document.ts';
import type { Course, Item, Phase, Program, Term } from '../plan/items.ts';
import type { DayNumber } from '../time/day.ts';
import { USUAL, type Arrangement, type Grouping } from './arrangement.ts';
import { laneKeys, type LaneKey } from './lane-keys.ts';
import type { Unscheduled } from './layout.ts';
import { firstDay, isDated, lastDay, planDays, type DaysOrDates, type PlanDays } from './plan-days.ts';

/** An item with dates, on its way to a row. `until` is the day after its last. */
export interface Dated<Kind extends Item = Item> {
  readonly item: Kind;
  /** Its place in the document. */
  readonly place: number;
  readonly start: DayNumber;
  readonly until: DayNumber;
}

/** What one lane will show. */
export interface LaneContent extends LaneArrangement {
  readonly id: string;
  readonly phase: Phase;
  readonly title: string | null;
  /** True for the lane of a phase that also has lanes of programs. */
  readonly besidePrograms: boolean;
}

/** The members of a lane by what they are in it, each list in the plan's order. */
export interface LaneArrangement {
  program: Dated<Program> | null;
  readonly terms: Dated<Term>[];
  /** By the id of a term of this lane. */
  readonly courses: Map<string, Dated<Course>[]>;
  /** Everything that is neither the program, nor a term, nor a course in one of its terms. */
  readonly loose: Dated[];
}

/** A lane with what is in it, in the plan's order. */
export interface LaneMembers {
  readonly key: LaneKey;
  /** True for the lane of a phase that also has lanes of programs. */
  readonly besidePrograms: boolean;
  readonly members: Dated[];
}

/**
 * Sorts the plan into lanes: one for each program, one for what belongs to a phase but to none of its programs. They
 * are ordered by phase, in a phase as the plan is. Lanes that would be empty are left out. `dates` are those of the
 * items, in their order.
 */
export function sortIntoLanes(
  document: PlanDocument,
  dates: DaysOrDates,
): { lanes: LaneContent[]; unscheduled: Unscheduled[] } {
  const { lanes, unscheduled } = gatherLanes(document, planDays(dates), USUAL);
  return {
    lanes: lanes.flatMap(({ key: { id, phase, title }, besidePrograms, members }) =>
      phase === null ? [] : [{ id, phase, title, besidePrograms, ...arrangeLane(members) }],
    ),
    unscheduled,
  };
}

/** The lanes of an arrangement with their members, in the order in which they are drawn. */
export function gatherLanes(
  document: PlanDocument,
  days: PlanDays,
  arrangement: Arrangement,
): { lanes: LaneMembers[]; unscheduled: Unscheduled[] } {
  const { shown } = arrangement;
  const keyOf = laneKeys(document, days, arrangement);
  /** In the order in which the plan first puts something into them. */
  const members = new Map<LaneKey, Dated[]>();
  const unscheduled: Unscheduled[] = [];
  for (let place = 0; place < document.items.length; place += 1) {
    const item = document.items[place] as Item;
    if (shown?.has(item.id) === false) continue;
    if (isDated(days, place)) {
      const key = keyOf(item, place);
      const lane = members.get(key);
      if (lane === undefined) members.set(key, [datedOf(item, place, days)]);
      else lane.push(datedOf(item, place, days));
    } else {
      const undated = days.undated(place);
      if (undated !== null) unscheduled.push({ item, undated });
    }
  }
  const keys = [...members.keys()];
  const hasProgram = new Set(keys.filter(({ title }) => title !== null).map(({ phase }) => phase));
  keys.sort((a, b) => a.rank - b.rank);
  return {
    lanes: keys.map((key) => ({
      key,
      besidePrograms: key.title === null && key.phase !== null && hasProgram.has(key.phase),
      members: members.get(key) ?? [],
    })),
    unscheduled,
  };
}

/** An item that has dates with its stretch. */
export function datedOf(item: Item, place: number, days: PlanDays): Dated {
  return { item, place, start: firstDay(days, place), until: lastDay(days, place) + 1 };
}

/**
 * The parts of a lane, one below the other: its program with everything else; where it holds more than one program,
 * each of them with its terms, and what stands by itself last.
 */
export function partsOfLane(members: readonly Dated[], grouping: Grouping): LaneArrangement[] {
  if (grouping === 'program') return [arrangeLane(members)];
  const ofProgram = new Map<string, Dated[]>();
  const rest: Dated[] = [];
  for (const dated of members) {
    const { id, kind, programId } = dated.item;
    const owner = kind === 'program' ? id : kind === 'term' || kind === 'course' ? programId : null;
    if (owner === null) rest.push(dated);
    else if (!ofProgram.get(owner)?.push(dated)) ofProgram.set(owner, [dated]);
  }
  return [...ofProgram.values(), rest].map(arrangeLane);
}

/** What the members of one lane are in it: its program, terms, their courses, and the rest. */
export function arrangeLane(members: readonly Dated[]): LaneArrangement {
  const lane: LaneArrangement = { program: null, terms: [], courses: new Map(), loose: [] };
  const inTerms: Dated<Course>[] = [];
  for (const dated of members) {
    if (isOf(dated, 'program')) lane.program = dated;
    else if (isOf(dated, 'term') && dated.item.programId !== null) {
      lane.terms.push(dated);
      lane.courses.set(dated.item.id, []);
    } else if (isOf(dated, 'course') && dated.item.termId !== null) inTerms.push(dated);
    else lane.loose.push(dated);
  }
  // A course of a term without dates, or of another lane's, stands by itself.
  for (const course of inTerms) (lane.courses.get(course.item.termId ?? '') ?? lane.loose).push(course);
  return lane;
}

function isOf<Kind extends Item['kind']>(
  dated: Dated,
  kind: Kind,
): dated is Dated<Extract<Item, { kind: Kind }>> {
  return dated.item.kind === kind;
}
