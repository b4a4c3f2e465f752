import { boxOf, isMark } from '#shared/domain/layout/bar-box.ts';
import { modeOfBar, type TimelineLayout } from '#shared/domain/layout/layout.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { effectOf } from '#shared/domain/schedule/effect.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';
import type { TimeScale } from '#shared/domain/layout/time-scale.ts';
import { prospectOf, type Proposal, type ProposalCommand, type Refusal } from './proposal.ts';

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

/** What dropping the held bar would do to the goal. */
export interface Consequence {
  /** Days by which the goal moves; `null` without a date to compare. */
  readonly days: number | null;
  /** The first day the held item would really have. */
  readonly start: DayNumber | null;
}

/** What a drag asks about the plan. */
export interface DragPlan {
  readonly document: PlanDocument;
  readonly schedule: Schedule;
  readonly layout: TimelineLayout;
}

/** The engine may take this share of the time while a bar is dragged, so that the bar keeps up with the pointer. */
const SHARE = 0.25;
const LEAST_PAUSE_MS = 60;

/** A drag from the moment a bar is taken until it is dropped or let go. */
export class Drag {
  #plan: () => DragPlan | null;
  #held = $state.raw<Held | null>(null);
  #consequence = $state.raw<Consequence | null>(null);
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #pause = LEAST_PAUSE_MS;
  #askedAt = -Infinity;

  constructor(plan: () => DragPlan | null) {
    this.#plan = plan;
  }

  get held(): Held | null {
    return this.#held;
  }
  get consequence(): Consequence | null {
    return this.#consequence;
  }

  /** Takes a bar. What cannot be moved is held as well, where it is, with the reason. */
  take(bar: number, kind: Proposal['kind']): void {
    const plan = this.#plan();
    const item = plan?.layout.items[bar];
    if (!plan || !item) return;
    this.#consequence = null;
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
    const proposal: Proposal =
      held.kind === 'move'
        ? { kind: 'move', item: held.item, start: held.aim }
        : { kind: 'resize', item: held.item, end: held.until - 1 };
    const prospect = prospectOf(plan.schedule, proposal);
    if (prospect.ok) {
      const { linksDecide, termId, command } = prospect;
      this.#held = { ...held, refusal: null, linksDecide, termId, command };
      const { days, schedule } = effectOf(plan.schedule, prospect.document);
      this.#consequence = { days, start: schedule.days(held.item.id)?.start ?? null };
    } else {
      this.#held = { ...held, refusal: prospect.reason, linksDecide: false, termId: null, command: null };
      this.#consequence = null;
    }
    this.#askedAt = performance.now();
    this.#pause = Math.max(LEAST_PAUSE_MS, (this.#askedAt - begun) / SHARE);
  }

  /** Asks at once when an answer is still outstanding, so that a drop is never about an older place. */
  settle(): void {
    clearTimeout(this.#waiting);
    this.#ask();
  }
}

/** Pixels at the right end of a bar by which it is resized, and the narrowest bar that has them. */
const HANDLE = 7;
const LEAST_WITH_HANDLE = 20;
const FIXED_LENGTH = new Set<Item['kind']>(['program', 'course', 'milestone', 'credential']);

/** What pressing at `x` pixels of the scale on a bar takes hold of: its end, or the whole bar. */
export function gripAt(layout: TimelineLayout, scale: TimeScale, bar: number, x: number): Proposal['kind'] {
  const item = layout.items[bar];
  const box = boxOf(layout, scale, bar);
  if (!item || isMark(item) || FIXED_LENGTH.has(item.kind) || modeOfBar(layout, bar) === 'actual')
    return 'move';
  return box.width >= LEAST_WITH_HANDLE && x > box.x + box.width - HANDLE ? 'resize' : 'move';
}
