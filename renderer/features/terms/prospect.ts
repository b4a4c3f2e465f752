import { consequenceOf, type Consequence } from '#shared/domain/grid/consequence.ts';
import { moveCourses, type MoveRefusal } from '#shared/domain/grid/move-courses.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';

/** What dropping the held cards somewhere means. */
export type Prospect =
  | { readonly ok: false; readonly course: Course; readonly why: MoveRefusal }
  /** `consequence` is `null` where nothing would change. */
  | { readonly ok: true; readonly moved: readonly Course[]; readonly consequence: Consequence | null };

/** What a move of courses would do, by the rules the core itself applies. */
export function prospectOf(schedule: Schedule, ids: readonly string[], termId: string | null): Prospect {
  const outcome = moveCourses(schedule.document, ids, termId);
  if (!outcome.ok) return outcome;
  const { moved, document } = outcome;
  return {
    ok: true,
    moved,
    consequence: moved.length === 0 ? null : consequenceOf(schedule, document, moved, termId),
  };
}

/** What is known of each column while the plan does not change. */
export const noProspects = (): Map<string | null, Prospect> => new Map();
