import * as lucide from 'lucide';
import type { IconNode } from 'lucide';
import { describe, expect, it } from 'vitest';
import { icons } from './icons.ts';
import { iconPath } from './icon-path.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws white on nothing what is in an SVG of 24 by 24, four times as large, and gives the opacity of each pixel. */
async function pixels(content: string): Promise<Uint8ClampedArray> {
  const markup = `<svg xmlns="${SVG}" width="96" height="96" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${content}</svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(markup)}`;
  await image.decode();
  const context = new OffscreenCanvas(96, 96).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, 96, 96).data.filter((_, place) => place % 4 === 3);
}

const asShapes = (icon: IconNode) =>
  icon
    .map(([tag, attributes]) => {
      const all = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
      return `<${tag} ${all.join(' ')}/>`;
    })
    .join('');

describe('an icon as one path', () => {
  it.each(Object.entries(icons))('draws %s as its shapes do', async (_name, icon) => {
    const [one, many] = await Promise.all([pixels(`<path d="${iconPath(icon)}"/>`), pixels(asShapes(icon))]);
    // Where two shapes touch, one path paints the softened edge once and two paint it twice.
    const off = one.filter((opacity, place) => Math.abs(opacity - (many[place] ?? 0)) > 96).length;
    expect(off).toBeLessThanOrEqual(4);
    expect(one.some((opacity) => opacity > 200)).toBe(true);
  });

  it('can say every shape that the library has', async () => {
    const kinds = new Map<string, IconNode>();
    for (const icon of Object.values(lucide.icons)) {
      for (const shape of icon) if (!('fill' in shape[1])) kinds.set(shape[0], [shape]);
    }
    expect([...kinds.keys()].toSorted()).toEqual(
      expect.arrayContaining(['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect']),
    );
    for (const [tag, icon] of kinds) {
      const [one, many] = await Promise.all([
        pixels(`<path d="${iconPath(icon)}"/>`),
        pixels(asShapes(icon)),
      ]);
      const off = one.filter((opacity, place) => Math.abs(opacity - (many[place] ?? 0)) > 96).length;
      expect(off, tag).toBeLessThanOrEqual(4);
    }
  });

  it('refuses what a path cannot say', () => {
    expect(() => iconPath([['circle', { cx: 1, cy: 1, r: 1, fill: 'currentColor' }]])).toThrow(RangeError);
    expect(() => iconPath([['text', {}]])).toThrow(RangeError);
  });
});
