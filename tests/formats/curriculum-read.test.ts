import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#electron/formats/csv/read-csv.ts';
import { readPlanFile, writePlanFile } from '#electron/formats/plan-file.ts';
import { metricsOf } from '#shared/domain/metrics/metrics-of.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { curriculumBytes, imported, partsOf, read, requisitesOf } from './curricula.ts';

const TABLE =
  'Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours,Institution,Canonical Name,Term';
/** A degree plan of these rows; the first of them is on line 4. */
const plan = (...rows: string[]) => ['Curriculum,C', 'Courses', TABLE, ...rows].join('\n');
const unusedOf = (text: string) => imported(text).unused.map(({ line, reason }) => `${line}: ${reason}`);

describe('a curriculum', () => {
  it.each([
    ['semesters-with-metrics', 30, 90, 240],
    ['quarters-with-metrics', 28, 101, 186],
  ])('%s: loses no line, and its metrics are those of its columns', (name, count, credits, complexity) => {
    const bytes = curriculumBytes(name);
    const { document, unused } = imported(bytes);
    const { courses, terms } = partsOf(document);
    expect(unused).toEqual([]);
    expect([courses.length, terms.length]).toEqual([count, 0]);
    expect(courses.reduce((sum, course) => sum + (course.credits ?? 0), 0)).toBe(credits);
    expect(metricsOf(document).complexity).toBeCloseTo(complexity, 9);

    const rows = readCsv(bytes.toString('utf8')).rows.map(({ cells }) => cells);
    const header = rows.findIndex(([first]) => first === 'Course ID');
    const shown = rows.slice(header + 1).map(([id = '', ...cells]) => {
      const course = courses.find(({ importedId }) => importedId === id);
      const measures = metricsOf(document).courses.get(course?.id ?? '');
      return [
        [id, ...cells.slice(-4).map(Number)],
        measures && [
          id,
          Math.round(measures.complexity * 10) / 10,
          measures.blocking,
          measures.delay,
          measures.centrality,
        ],
      ];
    });
    expect(shown).toHaveLength(count);
    for (const [file, engine] of shown) expect(engine).toEqual(file);
  });

  it('keeps every cell that a plan has a place for', () => {
    const { document } = imported(curriculumBytes('quarters-with-metrics'));
    const { program, courses } = partsOf(document);
    expect(document.plan).toMatchObject({ name: 'Health_Informatics', goalId: program.id });
    expect(program).toMatchObject({
      title: 'Health_Informatics',
      institution: 'Cascade Polytechnic',
      degreeType: 'BS',
      level: 'bachelor',
      system: 'quarter',
      cip: '51.0706',
      phase: 'undergraduate',
    });
    expect(courses[16]).toMatchObject({
      importedId: '17',
      title: 'Privacy, Security and Law',
      prefix: 'HIM',
      number: '430',
      credits: 3,
      termId: null,
      programId: program.id,
      status: 'planned',
      institution: null,
      canonicalName: null,
    });
    expect(requisitesOf(document)).toContain('pre: 19 needs 14');
    expect(requisitesOf(document)).toContain('co: 9 needs 8');
    expect(requisitesOf(document)).toContain('strict: 21 needs 22');
  });

  it('takes placeholders such as elec 1xx and XX XX for no duplicates', () => {
    for (const name of ['semesters-with-metrics', 'quarters-with-metrics']) {
      const { document } = imported(curriculumBytes(name));
      const today = toDay('2026-11-23');
      const findings = findingsOf(document, schedulePlan(document, today), today);
      expect(findings.filter(({ code }) => code === 'duplicate-course')).toEqual([]);
    }
  });
});

describe('a degree plan', () => {
  const { document, unused } = imported(curriculumBytes('degree-plan'));
  const { program, terms, courses } = partsOf(document);
  const termOf = (importedId: string) =>
    terms.find(({ id }) => id === courses.find((course) => course.importedId === importedId)?.termId)?.index;

  it('has the name of the plan, its additional courses and every term up to the last, also an empty one', () => {
    expect(unused).toEqual([]);
    expect([document.plan.name, program.title, program.level]).toEqual([
      'Two years part time',
      'Health Information AAS',
      'associate',
    ]);
    expect(courses.map(({ importedId }) => importedId)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(['1', '4', '5', '7'].map(termOf)).toEqual([1, 2, 4, 1]);
    expect(courses[5]?.institution).toBe('North Shore College');
    expect(courses[0]?.canonicalName).toBe('Terminology');
  });

  it('has terms from the day given, by the calendar of its system', () => {
    expect(terms.map(({ title, season, firstDay, lastDay }) => [title, season, firstDay, lastDay])).toEqual([
      ['Year 1 Fall', 'fall', '2026-08-24', '2026-12-11'],
      ['Year 1 Spring', 'spring', '2027-01-18', '2027-05-07'],
      ['Year 2 Fall', 'fall', '2027-08-23', '2027-12-10'],
      ['Year 2 Spring', 'spring', '2028-01-17', '2028-05-05'],
    ]);
    const quarters = imported(
      curriculumBytes('degree-plan').toString().replace('semester', 'quarter'),
      '2027-01-04',
    );
    expect(partsOf(quarters.document).terms.map(({ title, firstDay }) => [title, firstDay])).toEqual([
      ['Year 1 Winter', '2027-01-04'],
      ['Year 1 Spring', '2027-03-29'],
      ['Year 1 Fall', '2027-09-27'],
      ['Year 2 Winter', '2028-01-03'],
    ]);
  });

  it('keeps learning outcomes as notes of the course and of the program', () => {
    expect(courses[3]?.notes).toBe(
      'Learning outcome 1: Assigns codes. Uses the book, then the software (hours: 12)\nLearning outcome 2: Audits codes (hours: 4; builds on: 1)',
    );
    expect(program.notes).toBe('Learning outcome: Works by the rules. Names what may be disclosed');
  });
});

describe('dirt', () => {
  const dirty = curriculumBytes('dirty').toString('utf8');
  const expected: [number, RegExp][] = [
    [3, /“semster”.*semester was taken/],
    [4, /“Advisor, Ng, twice checked”/],
    [9, /“Institution”.*line 5/],
    [11, /column “Advisor”/],
    [18, /“3-Jan” is not a number of credits/],
    [19, /“\?” is not a number of credits/],
    [22, /id “7”.*line 21/],
    [24, /same course.*“8”.*line 23/],
    [25, /called “HSA 300”/],
    [26, /neither a name nor a number/],
    [27, /has no id/],
    [28, /“L-1” is not a whole number/],
    [29, /“99”.*prerequisite/],
    [29, /“77”.*corequisite/],
    [30, /names itself as its prerequisite/],
    [30, /“1” is named more than once/],
    [31, /“soon” is not a number of a term/],
    [32, /“0” is not a number of a term/],
    [34, /quotation mark/],
    [35, /“left over”/],
    [38, /“-2” is not a number of credits/],
    [42, /“98”.*learning outcome/],
    [43, /learning outcome has neither/],
  ];

  it.each([
    ['LF', Buffer.from(dirty)],
    ['CRLF and a byte-order mark', Buffer.from(`\uFEFF${dirty.replaceAll('\n', '\r\n')}`)],
    ['CR and Latin-1', Buffer.from(dirty.replaceAll('\n', '\r'), 'latin1')],
  ])('is reported by line, each and nothing else, with %s', (_, bytes) => {
    const { unused } = imported(bytes);
    expect(unused.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
    for (const [index, [, words]] of expected.entries()) {
      expect(unused[index]?.reason).toMatch(words);
      expect(unused[index]?.reason).toMatch(/^\S.*[^.]\.$/);
    }
  });

  it('leaves what is sound, whatever the encoding', () => {
    const { document } = imported(Buffer.from(dirty, 'latin1'));
    const { program, courses, terms } = partsOf(document);
    expect(program).toMatchObject({
      title: 'Health Services, BS',
      institution: 'Universidad Peña',
      degreeType: 'B.S.',
      cip: '51.0701',
      system: 'semester',
    });
    expect(courses.map(({ importedId }) => importedId)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      null,
      '8',
      '9',
      null,
      'L-1',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
    ]);
    expect(courses.filter(({ credits }) => credits === null).map(({ importedId }) => importedId)).toEqual([
      '5',
      '6',
      '18',
    ]);
    expect(courses.filter(({ termId }) => termId === null).map(({ importedId }) => importedId)).toEqual([
      '13',
      '14',
    ]);
    expect(courses[1]).toMatchObject({ title: 'Statistics\nfor everybody, at last', credits: 3 });
    expect(courses[15]).toMatchObject({ institution: 'Clínica Sur' });
    expect(courses[16]).toMatchObject({ title: 'Unquoted "Heart" Lab' });
    expect(terms).toHaveLength(4);
    // The misspelled column is understood.
    expect(requisitesOf(document)).toEqual(
      [
        'pre: 11 needs 1',
        'pre: 11 needs L-1',
        'pre: 12 needs 1',
        'pre: 13 needs 11',
        'pre: 13 needs 2',
        'pre: 2 needs 1',
        'pre: 9 needs 1',
        `pre: ${courses[10]?.id ?? ''} needs 1`,
        'pre: L-1 needs 1',
        'co: 13 needs 14',
        'strict: 3 needs 4',
      ].sort(),
    );
  });

  it.each([
    [
      'ids as a spreadsheet writes them',
      ['1.0,A,,,,,,3,,,1', '02,B,,,1;1.0,,,3,,,2.0'],
      ['5: The prerequisite “1.0” is named more than once and was used once.'],
    ],
    [
      'lists with commas, spaces and empty places',
      ['1,A,,,,,,3,,,1', '2,B,,,,,,3,,,1', '3,C,,,"; 1 , 2;",,,3,,,2'],
      [],
    ],
    ['the id of a course further down', ['1,A,,,2,,,3,,,2', '2,B,,,,,,3,,,1'], []],
    ['loops, which are a finding', ['1,A,,,2,,,3,,,2', '2,B,,,1,,,3,,,1'], []],
    ['credits of a half and none', ['1,A,,,,,,.5,,,1', '2,B,,,,,,0,,,1', '3,C,,,,,,,,,1'], []],
    [
      'credits that are no number',
      ['1,A,,,,,,1e3,,,1', '2,B,,,,,,"3,5",,,1', `3,C,,,,,,${'9'.repeat(400)},,,1`],
      [/4: “1e3”/, /5: “3,5”/, /6: “9{59}…”/],
    ],
    [
      'terms nobody reaches',
      ['1,A,,,,,,3,,,101', '2,B,,,,,,3,,,1.5', '3,C,,,,,,3,,,-1'],
      [/4: “101”/, /5: “1\.5”/, /6: “-1”/],
    ],
    [
      'a name that is too long',
      [`1,${'n'.repeat(301)},${'P'.repeat(41)},,,,,3,,,1`],
      [/4: “Course Name” is too long; its first 300/, /4: “Prefix” is too long; its first 40/],
    ],
    [
      'a formula that was guarded, and one that was not',
      ["1,'=SUM(A1),,,,,,3,,,1", '2,=SUM(A1),,,,,,3,,,1'],
      [],
    ],
  ])('%s', (_, rows, reasons) => {
    const found = unusedOf(plan(...rows));
    expect(found).toHaveLength(reasons.length);
    for (const [index, reason] of reasons.entries())
      expect(found[index]).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
  });

  it('keeps 200 requisites of a kind and names the others', () => {
    const courses = Array.from({ length: 202 }, (_, nth) => `${nth + 1},C${nth + 1},,,,,,3,,,1`);
    const all = courses.map((_, nth) => nth + 1).join(';');
    const { document, unused } = imported(plan(...courses, `900,Last,,,${all},,,3,,,2`));
    expect(requisitesOf(document)).toHaveLength(200);
    expect(unused).toEqual([
      { line: 206, reason: 'A course can have 200 prerequisites; “201” and “202” are not used.' },
    ]);
  });

  it('takes the first of two columns with one name, and says so', () => {
    const { document, unused } = imported(
      'Courses\nCourse ID,Course Name,Course  name\n1,Algebra,Geometry\n',
    );
    expect(partsOf(document).courses).toMatchObject([{ title: 'Algebra' }]);
    expect(unused).toMatchObject([{ line: 2, reason: expect.stringContaining('“Course name”') as string }]);
  });

  it('takes a course for a header row only if it has the very name of one', () => {
    const { document } = imported(plan('Institutions,A,,,,,,3,,,1', 'Institution,Ours,,,,,,,,,'));
    expect(partsOf(document).courses.map(({ importedId }) => importedId)).toEqual(['Institutions']);
    expect(partsOf(document).program.institution).toBe('Ours');
  });

  it('fills the notes of a course with learning outcomes and reports what is over', () => {
    const outcomes = Array.from({ length: 6 }, (_, nth) => `1,${nth + 1},${'o'.repeat(9_000)}`);
    const text = [plan('1,A,,,,,,3,,,1'), 'Course Learning Outcomes', ...outcomes].join('\n');
    const { document, unused } = imported(text);
    expect(partsOf(document).courses[0]?.notes.match(/Learning outcome/g)).toHaveLength(5);
    expect(unused).toEqual([{ line: 11, reason: expect.stringContaining('no more room') as string }]);
  });

  it('never cuts a character in two', () => {
    const { document } = imported(plan(`1,${'n'.repeat(299)}\u{1F600},,,,,,3,,,1`));
    expect(partsOf(document).courses[0]?.title).toBe('n'.repeat(299));
  });

  it('takes the guard off a cell, and only the guard', () => {
    const { document } = imported(plan("1,'=SUM(A1),'90s,''-,,,,3,,,1"));
    expect(partsOf(document).courses[0]).toMatchObject({ title: '=SUM(A1)', prefix: "'90s", number: "'-" });
  });

  it.each([
    ['semester', 'semester', 0],
    ['Semesters', 'semester', 0],
    [' QUARTER ', 'quarter', 0],
    ['', 'semester', 0],
    ['quater', 'quarter', 1],
    ['semestre', 'semester', 1],
    ['trimester', 'semester', 1],
  ])('reads the system type %j as %s', (value, system, reports) => {
    const { document, unused } = imported(`System Type,${value}\n${plan('1,A,,,,,,3,,,1')}`);
    expect(partsOf(document).program.system).toBe(system);
    expect(unused).toHaveLength(reports);
  });

  it.each([
    ['AAS', 'associate'],
    ['A.S.', 'associate'],
    ['Associate of Arts', 'associate'],
    ['BS', 'bachelor'],
    ['BBA', 'bachelor'],
    ['MHA', 'master'],
    ['Master of Science', 'master'],
    ['PhD', 'doctorate'],
    ['DNP', 'doctorate'],
    ['Certificate', 'certificate'],
    ['?', 'bachelor'],
    ['', 'bachelor'],
  ])('takes a degree of type %j for %s', (type, level) => {
    expect(partsOf(imported(`Degree Type,${type}\n${plan('1,A,,,,,,3,,,1')}`).document).program.level).toBe(
      level,
    );
  });

  it('may have as many courses as a spreadsheet has rows', () => {
    const rows = Array.from({ length: 150_000 }, (_, nth) => `${nth + 1},Course,,,${nth},,,3,,,1`);
    const { document, unused } = imported(plan(rows.join('\n')));
    expect([document.items.length, document.requisiteSets.length]).toEqual([150_002, 149_999]);
    expect(unused).toHaveLength(1);
  });

  it('does without a name, without ids and without terms', () => {
    const { document, unused } = imported('Courses\nCourse Name,Credit Hours\nAlgebra,3\n');
    expect(document.plan.name).toBe('Imported curriculum');
    expect(partsOf(document).courses).toMatchObject([
      { title: 'Algebra', credits: 3, importedId: null, termId: null },
    ]);
    expect(unused).toHaveLength(1);
  });
});

describe('what is no curriculum', () => {
  it.each([
    ['nothing', '', 'empty', 1],
    ['white space', ' \r\n\n', 'empty', 1],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-text', 2 + 1],
    ['text', 'Dear diary,\ntoday I learned', 'no-courses', 2],
    ['a header without courses', 'Curriculum,C\nInstitution,I\n\n', 'no-courses', 2],
    ['a table of something else', 'Name,Term,Prerequisites,Credits\nENG 1,1,,4\n', 'no-courses', 2],
    ['courses without column names', 'Curriculum,C\nCourses\n1,Algebra,MTH,110,,,,3,,,1\n', 'no-columns', 3],
    ['courses that cannot be named', 'Courses\nCourse ID,Credit Hours\n1,3\n', 'no-columns', 2],
    ['a heading and nothing below', 'Curriculum,C\nCourses,,,\n', 'no-columns', 2],
  ])('%s is refused, naming the line', (_, input, fault, line) => {
    expect(read(input)).toEqual({ ok: false, failure: { code: 'curriculum-unusable', fault, line } });
  });

  it('is too large or passes the last year', () => {
    expect(read('x'.repeat(32_000_001))).toMatchObject({ failure: { code: 'file-too-large' } });
    expect(read(plan('1,A,,,,,,3,,,4'), '2198-08-24')).toMatchObject({
      failure: { code: 'dates-out-of-range' },
    });
  });
});

describe('whatever the file holds', () => {
  const clean = curriculumBytes('dirty').toString('utf8').split('\n');

  it('the plan holds together and no row vanishes without a word', () => {
    const junk = fc.string({
      unit: fc.constantFrom(
        '"',
        ',',
        ';',
        '\n',
        '\r',
        'Course',
        '1',
        '2',
        '.',
        'é',
        "'",
        '=',
        ' ',
        '#',
        '\u{1F600}',
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(clean.length - 1), fc.nat(80), fc.nat(20), junk), { maxLength: 4 }),
        (edits) => {
          const lines = [...clean];
          for (const [line, from, count, text] of edits) {
            const old = lines[line] ?? '';
            lines[line] = old.slice(0, from) + text + old.slice(from + count);
          }
          const text = lines.join('\n');
          const outcome = read(text);
          if (!outcome.ok) {
            expect(outcome.failure.code).toBe('curriculum-unusable');
            return;
          }
          // The plan file checks every field and every reference.
          expect(readPlanFile(writePlanFile(outcome.document))).toEqual({
            ok: true,
            document: outcome.document,
            baselines: [],
          });
          const { rows } = readCsv(text);
          const table = rows.findIndex(({ cells }) => cells[0]?.toLowerCase() === 'courses');
          const next = rows.findIndex(
            ({ cells }, index) => index > table && /^additional/i.test(cells[0] ?? ''),
          );
          if (table < 0 || next < 0) return;
          const told = new Set(outcome.unused.map(({ line }) => line));
          const silent = rows.slice(table + 2, next).filter(({ line }) => !told.has(line));
          expect(partsOf(outcome.document).courses.length).toBeGreaterThanOrEqual(silent.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
