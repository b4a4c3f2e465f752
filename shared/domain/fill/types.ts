import type { RequisiteSet } from '../plan/document.ts';
import type { Season } from '../plan/items.ts';
import type { IsoDate } from '../time/day.ts';

/** A course and the term that is proposed for it. */
export interface Placement {
  courseId: string;
  termId: string;
}

/**
 * `optimal`: no arrangement is better. `feasible`: one that keeps every rule, found before the time was over.
 * `infeasible`: there is none, and the reasons say why. `undecided`: the time was over before there was either.
 */
export type FillStatus = 'optimal' | 'feasible' | 'infeasible' | 'undecided' | 'nothing-to-place';

/** The two things that are minimized, for one program; credits count what is placed and what is proposed. */
export interface ProgramFilling {
  programId: string;
  /** The last term of the program that holds a course, by its last day; `null` where none does. */
  lastTerm: string | null;
  /** The credits of its fullest term that still takes courses. */
  largest: number;
}

/** Why no arrangement keeps every rule, with the facts a sentence needs; or why the best one may not be known. */
export type FillReason =
  /** The program has no terms at all. */
  | { code: 'no-terms'; programId: string; courses: number }
  /** It has terms, but each is over or began too long ago to take another course. */
  | { code: 'no-open-terms'; programId: string; courses: number; lastDay: IsoDate }
  | { code: 'never-offered'; courseId: string; offered: Season[]; seasons: Season[] }
  | {
      code: 'requisite-out-of-reach';
      courseId: string;
      kind: RequisiteSet['kind'];
      needed: number;
      of: BrokenNeed[];
    }
  | { code: 'requisite-cycle'; courseIds: string[] }
  /** Each course has to end before the next begins, and the terms (`offerings`: those that teach them) are too few. */
  | { code: 'chain-too-long'; courseIds: string[]; terms: number; offerings: boolean }
  /** A course that stays where it is asks for others that cannot come before it, or not at the same time. */
  | { code: 'placed-too-early'; courseId: string; kind: RequisiteSet['kind']; needs: string[] }
  | { code: 'course-too-large'; courseId: string; credits: number; room: number }
  /** These courses can only go into these terms, and have more credits than they have room. */
  | { code: 'credits-do-not-fit'; courseIds: string[]; termIds: string[]; credits: number; room: number }
  /** Every arrangement was ruled out; without one of these rules there would be some. */
  | { code: 'no-arrangement'; without: ('limits' | 'offerings' | 'requisites')[] }
  | { code: 'too-many-terms'; programId: string; terms: number; looked: number }
  | { code: 'out-of-time' };

/** A course that a requisite needs and that neither counts nor can be placed as asked, and why. */
export interface BrokenNeed {
  courseId: string;
  why: 'failed' | 'grade' | 'withdrawn' | 'no-term' | 'locked' | 'too-late';
}

/** Something to know about a proposal. */
export type FillNote =
  /** Counted as no credits, as every sum does. */
  | { code: 'unknown-credits'; courseIds: string[] }
  /** Unplaced and locked: left where they are. */
  | { code: 'locked-out'; courseIds: string[] }
  /** Terms that were left alone because they are over, or began too long ago to take another course. */
  | { code: 'closed-terms'; termIds: string[] }
  /** Broken before and after, whatever is proposed: requisites of courses in closed terms. */
  | { code: 'requisite-stays-broken'; courseIds: string[] };

export interface Filling {
  status: FillStatus;
  placements: Placement[];
  programs: ProgramFilling[];
  /** Of all programs: the last term that holds a course, and the most credits in one term. */
  lastTerm: string | null;
  largest: number;
  reasons: FillReason[];
  notes: FillNote[];
}

/** How far a search has come. */
export interface FillProgress {
  stage: 'searching' | 'shortening' | 'balancing';
  /** Steps of the search so far. */
  steps: number;
  /** Whether there is an arrangement yet that keeps every rule. */
  found: boolean;
}
