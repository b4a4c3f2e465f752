import type { Failure } from '#shared/contract/failures.ts';
import { FILE_LIMIT, type ExportFormat, type ExportLoss } from '#shared/contract/interop.ts';
import type { Baseline, KeptPlan } from '#shared/domain/baseline/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Program } from '#shared/domain/plan/items.ts';
import { writeCalendar, type CalendarOptions } from './calendar/write-calendar.ts';
import { writeCurriculum } from './curricular-analytics/write.ts';
import { writePlanFile } from './plan-file.ts';
import { writeTimeline, type PictureOptions } from './svg/write-timeline.ts';

export interface ExportOptions extends CalendarOptions, PictureOptions {
  format: ExportFormat;
  /** The program a curriculum is written of; without it, the first that has courses. */
  programId?: string | undefined;
}

export type PlanText = { ok: true; text: string; losses: ExportLoss[] } | { ok: false; failure: Failure };

/** Writes a plan as text in one of the formats, and says what that format cannot hold of it. Baselines are in the plan file only. */
export function exportPlan({ document, baselines }: KeptPlan, options: ExportOptions): PlanText {
  switch (options.format) {
    case 'json':
      return planFileOf(document, baselines);
    case 'ics':
      return writeCalendar(document, options);
    case 'svg':
      return writeTimeline(document, options);
    case 'csv': {
      const program = chooseProgram(document, options.programId);
      return 'code' in program
        ? { ok: false, failure: program }
        : { ok: true, ...writeCurriculum(document, program) };
    }
  }
}

/** What can be written must be readable again; only baselines make a plan too large for that. */
function planFileOf(document: PlanDocument, baselines: readonly Baseline[]): PlanText {
  const text = writePlanFile(document, baselines);
  if (baselines.length > 0 && text.length > FILE_LIMIT)
    return { ok: false, failure: { code: 'baselines-too-large', bytes: text.length, limit: FILE_LIMIT } };
  return { ok: true, text, losses: [] };
}

function chooseProgram({ items }: PlanDocument, id: string | undefined): Program | Failure {
  if (id !== undefined) {
    const item = items.find((each) => each.id === id);
    if (item === undefined) return { code: 'not-found', noun: 'program', id };
    return item.kind === 'program'
      ? item
      : { code: 'wrong-kind', id, expected: 'program', actual: item.kind };
  }
  const programs = items.filter((item): item is Program => item.kind === 'program');
  const taught = new Set(items.filter(({ kind }) => kind === 'course').map(({ programId }) => programId));
  return programs.find((program) => taught.has(program.id)) ?? programs[0] ?? { code: 'no-program' };
}
