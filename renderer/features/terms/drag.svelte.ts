import { whyFixed } from '#shared/domain/grid/move-courses.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import { noProspects, prospectOf, type Prospect } from './prospect.ts';

/** Cards held by the pointer. */
export interface HeldCards {
  readonly courses: readonly Course[];
  /** The pointer, in pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** True when the pointer is a finger, and the hand is over what lies below it. */
  readonly byFinger: boolean;
  /** The column under the pointer: a term, `null` for the courses without one; `undefined` between columns. */
  readonly termId: string | null | undefined;
  readonly prospect: Prospect | null;
}

/** A drag from the moment a card is taken until it is dropped or let go. */
export class CardDrag {
  #schedule: () => Schedule | null;
  #held = $state.raw<HeldCards | null>(null);
  /** What is known of each column: while cards are held, the plan does not change. */
  #known = noProspects();

  constructor(schedule: () => Schedule | null) {
    this.#schedule = schedule;
  }

  get held(): HeldCards | null {
    return this.#held;
  }

  /** Takes cards. Those that cannot be moved are held as well, where they are, with the reason. */
  take(courses: readonly Course[], x: number, y: number, { byFinger = false } = {}): void {
    this.#known.clear();
    const fixed = courses.find((course) => whyFixed(course) !== null);
    const why = fixed && whyFixed(fixed);
    const prospect: Prospect | null = fixed && why ? { ok: false, course: fixed, why } : null;
    this.#held = { courses, x, y, byFinger, termId: undefined, prospect };
  }

  /** The pointer is there now, over this column. */
  moveTo(x: number, y: number, termId: string | null | undefined): void {
    const held = this.#held;
    if (held === null) return;
    const prospect = termId === held.termId ? held.prospect : this.#ask(held, termId);
    this.#held = { ...held, x, y, termId, prospect };
  }

  #ask(held: HeldCards, termId: string | null | undefined): Prospect | null {
    const schedule = this.#schedule();
    // What cannot be moved at all stays so wherever the pointer is.
    if (held.prospect?.ok === false && held.prospect.why !== 'other-program') return held.prospect;
    if (termId === undefined || schedule === null) return null;
    const known = this.#known.get(termId);
    if (known) return known;
    const prospect = prospectOf(
      schedule,
      held.courses.map(({ id }) => id),
      termId,
    );
    this.#known.set(termId, prospect);
    return prospect;
  }

  cancel(): void {
    this.#held = null;
  }

  /** Lets go and answers where, and what was held. */
  drop(): HeldCards | null {
    const held = this.#held;
    this.#held = null;
    return held;
  }
}
