import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#electron/formats/decode-text.ts';
import { readTranscript, type ReadTranscript } from '#electron/formats/transcript/read-transcript.ts';
import { unusedLines } from '#electron/formats/transcript/unused-lines.ts';
import type { TranscriptRow } from '#shared/domain/transcript/types.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/transcripts');
const fixture = (name: string) => decodeText(readFileSync(join(FOLDER, name))).text;

function read(text: string): ReadTranscript {
  const outcome = readTranscript(text);
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome;
}

/** A row as one line: what it says, nothing where it says nothing. */
const brief = ({
  line,
  term,
  prefix,
  number,
  title,
  credits,
  grade,
  status,
  unclear,
  institution,
}: TranscriptRow) =>
  [
    line,
    term && `${term.season} ${term.year}`,
    `${prefix} ${number}`.trim(),
    title,
    credits,
    grade,
    status,
    unclear && `?${unclear}`,
    institution && `@${institution}`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' | ');
const briefs = (text: string) => read(text).rows.map(brief);
const problemsOf = (text: string) =>
  read(text).problems.map(({ line, problem }) => `${line} ${problem.code}`);

describe('a transcript as a registrar, a web page, a spreadsheet or a PDF gives it', () => {
  it('with lines of several kinds in one text, and commas in a title', () => {
    const text =
      'ENG 101, Composition, Honors, 3, A\nMTH 110 College Algebra 3.0 B+\nBIO 171; Human Anatomy; 4; A-';
    expect(briefs(text)).toEqual([
      '1 | ENG 101 | Composition, Honors | 3 | A | completed',
      '2 | MTH 110 | College Algebra | 3 | B+ | completed',
      '3 | BIO 171 | Human Anatomy | 4 | A- | completed',
    ]);
  });

  it('as CSV with attempts, points and what is in progress', () => {
    expect(briefs(fixture('registrar.csv'))).toEqual([
      '2 | fall 2026 | ENG 101 | English Composition I | 3 | A- | completed',
      '3 | fall 2026 | MTH 110 | College Algebra | 3 | F | completed',
      '4 | fall 2026 | PSY 101 | Introduction to Psychology, Honors | 3 | B+ | completed',
      '5 | spring 2027 | MTH 110 | College Algebra | 3 | B | completed',
      '6 | spring 2027 | BIO 171 | Human Anatomy | 4 | W | withdrawn',
      '7 | fall 2027 | BIO 171 | Human Anatomy | 4 | enrolled',
      '8 | SPN 1XX | Spanish elective | 6 | transferred',
    ]);
    expect(problemsOf(fixture('registrar.csv'))).toEqual(['1 columns-unknown']);
  });

  it('as a table pasted from a web page, with terms as headings and no column names', () => {
    expect(briefs(fixture('web-table.txt'))).toEqual([
      '2 | spring 2027 | ENG 102 | English Composition II | 3 | A | completed',
      '3 | spring 2027 | SOC 101 | Introduction to Sociology | 3 | P | completed',
      '7 | fall 2027 | ACC 201 | Financial Accounting | 3 | enrolled',
    ]);
    expect(problemsOf(fixture('web-table.txt'))).toEqual(['4 total', '7 cells-unused']);
  });

  it('as the CSV of a German Excel: semicolons, decimal commas, Latin-1', () => {
    expect(briefs(fixture('german-excel.csv'))).toEqual([
      '2 | fall 2026 | HSA 300 | Grundlagen der Pflegeökonomie | 3 | A- | completed',
      '3 | fall 2026 | BIO 171L | Human Anatomy; Laboratory | 1.5 | B+ | completed',
      '4 | spring 2027 | MTH 110 | College Algebra | C | completed',
      '5 | summer 2027 | PSY 101 | Intro | 3 | ?Q9',
    ]);
    expect(problemsOf(fixture('german-excel.csv'))).toEqual(['4 credits-unknown']);
  });

  it('as text out of a PDF, with page headings, sections, totals and columns that were lost', () => {
    expect(briefs(fixture('copied-from-pdf.txt'))).toEqual([
      '6 | ENC 1101 | Freshman Composition | 3 | transferred | @Lakeview Community College',
      '7 | HUM 2020 | Humanities of the World | 3 | transferred | @Lakeview Community College',
      '12 | fall 2026 | ENG 101 | English Composition I | 3 | A | completed',
      '13 | fall 2026 | HSA 3100L | Health Services Laboratory | 1 | S | completed',
      '14 | fall 2026 | MTH 110 | College Algebra | 3 | WF | withdrawn',
      '18 | spring 2027 | PSY 101 | Introduction to Psychology | 3 | B- | completed',
      '19 | spring 2027 | SOC 101 | Calculus 2 | 4 | C+ | completed',
      '20 | spring 2027 | BIO 171 | Human Anatomy | 4 | enrolled',
      '25 | fall 2027 | ACC 201 | Financial Accounting | 3 | enrolled',
    ]);
    expect(problemsOf(fixture('copied-from-pdf.txt'))).toEqual([
      '1 not-a-course',
      '2 not-a-course',
      '3 not-a-course',
      '15 total',
      '21 not-a-course',
      '26 total',
      '27 not-a-course',
    ]);
  });

  it('as a Markdown table with merged terms', () => {
    expect(briefs(fixture('markdown-table.txt'))).toEqual([
      '3 | fall 2026 | ENG 101 | English Composition I | 3 | B | completed',
      '4 | fall 2026 | PSY 101 | Intro to Psychology | 3 | exempt',
      '5 | spring 2027 | STA 215 | Introductory Statistics | 3 | CR | completed',
    ]);
    expect(problemsOf(fixture('markdown-table.txt'))).toEqual(['6 total']);
  });

  it('says in a sentence what became of a line', () => {
    expect(unusedLines(read(fixture('web-table.txt')).problems)).toEqual([
      { line: 4, reason: '“Totals 6 GPA 4.00” is a total or an average, which follows from the courses.' },
      { line: 7, reason: '“Miami Campus” is in no known column and not used.' },
    ]);
  });
});

describe('the parts of a line', () => {
  it.each([
    ['Fall 2026', 'fall 2026'],
    ['2026 Fall Semester', 'fall 2026'],
    ['FA26', 'fall 2026'],
    ['Spring Quarter 2027', 'spring 2027'],
    ['*** AUTUMN 2026 ***', 'fall 2026'],
    ['Term: Summer Session II 2027', 'summer 2027'],
    ['Winter 2026-2027', 'winter 2027'],
    ['Fall 2026-27', 'fall 2026'],
    ["Spring '27", 'spring 2027'],
    ['2027SP', 'spring 2027'],
    ['## Fall 2026 (Aug 24 – Dec 11)', 'fall 2026'],
  ])('the heading %s', (heading, term) => {
    expect(briefs(`${heading}\nHSA 3100\tCare\t3\tA`)).toEqual([
      `2 | ${term} | HSA 3100 | Care | 3 | A | completed`,
    ]);
  });

  it.each([
    ['HSA 3100', 'HSA 3100'],
    ['HSA3100', 'HSA 3100'],
    ['HSA-3100L', 'HSA 3100L'],
    ['C S 101', 'C S 101'],
    ['HSA 3100-001', 'HSA 3100'],
    ['Math 124', 'Math 124'],
    ['HSA\t3100', 'HSA 3100'],
    ['HSA 3100: Care', 'HSA 3100'],
  ])('the code %s', (code, expected) => {
    const [row] = read(`${code}\tCare\t3\tA`).rows;
    expect(`${row?.prefix} ${row?.number}`).toBe(expected);
  });

  it.each([
    ['A+', 'A+ completed'],
    ['B\u2212', 'B- completed'],
    ['F', 'F completed'],
    ['NP', 'NP completed'],
    ['CR', 'CR completed'],
    ['WF', 'WF withdrawn'],
    ['I', 'null enrolled'],
    ['In Progress', 'null enrolled'],
    ['TC', 'null transferred'],
    ['TB+', 'B+ transferred'],
    ['EX', 'null exempt'],
    ['Waived', 'null exempt'],
    ['failed', 'F completed'],
    ['92', 'null null'],
    ['', 'null null'],
  ])('the grade %s', (grade, expected) => {
    const [row] = read(`Course,Title,Units,Mark\nHSA 3100,Care,3,${grade}`).rows;
    expect(`${row?.grade} ${row?.status}`).toBe(expected);
    expect(row?.unclear).toBe(grade === '92' ? '92' : null);
  });

  it('takes names of columns in any order and case, and a season beside its year', () => {
    expect(
      briefs(
        'MARK;course title;Catalog No.;SUBJECT;Units;Year;Session;School\nA;Care;3100;HSA;3;2026-2027;Spring;Lake',
      ),
    ).toEqual(['2 | spring 2027 | HSA 3100 | Care | 3 | A | completed | @Lake']);
    expect(briefs('Course Code,Course,Credits,Grade\nHSA 3100,Care,3,A')[0]).toContain('HSA 3100 | Care');
    expect(briefs('Course,Credits,Grade\nHSA 3100 - Care,3,A')[0]).toContain('HSA 3100 | Care');
  });

  it('goes on with lines that do not fit the columns above them', () => {
    const text =
      'Term,Subject,Number,Title,Credits,Grade\nFall 2026,ENG,101,Composition,3,A\n\nSummer 2027\nHIS 200,History,3,B';
    expect(briefs(text)).toEqual([
      '2 | fall 2026 | ENG 101 | Composition | 3 | A | completed',
      '5 | summer 2027 | HIS 200 | History | 3 | B | completed',
    ]);
  });

  it('does not take addresses, pages, dates or sums for courses', () => {
    const junk = [
      'Suite 300 Miami FL 33101',
      'Page 1 of 2',
      'Dec 11 2026',
      'TOTAL 12 12.00',
      'GPA 3.50',
      'Level 4 Senior',
    ];
    expect(briefs([...junk, 'HSA 3100  Care  3  A'].join('\n'))).toEqual([
      '7 | HSA 3100 | Care | 3 | A | completed',
    ]);
    expect(problemsOf([...junk, 'HSA 3100  Care  3  A'].join('\n'))).toHaveLength(junk.length);
  });

  it('keeps a lone letter at the end of a title out of the grade', () => {
    expect(briefs('BIO 171 Anatomy I 4.00\nBIO 172 Anatomy II 4.00 B')).toEqual([
      '1 | BIO 171 | Anatomy I | 4',
      '2 | BIO 172 | Anatomy II | 4 | B | completed',
    ]);
  });
});

it.each([
  ['', 'empty'],
  [' \r\n\t\n', 'empty'],
  ['PNG\0\0', 'not-text'],
  ['Dear Sir or Madam,\nplease find enclosed my transcript.\n', 'no-courses'],
  ['Course,Title,Grade\n', 'no-courses'],
])('%j has no courses', (text, fault) => {
  expect(readTranscript(text)).toEqual({ ok: false, fault });
});

describe('for all transcripts', () => {
  const word = fc.constantFrom(
    'Health',
    'Ethics',
    'Care',
    'Policy',
    'Économie',
    'Statistics',
    'Methods',
    'Writing',
  );
  const row = fc.record({
    prefix: fc.constantFrom('HSA', 'BIO', 'ENG', 'MTH', 'PSYC', 'C S'),
    number: fc
      .tuple(fc.integer({ min: 100, max: 4_999 }), fc.constantFrom('', 'L', 'H'))
      .map(([n, letter]) => `${n}${letter}`),
    title: fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join(' ')),
    credits: fc.constantFrom('1.00', '3.00', '4.50', '3'),
    result: fc.constantFrom<[string, string | null, string]>(
      ['A', 'A', 'completed'],
      ['B+', 'B+', 'completed'],
      ['F', 'F', 'completed'],
      ['P', 'P', 'completed'],
      ['W', 'W', 'withdrawn'],
      ['IP', null, 'enrolled'],
      ['TR', null, 'transferred'],
      ['EX', null, 'exempt'],
    ),
  });
  const term = fc.record({
    season: fc.constantFrom('Fall' as const, 'Spring' as const, 'Summer' as const),
    year: fc.integer({ min: 1995, max: 2100 }),
    rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  });
  const COLUMNS = ['Term', 'Course', 'Title', 'Credits', 'Grade'] as const;
  const layout = fc.record({
    separator: fc.constantFrom(',', ';', '\t', ' | ', '   '),
    columns: fc.shuffledSubarray([...COLUMNS], { minLength: 5 }),
    headings: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    glue: fc.constantFrom(' ', '', '-'),
  });

  it('what was written is read again, in every layout', () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), layout, (terms, how) => {
        const { separator, headings, end, glue } = how;
        const columns = headings ? how.columns.filter((name) => name !== 'Term') : how.columns;
        const lines = [columns.join(separator)];
        const expected: string[] = [];
        for (const { season, year, rows } of terms) {
          const name = `${season} ${year}`;
          if (headings) lines.push(name);
          for (const { prefix, number, title, credits, result } of rows) {
            const cells = {
              Term: name,
              Course: `${prefix}${glue}${number}`,
              Title: title,
              Credits: credits,
              Grade: result[0],
            };
            lines.push(columns.map((column) => cells[column]).join(separator));
            expected.push(
              [
                lines.length,
                name.toLowerCase(),
                `${prefix} ${number}`,
                title,
                Number(credits),
                result[1],
                result[2],
              ]
                .filter((part) => part !== null)
                .join(' | '),
            );
          }
          lines.push(`Term GPA: 3.50`);
        }
        const text = (how.bom ? '\uFEFF' : '') + lines.join(end) + end;
        expect(briefs(text)).toEqual(expected);
        expect(new Set(problemsOf(text).map((problem) => problem.split(' ')[1]))).toEqual(new Set(['total']));
      }),
    );
  });

  const piece = fc.constantFrom(
    ...[
      'HSA 3100',
      'HSA',
      '3100',
      '3.00',
      'A-',
      'W',
      'TR',
      'Fall 2026',
      'FA26',
      'Care',
      '|',
      '||',
      ',',
      ';',
      '\t',
      '  ',
      '   ',
    ],
    ...[
      '---',
      '"',
      '#',
      'Total',
      'GPA',
      'Course',
      'Title',
      'Grade',
      'Credits',
      'Term',
      'Page 1',
      'é',
      '\u00a0',
      '=1+1',
      '-',
    ],
  );
  const junk = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.string({ maxLength: 40 }),
  );

  it('junk is never an error, and every line with something in it is used or reported', () => {
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = [...lines, 'HSA 3100  Health Care  3.00  A'].join(end);
        const outcome = readTranscript(text);
        if (!outcome.ok) return expect(text).toContain('\0');
        const { rows, problems, structure } = outcome;
        const named = [...rows, ...problems].map(({ line }) => line);
        const accounted = new Set([...named, ...structure]);
        const count = text.split(/\r\n|\r|\n/).length;
        for (const line of accounted) expect(line >= 1 && line <= count).toBe(true);
        for (let line = 1; line <= count; line += 1) expect(accounted.has(line)).toBe(true);
        // Structure is not a place to lose a line in: it is blank, a ruler, a heading, columns, or inside a cell.
        if (!text.includes('"')) {
          const all = text.split(/\r\n|\r|\n/);
          for (const line of structure) {
            const content = all[line - 1] ?? '';
            if (/[\p{L}\p{N}]/u.test(content)) expect(content).toMatch(/fall|fa26|course|title|term/i);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
