/**
 * The bar of an item, by its id: the reading half of a map. The ids are those of the plan's places, which are mapped
 * already, so only numbers are kept for a layout.
 */
export class BarOf {
  readonly #placeOf: ReadonlyMap<string, number>;
  /** The bar at each place of the document, −1 for an item without one. */
  readonly at: Int32Array;
  readonly size: number;

  /** `places` are those of the bars, by bar; there are as many in the document as `count`. */
  constructor(placeOf: ReadonlyMap<string, number>, places: Int32Array, count: number) {
    this.#placeOf = placeOf;
    this.at = new Int32Array(count).fill(-1);
    this.size = places.length;
    for (let bar = 0; bar < places.length; bar += 1) this.at[places[bar] ?? 0] = bar;
  }

  get(id: string): number | undefined {
    const place = this.#placeOf.get(id);
    const bar = place === undefined ? undefined : this.at[place];
    return bar === -1 ? undefined : bar;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }
}
