import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { readObjects, type PdfObject, type PdfObjects } from './pdf-objects.ts';

/** Objects that are packed together; a reader has to unpack all of them to get at one. */
const TOGETHER = 400;
/** Bytes of an entry of the cross-reference stream: what it is, where it is, and its place there. */
const WIDTHS = [1, 4, 2] as const;
const LINE = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
/** In Node's own threads, so that nothing waits for it but the export. */
const compress = (data: Uint8Array): Promise<Buffer> => promisify(deflate)(data, { memLevel: 9 });

/**
 * The same document in fewer bytes: everything that is not data goes into object streams (PDF 1.5). Chromium writes
 * each element of the document's structure as text of its own, which makes a tagged PDF several times as large as it
 * needs to be. It is dated by a day (YYYY-MM-DD), so that the same pages give the same bytes. What cannot be taken apart is
 * given back as it came.
 */
export async function packPdf(pdf: Uint8Array, madeOn: string | null): Promise<Uint8Array> {
  const read = readObjects(pdf);
  return read === null ? pdf : writePacked(read, madeOn);
}

async function writePacked({ objects, root, info }: PdfObjects, madeOn: string | null): Promise<Uint8Array> {
  const numberOfInfo = Number.parseInt(info ?? '-1', 10);
  const parts: Buffer[] = [latin1('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')];
  let size = parts[0]?.length ?? 0;
  const put = (...bytes: Uint8Array[]): number => {
    const offset = size;
    for (const part of bytes) {
      parts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
      size += part.length;
    }
    return offset;
  };
  let next = 1 + Math.max(...objects.map(({ number }) => number));
  const entries = new Map<number, [kind: number, place: number, index: number]>();
  const putObject = (number: number, ...body: Uint8Array[]): void => {
    const offset = put(latin1(`${number} 0 obj\n`), ...body, latin1('\nendobj\n'));
    entries.set(number, [1, offset, 0]);
  };

  for (const { number, body } of objects.filter(({ isStream }) => isStream)) putObject(number, body);
  const plain = objects.filter(({ isStream }) => !isStream).sort((a, b) => a.number - b.number);
  const dated = plain.map((each) => (each.number === numberOfInfo ? datedBy(each, madeOn) : each));
  const packs = Array.from({ length: Math.ceil(dated.length / TOGETHER) }, (_, place) =>
    dated.slice(place * TOGETHER, (place + 1) * TOGETHER),
  );
  const packed = await Promise.all(packs.map(packTogether));
  for (const [place, { first, data }] of packed.entries()) {
    const pack = packs[place] ?? [];
    pack.forEach(({ number }, index) => entries.set(number, [2, next, index]));
    const head = `<</Type /ObjStm /N ${pack.length} /First ${first} /Filter /FlateDecode /Length ${data.length}>> stream\n`;
    putObject(next, latin1(head), data, latin1('\nendstream'));
    next += 1;
  }

  entries.set(next, [1, size, 0]);
  const table = await compress(tableOf(entries, next + 1));
  const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32);
  const head =
    `<</Type /XRef /Size ${next + 1} /W [${WIDTHS.join(' ')}] /Root ${root}${info === null ? '' : ` /Info ${info}`}` +
    ` /ID [<${id}> <${id}>] /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns ${LINE}>> /Length ${table.length}>> stream\n`;
  const start = put(latin1(`${next} 0 obj\n${head}`), table, latin1('\nendstream\nendobj\n'));
  put(latin1(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts, size));
}

/** Numbers and offsets of the objects, then the objects. */
async function packTogether(objects: readonly PdfObject[]): Promise<{ first: number; data: Buffer }> {
  const index: number[] = [];
  let offset = 0;
  for (const { number, body } of objects) {
    index.push(number, offset);
    offset += body.length + 1;
  }
  const head = latin1(`${index.join(' ')}\n`);
  const data = await compress(Buffer.concat([head, ...objects.flatMap(({ body }) => [body, latin1('\n')])]));
  return { first: head.length, data };
}

/** Every line less the one above it, which is what the predictor "up" undoes. */
function tableOf(entries: ReadonlyMap<number, [number, number, number]>, size: number): Buffer {
  const table = Buffer.alloc(size * (LINE + 1));
  const line = Buffer.alloc(LINE);
  const above = Buffer.alloc(LINE);
  for (let number = 0; number < size; number += 1) {
    const [kind, place, index] = entries.get(number) ?? [0, 0, number === 0 ? 65_535 : 0];
    line.writeUIntBE(kind, 0, WIDTHS[0]);
    line.writeUIntBE(place, WIDTHS[0], WIDTHS[1]);
    line.writeUIntBE(index, WIDTHS[0] + WIDTHS[1], WIDTHS[2]);
    const start = number * (LINE + 1);
    table[start] = 2;
    line.forEach((byte, column) => (table[start + 1 + column] = byte - (above[column] ?? 0)));
    line.copy(above);
  }
  return table;
}

/** Chromium writes the second at which it printed. The day is what the document says of itself, without a zone. */
function datedBy(object: PdfObject, day: string | null): PdfObject {
  const text = Buffer.from(object.body).toString('latin1');
  const date = day === null ? null : `(D:${day.replaceAll('-', '')})`;
  const dated = text.replace(/\s*\/(CreationDate|ModDate) \(D:[^()\\]*\)/g, (_, key: string) =>
    date === null ? '' : `\n/${key} ${date}`,
  );
  return { ...object, body: latin1(dated) };
}
