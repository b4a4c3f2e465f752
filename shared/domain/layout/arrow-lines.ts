import type { CriticalChain } from './critical.ts';
import { CONNECTION, type TimelineLayout } from './layout.ts';

/** Lines by how they are drawn; each line is in one list. */
export interface ArrowLines {
  readonly plain: readonly number[];
  readonly critical: readonly number[];
  /** Those of the selected bar, its requisites among them. */
  readonly chosen: readonly number[];
}

/** Sorts lines by their look. Requisites are left out except around the bar `chosenBar` (−1 for none). */
export function sortLines(
  layout: TimelineLayout,
  lines: Iterable<number>,
  chain: CriticalChain,
  chosenBar: number,
): ArrowLines {
  const sorted = { plain: [] as number[], critical: [] as number[], chosen: [] as number[] };
  const { from, to, kind } = layout.connections;
  for (const line of lines) {
    if (chosenBar >= 0 && (from[line] === chosenBar || to[line] === chosenBar)) sorted.chosen.push(line);
    else if (chain.lines[line] === 1) sorted.critical.push(line);
    else if (kind[line] !== CONNECTION.requisite) sorted.plain.push(line);
  }
  return sorted;
}
