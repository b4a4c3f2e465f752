/** Rows above and below what is in sight that are drawn as well, so that scrolling shows no gap. */
const SPARE = 8;

/**
 * The rows to draw, as indices: those in sight with some around them, and the one with the cursor wherever it is, for
 * its cell has the focus.
 */
export function rowWindow(
  count: number,
  { top, height, row }: { top: number; height: number; row: number },
  cursor: number,
): number[] {
  const first = Math.max(0, Math.floor(top / row) - SPARE);
  const last = Math.min(count - 1, Math.ceil((top + height) / row) + SPARE);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  if (cursor < 0 || cursor >= count || (cursor >= first && cursor <= last)) return drawn;
  return cursor < first ? [cursor, ...drawn] : [...drawn, cursor];
}
