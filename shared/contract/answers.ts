import type { BaselineSummary } from '#shared/domain/baseline/types.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import type { Facility } from '#shared/domain/plan/document.ts';
import type { CourseStatus, ItemKind } from '#shared/domain/plan/items.ts';
import type { GoalEffect } from '#shared/domain/schedule/goal-effect.ts';
import type { ExportLoss, ImportFormat } from './interop.ts';

/** What the window needs to know about the app it runs in. */
export interface AppState {
  version: string;
  /** The day the core calculates with. */
  today: IsoDate;
  databaseFile: string;
  /** Things a person should know about the database that was opened. */
  notices: DatabaseNotice[];
}

/**
 * The database opened, but: it was changed by another program, recovered after a crash, or brought to a newer schema; or
 * today's copy of it could not be made.
 */
export type DatabaseNotice =
  | { code: 'changed-outside'; file: string }
  | { code: 'side-file-put-aside'; file: string; folder: string }
  | { code: 'recovered'; file: string }
  | { code: 'migrated'; file: string; backup: string }
  | { code: 'backup-not-made'; file: string };

export interface PlanSummary {
  id: string;
  name: string;
  template: string | null;
  items: number;
  /** The newest first. */
  baselines: BaselineSummary[];
}

/** A template with the choices it offers. `jurisdictions` is empty where the place makes no difference. */
export interface TemplateSummary {
  id: string;
  name: string;
  summary: string;
  facilities: Facility[];
  jurisdictions: JurisdictionSummary[];
}

export interface JurisdictionSummary {
  code: string;
  name: string;
  facility: Facility;
  /** Whom to ask there, and what was not read about its rules, as labels. */
  board: string | null;
  unknown: string[];
  /** The routes to the credential there; the first is the usual one. */
  routes: { index: number; label: string }[];
}

/** A line of an imported file, from 1, of which something could not be used as it stands, and why. */
export interface UnusedLine {
  line: number;
  reason: string;
}

/** What became of an import: the new plan, and every line that could not be used. */
export interface ImportReport {
  planId: string;
  name: string;
  unused: UnusedLine[];
}

/** How a course stands, with its term by title. */
export interface CourseStanding {
  status: CourseStatus;
  grade: string | null;
  credits: number | null;
  term: string | null;
}

/** A course on a transcript: the line it is on, its code (empty when unknown) and its title in the plan. */
export interface TranscriptCourse extends CourseStanding {
  courseId: string;
  line: number;
  code: string;
  title: string;
  /** True for a course taken again; it says so in `repeatsId`. */
  repeat: boolean;
}

/**
 * What becomes of a transcript. `changed` were in the plan and stand differently now, `added` were not, `alreadyThere`
 * stay as they are. `stillToPlan` are planned in a term that is over; `unplaced` when they were taken out of it.
 */
export interface TranscriptReport extends ImportReport {
  programId: string;
  program: string;
  changed: (TranscriptCourse & { before: CourseStanding })[];
  added: TranscriptCourse[];
  termsMade: { title: string; firstDay: IsoDate; lastDay: IsoDate }[];
  alreadyThere: TranscriptCourse[];
  stillToPlan: { courseId: string; code: string; title: string; term: string; unplaced: boolean }[];
  goal: GoalEffect | null;
}

/** The plan that a duplicate became. */
export interface PlanCopy {
  planId: string;
  name: string;
}

/** What an import would add; nothing has been stored. */
export interface ImportPreview {
  name: string;
  format: ImportFormat;
  counts: Record<ItemKind, number>;
  unused: UnusedLine[];
}

/** A plan as text, and what that format cannot hold of it (nothing for the plan file). */
export interface ExportedPlan {
  name: string;
  text: string;
  losses: ExportLoss[];
}

export interface HistoryEntry {
  seq: number;
  planId: string | null;
  name: string;
  subject: string | null;
  /** When, as an ISO instant. */
  at: string;
  undone: boolean;
}

/** What a jump in the history went over: how many steps it undid or did again, and the last of them. */
export interface HistoryJump {
  undone: number;
  redone: number;
  last: HistoryEntry | null;
}
