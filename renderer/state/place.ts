/** The main views by name. */
export const VIEWS = [
  // in the order of the sidebar
  'overview',
  'timeline',
  'terms',
  'table',
  'audit',
  'milestones',
  'credentials',
  'costs',
  'facts',
  'compare',
] as const;
export type View = (typeof VIEWS)[number];

/** What a view is called among the commands: its word, which is also its name in the sidebar. */
export function viewLabel(view: View): string {
  return view.charAt(0).toUpperCase() + view.slice(1);
}

/** Where a person is: kept for this tab or window only, so that a reload comes back to it. */
export interface Place {
  planId: string | null;
  view: View;
}

const KEY = 'throughline-place';

/** The remembered place, or the beginning where there is none or it cannot be read. */
export function recallPlace(storage: Pick<Storage, 'getItem'>): Place {
  const beginning: Place = { planId: null, view: 'timeline' };
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Place> | null;
    const view = VIEWS.find((view) => view === kept?.view) ?? beginning.view;
    return { planId: typeof kept?.planId === 'string' ? kept.planId : null, view };
  } catch {
    return beginning;
  }
}

/** A person stays in one place for many changes, and every write of a storage waits for the browser's other process. */
export function rememberPlace(storage: Pick<Storage, 'getItem' | 'setItem'>, place: Place): void {
  const text = JSON.stringify(place);
  if (storage.getItem(KEY) !== text) storage.setItem(KEY, text);
}
