import { tick } from 'svelte';
import { searchedText } from '#shared/domain/plan/web-links.ts';
import { KIND_LABELS } from '#shared/words/labels.ts';
import { barNames } from '#shared/words/timeline.ts';
import type { Session } from '../session.svelte.ts';
import type { WindowCommand } from './command.ts';

/** Where one can go by name: the plans of the database, and the items of the open one. */
export function placeCommands(session: Session): WindowCommand[] {
  const plans = session.plans
    .filter(({ id }) => id !== session.planId)
    .map(({ id, name }): WindowCommand => ({
      ...PLACE,
      id: `plan:${id}`,
      title: name,
      also: 'open plan',
      run: () => session.openPlan(id),
    }));
  const items = (session.document?.items ?? []).map((item): WindowCommand => ({
    ...PLACE,
    id: `item:${item.id}`,
    title: barNames(item)[0] ?? item.title,
    also: KIND_LABELS[item.kind],
    within: searchedText(item),
    run: () => goToItem(session, item.id),
    takesFocus: true,
  }));
  return [...plans, ...items];
}

const PLACE: Pick<WindowCommand, 'group' | 'keys' | 'why' | 'takesFocus'> = {
  group: 'Go to',
  keys: [],
  why: null,
  takesFocus: false,
};

/** Selects an item where it can be seen, and goes to its details. */
export async function goToItem(session: Session, id: string): Promise<void> {
  if (session.view !== 'timeline' && session.view !== 'table') session.view = 'timeline';
  session.select(id);
  await tick();
  // Asked for once more, the details take the focus.
  session.select(id);
}
