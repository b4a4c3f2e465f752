import type { UnusedLine } from '#shared/contract/answers.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { ImportFormat } from '#shared/contract/interop.ts';
import type { KeptPlan } from '#shared/domain/baseline/types.ts';
import { readCurriculum, type CurriculumOptions } from './curricular-analytics/read.ts';
import { readPlanFile } from './plan-file.ts';

export type ImportedPlan =
  ({ ok: true; format: ImportFormat; unused: UnusedLine[] } & KeptPlan) | { ok: false; failure: Failure };

/** Reads the text of a file in the format given, else in the one it looks like. */
export function importPlan(
  text: string,
  as: ImportFormat | undefined,
  options: CurriculumOptions,
): ImportedPlan {
  const format = as ?? guessFormat(text);
  if (format === 'plan') {
    const read = readPlanFile(text);
    return read.ok ? { ...read, format, unused: [] } : read;
  }
  const read = readCurriculum(text, options);
  return read.ok ? { ...read, format, baselines: [] } : read;
}

/** A plan file is JSON, so it begins with a brace; a curriculum never does. */
export function guessFormat(text: string): ImportFormat {
  return /^\uFEFF?\s*[{[]/.test(text) ? 'plan' : 'curricular-analytics';
}
