/**
 * Gives each visible thing a slot, which stands for the element that draws it. What stays visible keeps its slot;
 * what comes takes the slots of what went, in the order those are in the page. Scrolling then changes elements
 * instead of making and removing them, and the one with the focus stays the same element.
 */
export class Slots {
  #slotOf = new Map<string, number>();
  #count = 0;
  #held: string | null = null;

  /** Says which thing has the focus: when it goes its element does, so that the focus is not on another thing. */
  hold(id: string | null): void {
    this.#held = id;
  }

  /** The slots of `ids`, in their order. */
  assign(ids: readonly string[]): number[] {
    const wanted = new Set(ids);
    const free: number[] = [];
    for (const [id, slot] of this.#slotOf) if (!wanted.has(id) && id !== this.#held) free.push(slot);
    const slotOf = new Map<string, number>();
    let next = 0;
    for (const id of ids) {
      const slot = this.#slotOf.get(id) ?? free[next++] ?? this.#count++;
      slotOf.set(id, slot);
    }
    this.#slotOf = slotOf;
    return [...slotOf.values()];
  }
}
