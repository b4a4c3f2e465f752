/** What a word of the query is worth by where it was found. */
const WORTH = { start: 60, word: 40, inside: 16, spread: 6, within: 2 };
const LETTERS = 1;

/**
 * How well a text fits what was typed, or `null` when it does not: every word of the query has to be found, best at
 * the beginning of the text, else of a word, inside one, or letter by letter from the beginning of words ("zi" finds
 * "Zoom in"). Words found only in `also` count for less, and those found only `within` a long text, where letters
 * could be found anywhere, for least. Accents and case do not matter.
 */
export function fitOf(query: string, text: string, also = '', within = ''): number | null {
  const words = plain(query).split(' ').filter(Boolean);
  if (words.length === 0) return 0;
  const inText = plain(text);
  const inAlso = plain(also);
  // Long, and seldom looked into.
  let inLong: string | null = null;
  const isWithin = (word: string) => within !== '' && (inLong ??= plain(within)).includes(word);
  let fit = 0;
  for (const word of words) {
    const found =
      fitOfWord(word, inText) ?? half(fitOfWord(word, inAlso)) ?? (isWithin(word) ? WORTH.within : null);
    if (found === null) return null;
    fit += found;
  }
  // Of two that fit alike, the shorter says less that was not asked for.
  return fit - Math.min(inText.length, 100) / 100;
}

/** The entries that fit, best first; those that fit alike stay in their order. */
export function bestOf<Entry>(
  entries: readonly Entry[],
  query: string,
  textOf: (entry: Entry) => { text: string; also?: string; within?: string },
): Entry[] {
  const found: { entry: Entry; fit: number }[] = [];
  for (const entry of entries) {
    const { text, also, within } = textOf(entry);
    const fit = fitOf(query, text, also, within);
    if (fit !== null) found.push({ entry, fit });
  }
  return found.sort((a, b) => b.fit - a.fit).map(({ entry }) => entry);
}

function fitOfWord(word: string, text: string): number | null {
  if (text.startsWith(word)) return WORTH.start + word.length * LETTERS;
  if (text.includes(` ${word}`)) return WORTH.word + word.length * LETTERS;
  if (text.includes(word)) return WORTH.inside + word.length * LETTERS;
  return isSpread(word, text) ? WORTH.spread : null;
}

/** True when the letters come in order, each next one right after the one before or at the beginning of a word. */
function isSpread(word: string, text: string): boolean {
  if (word.length < 2) return false;
  const from = (letter: number, place: number): boolean => {
    if (letter === word.length) return true;
    for (let at = place; at < text.length; at += 1) {
      const goesOn = letter > 0 && at === place;
      const begins = at === 0 || text[at - 1] === ' ';
      if ((goesOn || begins) && text[at] === word[letter] && from(letter + 1, at + 1)) return true;
    }
    return false;
  };
  return from(0, 0);
}

const half = (fit: number | null): number | null => (fit === null ? null : fit / 2);

/** Letters and digits only, with single spaces, so that "401" finds "HCA-401". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
