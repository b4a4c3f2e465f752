/** Pixels at each end of a scrolled area in which what is held there makes it scroll; a quarter of a small one. */
const ZONE = 48;
const MOST_OF_AREA = 0.25;
/** Pixels a second at the very edge and beyond it. */
const MOST_SPEED = 1_600;
/** A page that was busy for longer than this goes on where it was, and does not jump. */
const LONGEST_FRAME_MS = 50;

/** How deep a point is in the zone at the beginning of a stretch (down to −1) or at its end (up to 1), 0 between them. */
export function depthAt(at: number, from: number, to: number): number {
  const zone = Math.min(ZONE, (to - from) * MOST_OF_AREA);
  if (zone <= 0) return 0;
  if (at < from + zone) return -Math.min(1, (from + zone - at) / zone);
  return at > to - zone ? Math.min(1, (at - to + zone) / zone) : 0;
}

/** Pixels a second at a depth: little at first, so that one can stop where one wants to. */
export function speedAt(depth: number): number {
  return Math.sign(depth) * depth * depth * MOST_SPEED;
}

/**
 * The depth of a pointer that has taken something, along one axis. Where it was taken there is no edge: only what the
 * pointer moves further towards it counts, until it has left the zone.
 */
export class HeldDepth {
  #spared: number;

  /** `taken` is the depth at which the pointer took it. */
  constructor(taken: number) {
    this.#spared = taken;
  }

  /** Takes the pointer's depth now, and answers the one that counts. */
  of(depth: number): number {
    if (Math.sign(depth) !== Math.sign(this.#spared)) this.#spared = 0;
    else if (Math.abs(depth) < Math.abs(this.#spared)) this.#spared = depth;
    const free = 1 - Math.abs(this.#spared);
    return free <= 0 ? 0 : (depth - this.#spared) / free;
  }
}

/** A part of the page, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is held over an area, along both axes. */
export class HeldAtEdges {
  readonly #x: HeldDepth;
  readonly #y: HeldDepth;

  /** `x` and `y` are where the pointer took it. */
  constructor(area: Area, x: number, y: number) {
    this.#x = new HeldDepth(depthAt(x, area.left, area.right));
    this.#y = new HeldDepth(depthAt(y, area.top, area.bottom));
  }

  /** Pixels a second by which to scroll while the pointer is there. */
  speed(area: Area, x: number, y: number): { x: number; y: number } {
    return {
      x: speedAt(this.#x.of(depthAt(x, area.left, area.right))),
      y: speedAt(this.#y.of(depthAt(y, area.top, area.bottom))),
    };
  }
}

/** Calls `step` in every frame, with the seconds since the one before, for as long as it answers that it has moved. */
export class FrameSteps {
  #step: (seconds: number) => boolean;
  #frame = 0;
  #last = 0;

  constructor(step: (seconds: number) => boolean) {
    this.#step = step;
  }

  /** To be called whenever the pointer has moved. */
  start(): void {
    if (this.#frame !== 0) return;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#next);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #next = (now: number): void => {
    this.#frame = 0;
    const seconds = Math.max(0, Math.min(LONGEST_FRAME_MS, now - this.#last)) / 1_000;
    this.#last = now;
    // The first frame may be of the same moment as the start.
    if (seconds > 0 && !this.#step(seconds)) return;
    this.#frame = requestAnimationFrame(this.#next);
  };
}
