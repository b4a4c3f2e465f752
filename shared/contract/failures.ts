import type { DragRefusal } from '#shared/domain/schedule/drag.ts';
import type { ResizeRefusal } from '#shared/domain/schedule/resize.ts';
import type { PlaceRefusal } from '#shared/domain/fill/check-placements.ts';
import type { MoveRefusal } from '#shared/domain/grid/move-courses.ts';
import type { CourseStatus } from '#shared/domain/plan/items.ts';
import type { ShiftRefusal } from '#shared/domain/terms/shift-terms.ts';
import type { CurriculumFault, TranscriptFault } from './interop.ts';

/**
 * Everything that can go wrong for a person, as codes with the facts a sentence needs. `shared/words` turns
 * each into one sentence that says what is wrong and what to do. The list is closed: a new code does not
 * compile until it has its words.
 */
export type Failure =
  | { code: 'bad-request'; problems: { path: string; problem: string }[] }
  | { code: 'unknown-command'; name: string }
  | { code: 'not-found'; noun: Noun; id: string }
  | { code: 'other-plan'; noun: Noun; id: string }
  | { code: 'plan-name-shared'; name: string; ids: string[] }
  | { code: 'wrong-kind'; id: string; expected: string; actual: string }
  | { code: 'needs-program'; noun: Noun }
  | { code: 'dates-reversed'; first: string; last: string }
  | { code: 'length-without-unit' }
  | { code: 'length-not-whole'; unit: string }
  | { code: 'pin-without-start' }
  | { code: 'window-needs-finish-to-start' }
  | { code: 'link-to-itself' }
  | { code: 'link-exists' }
  | { code: 'link-loop'; titles: string[] }
  | { code: 'group-too-small'; need: number; members: number }
  | { code: 'requisite-loop-itself' }
  | { code: 'need-too-large'; need: number; members: number }
  | { code: 'too-many'; noun: Noun; limit: number }
  | { code: 'cannot-move'; why: DragRefusal | ResizeRefusal }
  | { code: 'cannot-place'; course: string; why: PlaceRefusal }
  | { code: 'cannot-move-course'; course: string; status: CourseStatus; why: MoveRefusal }
  | { code: 'item-refused'; title: string; why: Failure }
  | { code: 'no-baseline'; plan: string }
  | { code: 'unknown-baseline'; plan: string; name: string; known: string[] }
  | { code: 'baseline-name-taken'; name: string }
  | { code: 'baseline-unreadable'; name: string }
  | { code: 'job-gone' }
  | { code: 'nothing-to-undo' }
  | { code: 'nothing-to-redo' }
  | { code: 'unknown-step'; seq: number }
  | { code: 'unknown-template'; id: string; known: string[] }
  | { code: 'unknown-jurisdiction'; jurisdiction: string }
  | { code: 'unknown-route'; route: number; routes: number }
  | { code: 'choice-not-applicable'; choice: 'facility' | 'jurisdiction' | 'route'; template: string }
  | { code: 'dates-out-of-range'; last: string }
  | { code: 'not-a-plan-file' }
  | { code: 'plan-file-newer'; version: number; supported: number }
  | { code: 'plan-file-invalid'; path: string; problem: string; line: number | null }
  | { code: 'curriculum-unusable'; line: number; fault: CurriculumFault }
  | { code: 'transcript-unusable'; fault: TranscriptFault }
  | { code: 'transcript-program'; titles: string[] }
  | { code: 'cannot-shift'; why: ShiftRefusal }
  | { code: 'no-program' }
  | { code: 'nothing-dated' }
  | { code: 'file-too-large'; bytes: number; limit: number }
  | { code: 'baselines-too-large'; bytes: number; limit: number }
  | { code: 'no-known-field'; field: string; known: string[] }
  | { code: 'unusable-value'; field: string; value: string; expected: string }
  | { code: 'no-goal' }
  | DatabaseFailure
  | HostFailure;

export type Noun =
  | 'plan'
  | 'item'
  | 'program'
  | 'term'
  | 'course'
  | 'experience'
  | 'step'
  | 'credential'
  | 'milestone'
  | 'requirement'
  | 'requisite'
  | 'link'
  | 'link group'
  | 'log entry'
  | 'attempt'
  | 'fact'
  | 'finding'
  | 'baseline'
  | 'backup';

export type DatabaseFailure =
  | { code: 'database-missing'; file: string }
  | { code: 'database-empty'; file: string }
  | { code: 'database-foreign'; file: string }
  | { code: 'database-newer'; file: string; version: number; supported: number }
  | { code: 'database-locked'; file: string }
  | { code: 'database-read-only'; file: string }
  | { code: 'database-corrupt'; file: string; detail: string }
  | { code: 'database-unreadable'; file: string; detail: string }
  | { code: 'database-moved'; file: string }
  | { code: 'database-unsafe'; file: string; setting: string; wanted: string; actual: string }
  | { code: 'disk-full'; file: string }
  | { code: 'backup-failed'; file: string; detail: string }
  | { code: 'backup-exists'; file: string }
  | { code: 'restore-unusable'; file: string; detail: string };

export type HostFailure =
  | { code: 'port-in-use'; port: number }
  | { code: 'port-refused'; port: number; detail: string }
  | { code: 'file-missing'; file: string }
  | { code: 'file-unreadable'; file: string; detail: string }
  | { code: 'file-unwritable'; file: string; detail: string }
  | { code: 'no-browser'; detail: string }
  | { code: 'print-failed'; detail: string }
  | { code: 'picture-too-large'; width: number; height: number; side: number; all: number }
  | { code: 'cannot-open-link'; url: string }
  | { code: 'host-lost' }
  | { code: 'internal'; reference: string };

export type FailureCode = Failure['code'];
export type FailureOf<C extends FailureCode> = Extract<Failure, { code: C }>;
