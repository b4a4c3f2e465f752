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

function pathOf([tag, attributes]: Shape): string {
  const { d, cx, cy, r, rx, ry, x, y, x1, y1, x2, y2, width, height, points, ...others } = attributes;
  const odd = Object.keys(others).filter((name) => name !== 'key');
  if (odd.length > 0) throw new RangeError(`<${tag}> has ${odd.join(', ')}`);
  const [a, b] = [Number(rx ?? ry ?? 0), Number(ry ?? rx ?? 0)];
  switch (tag) {
    case 'path':
      // Where its first step is relative, it is so to the corner and not to the end of the shape before.
      return String(d).startsWith('m') ? `M0 0${d}` : String(d);
    case 'line':
      return `M${x1} ${y1}L${x2} ${y2}`;
    case 'circle':
      return round(Number(cx), Number(cy), Number(r), Number(r));
    case 'ellipse':
      return round(Number(cx), Number(cy), a, b);
    case 'polyline':
      return `M${points}`;
    case 'polygon':
      return `M${points}Z`;
    case 'rect': {
      const [across, down] = [Number(width) - 2 * a, Number(height) - 2 * b];
      const start = `M${Number(x ?? 0) + a} ${Number(y ?? 0)}`;
      const turn = (dx: number, dy: number) => (a === 0 ? '' : `a${a} ${b} 0 0 1 ${dx} ${dy}`);
      return `${start}h${across}${turn(a, b)}v${down}${turn(-a, b)}h${-across}${turn(-a, -b)}v${-down}${turn(a, -b)}Z`;
    }
    default:
      throw new RangeError(`<${tag}> is no shape of an icon`);
  }
}

const round = (cx: number, cy: number, rx: number, ry: number) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
