/** The objects of a PDF as they stand in it, and where it begins to be read. */
export interface PdfObjects {
  /** The first line, which names the version. */
  readonly header: string;
  readonly objects: readonly PdfObject[];
  /** References to the catalog and to what is said about the document, as `12 0 R`. */
  readonly root: string;
  readonly info: string | null;
}

export interface PdfObject {
  readonly number: number;
  /** What stands between `obj` and `endobj`. */
  readonly body: Uint8Array;
  /** Whether it carries data behind its dictionary. */
  readonly isStream: boolean;
}

/** One line of the table: ten digits, five digits, a letter and two characters for the end of the line. */
const ENTRY = 20;

/**
 * Takes apart a PDF that was written in one go with one table of plain objects, which is how Chromium writes them.
 * `null` for any other: with changes appended, encrypted, packed already, or damaged.
 */
export function readObjects(pdf: Uint8Array): PdfObjects | null {
  // One letter for each byte: what is looked for is ASCII, and places in the text are places in the file.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const header = /^%PDF-1\.[0-7]/.exec(text)?.[0];
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  if (header === undefined || !(table < pdf.length)) return null;
  const head = /^xref\s+0 (\d+)\r?\n/.exec(text.slice(table, table + 40));
  if (head === null) return null;
  const size = Number(head[1]);
  const first = table + head[0].length;
  const places = readTable(text, first, size);
  const trailer = /^trailer\s*<<([^<>]*)>>\s*startxref/.exec(text.slice(first + size * ENTRY))?.[1];
  const root = reference(trailer, 'Root');
  if (places === null || trailer === undefined || root === null) return null;
  if (/\/(Prev|Encrypt|XRefStm|ID)\b/.test(trailer)) return null;

  const objects: PdfObject[] = [];
  for (const [place, { number, offset }] of places.entries()) {
    const start = offset + `${number} 0 obj\n`.length;
    const end = text.lastIndexOf('endobj', places[place + 1]?.offset ?? table) - 1;
    if (!text.startsWith(`${number} 0 obj\n`, offset) || end < start) return null;
    objects.push({ number, body: pdf.subarray(start, end), isStream: text.endsWith('endstream', end) });
  }
  return { header, objects, root, info: reference(trailer, 'Info') };
}

/** Number and place of every object, in the order of the file; `null` where one of them is no first version. */
function readTable(text: string, first: number, size: number): { number: number; offset: number }[] | null {
  const places: { number: number; offset: number }[] = [];
  for (let number = 0; number < size; number += 1) {
    const start = first + number * ENTRY;
    const kind = text[start + 17];
    if (kind === 'f') continue;
    const offset = Number(text.slice(start, start + 10));
    if (kind !== 'n' || text.slice(start + 10, start + 17) !== ' 00000 ' || !Number.isInteger(offset))
      return null;
    places.push({ number, offset });
  }
  return places.sort((a, b) => a.offset - b.offset);
}

function reference(trailer: string | undefined, key: string): string | null {
  return new RegExp(`/${key} (\\d+ 0 R)`).exec(trailer ?? '')?.[1] ?? null;
}
