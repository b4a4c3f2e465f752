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
  const lines = { count, from: numbered(from, numbers), to: numbered(to, numbers), kind };
  return { ...lines, ...linesOfBars(after.size, count, lines.from, lines.to) };
}

function numbered(bars: Int32Array, numbers: Int32Array): Int32Array {
  const after = new Int32Array(bars.length);
  for (let line = 0; line < bars.length; line += 1) after[line] = numbers[bars[line] ?? 0] ?? 0;
  return after;
}

/** For each bar the lines that touch it, in compressed rows. */
function linesOfBars(
  bars: number,
  count: number,
  from: Int32Array,
  to: Int32Array,
): Pick<Connections, 'ofStart' | 'of'> {
  const ofStart = new Int32Array(bars + 1);
  for (let line = 0; line < count; line += 1) {
    const fromPlace = (from[line] ?? 0) + 1;
    const toPlace = (to[line] ?? 0) + 1;
    ofStart[fromPlace] = (ofStart[fromPlace] ?? 0) + 1;
    ofStart[toPlace] = (ofStart[toPlace] ?? 0) + 1;
  }
  for (let bar = 1; bar <= bars; bar += 1) ofStart[bar] = (ofStart[bar] ?? 0) + (ofStart[bar - 1] ?? 0);

  const of = new Int32Array(count * 2);
  const next = ofStart.slice();
  for (let line = 0; line < count; line += 1) {
    const source = from[line] ?? 0;
    const target = to[line] ?? 0;
    const ofSource = next[source] ?? 0;
    of[ofSource] = line;
    next[source] = ofSource + 1;
    const ofTarget = next[target] ?? 0;
    of[ofTarget] = line;
    next[target] = ofTarget + 1;
  }
  return { ofStart, of };
}
