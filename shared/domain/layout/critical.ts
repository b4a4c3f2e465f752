import type { ChainEntry } from '../schedule/types.ts';
import { CONNECTION, type TimelineLayout } from './layout.ts';

/** The bars and lines of the chain that decides the goal's date (R15), as flags parallel to the layout's lists. */
export interface CriticalChain {
  readonly bars: Uint8Array;
  readonly lines: Uint8Array;
}

/**
 * Marks the chain from `binding`, the goal first. A link to or from a program counts for the child through which
 * the chain runs (R10, R15).
 */
export function criticalChain(layout: TimelineLayout, binding: readonly ChainEntry[]): CriticalChain {
  const bars = new Uint8Array(layout.barCount);
  const lines = new Uint8Array(layout.connections.count);
  for (const { itemId, reason, fromId } of binding) {
    const bar = layout.barOf.get(itemId);
    if (bar === undefined) continue;
    bars[bar] = 1;
    if (reason !== 'link' || fromId === null) continue;
    const targets = withProgram(layout, itemId);
    const sources = withProgram(layout, fromId);
    for (const target of targets) markLines(layout, target, sources, lines);
  }
  return { bars, lines };
}

function markLines(
  layout: TimelineLayout,
  target: number,
  sources: readonly number[],
  lines: Uint8Array,
): void {
  const { ofStart, of, from, to, kind } = layout.connections;
  for (let place = ofStart[target] ?? 0; place < (ofStart[target + 1] ?? 0); place += 1) {
    const line = of[place] ?? 0;
    const leads = to[line] === target && sources.includes(from[line] ?? -1);
    if (leads && kind[line] !== CONNECTION.requisite) lines[line] = 1;
  }
}

/** The bar of an item and that of its program, as far as they are on the timeline. */
function withProgram(layout: TimelineLayout, id: string): number[] {
  const bar = layout.barOf.get(id);
  if (bar === undefined) return [];
  const programId = layout.items[bar]?.programId;
  const program = programId == null ? undefined : layout.barOf.get(programId);
  return program === undefined ? [bar] : [bar, program];
}
