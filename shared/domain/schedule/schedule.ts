import type { PlanDocument } from '../plan/document.ts';
import type { DayNumber } from '../time/day.ts';
import { backward, latestOf, type Latest } from './backward.ts';
import { findBinding, findChain } from './binding.ts';
import { CAUSE, modeOf, RULE } from './codes.ts';
import { findBroken, findMissedWindows } from './checks.ts';
import { at, byteAt } from './dense.ts';
import { linkFloor } from './decide.ts';
import { findAlternatives, type Alternative } from './alternatives.ts';
import { forward, type Earliest } from './forward.ts';
import { findGoal, goalDay } from './goal.ts';
import { buildGraph, itemAt, type Graph } from './graph.ts';
import { revise } from './revise.ts';
import { ScheduledDays } from './scheduled-days.ts';
import type {
  BindingEntry,
  BrokenLink,
  ChainEntry,
  GoalDate,
  ItemDates,
  MissedWindow,
  Mode,
} from './types.ts';

export interface ScheduleOptions {
  /** The day to count latest dates back from; without it, the goal's own date (R14). */
  target?: DayNumber | null;
  /** Take every wait at its best known length. */
  best?: boolean;
}

/**
 * The dates of every item of a plan as of `today`, by rules R1–R17; days are day numbers. Reads the document and
 * leaves it alone; what only some callers need (latest dates, checks, the goal, its binding chain) is worked out
 * when first asked for.
 */
export function schedulePlan(doc: PlanDocument, today: DayNumber, options: ScheduleOptions = {}): Schedule {
  const graph = buildGraph(doc, today, options.best ?? false);
  return new Schedule(doc, graph, forward(graph), options.target ?? null);
}

/** The answers of one run of the engine; see `schedulePlan`. */
export class Schedule {
  /** The plan whose dates these are. */
  readonly document: PlanDocument;
  readonly today: DayNumber;
  /** The earliest days of all items by their place in the document, without an object for each. */
  readonly planDays: ScheduledDays;
  readonly #graph: Graph;
  readonly #earliest: Earliest;
  readonly #goal: number;
  readonly #target: DayNumber | null;
  #latest: Latest | null = null;
  #all: ItemDates[] | null = null;
  #broken: BrokenLink[] | null = null;
  #windows: MissedWindow[] | null = null;
  #goalDate: GoalDate | null = null;
  #binding: BindingEntry[] | null = null;

  /** Made by `schedulePlan` and `revise`. */
  constructor(doc: PlanDocument, graph: Graph, earliest: Earliest, target: DayNumber | null) {
    this.document = doc;
    this.today = graph.today;
    this.#graph = graph;
    this.#earliest = earliest;
    this.planDays = new ScheduledDays(graph, earliest);
    const { goalId } = doc.plan;
    this.#goal = goalId === null ? -1 : (graph.places.of.get(goalId) ?? -1);
    this.#target = target;
  }

  /**
   * The schedule of the same plan after a change, same today: what `schedulePlan` would say, with as little work as
   * the change asks for. `changed` are the ids of all records that differ, as the reply to a command names them;
   * without them `doc` must share with `document` every record and list that it does not change.
   */
  revise(doc: PlanDocument, target = this.#target, changed: readonly string[] | null = null): Schedule {
    const revised = revise(this.#graph, this.#earliest, this.document, doc, changed);
    if (revised === null) return schedulePlan(doc, this.today, { target, best: this.#graph.best });
    return new Schedule(doc, revised.graph, revised.earliest, target);
  }

  /** True when the plan has an item with this id. */
  has(id: string): boolean {
    return this.#graph.places.of.has(id);
  }

  /** Dates of one item. Throws for an id that is not in the plan. */
  dates(id: string): ItemDates {
    return this.#datesAt(this.#placeOf(id));
  }

  /** The earliest days of one item, without the latest; `null` when it has none. Throws like `dates`. */
  days(id: string): { start: DayNumber; end: DayNumber } | null {
    const place = this.#placeOf(id);
    if (byteAt(this.#earliest.cause, place) !== CAUSE.none) return null;
    return { start: at(this.#earliest.start, place), end: at(this.#earliest.end, place) };
  }

  /** How an item comes by its dates (R3). Throws like `dates`. */
  mode(id: string): Mode {
    return modeOf(byteAt(this.#graph.facts.mode, this.#placeOf(id)));
  }

  /** Dates of every item, in document order. */
  all(): ItemDates[] {
    this.#all ??= this.#graph.items.map((_, place) => this.#datesAt(place));
    return this.#all;
  }

  /** The day the goal is reached, without all that `goal` says of it; `null` without a goal or a date. */
  get goalDate(): DayNumber | null {
    return this.#goal < 0 ? null : goalDay(this.#graph, this.#earliest, this.#goal);
  }

  /** When the goal is reached (R13); `null` when the plan has no goal. */
  get goal(): GoalDate | null {
    if (this.#goal < 0) return null;
    this.#goalDate ??= findGoal(this.#graph, this.#earliest, this.#goal, this.broken, this.windows);
    return this.#goalDate;
  }

  /** What decides the goal's date, the goal first, without what each step costs: cheap enough for every edit. */
  chain(): ChainEntry[] {
    return this.#goal < 0 ? [] : findChain(this.#graph, this.#earliest, this.#goal);
  }

  /** What decides the goal's date, the goal first, with what each step costs (R15); empty without a date. */
  binding(): BindingEntry[] {
    if (this.#goal < 0) return [];
    this.#binding ??= findBinding(this.#graph, this.#earliest, this.#goal);
    return this.#binding;
  }

  /** Links that items break because they hold their dates, in the order of the links. */
  get broken(): BrokenLink[] {
    this.#broken ??= findBroken(this.#graph, this.#earliest);
    return this.#broken;
  }

  /** Windows that closed before their item starts (R6), in the order of the links. */
  get windows(): MissedWindow[] {
    this.#windows ??= findMissedWindows(this.#graph, this.#earliest);
    return this.#windows;
  }

  /** Loops of links, as ids of the items on each; these items have no dates (R12). */
  get loops(): string[][] {
    const { order, places } = this.#graph;
    return order.loops.map((nodes) =>
      nodes.filter((node) => node < places.itemCount).map((node) => itemAt(this.#graph, node).id),
    );
  }

  /** The first day the links to an item, or to its program, allow; `null` if none asks, or it holds its dates. */
  firstDayByLinks(id: string): DayNumber | null {
    const place = this.#placeOf(id);
    if (byteAt(this.#graph.facts.rule, place) !== RULE.auto) return null;
    return linkFloor(this.#graph, this.#earliest, place);
  }

  /** The members of an "any k of n" in the order in which ties are decided (R7), with the first day each allows. */
  alternatives(groupId: string): Alternative[] {
    return findAlternatives(this.#graph, this.#earliest, groupId);
  }

  #placeOf(id: string): number {
    const place = this.#graph.places.of.get(id);
    if (place === undefined) throw new Error(`no item ${id} in this plan`);
    return place;
  }

  #datesAt(place: number): ItemDates {
    const graph = this.#graph;
    const earliest = this.#earliest;
    const { id } = itemAt(graph, place);
    const mode = modeOf(byteAt(graph.facts.mode, place));
    const undated = this.planDays.undated(place);
    if (undated !== null) {
      return {
        id,
        mode,
        start: null,
        end: null,
        latestStart: null,
        latestFinish: null,
        slack: null,
        undated,
      };
    }
    this.#latest ??= backward(graph, earliest, this.#goal, this.#target);
    const late = latestOf(graph, earliest, this.#latest, place);
    const end = at(earliest.end, place);
    return {
      id,
      mode,
      start: at(earliest.start, place),
      end,
      latestStart: late?.start ?? null,
      latestFinish: late?.end ?? null,
      slack: late === null ? null : late.end - end,
      undated: null,
    };
  }
}
