import type { PlanDocument } from '../plan/document.ts';
import { PHASES, type Course, type Item, type Phase, type Program, type Term } from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';
import type { DayNumber } from '../time/day.ts';
import type { Unscheduled } from './layout.ts';
import { phaseOf, phaseOfProgram } from './phase.ts';

/** An item with dates, on its way to a row. `until` is the day after its last. */
export interface Dated<Kind extends Item = Item> {
  readonly item: Kind;
  readonly dates: ItemDates;
  readonly start: DayNumber;
  readonly until: DayNumber;
}

/** What one lane will show, each list in the plan's order. */
export interface LaneContent {
  readonly id: string;
  readonly phase: Phase;
  readonly title: string | null;
  /** True for the lane of a phase that also has lanes of programs. */
  besidePrograms: boolean;
  program: Dated<Program> | null;
  readonly terms: Dated<Term>[];
  /** By the id of a term of this lane. */
  readonly courses: Map<string, Dated<Course>[]>;
  /** Everything that is neither the program, nor a term, nor a course in one of its terms. */
  readonly loose: Dated[];
}

/**
 * Sorts the plan into lanes: one for each program, one for what belongs to a phase but to none of its programs. They
 * are ordered by phase, in a phase as the plan is. Lanes that would be empty are left out. `allDates` is parallel to
 * the items.
 */
export function sortIntoLanes(
  document: PlanDocument,
  allDates: readonly ItemDates[],
): { lanes: LaneContent[]; unscheduled: Unscheduled[] } {
  const programs = new Map<string, Program>();
  for (const item of document.items) if (item.kind === 'program') programs.set(item.id, item);

  const laneOfProgram = new Map<string, LaneContent>();
  const laneOfPhase = new Map<Phase, LaneContent>();
  /** In the order in which the plan first puts something into them. */
  const lanes: LaneContent[] = [];

  const laneOfTerm = new Map<string, LaneContent>();
  const courses: Dated<Course>[] = [];
  const unscheduled: Unscheduled[] = [];

  function laneOfThe(program: Program): LaneContent {
    return found(laneOfProgram, program.id, () =>
      emptyLane(program.id, phaseOfProgram(program), program.title),
    );
  }

  function restOf(phase: Phase): LaneContent {
    return found(laneOfPhase, phase, () => emptyLane(`phase:${phase}`, phase, null));
  }

  function found<Key>(known: Map<Key, LaneContent>, key: Key, make: () => LaneContent): LaneContent {
    let lane = known.get(key);
    if (lane === undefined) {
      lane = make();
      known.set(key, lane);
      lanes.push(lane);
    }
    return lane;
  }

  function laneOf(item: Item): LaneContent {
    const programId = item.kind === 'program' ? item.id : item.programId;
    const program = programId === null ? undefined : programs.get(programId);
    const phase = phaseOf(item, program);
    // A course stays with its program whatever phase somebody gave it; an internship of another phase does not.
    const belongs =
      program !== undefined &&
      (item.kind === 'course' || item.kind === 'term' || phaseOfProgram(program) === phase);
    return belongs ? laneOfThe(program) : restOf(phase);
  }

  for (const [place, item] of document.items.entries()) {
    const dates = allDates[place];
    if (dates === undefined) continue;
    const { start, end } = dates;
    if (start === null || end === null) {
      if (dates.undated !== null) unscheduled.push({ item, undated: dates.undated });
      continue;
    }
    const dated = { item, dates, start, until: end + 1 };
    if (isOf(dated, 'course') && dated.item.termId !== null) {
      courses.push(dated);
      continue;
    }
    const lane = laneOf(item);
    if (isOf(dated, 'program')) lane.program = dated;
    else if (isOf(dated, 'term') && item.programId !== null) {
      lane.terms.push(dated);
      laneOfTerm.set(item.id, lane);
    } else lane.loose.push(dated);
  }
  for (const course of courses) {
    const lane = laneOf(course.item);
    const { termId } = course.item;
    if (termId === null || laneOfTerm.get(termId) !== lane) lane.loose.push(course);
    else append(lane.courses, termId, course);
  }
  const hasProgram = new Set([...laneOfProgram.values()].map(({ phase }) => phase));
  for (const [phase, lane] of laneOfPhase) lane.besidePrograms = hasProgram.has(phase);
  lanes.sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
  return { lanes, unscheduled };
}

function emptyLane(id: string, phase: Phase, title: string | null): LaneContent {
  return { id, phase, title, besidePrograms: false, program: null, terms: [], courses: new Map(), loose: [] };
}

function isOf<Kind extends Item['kind']>(
  dated: Dated,
  kind: Kind,
): dated is Dated<Extract<Item, { kind: Kind }>> {
  return dated.item.kind === kind;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
