import type { Item } from '#shared/domain/plan/items.ts';
import { countOf } from './numbers.ts';

/** What goes along with an item that is deleted, of all items of its plan: the children of a program; the courses of a term stay. */
export function deletionSentence(item: Item, all: readonly Item[]): string {
  if (item.kind === 'program') {
    const children = all.filter(({ programId }) => programId === item.id).length;
    if (children > 0)
      return `What belongs to it, ${countOf(children, 'item')}, is deleted with it. Undo brings all of it back.`;
  }
  if (item.kind === 'term') {
    const courses = all.filter((other) => other.kind === 'course' && other.termId === item.id).length;
    if (courses > 0)
      return `Its ${countOf(courses, 'course')} ${stays(courses)} in the program without a term. Undo brings it back.`;
  }
  return 'Its links and its log are deleted with it. Undo brings all of it back.';
}

/** What goes along with several items, and is not among them. */
export function deletionsSentence(items: readonly Item[], all: readonly Item[]): string {
  const deleted = new Set(items.map(({ id }) => id));
  const others = all.filter(({ id }) => !deleted.has(id));
  const children = others.filter(({ programId }) => programId !== null && deleted.has(programId)).length;
  const unplaced = others.filter(
    (other) =>
      other.kind === 'course' &&
      other.termId !== null &&
      deleted.has(other.termId) &&
      !(other.programId !== null && deleted.has(other.programId)),
  ).length;
  const parts = [
    children > 0 &&
      `${countOf(children, 'more item')} of the programs among them ${children === 1 ? 'is' : 'are'} deleted as well.`,
    unplaced > 0 &&
      `${countOf(unplaced, 'course')} of the terms among them ${stays(unplaced)}, without a term.`,
    'Their links and logs are deleted with them. Undo brings all of it back.',
  ];
  return parts.filter(Boolean).join(' ');
}

const stays = (count: number): string => (count === 1 ? 'stays' : 'stay');
