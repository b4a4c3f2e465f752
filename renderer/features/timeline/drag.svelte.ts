import { boxOf, isMark } from '#shared/domain/layout/bar-box.ts';
import { modeOfBar, type TimelineLayout } from '#shared/domain/layout/layout.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';
import type { TimeScale } from '#shared/domain/layout/time-scale.ts';
import type { Proposal, ProposalCommand, Refusal } from './proposal.ts';
import { Rehearsals, type Consequence, type DragPlan, type Rehearsal } from './rehearsals.ts';

/** A bar held by the pointer or moved by keys, not dropped yet. */
export interface Held {
  readonly bar: number;
  readonly item: Item;
  readonly kind: Proposal['kind'];
  /** The days it would have: `until` is the day after the last. */
  readonly start: DayNumber;
  readonly until: DayNumber;
  /** The day that decides about the drop: a course goes to the term under the pointer, all else by its first day. */
  readonly aim: DayNumber;
  readonly refusal: Refusal | null;
  readonly linksDecide: boolean;
  readonly termId: string | null;
  readonly command: ProposalCommand | null;
}

/** The engine may take this share of the time while a bar is dragged, so that the bar keeps up with the pointer. */
const SHARE = 0.25;
const LEAST_PAUSE_MS = 60;

/** A drag from the moment a bar is taken until it is dropped or let go. */
export class Drag {
  #plan: () => DragPlan | null;
  #held = $state.raw<Held | null>(null);
  #consequence = $state.raw<Consequence | null>(null);
  #byFinger = $state(false);
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #pause = LEAST_PAUSE_MS;
  #askedAt = -Infinity;
  readonly #rehearsals = new Rehearsals();

  constructor(plan: () => DragPlan | null) {
    this.#plan = plan;
  }

  get held(): Held | null {
    return this.#held;
  }
  get consequence(): Consequence | null {
    return this.#consequence;
  }

  /** True while a finger holds the bar, and the hand is over what lies below it. */
  get byFinger(): boolean {
    return this.#byFinger;
  }

  /** Takes a bar. What cannot be moved is held as well, where it is, with the reason. */
  take(bar: number, kind: Proposal['kind'], { byFinger = false } = {}): void {
    const plan = this.#plan();
    const item = plan?.layout.items[bar];
    if (!plan || !item) return;
    this.cancel();
    this.#byFinger = byFinger;
    const start = plan.layout.start[bar] ?? 0;
    this.#hold({ bar, item, kind, start, until: plan.layout.until[bar] ?? 0, aim: start });
  }

  /**
   * Moves the held bar to begin (or, resized, to end) `days` after where it is in the plan, with the pointer on the
   * day `pointer`.
   */
  shift(days: number, pointer?: DayNumber): void {
    const plan = this.#plan();
    const held = this.#held;
    if (!plan || !held) return;
    const start = plan.layout.start[held.bar] ?? 0;
    const until = plan.layout.until[held.bar] ?? 0;
    const { bar, item, kind } = held;
    if (kind === 'move') {
      const aim = item.kind === 'course' && pointer !== undefined ? pointer : start + days;
      this.#hold({ bar, item, kind, start: start + days, until: until + days, aim });
    } else this.#hold({ bar, item, kind, start, until: Math.max(start + 1, until + days), aim: start });
  }

  /** Moves the held course to the term that begins on a day. */
  moveTo(start: DayNumber): void {
    const plan = this.#plan();
    const held = this.#held;
    if (plan && held) this.shift(start - (plan.layout.start[held.bar] ?? 0));
  }

  /** Lets go without a change. */
  cancel(): void {
    clearTimeout(this.#waiting);
    this.#held = null;
    this.#consequence = null;
    this.#rehearsals.forget();
  }

  /** Lets go and answers what to send, or `null` when nothing would change. */
  drop(): Held | null {
    const held = this.#held;
    this.cancel();
    return held;
  }

  #hold(held: Pick<Held, 'bar' | 'item' | 'kind' | 'start' | 'until' | 'aim'>): void {
    const before = this.#held;
    const isSame =
      before?.bar === held.bar &&
      before.kind === held.kind &&
      before.until === held.until &&
      before.aim === held.aim;
    if (isSame) return;
    // Until the engine has answered, what it said of the place before holds.
    const { refusal = null, linksDecide = false, termId = null, command = null } = before ?? {};
    this.#held = { ...held, refusal, linksDecide, termId, command };
    this.#askSoon();
  }

  #askSoon(): void {
    clearTimeout(this.#waiting);
    if (this.#recall()) return;
    const wait = this.#askedAt + this.#pause - performance.now();
    if (wait <= 0) this.#ask();
    else this.#waiting = setTimeout(() => this.#ask(), wait);
  }

  /** Asks the engine about the held bar as it is now. */
  #ask(): void {
    const plan = this.#plan();
    const held = this.#held;
    if (!plan || !held) return;
    const begun = performance.now();
    this.#take(held, this.#rehearsals.ask(held, plan));
    this.#askedAt = performance.now();
    this.#pause = Math.max(LEAST_PAUSE_MS, (this.#askedAt - begun) / SHARE);
  }

  /** Takes what the engine has said of this place before, if it has. */
  #recall(): boolean {
    const plan = this.#plan();
    const held = this.#held;
    if (!plan || !held) return false;
    const answer = this.#rehearsals.recall(held, plan);
    if (answer === undefined) return false;
    this.#take(held, answer);
    return true;
  }

  #take(held: Held, { consequence, ...answer }: Rehearsal): void {
    this.#held = { ...held, ...answer };
    this.#consequence = consequence;
  }

  /** Asks at once when an answer is still outstanding, so that a drop is never about an older place. */
  settle(): void {
    clearTimeout(this.#waiting);
    if (!this.#recall()) this.#ask();
  }
}

/** Pixels at the right end of a bar by which it is resized, and the narrowest bar that has them. */
const HANDLE = 7;
const LEAST_WITH_HANDLE = 20;
const FIXED_LENGTH = new Set<Item['kind']>(['program', 'course', 'milestone', 'credential']);

/** True for a bar that can be made longer or shorter. */
export function hasFreeEnd(layout: TimelineLayout, bar: number): boolean {
  const item = layout.items[bar];
  return (
    item !== undefined && !isMark(item) && !FIXED_LENGTH.has(item.kind) && modeOfBar(layout, bar) !== 'actual'
  );
}

/** What pressing at `x` pixels of the scale on a bar takes hold of: its end, or the whole bar. */
export function gripAt(layout: TimelineLayout, scale: TimeScale, bar: number, x: number): Proposal['kind'] {
  if (!hasFreeEnd(layout, bar)) return 'move';
  const box = boxOf(layout, scale, bar);
  return box.width >= LEAST_WITH_HANDLE && x > box.x + box.width - HANDLE ? 'resize' : 'move';
}
