import type { Item } from './items.ts';

/** Why the fields of an item do not go together. */
export type ItemProblem =
  | { code: 'dates-reversed'; first: string; last: string }
  | { code: 'pin-without-start' }
  | { code: 'length-without-unit' }
  | { code: 'length-not-whole'; unit: string }
  | { code: 'needs-program'; noun: 'term' | 'course' };

/** The first thing wrong with an item on its own (without looking at other items), or `null`. */
export function findItemProblem(item: Item): ItemProblem | null {
  const { pinStart, pinEnd, actualStart, actualEnd, length, lengthUnit, bestLength } = item;
  if (pinEnd !== null && pinStart === null) return { code: 'pin-without-start' };
  const spans: [string | null, string | null][] = [
    [pinStart, pinEnd],
    [actualStart, actualEnd],
  ];
  if (item.kind === 'term') spans.push([item.firstDay, item.lastDay]);
  if (item.kind === 'credential') spans.push([item.issued, item.expires]);
  for (const [first, last] of spans) {
    if (first !== null && last !== null && last < first) return { code: 'dates-reversed', first, last };
  }
  if ((length !== null || bestLength !== null) && lengthUnit === null) return { code: 'length-without-unit' };
  if (
    lengthUnit !== null &&
    lengthUnit !== 'hour' &&
    ![length ?? 1, bestLength ?? 1].every(Number.isInteger)
  ) {
    return { code: 'length-not-whole', unit: lengthUnit };
  }
  if ((item.kind === 'term' || item.kind === 'course') && item.programId === null)
    return { code: 'needs-program', noun: item.kind };
  return null;
}
