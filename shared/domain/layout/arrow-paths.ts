import type { ArrowLines } from './arrow-lines.ts';
import { movedLanes, type TimelineLayout } from './layout.ts';
import { roundedPath, routeOf } from './route.ts';
import type { RowScale } from './row-scale.ts';
import type { TimeScale } from './time-scale.ts';

/** The lines of each look as the data of one SVG path. */
export type ArrowPaths = { readonly [Look in keyof ArrowLines]: string };

/** Writes the paths of the lines in sight. A line whose two bars have stayed where they were keeps what was written. */
export class ArrowWriter {
  #layout: TimelineLayout | null = null;
  #scale: TimeScale | null = null;
  #written = new Map<number, string>();
  readonly #rows: RowScale;

  constructor(rows: RowScale) {
    this.#rows = rows;
  }

  write(layout: TimelineLayout, lines: ArrowLines, scale: TimeScale): ArrowPaths {
    // The same lines between the same bars, drawn as large.
    const isAsBefore = scale === this.#scale && layout.connections === this.#layout?.connections;
    const before = isAsBefore ? this.#layout : null;
    const moved = before === null ? null : movedLanes(before, layout);
    const written = new Map<number, string>();
    const pathOf = (some: readonly number[]): string => {
      const parts: string[] = [];
      for (const line of some) {
        let part =
          before !== null && isInPlace(layout, before, moved, line) ? this.#written.get(line) : undefined;
        part ??= roundedPath(routeOf(layout, line, scale, this.#rows));
        parts.push(part);
      }
      // What is added up is kept as all its pieces, six times as large as the text: kept are stretches of the joined text.
      const path = parts.join('');
      let end = 0;
      for (let place = 0; place < parts.length; place += 1) {
        const begin = end;
        end += parts[place]?.length ?? 0;
        written.set(some[place] ?? -1, path.slice(begin, end));
      }
      return path;
    };
    const paths = {
      plain: pathOf(lines.plain),
      critical: pathOf(lines.critical),
      chosen: pathOf(lines.chosen),
    };
    this.#layout = layout;
    this.#scale = scale;
    this.#written = written;
    return paths;
  }
}

/** True when both bars of a line are where they were. */
function isInPlace(
  layout: TimelineLayout,
  before: TimelineLayout,
  moved: Uint8Array | null,
  line: number,
): boolean {
  const from = layout.connections.from[line] ?? 0;
  const to = layout.connections.to[line] ?? 0;
  if (moved !== null && moved[layout.lane[from] ?? 0] !== 1 && moved[layout.lane[to] ?? 0] !== 1) return true;
  return (
    layout.start[from] === before.start[from] &&
    layout.until[from] === before.until[from] &&
    layout.row[from] === before.row[from] &&
    layout.start[to] === before.start[to] &&
    layout.until[to] === before.until[to] &&
    layout.row[to] === before.row[to]
  );
}
