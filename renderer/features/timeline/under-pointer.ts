/** Pixels beside a bar at which a finger still means it. */
const NEAR = 10;

/** The id of the bar that an event is on; `null` on anything else. */
export function barUnder(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null) : null;
}

/** The id of the bar whose knob an event is on. */
export function knobUnder(target: EventTarget | null): string | null {
  return target instanceof HTMLElement ? (target.dataset['knob'] ?? null) : null;
}

/** The bar of a field that lies a little above, below or beside a point of the window: a finger has missed it. */
export function barNear(field: Element, x: number, y: number): string | null {
  const spots = [
    [0, -NEAR],
    [0, NEAR],
    [-NEAR, 0],
    [NEAR, 0],
  ] as const;
  for (const [right, down] of spots) {
    const target = document.elementFromPoint(x + right, y + down);
    const id = field.contains(target) ? barUnder(target) : null;
    if (id !== null) return id;
  }
  return null;
}
