const DELAY_MS = 450;
/** Long enough for the pointer to get from the bar onto the tip. */
const LINGER_MS = 150;
/** From one bar to the next, once a tip is shown. */
const NEXT_MS = 60;

/** Which bar's tip is shown: some time after the pointer or the focus came to it, until some time after it left. */
export class Tip {
  #id = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get id(): string | null {
    return this.#id;
  }

  /** The pointer or the focus is on a bar now, or with `null` on none. */
  show(id: string | null): void {
    clearTimeout(this.#timer);
    if (id === this.#id) return;
    const wait = id === null ? LINGER_MS : this.#id === null ? DELAY_MS : NEXT_MS;
    this.#timer = setTimeout(() => (this.#id = id), wait);
  }

  /** Keeps what is shown: the pointer is on the tip itself. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#id = null;
  }
}
