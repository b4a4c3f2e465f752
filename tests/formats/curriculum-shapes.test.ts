import { describe, expect, it } from 'vitest';
import { metricsOf } from '#shared/domain/metrics/metrics-of.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import { curriculumBytes, imported, partsOf, requisitesOf } from './curricula.ts';

/** Shapes that programs and people have given the format; per file, every line that must be reported, and how. */
const SHAPES: Record<string, [number, RegExp][]> = {
  'requisites-by-code': [
    [6, /“Total Structural Complexity, 17\.3” is not part/],
    [7, /“Longest Delay, 4, HIM110->/],
    [12, /id “HIM_LAB1”, named here as a corequisite/],
    [15, /id “elec1xx”, named here as a prerequisite/],
  ],
  'older-names': [
    [7, /“Semester” is in no named column/],
    [10, /“1” is named more than once/],
    [11, /“4-Mar” is not a number of credits/],
    [12, /“1-3” is not a number of credits/],
  ],
  semicolons: [
    [8, /“3,5” is not a number of credits/],
    [9, /id “9”, named here as a corequisite/],
  ],
  'without-heading': [
    [5, /“Courses” is missing above/],
    [5, /“Requisities” is not part of this format/],
    [9, /“Requisities” is not part of this format/],
    [10, /“Fall” is not a number of a term/],
  ],
  'two-curricula': [
    [9, /neither a name nor a number/],
    [13, /“Total Structural Complexity, 3” is not part/],
    [17, /id “7”, named here as a prerequisite/],
  ],
  'other-columns': [
    [3, /“Prerequisites \(Text\)”, “CoPrerequisites”, and “Notes” are not part/],
    [3, /“Course Name” is here twice/],
    [4, /“1\.68E\+11” is not a whole number/],
    [7, /“1,002” is not a whole number/],
    [7, /“3,0” is not a number of credits/],
    [8, /neither a name nor a number/],
    [9, /called “XX”/],
    [9, /“\?” is not a number of credits/],
    [9, /ids “9” and “8”, named here as prerequisites/],
    [9, /names itself as its strict corequisite/],
  ],
};

const shape = (name: string): string => curriculumBytes(name).toString('utf8');
const courseOf = (courses: Course[], importedId: string) =>
  courses.find((course) => course.importedId === importedId);

describe('every line that is not used as it stands is reported by its number, and no other', () => {
  const encodings: [string, (text: string) => Uint8Array][] = [
    ['LF', (text) => Buffer.from(text)],
    ['CRLF and a byte-order mark', (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
    ['CR and Latin-1', (text) => Buffer.from(text.replaceAll('\n', '\r'), 'latin1')],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ];
  it.each(
    Object.keys(SHAPES).flatMap((name) => encodings.map(([label, encode]) => ({ name, label, encode }))),
  )('$name with $label', ({ name, encode }) => {
    const { unused, document } = imported(encode(shape(name)));
    const expected = SHAPES[name] ?? [];
    expect(unused.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
    for (const [index, [, words]] of expected.entries()) expect(unused[index]?.reason).toMatch(words);
    expect(document).toEqual(imported(shape(name)).document);
  });
});

describe('what is sound in it', () => {
  it('are requisites by the code of a course, where only one has it, or with its id', () => {
    const { document } = imported(curriculumBytes('requisites-by-code'));
    expect(requisitesOf(document)).toEqual([
      'pre: 2 needs 1',
      'pre: 3 needs 2',
      'pre: 4 needs 3',
      'pre: 6 needs 5',
    ]);
    const { courses } = metricsOf(document);
    const shown = partsOf(document).courses.map(({ id }) => {
      const measures = courses.get(id);
      return (
        measures && [measures.complexity.toFixed(1), measures.blocking, measures.delay, measures.centrality]
      );
    });
    expect(shown).toEqual([
      ['4.7', 3, 4, 0],
      ['4.0', 2, 4, 4],
      ['3.3', 1, 4, 4],
      ['2.7', 0, 4, 0],
      ['2.0', 1, 2, 0],
      ['1.3', 0, 2, 0],
    ]);
  });

  it('never takes the number of a course for an id, or an id for a code', () => {
    const { document, unused } = imported(
      'Courses\nCourse ID,Course Name,Prefix,Number,Prerequisites\n1,A,CS,101,\nCS101,B,,,\n3,C,,,CS101\n4,D,,,101\n',
    );
    expect(requisitesOf(document)).toEqual(['pre: 3 needs CS101']);
    expect(unused.map(({ line }) => line)).toEqual([4, 6]);
  });

  it('is known by its older names, below a heading that says more', () => {
    const { document } = imported(curriculumBytes('older-names'));
    const { program, courses, terms } = partsOf(document);
    expect([document.plan.name, program.title]).toEqual(['Two terms a year', 'Clinic Management']);
    expect(program).toMatchObject({ institution: 'Harbor State College', degreeType: 'BAS', cip: null });
    expect(courses.map(({ credits }) => credits)).toEqual([3, 3, null, null]);
    expect(terms).toHaveLength(4);
    expect(requisitesOf(document)).toEqual([
      'pre: 2 needs 1',
      'pre: 3 needs 1',
      'pre: 3 needs 2',
      'pre: 4 needs 1',
      'pre: 4 needs 2',
      'pre: 4 needs 3',
    ]);
  });

  it.each([
    ['semicolons', shape('semicolons')],
    ['tabs', shape('semicolons').replaceAll('"1;2"', '"1,2"').replaceAll(';', '\t')],
  ])('may be separated by %s', (_, text) => {
    const { document, unused } = imported(text);
    const { program, courses } = partsOf(document);
    expect(unused.map(({ line }) => line)).toEqual([8, 9]);
    expect(program).toMatchObject({ title: 'Gestión de Clínicas, BS', institution: 'Universidad Peña' });
    expect(courses.map(({ title }) => title)).toEqual([
      'Anatomía',
      'Salud, una introducción',
      'Finanzas',
      'Prácticas',
    ]);
    expect(requisitesOf(document)).toEqual([
      'pre: 3 needs 1',
      'pre: 3 needs 2',
      'pre: 4 needs 1',
      'pre: 4 needs 3',
      'strict: 2 needs 1',
    ]);
  });

  it('needs neither a heading nor that the columns are named only once', () => {
    const { document } = imported(curriculumBytes('without-heading'));
    const { program, courses, terms } = partsOf(document);
    expect([document.plan.name, program.title]).toEqual(['Part time', 'Public Health']);
    expect(courses.map(({ importedId, title }) => [importedId, title])).toEqual([
      ['1', 'Epidemiology'],
      ['2', 'Statistics'],
      ['3', 'Policy'],
    ]);
    expect(terms).toHaveLength(2);
  });

  it('is one program for each curriculum, with ids of its own', () => {
    const { document } = imported(curriculumBytes('two-curricula'));
    const programs = document.items.filter(({ kind }) => kind === 'program');
    expect(document.plan).toMatchObject({ name: 'Full time', goalId: programs[0]?.id });
    expect(programs).toMatchObject([
      { title: 'Nursing Home Administration', institution: 'Harbor State College', system: 'semester' },
      { title: 'Health Informatics', institution: 'North Shore College', system: 'quarter' },
    ]);
    const childrenOf = (nth: number, kind: string) =>
      document.items.filter((item) => item.kind === kind && item.programId === programs[nth]?.id);
    expect([0, 1].map((nth) => childrenOf(nth, 'term').length)).toEqual([2, 3]);
    expect(childrenOf(0, 'course').map(({ title }) => title)).toEqual(['Aging', 'Care']);
    expect(childrenOf(1, 'course').map(({ title }) => title)).toEqual(['Data', 'Networks', 'Arithmetic']);
    const title = new Map(document.items.map((item) => [item.id, item.title]));
    expect(
      document.requisiteSets.map(({ courseId, needs }) => [
        title.get(courseId),
        ...needs.map((need) => title.get(need.courseId)),
      ]),
    ).toEqual([
      ['Care', 'Aging'],
      ['Networks', 'Data'],
    ]);
    expect(new Set(document.items.map(({ position }) => position)).size).toBe(document.items.length);
  });

  it('is the column with the right name, not the one that only looks like it', () => {
    const { document } = imported(curriculumBytes('other-columns'));
    const { courses } = partsOf(document);
    expect(courses.map(({ title }) => title)).toEqual([
      'Calculus',
      'Physics',
      'Physics Lab',
      'Statics',
      'XX',
    ]);
    expect(requisitesOf(document)).toEqual([
      'co: 24951 needs 24952',
      'pre: 1,002 needs 24951',
      'pre: 24951 needs 1.68E+11',
      'strict: 24952 needs 24951',
    ]);
    expect(courseOf(courses, '1,002')?.credits).toBeNull();
  });
});
