import type { AnalyzedGoal } from '#shared/domain/analysis/types.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { countOf, listOf } from '#shared/words/numbers.ts';

/** Why the goal's date is only a lower bound: `3 courses unplaced and 1 link broken`. */
export function openProblems(goal: AnalyzedGoal, items: ReadonlyMap<string, Item>): string {
  const courses = goal.undatedItems.filter((id) => items.get(id)?.kind === 'course').length;
  const others = goal.undatedItems.length - courses;
  const parts: string[] = [];
  if (courses > 0) parts.push(`${countOf(courses, 'course')} unplaced`);
  if (others > 0) parts.push(`${countOf(others, 'item')} without dates`);
  if (goal.brokenItems.length > 0)
    parts.push(`${countOf(goal.brokenItems.length, 'item')} earlier than allowed`);
  if (goal.unmetPrograms.length > 0)
    parts.push(`requirements of ${countOf(goal.unmetPrograms.length, 'program')} not met`);
  return listOf(parts);
}
