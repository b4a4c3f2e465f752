import type { Item } from '#shared/domain/plan/items.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import type { Session } from './session.svelte.ts';

/** What records that an item is done: whether it asks for the day, and what stands on its button. */
export function doneButton(item: Item): { text: string; asksDay: boolean } | null {
  switch (item.kind) {
    case 'milestone':
    case 'experience':
      return { text: 'Done', asksDay: true };
    case 'step':
      return { text: item.sort === 'exam' ? 'Passed' : 'Done', asksDay: true };
    case 'course':
      return { text: 'Completed', asksDay: false };
    default:
      return null;
  }
}

/** Records that an item is done on a day; the notice has its undo at hand. Resolves with false when that was refused. */
export async function markDone(session: Session, item: Item, on: IsoDate): Promise<boolean> {
  const { id } = item;
  switch (item.kind) {
    case 'milestone':
      return said('milestone.complete', session.run('milestone.complete', { id, doneOn: on }));
    case 'course':
      return said('course.update', session.run('course.update', { id, changes: { status: 'completed' } }));
    case 'experience':
      return said('experience.update', session.run('experience.update', { id, changes: { actualEnd: on } }));
    case 'step':
      return item.sort === 'exam'
        ? said(
            'attempt.add',
            session.run('attempt.add', { stepId: id, day: on, result: 'passed', score: null }),
          )
        : said('step.update', session.run('step.update', { id, changes: { actualEnd: on } }));
    default:
      return false;
  }

  async function said(
    name: Parameters<Session['notices']['done']>[0],
    reply: Promise<{ ok: boolean }>,
  ): Promise<boolean> {
    const { ok } = await reply;
    if (ok) session.notices.done(name, item.title);
    return ok;
  }
}
