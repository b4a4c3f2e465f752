/**
 * Numbers that stand for words inside the typed arrays of the graph. Only this folder sees them; what leaves
 * it speaks `types.ts`.
 */
import type { LinkKind } from '../plan/document.ts';
import type { ItemKind } from '../plan/items.ts';
import type { BindingReason, Mode, Undated } from './types.ts';

/** "No day": below every day, so that `Math.max` with it changes nothing. */
export const NO_DAY = -2_147_483_648;
/** "No bound": above every day, so that `Math.min` with it changes nothing. */
export const NO_BOUND = 2_147_483_647;

/** Days are kept within these, so that sums of them stay whole numbers of 32 bits (years −25 000 to 29 000). */
const EARLIEST = -10_000_000;
const LATEST = 10_000_000;

/** The day, or the nearest one the engine computes with. */
export function clampDay(day: number): number {
  return day > LATEST ? LATEST : day < EARLIEST ? EARLIEST : day;
}

/** The kinds of items; `kindCode` gives the code of one. */
export const KIND = {
  program: 0,
  term: 1,
  course: 2,
  experience: 3,
  step: 4,
  credential: 5,
  milestone: 6,
} as const satisfies Record<ItemKind, number>;

/** How the first pass comes by a node's dates. */
export const RULE = {
  /** Dates are known before the pass: recorded, pinned, or a term's own. */
  fixed: 0,
  /** R4: the latest of its bounds. */
  auto: 1,
  /** A course in a term: the term's dates. */
  placed: 2,
  /** A program: from the first to the last day of what it sums (R10). */
  summary: 3,
  /** Not an item: what the links to one program ask of its children. */
  gate: 4,
  /** Recorded or pinned, but its length is not known. */
  lengthless: 5,
  /** On a loop of links. */
  looped: 6,
} as const;

/** What an edge says about the two nodes it joins. Up to `gate` they can bound the start of an item. */
export const EDGE = {
  finishToStart: 0,
  startToStart: 1,
  finishToFinish: 2,
  /** From a program's gate to a child, or to the program itself. */
  gate: 3,
  /** From a term or an experience to the program it stretches. */
  sum: 4,
  /** From a term to a course in it. */
  term: 5,
  /** Requisites, which never move a course but count in latest dates. */
  prerequisite: 6,
  corequisite: 7,
  /** A requisite on a loop: it binds nothing. */
  dropped: 8,
} as const;

export const CAUSES = [
  null,
  'no-length',
  'no-anchor',
  'no-term',
  'empty-program',
  'group-short',
  'cycle',
] as const;
export const CAUSE = {
  none: 0,
  noLength: 1,
  noAnchor: 2,
  noTerm: 3,
  emptyProgram: 4,
  groupShort: 5,
  cycle: 6,
} as const;

export const MODES = ['auto', 'actual', 'pinned', 'term', 'course', 'summary'] as const satisfies Mode[];
export const MODE = { auto: 0, actual: 1, pinned: 2, term: 3, course: 4, summary: 5 } as const;

/** The code of a kind. Comparing a few words is faster than looking one up, and it is done for every item. */
export function kindCode(kind: ItemKind): number {
  if (kind === 'course') return KIND.course;
  if (kind === 'step') return KIND.step;
  if (kind === 'experience') return KIND.experience;
  if (kind === 'milestone') return KIND.milestone;
  if (kind === 'credential') return KIND.credential;
  return kind === 'term' ? KIND.term : KIND.program;
}

/** The code of a link's kind. */
export function linkCode(kind: LinkKind): number {
  if (kind === 'FS') return EDGE.finishToStart;
  return kind === 'SS' ? EDGE.startToStart : EDGE.finishToFinish;
}

/** The word for a cause code that is not `CAUSE.none`. */
export function causeOf(code: number): Undated['cause'] {
  const cause = CAUSES[code];
  if (!cause) throw new Error(`no cause has the code ${code}`);
  return cause;
}

/** The word for a mode code. */
export function modeOf(code: number): Mode {
  const mode = MODES[code];
  if (!mode) throw new Error(`no mode has the code ${code}`);
  return mode;
}

/** Why an item whose dates do not move has them. */
export function reasonToHold(mode: number): Extract<BindingReason, 'actual' | 'pinned' | 'term'> {
  if (mode === MODE.actual) return 'actual';
  return mode === MODE.pinned ? 'pinned' : 'term';
}
