import { outcomeNote } from '#shared/words/imports.ts';
import { cellIn, namesColumns, readColumns, reportBeyond } from './columns.ts';
import type { CoursePlaces } from './requisites.ts';
import type { Report } from './report.ts';
import type { Section } from './sections.ts';

const COLUMNS = [
  'courseid',
  'learningoutcomeid',
  'learningoutcome',
  'description',
  'requisites',
  'hours',
] as const;
type OutcomeColumn = (typeof COLUMNS)[number];
/** What a table without a row of names has in its places. */
const USUAL: Record<'courselearningoutcomes' | 'curriculumlearningoutcomes', readonly OutcomeColumn[]> = {
  courselearningoutcomes: COLUMNS,
  curriculumlearningoutcomes: ['learningoutcome', 'description'],
};

/** The longest notes the contract takes. */
const NOTES_LIMIT = 50_000;

/**
 * Learning outcomes as notes, one line each: per course, by its place in the list of courses, and under `null` those
 * of the whole curriculum. A plan has no other room for them. What belongs to no course is reported.
 */
export function readOutcomes(
  sections: readonly Section[],
  places: CoursePlaces,
  report: Report,
): Map<number | null, string> {
  const notes = new Map<number | null, string>();
  for (const { name, rows } of sections) {
    if (name !== 'courselearningoutcomes' && name !== 'curriculumlearningoutcomes') continue;
    const [first, ...rest] = rows;
    const named = first !== undefined && namesColumns(first, COLUMNS);
    const columns = named
      ? readColumns(first, COLUMNS, report)
      : {
          places: new Map(USUAL[name].map((column, place) => [column, place])),
          named: USUAL[name].map(() => true),
        };
    for (const row of named ? rest : rows) {
      const cell = (column: OutcomeColumn) => cellIn(row, columns, column);
      reportBeyond(row, columns, report);
      const ownerId = name === 'courselearningoutcomes' ? cell('courseid') : null;
      const owner = ownerId === null ? null : (places.at(ownerId) ?? undefined);
      const outcome = { name: cell('learningoutcome'), description: cell('description') };
      if (owner === undefined) report(row.line, { code: 'outcome-without-course', id: ownerId ?? '' });
      else if (outcome.name === '' && outcome.description === '') report(row.line, { code: 'outcome-empty' });
      else {
        const note = outcomeNote({
          id: cell('learningoutcomeid'),
          ...outcome,
          hours: cell('hours'),
          requisites: cell('requisites'),
        });
        const before = notes.get(owner);
        const after = before === undefined ? note : `${before}\n${note}`;
        if (after.length > NOTES_LIMIT) report(row.line, { code: 'notes-full' });
        else notes.set(owner, after);
      }
    }
  }
  return notes;
}
