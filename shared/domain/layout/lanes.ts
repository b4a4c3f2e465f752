import type { PlanDocument } from '../plan/document.ts';
import { PHASES, type Course, type Item, type Phase, type Program, type Term } from '../plan/items.ts';
import type { DayNumber } from '../time/day.ts';
import { USUAL, type Arrangement } from './arrangement.ts';
import type { Unscheduled } from './layout.ts';
import { phaseOf, phaseOfProgram } from './phase.ts';
import { planDays, type DaysOrDates, type PlanDays } from './plan-days.ts';

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

/**
 * Sorts the plan into lanes: one for each program, one for what belongs to a phase but to none of its programs. They
 * are ordered by phase, in a phase as the plan is. Lanes that would be empty are left out. `dates` are those of the
 * items, in their order.
 */
export function sortIntoLanes(
  document: PlanDocument,
  dates: DaysOrDates,
  { shown }: Arrangement = USUAL,
): { lanes: LaneContent[]; unscheduled: Unscheduled[] } {
  const days = planDays(dates);
  const programs = new Map<string, Program>();
  for (const item of document.items) if (item.kind === 'program') programs.set(item.id, item);

  const laneOfProgram = new Map<string, LaneMembers>();
  const laneOfPhase = new Map<Phase, LaneMembers>();
  /** In the order in which the plan first puts something into them. */
  const lanes: LaneMembers[] = [];
  const unscheduled: Unscheduled[] = [];

  function found<Key>(known: Map<Key, LaneMembers>, key: Key, make: () => LaneMembers): LaneMembers {
    let lane = known.get(key);
    if (lane === undefined) {
      lane = make();
      known.set(key, lane);
      lanes.push(lane);
    }
    return lane;
  }

  function laneOf(item: Item): LaneMembers {
    const programId = item.kind === 'program' ? item.id : item.programId;
    const program = programId === null ? undefined : programs.get(programId);
    const phase = phaseOf(item, program);
    // A course stays with its program whatever phase somebody gave it; an internship of another phase does not.
    if (
      program !== undefined &&
      (item.kind === 'course' || item.kind === 'term' || phaseOfProgram(program) === phase)
    ) {
      const { id, title } = program;
      return found(laneOfProgram, id, () => ({ id, phase: phaseOfProgram(program), title, members: [] }));
    }
    return found(laneOfPhase, phase, () => ({ id: `phase:${phase}`, phase, title: null, members: [] }));
  }

  for (let place = 0; place < document.items.length; place += 1) {
    const item = document.items[place] as Item;
    if (shown?.has(item.id) === false) continue;
    if (days.isDated(place)) laneOf(item).members.push(datedOf(item, place, days));
    else {
      const undated = days.undated(place);
      if (undated !== null) unscheduled.push({ item, undated });
    }
  }
  const hasProgram = new Set([...laneOfProgram.values()].map(({ phase }) => phase));
  lanes.sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
  return {
    lanes: lanes.map(({ id, phase, title, members }) => {
      const besidePrograms = title === null && hasProgram.has(phase);
      return { id, phase, title, besidePrograms, ...arrangeLane(members) };
    }),
    unscheduled,
  };
}

interface LaneMembers {
  readonly id: string;
  readonly phase: Phase;
  readonly title: string | null;
  readonly members: Dated[];
}

/** An item that has dates with its stretch. */
export function datedOf(item: Item, place: number, days: PlanDays): Dated {
  return { item, place, start: days.start(place), until: days.end(place) + 1 };
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
