const LANGUAGE = 'en-US';

const plain = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 });
const tenths = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 });
const twoPlaces = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const money = new Intl.NumberFormat(LANGUAGE, {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});
const lists = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });
const choices = new Intl.ListFormat(LANGUAGE, { type: 'disjunction' });

/** A number as people read it: `1,000`, `2.5`, at most two decimals. */
export function formatNumber(value: number): string {
  return plain.format(value);
}

/** A grade point average, always with two decimals, rounded half up: `3.67`. */
export function formatGpa(value: number): string {
  // 3.665 may be stored a hair below itself; the last term gives it back its half.
  return twoPlaces.format(Math.floor(value * 100 + 0.5 + 1e-9) / 100);
}

/** An average that must be reached, always with two decimals and rounded up: whoever holds it gets there. */
export function formatGpaNeeded(value: number): string {
  return twoPlaces.format(Math.ceil(value * 100 - 1e-7) / 100);
}

/** A number to the nearest tenth: `12.7`, `290`. */
export function formatTenths(value: number): string {
  return tenths.format(value);
}

/** US cents as dollars: `$75`, `$1,049.50`. */
export function formatMoney(cents: number): string {
  return money.format(cents / 100);
}

/** A count with its noun: `1 day`, `1,000 hours`. Give the plural when it is not the noun plus "s". */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

/** A size of a file, in whole units of 1,000 bytes: `512 bytes`, `34 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return countOf(bytes, 'byte');
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1_000))} kB`;
  return `${formatNumber(Math.round(bytes / 1_000_000))} MB`;
}

/** Text in quotation marks, so that a title is told apart from the sentence around it. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** A text as a sentence or heading begins: `At least $115`. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `A, B, and C`. */
export function listOf(parts: readonly string[]): string {
  return lists.format(parts);
}

/** `A, B, or C`. */
export function choiceOf(parts: readonly string[]): string {
  return choices.format(parts);
}

/** The first `limit` parts and how many more there are: `A, B, and 3 more`. */
export function shortListOf(parts: readonly string[], limit = 3): string {
  if (parts.length <= limit + 1) return listOf(parts);
  return listOf([...parts.slice(0, limit), `${formatNumber(parts.length - limit)} more`]);
}
