import type { LinkKind, PlanDocument } from '../plan/document.ts';
import type { BarOf } from './bar-of.ts';
import { CONNECTION, type Connections, type ConnectionCode } from './layout.ts';

const CODE_OF_LINK: Record<LinkKind, ConnectionCode> = {
  FS: CONNECTION.finishToStart,
  SS: CONNECTION.startToStart,
  FF: CONNECTION.finishToFinish,
};

/** The lines between bars that are on the timeline: the plan's links in their order, then its prerequisites. */
export function connect(document: PlanDocument, barOf: BarOf): Connections {
  const most =
    document.links.length + document.requisiteSets.reduce((sum, { needs }) => sum + needs.length, 0);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const kind = new Uint8Array(most);
  let count = 0;

  function add(fromId: string, toId: string, code: ConnectionCode): void {
    const source = barOf.get(fromId);
    const target = barOf.get(toId);
    if (source === undefined || target === undefined || source === target) return;
    from[count] = source;
    to[count] = target;
    kind[count] = code;
    count += 1;
  }

  for (const link of document.links) add(link.fromId, link.toId, CODE_OF_LINK[link.kind]);
  for (const set of document.requisiteSets) {
    if (set.kind !== 'pre') continue;
    for (const { courseId } of set.needs) add(courseId, set.courseId, CONNECTION.requisite);
  }
  const lines = { from: from.slice(0, count), to: to.slice(0, count), kind: kind.slice(0, count) };
  return { count, ...lines, ...linesOfBars(barOf.size, count, from, to) };
}

/** The same lines after bars got other numbers: those that were `before` are `after`, by place. */
export function renumber({ from, to, kind, count }: Connections, before: BarOf, after: BarOf): Connections {
  const numbers = new Int32Array(before.size);
  for (let place = 0; place < before.at.length; place += 1) {
    const bar = before.at[place] ?? -1;
    if (bar >= 0) numbers[bar] = after.at[place] ?? 0;
  }
  const numbered = (bar: number): number => numbers[bar] ?? 0;
  const lines = { count, from: from.map(numbered), to: to.map(numbered), kind };
  return { ...lines, ...linesOfBars(after.size, count, lines.from, lines.to) };
}

/** For each bar the lines that touch it, in compressed rows. */
function linesOfBars(
  bars: number,
  count: number,
  from: Int32Array,
  to: Int32Array,
): Pick<Connections, 'ofStart' | 'of'> {
  const ofStart = new Int32Array(bars + 1);
  const countAt = (bar: number): void => {
    ofStart[bar + 1] = (ofStart[bar + 1] ?? 0) + 1;
  };
  for (let line = 0; line < count; line += 1) {
    countAt(from[line] ?? 0);
    countAt(to[line] ?? 0);
  }
  for (let bar = 1; bar <= bars; bar += 1) ofStart[bar] = (ofStart[bar] ?? 0) + (ofStart[bar - 1] ?? 0);

  const of = new Int32Array(count * 2);
  const next = ofStart.slice();
  const put = (bar: number, line: number): void => {
    const place = next[bar] ?? 0;
    next[bar] = place + 1;
    of[place] = line;
  };
  for (let line = 0; line < count; line += 1) {
    put(from[line] ?? 0, line);
    put(to[line] ?? 0, line);
  }
  return { ofStart, of };
}
