import { whyFixed } from '#shared/domain/grid/move-courses.ts';
import type { Course, Term } from '#shared/domain/plan/items.ts';
import { courseName } from '#shared/domain/plan/course-code.ts';
import { quoted } from '#shared/words/numbers.ts';
import { consequenceLines, fixedSentence, movedText } from '#shared/words/term-grid.ts';
import type { TermsBoard } from './board.svelte.ts';
import { prospectOf } from './prospect.ts';

export const WAITING = 'Accept or discard the proposal first.';

/** Moves courses to a term, or with `null` out of theirs, in one step, and says what came of it. */
export async function moveTo(
  board: TermsBoard,
  courses: readonly Course[],
  termId: string | null,
): Promise<boolean> {
  const { session } = board;
  const { document, schedule } = session;
  if (board.fill !== null) return say(board, WAITING);
  if (document === null || schedule === null || courses.length === 0) return false;
  const prospect = prospectOf(
    schedule,
    courses.map(({ id }) => id),
    termId,
  );
  if (!prospect.ok) return say(board, fixedSentence(prospect.course, prospect.why));
  const { moved, consequence } = prospect;
  const [first] = moved;
  if (consequence === null || first === undefined) return false;
  const reply =
    moved.length === 1
      ? await session.run('course.move', { id: first.id, termId })
      : await session.run('plan.moveCourses', {
          planId: document.plan.id,
          courseIds: moved.map(({ id }) => id),
          termId,
        });
  if (!reply.ok) return false;
  const lines = consequenceLines(consequence, (id) => session.titleOf(id)).map(({ text }) => text);
  say(board, [movedText(moved, consequence), ...lines].join(' '));
  return true;
}

/** Moves courses to the term beside that of the first of them. */
export async function shift(board: TermsBoard, courses: readonly Course[], by: 1 | -1): Promise<void> {
  const [first] = courses;
  if (first === undefined) return;
  const why = whyFixed(first);
  const termId = board.termBeside(first, by);
  if (why !== null) say(board, fixedSentence(first, why));
  else if (termId === undefined)
    say(board, by === 1 ? 'There is no later term; add one.' : 'There is nothing before this.');
  else await moveTo(board, courses, termId);
}

/** Locks a course in its place, or unlocks it. */
export async function toggleLock(board: TermsBoard, course: Course): Promise<void> {
  const locked = !course.locked;
  const reply = await board.session.run('course.update', { id: course.id, changes: { locked } });
  if (reply.ok) say(board, `${quoted(courseName(course))} is ${locked ? 'locked' : 'unlocked'} now.`);
}

/** Opens the dialog that asks for a term, where there is something that can be moved. */
export function askForTerm(board: TermsBoard, courses: readonly Course[]): void {
  const fixed = courses.find((course) => whyFixed(course) !== null);
  const why = fixed && whyFixed(fixed);
  if (board.fill !== null) say(board, WAITING);
  else if (fixed && why) say(board, fixedSentence(fixed, why));
  else if (courses.length > 0) board.moving = courses;
}

/** Asks whether an item is to be deleted. */
export function askToDelete(board: TermsBoard, item: Course | Term): void {
  if (board.fill !== null) say(board, WAITING);
  else board.session.put({ kind: 'delete-item', item });
}

function say(board: TermsBoard, text: string): false {
  board.said = text;
  return false;
}
