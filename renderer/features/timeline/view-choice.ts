import { GROUPINGS, type Grouping } from '#shared/domain/layout/arrangement.ts';

/** How a person looks at the timeline of a plan. */
export interface ViewChoice {
  /** Draws how many days each bar has to spare. */
  readonly slack: boolean;
  /** What the lanes are made of, and the ids of those that are one row. */
  readonly grouping: Grouping;
  readonly collapsed: readonly string[];
  /** Whether the whole plan is shown below the bars; `null` where nobody has chosen, and the window's size decides. */
  readonly miniMap: boolean | null;
}

export const USUAL_VIEW: ViewChoice = { slack: false, grouping: 'program', collapsed: [], miniMap: null };

/** The ids of the lanes that are one row. */
export function collapsedIn({ collapsed }: ViewChoice): ReadonlySet<string> {
  return new Set(collapsed);
}

/** Choices by the id of their plan, the one changed last at the end. */
export type ViewChoices = Readonly<Record<string, ViewChoice>>;

const KEY = 'throughline-timeline';
/** Plans whose choices are kept. */
const MOST_PLANS = 50;

/** The remembered choices; none where they cannot be read. */
export function recallChoices(storage: Pick<Storage, 'getItem'>): ViewChoices {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? '{}') as unknown;
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).map(([planId, choice]) => [planId, readChoice(choice)]));
  } catch {
    return {};
  }
}

/** Keeps a plan's choice, and answers all that are kept. */
export function rememberChoice(
  storage: Pick<Storage, 'setItem'>,
  choices: ViewChoices,
  planId: string,
  choice: ViewChoice,
): ViewChoices {
  const others = Object.entries(choices).filter(([id]) => id !== planId);
  const kept = Object.fromEntries([...others.slice(1 - MOST_PLANS), [planId, choice] as const]);
  storage.setItem(KEY, JSON.stringify(kept));
  return kept;
}

function readChoice(kept: unknown): ViewChoice {
  const { slack, grouping, collapsed, miniMap } = { ...(kept as Partial<ViewChoice> | null) };
  return {
    slack: slack === true,
    grouping: GROUPINGS.find((each) => each === grouping) ?? USUAL_VIEW.grouping,
    collapsed: Array.isArray(collapsed) ? collapsed.filter((id) => typeof id === 'string') : [],
    miniMap: typeof miniMap === 'boolean' ? miniMap : null,
  };
}
