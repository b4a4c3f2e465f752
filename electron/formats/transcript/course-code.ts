/** The code of a course as a transcript prints it, and what stands after it in the same cell. */
export interface Code {
  prefix: string;
  number: string;
  rest: string;
}

const PREFIX = String.raw`[\p{L}][\p{L}&/]{0,9}(?: [\p{L}&]{1,4})?`;
const NUMBER = String.raw`\d{1,5}[A-Za-z]{0,2}|\d[\dXx*]{1,4}`;
const CODE = new RegExp(
  `^(${PREFIX})[ \\-–_]?(${NUMBER})(?:[-.]\\d{1,3}[A-Za-z]?)?(?![\\p{L}\\d/.]|:\\d)[\\s:–—-]*(.*)$`,
  'u',
);

/** Words with a number after them that are no courses. */
const NO_PREFIX: ReadonlySet<string> = new Set(
  (
    'JAN,JANUARY,FEB,FEBRUARY,MAR,MARCH,APR,APRIL,MAY,JUN,JUNE,JUL,JULY,AUG,AUGUST,SEP,SEPT,SEPTEMBER,OCT,OCTOBER,' +
    'NOV,NOVEMBER,DEC,DECEMBER,FALL,AUTUMN,WINTER,SPRING,SUMMER,SEMESTER,QUARTER,TERM,SESSION,YEAR,PAGE,PG,SECTION,' +
    'LEVEL,PART,ROOM,TOTAL,TOTALS,SUBTOTAL,GPA,CREDITS,CREDIT,UNITS,HOURS,ID,NO,NR,PO BOX,BOX,SUITE,CLASS OF,OF,LINE'
  ).split(','),
);

/** Reads `HSA 3100`, `HSA3100` or `HSA-3100L`, with or without the title behind it; `null` for anything else. */
export function readCode(cell: string): Code | null {
  const [, prefix = '', number = '', rest = ''] = CODE.exec(cell.trim()) ?? [];
  return prefix !== '' && !isOther(prefix) && !/^\p{Ll}{5,}/u.test(prefix)
    ? { prefix, number: number.toUpperCase(), rest: rest.trim() }
    : null;
}

/** True for a cell that can be the prefix of the number in the next cell. */
export function isPrefix(cell: string): boolean {
  return /^[\p{Lu}][\p{Lu}&/ ]{1,9}$/u.test(cell) && !isOther(cell);
}

function isOther(prefix: string): boolean {
  const words = prefix.toUpperCase();
  return [words, ...words.split(' ')].some((word) => NO_PREFIX.has(word));
}

/** True for a cell that is the number of a course and nothing else. */
export function isNumber(cell: string): boolean {
  return new RegExp(`^(${NUMBER})$`).test(cell);
}
