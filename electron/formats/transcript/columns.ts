import type { CsvRow } from '../csv/read-csv.ts';

/** What a column of a transcript can hold. Points are worked out from grades and credits and not used. */
export type Role =
  | 'term'
  | 'year'
  | 'code'
  | 'prefix'
  | 'number'
  | 'title'
  | 'credits'
  | 'attempted'
  | 'earned'
  | 'grade'
  | 'status'
  | 'institution'
  | 'ignored';

const NAMES: Readonly<Record<Role, string>> = {
  term: 'term semester session quarter period season termtaken semestertaken academicterm academicperiod termcode',
  year: 'year academicyear yeartaken',
  code: 'course coursecode code courseid class courseno coursenumber',
  prefix: 'subject subj prefix dept department discipline subjectcode',
  number: 'number catalogno catalognumber catalognbr catalog catno no nbr num crse',
  title: 'title coursetitle coursename description coursedescription name longtitle classtitle',
  credits:
    'credits credit credithours units hours hrs cr credithrs semesterhours quarterhours sch crhrs unit unitstaken',
  attempted:
    'attempted att creditsattempted attemptedhours attemptedcredits hoursattempted unitsattempted attemptedunits atthrs',
  earned:
    'earned ern creditsearned earnedhours earnedcredits hoursearned unitsearned earnedunits ernhrs passed',
  grade: 'grade mark grd finalgrade gradeearned lettergrade grades',
  status: 'status result state outcome completionstatus',
  institution:
    'institution school college university campus transferinstitution institutionname transferredfrom',
  ignored: 'points gradepoints qualitypoints qp qpts gradepts pts gpahours gpaunits gpacredits repeat rpt',
};

const ROLES = new Map(
  (Object.entries(NAMES) as [Role, string][]).flatMap(([role, names]) =>
    names.split(' ').map((name): [string, Role] => [name, role]),
  ),
);

/** What each place of a row holds; `null` for a column with a name that is not known, or without one. */
export interface Columns {
  roles: (Role | null)[];
  unknown: string[];
}

/**
 * Reads a row of column names: at least two are known, one of them names the course. A second column for what the
 * first already holds is taken for unknown. `null` for any other row.
 */
export function readColumns({ cells }: CsvRow): Columns | null {
  const roles = cells.map((cell) => ROLES.get(plainName(cell)) ?? null);
  const known = new Set(roles.filter((role) => role !== null));
  const names = (['code', 'number', 'title'] as const).some((role) => known.has(role));
  const named = cells.filter((cell) => cell !== '').length;
  if (known.size < 2 || !names || known.size * 2 < named) return null;
  const seen = new Set<Role>();
  const unknown: string[] = [];
  const unique = roles.map((each, place) => {
    // Beside a code, a column called “Course” holds what the course is called.
    const role = each === 'code' && seen.has('code') && !known.has('title') ? 'title' : each;
    const again = role !== null && role !== 'ignored' && seen.has(role);
    if (role !== null && !again) {
      seen.add(role);
      return role;
    }
    if (cells[place]) unknown.push(cells[place]);
    return null;
  });
  return { roles: unique, unknown };
}

function plainName(cell: string): string {
  return cell.toLowerCase().replaceAll(/[^a-z]/g, '');
}
