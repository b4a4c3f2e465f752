/**
 * Just enough of PNG to make a picture of an opaque page smaller: Chromium keeps four channels and compresses in a
 * hurry. Without the alpha channel, and compressed as well as zlib can, a third is left.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;
const RGBA = 6;

interface Picture {
  width: number;
  height: number;
  channels: 3 | 4;
  /** Rows of pixels without filter bytes. */
  pixels: Buffer;
}

/** The same picture, 8 bits in each of three channels. @throws Error for a picture that is not opaque. */
export function withoutAlpha(png: Buffer): Buffer {
  const { width, height, channels, pixels } = read(png);
  const opaque = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (channels === 4 && pixels[pixel * 4 + 3] !== 255) throw new Error('The picture has transparent pixels.');
    pixels.copy(opaque, pixel * 3, pixel * channels, pixel * channels + 3);
  }
  return write({ width, height, channels: 3, pixels: opaque });
}

function read(png: Buffer): Picture {
  const data: Buffer[] = [];
  let header = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = content;
    if (name === 'IDAT') data.push(content);
    at += length + 12;
  }
  const [bits, color, , , interlaced] = header.subarray(8);
  if (bits !== 8 || (color !== RGB && color !== RGBA) || interlaced !== 0) throw new Error('The picture has an unusual form.');
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), color === RGBA ? 4 : 3];
  return { width, height, channels, pixels: unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels) };
}

function unfilter(filtered: Buffer, stride: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const { left, above, corner } = neighbors(pixels, row, column, stride, channels);
      const value = filtered[row * (stride + 1) + 1 + column] ?? 0;
      pixels[row * stride + column] = value + predicted(filter, left, above, corner);
    }
  }
  return pixels;
}

function neighbors(pixels: Buffer, row: number, column: number, stride: number, channels: number) {
  const at = row * stride + column;
  const hasLeft = column >= channels;
  return {
    left: hasLeft ? (pixels[at - channels] ?? 0) : 0,
    above: row > 0 ? (pixels[at - stride] ?? 0) : 0,
    corner: hasLeft && row > 0 ? (pixels[at - stride - channels] ?? 0) : 0,
  };
}

/** The five filters of the format: none, left, above, their mean, and whichever of three is nearest. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function write({ width, height, channels, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, RGB], 8);
  const data = deflateSync(filter(pixels, width * channels, height, channels), { level: 9, memLevel: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** Each row by the filter that leaves the smallest sum, which usually compresses best. */
function filter(pixels: Buffer, stride: number, height: number, channels: number): Buffer {
  const filtered = Buffer.alloc((stride + 1) * height);
  const candidate = Buffer.alloc(stride + 1);
  for (let row = 0; row < height; row += 1) {
    let smallest = Infinity;
    for (let kind = 0; kind <= 4; kind += 1) {
      candidate[0] = kind;
      let sum = 0;
      for (let column = 0; column < stride; column += 1) {
        const { left, above, corner } = neighbors(pixels, row, column, stride, channels);
        const value = ((pixels[row * stride + column] ?? 0) - predicted(kind, left, above, corner)) & 255;
        candidate[column + 1] = value;
        sum += value < 128 ? value : 256 - value;
      }
      if (sum >= smallest) continue;
      smallest = sum;
      candidate.copy(filtered, row * (stride + 1));
    }
  }
  return filtered;
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
