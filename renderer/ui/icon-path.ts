import type { IconNode } from 'lucide';

type Shape = IconNode[number];

const known = new WeakMap<IconNode, string>();

/**
 * The shapes of an icon as the data of one SVG path: one element with one attribute, where an element for each shape
 * costs as much as the button around it.
 *
 * @throws RangeError for a shape or an attribute that a path cannot say
 */
export function iconPath(icon: IconNode): string {
  let path = known.get(icon);
  if (path === undefined) known.set(icon, (path = icon.map(pathOf).join('')));
  return path;
}

type Attributes = Shape[1];

/** What each shape is as steps of a path, and which attributes that says. */
const SHAPES: Record<string, { says: readonly string[]; path: (attributes: Attributes) => string }> = {
  path: {
    says: ['d'],
    // Where its first step is relative, it is so to the corner and not to the end of the shape before.
    path: ({ d }) => (String(d).startsWith('m') ? `M0 0${d}` : String(d)),
  },
  line: { says: ['x1', 'y1', 'x2', 'y2'], path: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}` },
  circle: { says: ['cx', 'cy', 'r'], path: ({ cx, cy, r }) => round(cx, cy, r, r) },
  ellipse: { says: ['cx', 'cy', 'rx', 'ry'], path: ({ cx, cy, rx, ry }) => round(cx, cy, rx, ry) },
  polyline: { says: ['points'], path: ({ points }) => `M${points}` },
  polygon: { says: ['points'], path: ({ points }) => `M${points}Z` },
  rect: {
    says: ['x', 'y', 'width', 'height', 'rx', 'ry'],
    path: ({ x = 0, y = 0, width, height, rx, ry }) => {
      const [a, b] = [Number(rx ?? ry ?? 0), Number(ry ?? rx ?? 0)];
      const [across, down] = [Number(width) - 2 * a, Number(height) - 2 * b];
      const turn = (dx: number, dy: number) => (a === 0 ? '' : `a${a} ${b} 0 0 1 ${dx} ${dy}`);
      return `M${Number(x) + a} ${y}h${across}${turn(a, b)}v${down}${turn(-a, b)}h${-across}${turn(-a, -b)}v${-down}${turn(a, -b)}Z`;
    },
  },
};

function pathOf([tag, attributes]: Shape): string {
  const shape = SHAPES[tag];
  if (shape === undefined) throw new RangeError(`<${tag}> is no shape of an icon`);
  for (const name in attributes)
    if (name !== 'key' && !shape.says.includes(name)) throw new RangeError(`<${tag}> has ${name}`);
  return shape.path(attributes);
}

type Size = Attributes[string];

function round(cx: Size, cy: Size, rx: Size, ry: Size): string {
  const [x, a, b] = [Number(cx), Number(rx), Number(ry)];
  return `M${x - a} ${cy}a${a} ${b} 0 1 0 ${2 * a} 0a${a} ${b} 0 1 0 ${-2 * a} 0Z`;
}
