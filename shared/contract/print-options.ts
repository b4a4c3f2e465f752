import { z } from 'zod';
import { id, isoDate } from './fields.ts';
import type { JobState } from './fill.ts';

export const PRINT_SECTIONS = [
  'summary',
  'changes',
  'timeline',
  'terms',
  'milestones',
  'credentials',
  'costs',
  'findings',
  'notes',
  'facts',
] as const;
export type PrintSection = (typeof PRINT_SECTIONS)[number];
/** What is printed unless somebody chooses: not what needs a baseline, and not what one wrote for oneself. */
export const USUAL_SECTIONS: readonly PrintSection[] = PRINT_SECTIONS.filter(
  (name) => name !== 'changes' && name !== 'notes',
);
/** The most pages a timeline is fitted to. */
export const MOST_TILES = 60;

/** How a plan is printed. Everything is optional; parsing fills in the usual choice. */
export const printOptions = z.strictObject({
  paper: z.enum(['letter', 'a4']).default('letter'),
  landscape: z.boolean().default(false),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  sections: z
    .array(z.enum(PRINT_SECTIONS))
    .min(1)
    .default([...USUAL_SECTIONS]),
  /** One timeline tile per academic year, or fit the timeline to this many tiles. */
  per: z.union([z.literal('year'), z.int().min(1).max(MOST_TILES)]).default('year'),
  gray: z.boolean().default(false),
  /** The baseline that `changes` tells from; `null` is the newest. */
  baseline: id.nullable().default(null),
});

/** Which plan is printed, and how. The days may be any, as long as the last is not before the first. */
export const printRequest = z.strictObject({
  planId: id,
  options: printOptions.refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'must not be before the first day',
  }),
});

export type PrintOptions = z.output<typeof printOptions>;
export type PrintOptionsInput = z.input<typeof printOptions>;

/** What is done for a PDF, in this order: the page is opened, laid out, written by Chromium, and made smaller. */
export const PRINT_STAGES = ['opening', 'laying-out', 'writing', 'packing'] as const;
export type PrintStage = (typeof PRINT_STAGES)[number];

/** A finished file under the name of its plan. */
export interface PrintedFile {
  name: string;
  base64: string;
}

/** What came out otherwise than asked: the timeline has more pages, as its type would have become too small to read. */
export interface PrintNote {
  code: 'more-pages';
  asked: number;
  pages: number;
}

/** A finished PDF, and what there is to say about it. */
export interface PrintedPdf extends PrintedFile {
  notes: PrintNote[];
}

export type PrintState = JobState<PrintStage, PrintedPdf>;
