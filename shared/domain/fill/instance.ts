import type { RequisiteSet } from '../plan/document.ts';
import type { DayNumber } from '../time/day.ts';

/**
 * The task as numbers. Courses and programs are indices; the terms of a program are bits of a mask, in the order
 * in which they end, so the lowest bit of a mask is the term that ends first.
 */
export interface Instance {
  programs: InstanceProgram[];
  courses: InstanceCourse[];
  sets: InstanceSet[];
}

export interface InstanceProgram {
  id: string;
  /** The terms that take courses, at most `MOST_TERMS`, and how many more there are. */
  terms: InstanceTerm[];
  left: number;
  /** The last day on which a course that stays ends; −Infinity where none does. */
  usedUntil: DayNumber;
  lastUsed: string | null;
  /** Each term ends before the next one begins. */
  sequential: boolean;
}

export interface InstanceTerm {
  id: string;
  firstDay: DayNumber;
  lastDay: DayNumber;
  /** Units already in the term, and the most that may be added; infinite without a limit. */
  placed: number;
  room: number;
}

export interface InstanceCourse {
  id: string;
  program: number;
  /** In units of `credits.ts`; 0 where not known. */
  units: number;
  /** Terms in which the course is offered. */
  offered: number;
}

/** At least `need` of `needs` have to hold. `owner` is the course that asks, or −1 for one that stays in its term. */
export interface InstanceSet {
  owner: number;
  /** The id of the course that asks, and how. */
  ownerId: string;
  kind: RequisiteSet['kind'];
  need: number;
  needs: InstanceNeed[];
}

export interface InstanceNeed {
  /** Terms of the owner in which the need holds already; bit 0 for an owner that stays. */
  always: number;
  /** Any one of these would do: per term of the owner, the terms in which the course would have to be. */
  attempts: { course: number; terms: readonly number[] }[];
}

/** A bit must stay below the sign of a 32-bit number. */
export const MOST_TERMS = 30;

export const bitsOf = (count: number): number => (1 << count) - 1;
/** Index of the lowest bit. */
export const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask);
export const highest = (mask: number): number => 31 - Math.clz32(mask);
export const isSingle = (mask: number): boolean => (mask & (mask - 1)) === 0;
