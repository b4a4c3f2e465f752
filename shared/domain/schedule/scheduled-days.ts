import { CAUSE, causeOf, modeOf } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { itemAt, type Graph } from './graph.ts';
import type { Mode, Undated } from './types.ts';

/** The earliest days of a plan's items by place in document order, read from the engine's arrays. */
export class ScheduledDays {
  readonly #graph: Graph;
  readonly #earliest: Earliest;

  constructor(graph: Graph, earliest: Earliest) {
    this.#graph = graph;
    this.#earliest = earliest;
  }

  /** Where an item stands, by its id. */
  get placeOf(): ReadonlyMap<string, number> {
    return this.#graph.places.of;
  }

  /** 0 for an item that has a first and a last day; without them `start` and `end` say nothing. */
  get lacking(): Uint8Array {
    return this.#earliest.cause;
  }

  get start(): Int32Array {
    return this.#earliest.start;
  }

  get end(): Int32Array {
    return this.#earliest.end;
  }

  mode(place: number): Mode {
    return modeOf(byteAt(this.#graph.facts.mode, place));
  }

  /** Why an item has no dates, or `null`. */
  undated(place: number): Undated | null {
    const cause = byteAt(this.#earliest.cause, place);
    if (cause === CAUSE.none) return null;
    const from = at(this.#earliest.causeItem, place);
    return { cause: causeOf(cause), itemId: itemAt(this.#graph, from).id };
  }
}
