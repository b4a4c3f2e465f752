import type { LinkKind, PlanDocument } from '../plan/document.ts';
import { CONNECTION, type Connections, type ConnectionCode } from './layout.ts';

const CODE_OF_LINK: Record<LinkKind, ConnectionCode> = {
  FS: CONNECTION.finishToStart,
  SS: CONNECTION.startToStart,
  FF: CONNECTION.finishToFinish,
};

/** The lines between bars that are on the timeline: the plan's links in their order, then its prerequisites. */
export function connect(document: PlanDocument, barOf: ReadonlyMap<string, number>): Connections {
  const from: number[] = [];
  const to: number[] = [];
  const kind: number[] = [];

  function add(fromId: string, toId: string, code: ConnectionCode): void {
    const source = barOf.get(fromId);
    const target = barOf.get(toId);
    if (source === undefined || target === undefined || source === target) return;
    from.push(source);
    to.push(target);
    kind.push(code);
  }

  for (const link of document.links) add(link.fromId, link.toId, CODE_OF_LINK[link.kind]);
  for (const set of document.requisiteSets) {
    if (set.kind !== 'pre') continue;
    for (const { courseId } of set.needs) add(courseId, set.courseId, CONNECTION.requisite);
  }

  return {
    count: from.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    kind: Uint8Array.from(kind),
    ...linesOfBars(barOf.size, from, to),
  };
}

/** For each bar the lines that touch it, in compressed rows. */
function linesOfBars(
  bars: number,
  from: readonly number[],
  to: readonly number[],
): Pick<Connections, 'ofStart' | 'of'> {
  const ofStart = new Int32Array(bars + 1);
  const count = (bar: number): number => (ofStart[bar + 1] = (ofStart[bar + 1] ?? 0) + 1);
  from.forEach(count);
  to.forEach(count);
  for (let bar = 1; bar <= bars; bar += 1) ofStart[bar] = (ofStart[bar] ?? 0) + (ofStart[bar - 1] ?? 0);

  const of = new Int32Array(from.length * 2);
  const next = ofStart.slice();
  const put = (bar: number, line: number): void => {
    const place = next[bar] ?? 0;
    next[bar] = place + 1;
    of[place] = line;
  };
  from.forEach((bar, line) => {
    put(bar, line);
    put(to[line] ?? 0, line);
  });
  return { ofStart, of };
}
