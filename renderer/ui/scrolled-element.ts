import { HeldAtEdges } from './edge-scroll.ts';

/** Scrolls an element that scrolls by itself, by parts of a pixel too. */
export class ScrolledElement {
  readonly #element: HTMLElement;
  readonly #held: HeldAtEdges;
  #left = 0;
  #top = 0;

  constructor(element: HTMLElement, x: number, y: number) {
    this.#element = element;
    this.#held = new HeldAtEdges(element.getBoundingClientRect(), x, y);
  }

  /** Scrolls as far as the time since the last step asks; false when the pointer is elsewhere or there is no more. */
  step(x: number, y: number, seconds: number): boolean {
    const area = this.#element.getBoundingClientRect();
    if (x < area.left || x > area.right || y < area.top || y > area.bottom) return false;
    const speed = this.#held.speed(area, x, y);
    const { scrollLeft, scrollTop } = this.#element;
    this.#left += speed.x * seconds;
    this.#top += speed.y * seconds;
    // What is less than a pixel waits for the next frame: the browser would leave it out.
    const [left, top] = [Math.trunc(this.#left), Math.trunc(this.#top)];
    this.#left -= left;
    this.#top -= top;
    if (left === 0 && top === 0) return speed.x !== 0 || speed.y !== 0;
    this.#element.scrollBy({ left, top, behavior: 'instant' });
    return this.#element.scrollLeft !== scrollLeft || this.#element.scrollTop !== scrollTop;
  }
}
