import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it stands on a page. */
export interface TextRun {
  /** With what parts it from the next piece: a space, the end of a line, or nothing. */
  text: string;
  /** In points. */
  size: number;
  /** Where its baseline begins, from the lower left corner of the page, and how far it runs; in points. */
  x: number;
  y: number;
  width: number;
  /** False for what is only drawn: repeated names, the axis, running titles. */
  tagged: boolean;
}

export interface PdfPage {
  /** In points. */
  width: number;
  height: number;
  runs: TextRun[];
  text: string;
  /** Roles of the structure elements on the page. */
  roles: string[];
}

export interface ReadPdf {
  pages: PdfPage[];
  title: string;
  language: string | null;
  isTagged: boolean;
  outline: OutlineEntry[];
  fonts: string[];
  /** Fonts whose letters are drawings without a name or that are not in the file. */
  badFonts: string[];
}

export interface OutlineEntry {
  title: string;
  items: OutlineEntry[];
}

interface Node {
  role?: string;
  children?: Node[];
}

/** Reads a PDF with another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes away from whoever gives them.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  try {
    const { info } = await pdf.getMetadata();
    const { Title, Language } = info as { Title?: string; Language?: string | null };
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const runs = runsOf((await page.getTextContent({ includeMarkedContent: true })).items);
      pages.push({
        width,
        height,
        runs,
        text: textOf(runs),
        roles: rolesIn((await page.getStructTree()) as Node | null),
      });
    }
    return {
      pages,
      title: Title ?? '',
      language: Language ?? null,
      isTagged: (await pdf.getMarkInfo())?.['Marked'] === true,
      outline: (await pdf.getOutline()) ?? [],
      ...fontsIn(objectsOf(bytes)),
    };
  } finally {
    await task.destroy();
  }
}

/** Pairs of texts on a page of which one stands upon the other. */
export function overlaps({ runs }: PdfPage): [string, string][] {
  const inked = runs.filter(({ text }) => text.trim() !== '');
  return inked.flatMap((a, place) =>
    inked
      .slice(place + 1)
      .filter((b) => {
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        // Letters reach from a fifth of their size below the baseline to seven tenths above it.
        const along =
          Math.min(a.y + 0.7 * a.size, b.y + 0.7 * b.size) - Math.max(a.y - 0.2 * a.size, b.y - 0.2 * b.size);
        return across > 1 && along > 1;
      })
      .map((b): [string, string] => [a.text, b.text]),
  );
}

/** Text without any white space: a line may be broken anywhere, also inside a word. */
export const squash = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** How often a text occurs, however it is broken into lines. */
export function countIn(text: string, part: string): number {
  return squash(text).split(squash(part)).length - 1;
}

export const textOf = (runs: readonly TextRun[]) => runs.map(({ text }) => text).join('');
export const wholeText = ({ pages }: ReadPdf) => pages.map(({ text }) => text).join(' ');
export const taggedText = ({ pages }: ReadPdf) =>
  textOf(pages.flatMap(({ runs }) => runs.filter(({ tagged }) => tagged)));

interface ContentItem {
  type?: string;
  id?: string | null;
  str?: string;
  hasEOL?: boolean;
  width?: number;
  transform?: number[];
}

function runsOf(items: readonly ContentItem[]): TextRun[] {
  const runs: TextRun[] = [];
  const marks: boolean[] = [];
  for (const { type, id, str, hasEOL, width = 0, transform } of items) {
    if (type === 'endMarkedContent') marks.pop();
    else if (type !== undefined) marks.push(id != null);
    else if (str !== undefined && transform) {
      const [, , c = 0, d = 0, x = 0, y = 0] = transform;
      const text = asTyped(str) + (hasEOL ? '\n' : '');
      const before = runs.at(-1);
      if (str.trim() !== '')
        runs.push({ text, size: Math.hypot(c, d), x, y, width, tagged: marks.includes(true) });
      else if (before) before.text += text;
    }
  }
  return runs;
}

/**
 * Inter draws ’ and ʼ, ‘ and ʻ with one glyph each. The PDF says which one it was (ActualText), as other readers do;
 * pdf.js does not look there.
 */
function asTyped(text: string): string {
  return text.replaceAll('\u02bc', '’').replaceAll('\u02bb', '‘');
}

function rolesIn(node: Node | null): string[] {
  if (node === null) return [];
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesIn)];
}

/** Every color that is set on a page, as three numbers from 0 to 1. */
export function colorsOf(bytes: Uint8Array): number[][] {
  const file = Buffer.from(bytes);
  const colors = new Set<string>();
  for (const { index, 0: whole, 1: length } of file
    .toString('latin1')
    .matchAll(/\/Filter \/FlateDecode\s+\/Length (\d+)>> stream\n/g)) {
    const start = index + whole.length;
    const drawn = inflateSync(file.subarray(start, start + Number(length))).toString('latin1');
    for (const [, color = ''] of drawn.matchAll(/((?:[\d.]+ ){3})(?:rg|RG)\b/g)) colors.add(color.trim());
  }
  return [...colors].map((color) => color.split(' ').map(Number));
}

/** The texts of all objects, those in object streams too; the data of streams is left out. */
export function objectsOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const objects: string[] = [];
  for (const match of text.matchAll(/(?<=[\r\n])\d+ 0 obj\s([^]*?)(\sstream\r?\n|\sendobj)/g)) {
    const [whole, dictionary = '', end] = match;
    objects.push(dictionary);
    if (end?.includes('stream') !== true || !/\/Type\s*\/ObjStm/.test(dictionary)) continue;
    const data = match.index + whole.length;
    const packed = inflateSync(file.subarray(data, data + valueIn(dictionary, 'Length'))).toString('latin1');
    const first = valueIn(dictionary, 'First');
    const offsets = packed
      .slice(0, first)
      .trim()
      .split(/\s+/)
      .filter((_, place) => place % 2 === 1)
      .map(Number);
    for (const [place, offset] of offsets.entries())
      objects.push(packed.slice(first + offset, first + (offsets[place + 1] ?? packed.length)));
  }
  return objects;
}

const valueIn = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key}\\s+(\\d+)`).exec(dictionary)?.[1]);

function fontsIn(objects: readonly string[]): { fonts: string[]; badFonts: string[] } {
  const dictionaries = objects.filter((part) => /\/Type\s*\/Font\b(?!Descriptor)/.test(part));
  const nameOf = (part: string) => /\/BaseFont\s*\/([^\s/>]+)/.exec(part)?.[1] ?? '(no name)';
  const descriptors = objects.filter((part) => /\/Type\s*\/FontDescriptor/.test(part));
  const notEmbedded = descriptors.filter((part) => !/\/FontFile2?3?\s/.test(part)).length;
  return {
    fonts: [...new Set(dictionaries.map(nameOf))],
    badFonts: [
      ...dictionaries.filter((part) => /\/Subtype\s*\/Type3/.test(part)).map(() => 'Type 3'),
      ...Array.from({ length: notEmbedded }, () => 'not embedded'),
      ...(descriptors.length === 0 && dictionaries.length > 0 ? ['no descriptor'] : []),
    ],
  };
}
