import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCurriculum, type ReadCurriculum } from '#electron/formats/curricular-analytics/read.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Course, Program, Term } from '#shared/domain/plan/items.ts';
import { countingIds } from '#tests/test-app.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/curricula');

export const curriculumBytes = (name: string): Buffer => readFileSync(join(FOLDER, `${name}.csv`));

export const read = (input: Uint8Array | string, start = '2026-08-24'): ReadCurriculum =>
  readCurriculum(input, { start, newId: countingIds() });

/** The outcome of a file that must be readable. */
export function imported(input: Uint8Array | string, start?: string): Extract<ReadCurriculum, { ok: true }> {
  const outcome = read(input, start);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.failure)}`);
  return outcome;
}

export function partsOf({ items }: PlanDocument): { program: Program; terms: Term[]; courses: Course[] } {
  const [program] = items.filter((item): item is Program => item.kind === 'program');
  if (!program) throw new Error('no program');
  return {
    program,
    terms: items.filter((item): item is Term => item.kind === 'term'),
    courses: items.filter((item): item is Course => item.kind === 'course'),
  };
}

/** The requisites of a document as `kind: course needs course`, by the ids of the source file, in order. */
export function requisitesOf(document: PlanDocument): string[] {
  const { courses } = partsOf(document);
  const name = new Map(courses.map(({ id, importedId }) => [id, importedId ?? id]));
  return document.requisiteSets
    .flatMap(({ courseId, kind, needs }) =>
      needs.map((need) => `${kind}: ${name.get(courseId) ?? ''} needs ${name.get(need.courseId) ?? ''}`),
    )
    .sort();
}
