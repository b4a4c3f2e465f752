/*
 * A spreadsheet runs a cell that begins with one of these. A single quote before it makes it text. A cell that already
 * begins with quotes and then one of these gets one more, so that taking one away always gives back what was written.
 */
const RUNS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** The cell as a spreadsheet may show it: with a single quote before what it would take for a formula. */
export function guardCell(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The cell as it was before `guardCell`. */
export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
