import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/**
 * Advance widths of a font in a WOFF file, in thousandths of its size: the tables `head`, `hhea`, `hmtx` and the
 * character map of format 4, as the OpenType specification describes them. `null` for a character it does not have.
 */
export function readAdvances(file: string): (letter: string) => number | null {
  const font = readFileSync(file);
  const table = (tag: string): Buffer => {
    for (let at = 44; at < 44 + font.readUInt16BE(12) * 20; at += 20) {
      if (font.toString('latin1', at, at + 4) !== tag) continue;
      const [offset, packed, whole] = [4, 8, 12].map((field) => font.readUInt32BE(at + field));
      const bytes = font.subarray(offset, (offset ?? 0) + (packed ?? 0));
      return packed === whole ? bytes : inflateSync(bytes);
    }
    throw new Error(`${file} has no table ${tag}`);
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const measured = table('hhea').readUInt16BE(34);
  const advances = table('hmtx');
  const glyphOf = glyphsOf(table('cmap'));
  return (letter) => {
    const glyph = glyphOf(letter.codePointAt(0) ?? 0);
    if (glyph === 0) return null;
    return (advances.readUInt16BE(Math.min(glyph, measured - 1) * 4) * 1000) / unitsPerEm;
  };
}

function glyphsOf(cmap: Buffer): (code: number) => number {
  const map = subtable(cmap);
  const twice = map.readUInt16BE(6);
  return (code) => {
    for (let at = 14; at < 14 + twice; at += 2) {
      if (map.readUInt16BE(at) < code) continue;
      const first = map.readUInt16BE(at + twice + 2);
      if (code < first) return 0;
      const delta = map.readUInt16BE(at + 2 * twice + 2);
      const range = at + 3 * twice + 2;
      const offset = map.readUInt16BE(range);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = map.readUInt16BE(range + offset + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function subtable(cmap: Buffer): Buffer {
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const map = cmap.subarray(cmap.readUInt32BE(at + 4));
    if (map.readUInt16BE(0) === 4) return map;
  }
  throw new Error('the font has no character map of format 4');
}
