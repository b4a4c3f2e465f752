import type { Course } from '../plan/items.ts';

/** Rows of a transcript and courses of a plan that are attempts at one and the same course. */
export interface Family<Row> {
  rows: Row[];
  courses: Course[];
}

interface Named {
  prefix: string;
  number: string;
  title: string;
}

/** Prefix and number in one spelling, whatever stands between them; `null` for placeholders such as `FRE 4X1`. */
export function codeKey({ prefix, number }: Pick<Named, 'prefix' | 'number'>): string | null {
  const plain = (text: string) => text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return /^\d+[A-Z]{0,2}$/.test(plain(number)) && plain(prefix) !== ''
    ? `${plain(prefix)} ${plain(number)}`
    : null;
}

/** A title without the differences that do not matter: case, spaces and marks. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a course is known by: its code, else its title. */
export function nameKey(named: Named): string {
  return codeKey(named) ?? `“${titleKey(named.title)}`;
}

/**
 * Puts rows and courses of a program together by code, and where the program does not know the code, by the exact
 * title if only one course has it. Families are in the order of their first row; those without a row are left out.
 */
export function familiesOf<Row extends Named>(
  rows: readonly Row[],
  courses: readonly Course[],
): Family<Row>[] {
  const keyOf = (course: Course) => codeKey(course) ?? course.id;
  const byKey = Map.groupBy(courses, keyOf);
  const keysOfTitle = Map.groupBy(courses, ({ title }) => titleKey(title));
  const named = new Set(rows.map(codeKey).filter((key) => key !== null));
  const claims = new Map<string, string>();
  // All rows of one code belong together, also those whose own title would not have found the course.
  const found = new Map<string, string>();
  for (const row of rows) {
    const code = codeKey(row);
    const key = code !== null && byKey.has(code) ? code : byTitle(row);
    if (key !== null) found.set(nameKey(row), key);
  }
  const families = new Map<string, Family<Row>>();
  for (const row of rows) {
    const key = found.get(nameKey(row)) ?? nameKey(row);
    const family = families.get(key) ?? { rows: [], courses: byKey.get(key) ?? [] };
    families.set(key, family);
    family.rows.push(row);
  }
  return [...families.values()];

  /** The one course with this title, unless it, or a course of another code with its title, is on the transcript. */
  function byTitle(row: Row): string | null {
    const keys = new Set((keysOfTitle.get(titleKey(row.title)) ?? []).map(keyOf));
    const [key] = keys;
    if (key === undefined || keys.size > 1 || titleKey(row.title) === '') return null;
    if (codeKey(row) !== null && named.has(key)) return null;
    if (!claims.has(key)) claims.set(key, nameKey(row));
    return claims.get(key) === nameKey(row) ? key : null;
  }
}
