import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { writeTimeline } from '#electron/formats/svg/write-timeline.ts';
import { PrintError } from '#electron/print/printer.ts';
import { planOver } from './plans-to-print.ts';
import { testPrinter } from './print-document.ts';

/** What the page is answered when it asks for the picture. */
let svg = '';
const asked: { name: string; input: unknown }[] = [];
const printer = testPrinter({
  invoke: async (text) => {
    asked.push(JSON.parse(text) as { name: string; input: unknown });
    const value = { name: 'plan', text: svg, losses: [] };
    return JSON.stringify({ ok: true, value, changed: [], history: { undo: null, redo: null }, revision: 1 });
  },
});
afterAll(() => printer.close());

/** Size of a PNG of 8-bit colors, and the color of a pixel, after the filters of the PNG specification are undone. */
function readPng(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const [width, height, channels] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25] === 6 ? 4 : 3];
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const packed = inflateSync(Buffer.concat(data));
  const line = width * channels;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (line + 1)];
    for (let x = 0; x < line; x += 1) {
      const place = y * line + x;
      const left = x < channels ? 0 : (pixels[place - channels] ?? 0);
      const up = y === 0 ? 0 : (pixels[place - line] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[place - line - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0;
      pixels[place] = (packed[y * (line + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return {
    width,
    height,
    color: (x: number, y: number) => pixels.subarray(y * line + x * channels).toString('hex', 0, 3),
  };
}

function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? up : corner;
}

const plain = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#ffffff"/>` +
  `<rect x="${width - 5}" y="${height - 5}" width="5" height="5" fill="#aa0000"/></svg>`;

describe('a picture drawn by a Chromium', () => {
  it('is the timeline, two pixels for one, down to its last corner', async () => {
    const written = writeTimeline(planOver(1), { today: '2027-09-01' });
    if (!written.ok) throw new Error(written.failure.code);
    svg = written.text;
    const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const png = readPng(await printer.draw({ planId: 'p', to: '2030-01-01' }));
    expect([png.width, png.height]).toEqual([Number(width) * 2, Number(height) * 2]);
    expect(asked.at(-1)).toEqual({
      name: 'plan.export',
      input: { planId: 'p', to: '2030-01-01', format: 'svg' },
    });
    // The rule over the axis, in the margin's place: ink on white.
    expect(png.color(60, 24 * 2)).toBe('ffffff');
    expect(png.color(60, (24 + 84) * 2)).toBe('1d1c19');
  });

  it('is whole at the longest side there may be', async () => {
    svg = plain(8_192, 40);
    const png = readPng(await printer.draw({ planId: 'p' }));
    expect([png.width, png.height]).toEqual([16_384, 80]);
    expect([png.color(16_370, 70), png.color(16_380, 78)]).toEqual(['ffffff', 'aa0000']);
  });

  it('is refused in one sentence’s facts when it is too large', async () => {
    svg = plain(8_193, 40);
    const error: unknown = await printer.draw({ planId: 'p' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PrintError);
    expect(error).toMatchObject({
      failure: { code: 'picture-too-large', width: 16_386, height: 80, side: 16_384 },
    });
    svg = plain(7_100, 7_100);
    await expect(printer.draw({ planId: 'p' })).rejects.toMatchObject({
      failure: { code: 'picture-too-large', all: 100_000_000 },
    });
  });
});
