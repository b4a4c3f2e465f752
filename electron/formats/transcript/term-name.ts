import type { Season } from '#shared/domain/plan/items.ts';
import type { TermName } from '#shared/domain/template/usual-term.ts';

const WORDS: Readonly<Record<string, Season>> = {
  fall: 'fall',
  autumn: 'fall',
  winter: 'winter',
  spring: 'spring',
  summer: 'summer',
};
const SHORT: Readonly<Record<string, Season>> = {
  fa: 'fall',
  f: 'fall',
  au: 'fall',
  wi: 'winter',
  w: 'winter',
  sp: 'spring',
  spr: 'spring',
  su: 'summer',
  sum: 'summer',
};

const SEASON = `(${Object.keys(WORDS).join('|')})`;
const SORT = String.raw`(?:\s+(?:semester|quarter|term|session|trimester))?(?:\s+(?:i{1,3}|[abc12]))?`;
const YEAR = String.raw`((?:19|20|21)\d\d(?:\s*[-–/]\s*(?:\d\d){1,2})?|'?\d\d)`;
const NAMED = new RegExp(`^${SEASON}${SORT},?\\s+${YEAR}(?:${SORT})(?![\\w/.])`, 'i');
const YEAR_FIRST = new RegExp(
  `^((?:19|20|21)\\d\\d(?:\\s*[-–/]\\s*(?:\\d\\d){1,2})?)[\\s,-]+${SEASON}${SORT}(?![\\w])`,
  'i',
);
const ABBREVIATED = /^(FA|F|AU|WI|W|SP|SPR|SU|SUM)[ -]?'?(\d{4}|\d\d)$/i;
const YEAR_ABBREVIATED = /^(\d{4}|\d\d)[ \-/]?(FA|AU|WI|SP|SU)$/i;

/** A term and what stands after its name in the same text. */
export interface NamedTerm {
  term: TermName;
  rest: string;
}

/** Reads `Fall 2026`, `2026 Fall Semester`, `Spring 2026-2027`, `FA26` at the start of a text. */
export function readTerm(text: string): NamedTerm | null {
  const trimmed = text.trim();
  const whole = ABBREVIATED.exec(trimmed);
  const reversed = YEAR_ABBREVIATED.exec(trimmed);
  if (whole) return termOf(SHORT[whole[1]?.toLowerCase() ?? ''], whole[2], '');
  if (reversed) return termOf(SHORT[reversed[2]?.toLowerCase() ?? ''], reversed[1], '');
  const named = NAMED.exec(trimmed);
  if (named) return termOf(WORDS[named[1]?.toLowerCase() ?? ''], named[2], trimmed.slice(named[0].length));
  const first = YEAR_FIRST.exec(trimmed);
  return first && termOf(WORDS[first[2]?.toLowerCase() ?? ''], first[1], trimmed.slice(first[0].length));
}

/** Reads a season and a year that stand in two cells; `null` when they do not make a term. */
export function joinTerm(season: string, year: string): TermName | null {
  return readTerm(`${season.trim()} ${year.trim()}`)?.term ?? null;
}

/** An academic year holds the fall of its first calendar year and everything else of its second. */
function termOf(season: Season | undefined, year: string | undefined, rest: string): NamedTerm | null {
  if (season === undefined || year === undefined) return null;
  const [first = '', second] = year.replace("'", '').split(/\s*[-–/]\s*/);
  const begins = fullYear(first);
  const number = second !== undefined && season !== 'fall' ? begins + 1 : begins;
  return number < 1900 || number > 2199 ? null : { term: { season, year: number }, rest: rest.trim() };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < 70 ? 2_000 : 1_900);
}
