import type { PlanDocument } from '../plan/document.ts';
import { PHASES, type Item, type Phase, type Program } from '../plan/items.ts';
import type { Arrangement } from './arrangement.ts';
import { barState, BAR_STATES, type BarState } from './bar-state.ts';
import { phaseOf, phaseOfProgram } from './phase.ts';
import { firstDay, lastDay, type PlanDays } from './plan-days.ts';

/** What makes a lane one, and its place among the lanes. */
export interface LaneKey {
  readonly id: string;
  /** `null` for the lane of a state. */
  readonly phase: Phase | null;
  readonly state: BarState | null;
  readonly title: string | null;
  readonly rank: number;
}

/** The lane of an item with dates, by its place in the document; the same object for all of a lane. */
export type KeyOf = (item: Item, place: number) => LaneKey;

/** What needs attention first comes first. */
const STATES_IN_ORDER: readonly BarState[] = ['overdue', 'current', 'planned', 'done', 'withdrawn'];

/** How the items of a plan are told apart into lanes. */
export function laneKeys(
  document: PlanDocument,
  days: PlanDays,
  { grouping, today }: Pick<Arrangement, 'grouping' | 'today'>,
): KeyOf {
  if (grouping === 'status') {
    const keys = new Map(BAR_STATES.map((state) => [state, keyOfState(state)]));
    return (item, place) => {
      const state = barState(item, { start: firstDay(days, place), end: lastDay(days, place) }, today);
      return keys.get(state) ?? keyOfState(state);
    };
  }
  const programs = programsOf(document);
  const prefix = grouping === 'phase' ? 'all-of' : 'phase';
  const keyOfPhase = new Map(PHASES.map((phase) => [phase, keyOf(`${prefix}:${phase}`, phase, null)]));
  const keyOfProgram = new Map<string, LaneKey>();
  for (const program of programs.values())
    keyOfProgram.set(program.id, keyOf(program.id, phaseOfProgram(program), program.title));
  return (item) => {
    const program = programOf(item, programs);
    const phase = phaseInChart(item, program);
    const isOfProgram = grouping === 'program' && program !== undefined && phaseOfProgram(program) === phase;
    const key = isOfProgram ? keyOfProgram.get(program.id) : keyOfPhase.get(phase);
    return key ?? keyOf(`${prefix}:${phase}`, phase, null);
  };
}

/** The programs of a plan by id. */
export function programsOf(document: PlanDocument): Map<string, Program> {
  const programs = new Map<string, Program>();
  for (const item of document.items) if (item.kind === 'program') programs.set(item.id, item);
  return programs;
}

/**
 * The phase an item is drawn in. A course stays with its program whatever phase somebody gave it; an internship of
 * another phase does not.
 */
export function phaseInChart(item: Item, program: Program | undefined): Phase {
  if (program !== undefined && (item.kind === 'course' || item.kind === 'term'))
    return phaseOfProgram(program);
  return phaseOf(item, program);
}

export function programOf(item: Item, programs: ReadonlyMap<string, Program>): Program | undefined {
  if (item.kind === 'program') return item;
  return item.programId === null ? undefined : programs.get(item.programId);
}

function keyOf(id: string, phase: Phase, title: string | null): LaneKey {
  return { id, phase, state: null, title, rank: PHASES.indexOf(phase) };
}

function keyOfState(state: BarState): LaneKey {
  return { id: `state:${state}`, phase: null, state, title: null, rank: STATES_IN_ORDER.indexOf(state) };
}
