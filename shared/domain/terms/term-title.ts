import { SEASONS, type Season } from '../plan/items.ts';
import type { TermName } from '../template/usual-term.ts';

const NAMES: Record<Season, string> = { fall: 'Fall', winter: 'Winter', spring: 'Spring', summer: 'Summer' };

/** The title of a term that has no other: `Fall 2026`. */
export function termTitle({ season, year }: TermName): string {
  return `${NAMES[season]} ${year}`;
}

const SEASON = `(${SEASONS.join('|')})`;
const NAMED = [
  new RegExp(
    `^(?<before>)${SEASON}(?<between>(?: (?:semester|quarter|term|session))? )(?<year>\\d{4})$`,
    'i',
  ),
  new RegExp(`^(?<year>\\d{4})(?<between> )${SEASON}(?<after>(?: (?:semester|quarter|term|session))?)$`, 'i'),
];
const COUNTED = new RegExp(`^(year )(\\d{1,2})( )${SEASON}$`, 'i');

/**
 * The title a term gets when it moves: the season and the year in it follow where the title is no more than its
 * own name (`Fall 2026`, `2026 Fall Semester`) or its year of study (`Year 1 Fall`, which `studyYears` are added
 * to). Every other title was chosen by a person and stays.
 */
export function retitle(title: string, from: TermName, to: TermName, studyYears: number): string {
  const counted = COUNTED.exec(title);
  if (counted) {
    const [, word = '', year = '', space = '', season = ''] = counted;
    const moved = inCaseOf(season, from.season, to.season);
    const studyYear = Number(year) + studyYears;
    return moved === null || studyYear < 1 ? title : `${word}${studyYear}${space}${moved}`;
  }
  for (const pattern of NAMED) {
    const match = pattern.exec(title);
    const written = match?.find((part) => SEASONS.includes(part.toLowerCase() as Season));
    if (!match?.groups || written === undefined) continue;
    const moved = inCaseOf(written, from.season, to.season);
    if (moved === null || Number(match.groups['year']) !== from.year) return title;
    return title.replace(written, moved).replace(match.groups['year'] ?? '', String(to.year));
  }
  return title;
}

/** Another season written the way the first is, in capitals or not; `null` when the word is not that season. */
function inCaseOf(word: string, from: Season, to: Season): string | null {
  const ways = [
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.toLowerCase(),
  ];
  const way = ways.find((write) => write(NAMES[from]) === word);
  return way === undefined ? null : way(NAMES[to]);
}
