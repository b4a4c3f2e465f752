import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { packPdf } from '#electron/print/pack-pdf.ts';
import { readObjects } from '#electron/print/pdf-objects.ts';
import { objectsOf, readPdf } from '../pdf.ts';
import { planOver } from './plans-to-print.ts';
import { rawPrinting } from './print-document.ts';

const { writeRaw, close } = rawPrinting();
afterAll(close);

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** A document as Chromium writes one, of the given objects. */
function aPdf(objects: readonly string[], trailer = '/Root 1 0 R\n/Info 2 0 R'): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, place) => {
    const offset = file.length;
    file += `${place + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
  const end = `trailer\n<</Size ${objects.length + 1}\n${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, 'latin1');
}

const content = deflateSync('BT ET endobj endstream').toString('latin1');
const OBJECTS = [
  '<</Type /Catalog /Pages 3 0 R /Lang (en)>>',
  "<</Title (endstream \\(endobj\\))\n/CreationDate (D:20261128022328+00'00')\n/ModDate (D:20261128022328+00'00')>>",
  '<</Type /Pages /Kids [4 0 R] /Count 1>>',
  '<</Type /Page /Parent 3 0 R /MediaBox [0 0 9 9] /Contents 5 0 R>>',
  `<</Filter /FlateDecode\n/Length ${content.length}>> stream\n${content}\nendstream`,
  `<</Length 26>> stream\n7 0 obj\n<<>>\nendobj\nendobj\n\nendstream`,
];

describe('a packed PDF', () => {
  it('is what Chromium wrote: every object, page, tag and font, in far fewer bytes', async () => {
    const raw = await writeRaw(planOver(12));
    const packed = await packPdf(raw, '2027-09-01');
    expect(packed.length / raw.length).toBeLessThan(0.4);
    const before = objectsOf(raw).filter((body) => !body.includes('/CreationDate'));
    const after = objectsOf(packed).map((body) => body.trimEnd());
    expect(before.length).toBeGreaterThan(1_000);
    const kept = new Set(after);
    expect(before.filter((body) => !kept.has(body.trimEnd()))).toEqual([]);
    expect(await readPdf(packed)).toEqual(await readPdf(raw));
  });

  it('keeps words of the format that stand in text and data', async () => {
    const packed = await packPdf(aPdf(OBJECTS), '2027-09-01');
    const pdf = await readPdf(packed);
    expect(pdf.title).toBe('endstream (endobj)');
    expect(pdf.pages).toHaveLength(1);
    expect(text(packed)).toContain(content);
  });

  it('is dated by the day it was made for, or not at all', async () => {
    const info = async (day: string | null) =>
      objectsOf(await packPdf(aPdf(OBJECTS), day)).find((body) => body.includes('/Title'));
    expect(await info('2027-09-01')).toContain('/CreationDate (D:20270901)\n/ModDate (D:20270901)>>');
    expect(await info(null)).not.toContain('Date');
  });

  const intact = text(aPdf(OBJECTS));
  it.each([
    ['is no PDF', 'no PDF'],
    ['is empty', ''],
    ['was cut off', intact.slice(0, -40)],
    ['has changes appended', text(aPdf(OBJECTS, '/Root 1 0 R /Prev 17'))],
    ['is encrypted', text(aPdf(OBJECTS, '/Root 1 0 R /Encrypt 2 0 R'))],
    ['names no root', text(aPdf(OBJECTS, '/Info 2 0 R'))],
    ['has a table that points elsewhere', intact.replace(/0000000009 00000 n/, '0000000010 00000 n')],
    ['has objects that were replaced', intact.replace(/(\d{10}) 00000 n/, '$1 00001 n')],
    ['has a table beyond its end', intact.replace(/startxref\n\d+/, 'startxref\n99999999')],
  ])('that %s is left as it is', async (_what, odd) => {
    const bytes = Buffer.from(odd, 'latin1');
    expect(readObjects(bytes)).toBeNull();
    expect(await packPdf(bytes, null)).toBe(bytes);
  });

  it('is not packed twice', async () => {
    const once = await packPdf(aPdf(OBJECTS), '2027-09-01');
    expect(await packPdf(once, '2027-09-01')).toBe(once);
  });
});
