/** Sums up to this can be reached exactly; larger ones are left to the plainer bounds. */
export const LARGEST_SUM = 59;

const WORD = 30;
const FULL = 2 ** WORD - 1;

/** The sums that can be made of some sizes, as bits: sum s is bit s. Two words of 30 bits. */
export class Sums {
  #low = 1;
  #high = 0;

  clear(): void {
    this.#low = 1;
    this.#high = 0;
  }

  /** Each sum so far may now come with this size as well. */
  add(size: number): void {
    if (size === 0 || size > LARGEST_SUM) return;
    const [low, high] = [this.#low, this.#high];
    if (size < WORD) {
      this.#low |= (low << size) & FULL;
      this.#high |= ((high << size) | (low >>> (WORD - size))) & FULL;
    } else this.#high |= (low << (size - WORD)) & FULL;
  }

  /** The largest sum that is at most `limit`, from 0 to `LARGEST_SUM`. */
  largestUpTo(limit: number): number {
    const high = limit < WORD ? 0 : this.#high & bitsUpTo(limit - WORD);
    if (high !== 0) return WORD + 31 - Math.clz32(high);
    return 31 - Math.clz32(this.#low & bitsUpTo(Math.min(limit, WORD - 1)));
  }
}

const bitsUpTo = (bit: number): number => (bit >= WORD - 1 ? FULL : (1 << (bit + 1)) - 1);
