import type { Item } from '#shared/domain/plan/items.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import type { Session } from './session.svelte.ts';

/** The button that records that an item is done: what stands on it, and the question about the day, where one is asked. */
export function doneButton(item: Item): { text: string; question: string | null } | null {
  switch (item.kind) {
    case 'milestone':
    case 'experience':
      return { text: 'Mark done', question: 'Done on' };
    case 'step':
      return item.sort === 'exam'
        ? { text: 'Mark passed', question: 'Passed on' }
        : { text: 'Mark done', question: 'Done on' };
    case 'course':
      return { text: 'Mark completed', question: null };
    default:
      return null;
  }
}

/** Records that an item is done on a day. Resolves with false when that was refused. */
export async function markDone(session: Session, item: Item, on: IsoDate): Promise<boolean> {
  const { id } = item;
  switch (item.kind) {
    case 'milestone':
      return (await session.run('milestone.complete', { id, doneOn: on })).ok;
    case 'course':
      return (await session.run('course.update', { id, changes: { status: 'completed' } })).ok;
    case 'experience':
      return (await session.run('experience.update', { id, changes: { actualEnd: on } })).ok;
    case 'step':
      return item.sort === 'exam'
        ? (await session.run('attempt.add', { stepId: id, day: on, result: 'passed', score: null })).ok
        : (await session.run('step.update', { id, changes: { actualEnd: on } })).ok;
    default:
      return false;
  }
}
