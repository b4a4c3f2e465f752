/** Grade points of the letter grades on the 4.0 scale. Every other grade stays out of the GPA. */
const POINTS: ReadonlyMap<string, number> = new Map([
  ['A+', 4],
  ['A', 4],
  ['A-', 3.7],
  ['B+', 3.3],
  ['B', 3],
  ['B-', 2.7],
  ['C+', 2.3],
  ['C', 2],
  ['C-', 1.7],
  ['D+', 1.3],
  ['D', 1],
  ['D-', 0.7],
  ['F', 0],
]);

/** The letter grades, the best first. */
export const LETTER_GRADES: readonly string[] = [...POINTS.keys()];

export const HIGHEST_POINTS = 4;

/** Grades that registrars write for a course that earned nothing: failed, withdrawn, incomplete, audited. */
const WITHOUT_CREDIT: ReadonlySet<string> = new Set(
  'F,E,FAIL,FAILED,NP,NC,NR,U,W,WD,WF,WP,WU,I,IN,INC,IP,AU'.split(','),
);

/** Points of a letter grade, 0 to 4; `null` for pass/fail, withdrawn, unknown text and no grade. */
export function gradePoints(grade: string | null): number | null {
  return grade === null ? null : (POINTS.get(normalize(grade)) ?? null);
}

/** True unless the grade says that the course was not passed; a course without a known grade passed. */
export function isPassing(grade: string | null): boolean {
  return grade === null || !WITHOUT_CREDIT.has(normalize(grade));
}

/** True for a passing grade that is not a letter below the minimum. Where either is no letter, passing is enough. */
export function meetsMinimum(grade: string | null, minimum: string | null): boolean {
  if (!isPassing(grade)) return false;
  const [points, asked] = [gradePoints(grade), gradePoints(minimum)];
  return points === null || asked === null || points >= asked;
}

/** Capital letters, no spaces, and one of the several minus signs. */
function normalize(grade: string): string {
  return grade
    .replaceAll(/\s/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase();
}
