/** A finger that has stayed in its place for so long has taken hold of what is under it. */
const LONG_PRESS_MS = 450;

/** Pixels a press may wander and still be none: a finger is never quite still. */
const SLOP = 4;
const FINGER_SLOP = 10;

/** True when a press at `from` has moved so far that it is a pull. */
export function isPull(
  from: { readonly x: number; readonly y: number },
  { clientX, clientY, pointerType }: Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType'>,
): boolean {
  const slop = pointerType === 'touch' ? FINGER_SLOP : SLOP;
  return Math.hypot(clientX - from.x, clientY - from.y) >= slop;
}

/** For `contextmenu`: the browser's own answer to a long press would come over what the press has taken. */
export function keepMenuAway(event: PointerEvent): void {
  if (event.pointerType === 'touch' || event.pointerType === 'pen') event.preventDefault();
}

/** Waits for a press to become a long one. */
export class LongPress {
  #taken: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(taken: () => void) {
    this.#taken = taken;
  }

  start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#taken, LONG_PRESS_MS);
  }

  /** To be called when the finger has moved on, was lifted, or is not alone any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
