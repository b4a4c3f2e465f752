import type { IsoDate } from '#shared/domain/time/day.ts';
import type { Facility } from '#shared/domain/plan/document.ts';

/** What the window needs to know about the app it runs in. */
export interface AppState {
  version: string;
  /** The day the core calculates with. */
  today: IsoDate;
  databaseFile: string;
  /** Things a person should know about the database that was opened. */
  notices: DatabaseNotice[];
}

/** The database opened, but: it was changed by another program, recovered after a crash, or brought to a newer schema. */
export type DatabaseNotice =
  | { code: 'changed-outside'; file: string }
  | { code: 'recovered'; file: string }
  | { code: 'migrated'; file: string; backup: string };

export interface PlanSummary {
  id: string;
  name: string;
  template: string | null;
  items: number;
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

/** What became of an import: the new plan, and every line that could not be used. */
export interface ImportReport {
  planId: string;
  name: string;
  unused: { line: number; reason: string }[];
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
