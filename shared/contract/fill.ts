import { z } from 'zod';
import type { NewTerm } from '#shared/domain/fill/new-terms.ts';
import type { Filling, FillProgress } from '#shared/domain/fill/types.ts';
import { SEASONS } from '#shared/domain/plan/items.ts';
import { amount, id, isoDate, line, wholePositive } from './fields.ts';

/** At most so many terms are added to a program at once. */
export const MOST_NEW_TERMS = 40;

/** What to place: the courses of a plan, perhaps into terms that are added for them, within so many seconds. */
export const fillRequest = z.strictObject({
  planId: id,
  seconds: z.int().min(1).max(600).optional(),
  newTerms: z
    .strictObject({
      count: z.int().min(1).max(MOST_NEW_TERMS),
      start: isoDate.nullable().optional(),
      creditLimit: amount.nullable().optional(),
      programId: id.nullable().optional(),
    })
    .optional(),
});

export const newTerm = z.strictObject({
  key: id,
  programId: id,
  title: line,
  index: wholePositive,
  season: z.enum(SEASONS),
  firstDay: isoDate,
  lastDay: isoDate,
  creditLimit: amount.nullable(),
}) satisfies z.ZodType<NewTerm>;

/** Terms to add, and a term for each course: the id of one that is there, or the key of a new one. */
export const placeRequest = z.strictObject({
  planId: id,
  newTerms: z.array(newTerm).max(1_000).optional(),
  placements: z
    .array(z.strictObject({ courseId: id, termId: id }))
    .min(1)
    .max(10_000),
});

/** A proposal, with the terms that were asked for along with it. */
export interface Proposal {
  filling: Filling;
  newTerms: NewTerm[];
}

/** How far work has come that takes a while; the result once there is one. */
export interface JobState<Progress, Result> {
  progress: Progress;
  result: Result | null;
}

export type FillState = JobState<FillProgress, Proposal>;
