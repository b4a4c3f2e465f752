/**
 * Gives each visible thing a slot, which stands for the element that draws it. What stays visible keeps its slot;
 * what comes takes the slots of what went, in the order those are in the page. Scrolling then changes elements
 * instead of making and removing them, and the one with the focus stays the same element.
 */
export class Slots<Id extends string | number = string> {
  #slotOf = new Map<Id, number>();
  #ids: readonly Id[] = [];
  #slots: readonly number[] = [];
  #count = 0;
  #held: Id | null = null;

  /** Says which thing has the focus: when it goes its element does, so that the focus is not on another thing. */
  hold(id: Id | null): void {
    this.#held = id;
  }

  /** The slots of `ids`, in their order. */
  assign(ids: readonly Id[]): readonly number[] {
    const isAsBefore = ids.length === this.#ids.length && ids.every((id, place) => id === this.#ids[place]);
    if (!isAsBefore) this.#assignAnew(ids);
    return this.#slots;
  }

  #assignAnew(ids: readonly Id[]): void {
    const wanted = new Set(ids);
    const free: number[] = [];
    for (const [id, slot] of this.#slotOf) if (!wanted.has(id) && id !== this.#held) free.push(slot);
    const slotOf = new Map<Id, number>();
    let next = 0;
    for (const id of ids) {
      const slot = this.#slotOf.get(id) ?? free[next++] ?? this.#count++;
      slotOf.set(id, slot);
    }
    this.#slotOf = slotOf;
    this.#ids = ids;
    this.#slots = [...slotOf.values()];
  }
}
