import type { Handlers } from './context.ts';
import { baselineHandlers } from './baseline/baseline.handlers.ts';
import { factHandlers } from './fact/fact.handlers.ts';
import { itemHandlers, itemMoves } from './item/item.handlers.ts';
import { manyItemHandlers } from './item/many-items.handlers.ts';
import { historyHandlers } from './journal/history.handlers.ts';
import { linkHandlers } from './link/link.handlers.ts';
import { logHandlers } from './log/log.handlers.ts';
import { placeHandlers } from './plan/place.handlers.ts';
import { planHandlers } from './plan/plan.handlers.ts';
import { requirementHandlers } from './requirement/requirement.handlers.ts';
import { requisiteHandlers } from './requisite/requisite.handlers.ts';
import { termHandlers } from './term/term.handlers.ts';
import { transcriptHandlers } from './transcript/transcript.handlers.ts';

/** Who answers what. This is the only list; the compiler completes it against the contract. */
export const handlers = {
  ...planHandlers,
  ...placeHandlers,
  ...itemHandlers,
  ...itemMoves,
  ...manyItemHandlers,
  ...termHandlers,
  ...transcriptHandlers,
  ...requirementHandlers,
  ...requisiteHandlers,
  ...linkHandlers,
  ...logHandlers,
  ...factHandlers,
  ...baselineHandlers,
  ...historyHandlers,
} satisfies Handlers;
