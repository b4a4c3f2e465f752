import type { AcademicSystem } from '#shared/domain/plan/items.ts';
import type { RequisiteSet } from '#shared/domain/plan/document.ts';

/** The largest file that is read or written, in bytes, and the most characters of a text that is imported. */
export const FILE_LIMIT = 32_000_000;

/** What a plan can be read from: our plan file, or a curriculum or degree plan as Curricular Analytics CSV. */
export const IMPORT_FORMATS = ['plan', 'curricular-analytics'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What a plan can be written to as text; `svg` is a picture of its timeline. Only `json`, our plan file, holds all of it. */
export const EXPORT_FORMATS = ['json', 'csv', 'ics', 'svg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Why a curriculum file cannot be read at all; the line is where that shows. */
export type CurriculumFault = 'empty' | 'not-text' | 'no-courses' | 'no-columns';

/** Why a text cannot be read as a transcript at all. */
export type TranscriptFault = 'empty' | 'not-text' | 'no-courses';

/**
 * What of a line of a curriculum file could not be used, or only with a guess. `shared/words` turns each into one
 * sentence; `column` and `name` are given as the file spells them.
 */
export type ImportProblem =
  | { code: 'line-unknown'; text: string }
  | { code: 'heading-missing' }
  | { code: 'line-repeated'; name: string; line: number }
  | { code: 'system-unknown'; value: string; taken: AcademicSystem }
  | { code: 'columns-unknown'; names: string[] }
  | { code: 'columns-repeated'; names: string[] }
  | { code: 'cells-beyond'; cells: string[] }
  | { code: 'quotes-odd' }
  | { code: 'text-cut'; column: string; limit: number }
  | { code: 'no-course' }
  | { code: 'name-missing'; title: string }
  | { code: 'id-missing' }
  | { code: 'id-odd'; id: string }
  | { code: 'id-repeated'; id: string; line: number }
  | { code: 'course-repeated'; id: string; line: number }
  | { code: 'credits-unknown'; value: string }
  | { code: 'term-unknown'; value: string }
  | { code: 'requisite-unknown'; kind: RequisiteKind; ids: string[] }
  | { code: 'requisite-itself'; kind: RequisiteKind }
  | { code: 'requisite-repeated'; kind: RequisiteKind; ids: string[] }
  | { code: 'requisites-too-many'; kind: RequisiteKind; limit: number; ids: string[] }
  | { code: 'outcome-without-course'; id: string }
  | { code: 'outcome-empty' }
  | { code: 'notes-full' };

type RequisiteKind = RequisiteSet['kind'];

/** What a format other than the plan file leaves out or changes, with how many there are or their names. */
export type ExportLoss =
  | { code: 'plan-name'; name: string }
  | { code: 'names-changed'; names: string[] }
  | { code: 'programs'; titles: string[] }
  | { code: 'undated' | 'outside'; titles: string[] }
  | {
      code:
        | 'term-dates'
        | 'empty-terms'
        | 'statuses'
        | 'grades'
        | 'minimum-grades'
        | 'choices'
        | 'outside-requisites'
        | 'requirements'
        | 'experiences'
        | 'steps'
        | 'credentials'
        | 'milestones'
        | 'links'
        | 'facts'
        | 'notes'
        | 'acknowledgements'
        | 'baselines'
        | 'course-details'
        | 'ids-changed';
      count: number;
    }
  | { code: 'program-details' | 'plan-details' };
