import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '#shared/domain/table/guard.ts';
import { readCsv } from '#electron/formats/csv/read-csv.ts';
import { writeCsv } from '#electron/formats/csv/write-csv.ts';
import { decodeText } from '#electron/formats/decode-text.ts';

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);
const linesOf = (text: string) => readCsv(text).rows.map(({ line }) => line);

describe('CSV as it comes', () => {
  it('has cells with commas, quotes and line ends inside quotation marks', () => {
    expect(cellsOf('a,"b, c","say ""yes""","two\r\nlines"\r\nd,,\n')).toEqual([
      ['a', 'b, c', 'say "yes"', 'two\r\nlines'],
      ['d', '', ''],
    ]);
  });

  it('ends lines with CRLF, LF or CR, and counts the lines inside a cell', () => {
    expect(linesOf('a\r\nb\n"c\nc\r\nc"\rd')).toEqual([1, 2, 3, 6]);
  });

  it('skips empty rows and lines that begin with #, whatever is in them', () => {
    expect(readCsv('# don\'t "stop\na\n,,,\n\n#\n"#b"\n')).toEqual({
      rows: [
        { line: 2, cells: ['a'] },
        { line: 6, cells: ['#b'] },
      ],
      oddQuotes: [],
    });
  });

  it('trims cells, also around quotation marks and of no-break spaces', () => {
    expect(cellsOf(' a , "b" ,\u00A0c\u00A0')).toEqual([['a', 'b', 'c']]);
  });

  it('keeps quotation marks in the middle of a cell', () => {
    expect(readCsv('5" pipe,6')).toEqual({ rows: [{ line: 1, cells: ['5" pipe', '6'] }], oddQuotes: [] });
  });

  it.each([
    [
      'an end that is missing',
      '1,a\n2,"b,"c, d"\n3,e\n',
      [
        ['1', 'a'],
        ['2', '"b', 'c, d'],
        ['3', 'e'],
      ],
      [2],
    ],
    [
      'an end that the next line takes',
      '1,"a,b\n2,"c"\n',
      [
        ['1', '"a', 'b'],
        ['2', 'c'],
      ],
      [1],
    ],
    [
      'marks inside a quoted cell',
      '1,"a "b" c",d\n2,"e"',
      [
        ['1', '"a "b" c"', 'd'],
        ['2', 'e'],
      ],
      [1],
    ],
    [
      'no end in the whole file',
      '1,"a\n2,"b\n3,"c"\n4,"d',
      [
        ['1', '"a'],
        ['2', '"b'],
        ['3', 'c'],
        ['4', '"d'],
      ],
      [1, 2, 4],
    ],
  ])('with %s loses no line and says which one it was', (_, text, cells, odd) => {
    expect(cellsOf(text)).toEqual(cells);
    expect(readCsv(text).oddQuotes).toEqual(odd);
  });

  it('never hangs and never loses the count of lines', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', '#', 'a', ' ', "'", '='),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (start) => {
        // Whatever is open before it, the last row is found, and on its own line.
        const before = `${start}.\n`;
        const { rows } = readCsv(`${before}last,row`);
        expect(rows.at(-1)).toEqual({ line: before.split(/\r\n|\r|\n/).length, cells: ['last', 'row'] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads many broken lines in linear time', () => {
    // Squared, this would be hours.
    const text = Array.from({ length: 200_000 }, () => '1,"a""b').join('\n');
    expect(readCsv(text).rows).toHaveLength(200_000);
  });
});

describe('CSV as we write it', () => {
  const cell = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', ';', '\n', '\r', '\t', "'", '=', '+', '-', '@', ' ', 'a', '#'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 8,
    })
    .map((text) => text.trim())
    .filter((text) => !text.includes('\0') && text.isWellFormed());

  it('comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          // A first cell with a letter: no row is empty or a comment.
          const written = rows.map((cells) => ['x', ...cells]);
          const width = Math.max(...written.map(({ length }) => length));
          const padded = written.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
          expect(readCsv(writeCsv(written))).toMatchObject({
            rows: padded.map((cells) => ({ cells })),
            oddQuotes: [],
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('has CRLF and one width, however many rows', () => {
    expect(writeCsv(Array.from({ length: 150_000 }, () => ['a']))).toHaveLength(3 * 150_000);
    expect(writeCsv([['a'], ['b', 'c', 2.5]])).toBe('a,,\r\nb,c,2.5\r\n');
  });

  it('starts no formula, in whatever program opens it', () => {
    const hostile = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      "=cmd|' /C calc'!A0",
      "'=1",
      "''@x",
      '\0=1',
      'a;=1+1',
    ];
    const lines = writeCsv(hostile.map((text) => ['x', text])).split(/\r\n/);
    for (const line of lines.filter(Boolean)) {
      // What a program sees that splits at commas, semicolons or tabs, outside of quotation marks.
      const cells = line.match(/"(?:[^"]|"")*"|[^,;\t]+/g) ?? [];
      for (const shown of cells) expect(shown.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r\0]/);
    }
  });

  it('guards cells so that what was written comes back, and nothing else is changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '\t'), maxLength: 5 }), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
        if (/^'*a/.test(text)) expect(guardCell(text)).toBe(text);
      }),
    );
    expect(unguardCell("'tis")).toBe("'tis");
  });

  it('writes numbers without an exponent, to the last digit', () => {
    expect(writeCsv([[0.0000001, 1_000_000, 3, 0.5, 1.25e21]])).toBe(
      '0.0000001,1000000,3,0.5,1250000000000000000000\r\n',
    );
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = writeCsv([[value]]).trim();
        expect(text).toMatch(/^\d+(\.\d+)?$/);
        expect(Number(text)).toBe(Math.abs(value));
      }),
    );
  });
});

describe('the text of bytes', () => {
  const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);
  it.each([
    ['UTF-8', bytesOf(0x50, 0x65, 0xc3, 0xb1, 0x61), 'Peña', 'utf-8'],
    ['UTF-8 with its mark', bytesOf(0xef, 0xbb, 0xbf, 0x50, 0xc3, 0xb1), 'Pñ', 'utf-8'],
    ['Latin-1', bytesOf(0x50, 0x65, 0xf1, 0x61), 'Peña', 'windows-1252'],
    ['Windows-1252', bytesOf(0x93, 0x61, 0x94, 0x80), '“a”€', 'windows-1252'],
    ['UTF-16, little end first', bytesOf(0xff, 0xfe, 0xf1, 0x00), 'ñ', 'utf-16le'],
    ['UTF-16, big end first', bytesOf(0xfe, 0xff, 0x00, 0xf1), 'ñ', 'utf-16be'],
    ['nothing', bytesOf(), '', 'utf-8'],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });
});
