import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#electron/formats/csv/read-csv.ts';
import { writeCurriculum } from '#electron/formats/curricular-analytics/write.ts';
import { planDocument } from '#shared/contract/documents.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { curriculumBytes, imported, partsOf } from './curricula.ts';

function written(document: PlanDocument) {
  const { program } = partsOf(document);
  return writeCurriculum(document, program);
}
const cellsOf = (document: PlanDocument) => readCsv(written(document).text).rows.map(({ cells }) => cells);
const lossesOf = (document: PlanDocument) => written(document).losses;

/** Everything of a plan that the format has a column for, with courses and terms named by their place. */
function visible(document: PlanDocument) {
  const { program, terms, courses } = partsOf(document);
  const placeOf = new Map(courses.map(({ id }, place) => [id, place]));
  const used = terms.filter(({ id }) => courses.some(({ termId }) => termId === id));
  const order = used.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)).map(({ id }) => id);
  const { title, institution, degreeType, cip, system } = program;
  const edges = document.requisiteSets.flatMap(({ courseId, kind, needs }) =>
    needs.map((need) => `${kind} ${placeOf.get(courseId) ?? ''} ${placeOf.get(need.courseId) ?? ''}`),
  );
  return {
    name: used.length > 0 ? document.plan.name : null,
    program: { title, institution, degreeType, cip, system },
    courses: courses.map(({ title, prefix, number, credits, institution, canonicalName, termId }) => ({
      ...{ title, prefix, number, credits, institution, canonicalName },
      term: termId === null ? null : order.indexOf(termId),
    })),
    requisites: [...new Set(edges)].sort(),
  };
}

const text = (maxLength: number) =>
  fc
    .string({
      unit: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            'a',
            'B',
            ' ',
            '"',
            "'",
            ';',
            '=',
            '-',
            '+',
            '@',
            '\t',
            '\r',
            '\n',
            '#',
            'é',
            '→',
          ),
        },
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength,
    })
    .map((value) => value.trim().slice(0, maxLength).trim())
    .filter((value) => value.isWellFormed());
/** Now and then as long as the contract allows, of the same awkward characters. */
const upTo = (limit: number) =>
  fc.oneof(
    { weight: 9, arbitrary: text(Math.min(limit, 20)) },
    {
      weight: 1,
      arbitrary: text(20).map((value) => value.repeat(limit).slice(0, limit).toWellFormed().trim()),
    },
  );
const line = upTo(300).filter((value) => value !== '');
const name = line.filter((value) => !value.includes(','));
const orNull = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: null });

const course = fc.record({
  title: line,
  prefix: upTo(40),
  number: upTo(40),
  credits: fc.option(
    fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 1_000_000, noNaN: true })),
    { nil: null },
  ),
  institution: orNull(line),
  canonicalName: orNull(line),
  importedId: fc.option(fc.oneof(fc.nat(30).map(String), line), { nil: null }),
  term: fc.option(fc.nat(4), { nil: null }),
  needs: fc.array(
    fc.record({ kind: fc.constantFrom('pre' as const, 'co' as const, 'strict' as const), course: fc.nat(7) }),
    { maxLength: 4 },
  ),
});

const document = fc
  .record({
    name,
    program: fc.record({
      title: name,
      institution: orNull(line),
      degreeType: orNull(line),
      cip: orNull(line),
      system: fc.constantFrom('semester' as const, 'quarter' as const),
    }),
    courses: fc.array(course, { maxLength: 8 }),
  })
  .map(({ name, program, courses }) => {
    const plan = aPlan({ name }).program('program', program);
    for (let index = 0; index < 5; index += 1) plan.term(`t${index}`);
    for (const [index, { term, needs: _, ...fields }] of courses.entries())
      plan.course(`c${index}`, { ...fields, termId: term === null ? null : `t${term}` });
    for (const [index, { needs }] of courses.entries())
      for (const { kind, course } of needs)
        if (course !== index && course < courses.length)
          plan.requisites(`c${index}`, [`c${course}`], { kind });
    return plan.build();
  });

describe('a curriculum file', () => {
  it('comes back as the same plan in everything it has a column for', () => {
    fc.assert(
      fc.property(document, (plan) => {
        expect(planDocument.safeParse(plan).success).toBe(true);
        const { text } = written(plan);
        const { document: back, unused } = imported(text);
        expect(unused).toEqual([]);
        expect(visible(back)).toEqual({ ...visible(plan), name: visible(plan).name });
        // Whole numbers are kept as ids where no other course had them before.
        const seen = new Set<string>();
        for (const [index, { importedId }] of partsOf(plan).courses.entries()) {
          const kept = importedId !== null && /^(0|[1-9]\d*)$/.test(importedId) && !seen.has(importedId);
          if (kept) expect(partsOf(back).courses[index]?.importedId).toBe(importedId);
          if (kept) seen.add(importedId);
        }
        expect(written(back).text).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['semesters-with-metrics', 'quarters-with-metrics'])(
    'has the metric columns of %s, as they came',
    (fixture) => {
      const before = readCsv(curriculumBytes(fixture).toString()).rows.map(({ cells }) =>
        cells.slice(-4).map(Number),
      );
      const after = cellsOf(imported(curriculumBytes(fixture)).document).map((cells) =>
        cells.slice(-4).map(Number),
      );
      const isMetric = (cells: number[]) => cells.every((cell) => !Number.isNaN(cell)) && (cells[0] ?? 0) > 0;
      expect(after.filter(isMetric)).toEqual(before.filter(isMetric));
      expect(before.filter(isMetric).length).toBeGreaterThan(25);
    },
  );

  it('is laid out as the format says', () => {
    const plan = aPlan({ name: 'Plan, with commas,' })
      .program('p', {
        title: '=Health',
        institution: 'A, B',
        degreeType: 'BS',
        cip: '51.0701',
        system: 'quarter',
      })
      .term('late', { firstDay: '2028-01-10', lastDay: '2028-03-10' })
      .term('empty')
      .term('early', { firstDay: '2026-09-21', lastDay: '2026-12-04' })
      .course('a', { title: 'Say "A"', prefix: 'X', number: '1', termId: 'late', canonicalName: '@home' })
      .course('b', { title: '-B', credits: null, termId: 'early', importedId: '1' })
      .course('c', { title: 'C', credits: 1.5 })
      .requisites('a', ['b', 'c'])
      .requisites('c', ['b'], { kind: 'strict' })
      .build();
    expect(written(plan).text.split('\r\n')).toEqual([
      'Curriculum,"\'=Health",,,,,,,,,,,,,',
      'Degree Plan,Plan with commas,,,,,,,,,,,,,',
      'Institution,"A, B",,,,,,,,,,,,,',
      'Degree Type,BS,,,,,,,,,,,,,',
      'System Type,quarter,,,,,,,,,,,,,',
      'CIP,51.0701,,,,,,,,,,,,,',
      'Courses,,,,,,,,,,,,,,',
      'Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours,Institution,Canonical Name,Term,Complexity,Blocking,Delay,Centrality',
      '2,"Say ""A""",X,1,"1;3",,,3,,"\'@home",2,2.0,0,3,0',
      '1,"\'-B",,,,,,,,,1,3.3,2,3,0',
      '3,C,,,,,1,1.5,,,,2.7,1,3,3',
      '',
    ]);
  });

  it('has no metrics for courses on a loop', () => {
    const plan = aPlan()
      .program('p')
      .course('a')
      .course('b')
      .requisites('a', ['b'])
      .requisites('b', ['a'])
      .build();
    expect(
      cellsOf(plan)
        .slice(-2)
        .map((cells) => cells.slice(-4)),
    ).toEqual([
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
  });
});

describe('what a curriculum file cannot hold', () => {
  const plain = () =>
    aPlan({ name: 'Plan', goalId: 'p' }).program('p').term('t').course('a', { termId: 't' });
  const codesOf = (document: PlanDocument) => lossesOf(document).map(({ code }) => code);

  it('is only the days of its terms for a plain degree plan, and nothing for a curriculum', () => {
    expect(lossesOf(plain().build())).toEqual([{ code: 'term-dates', count: 1 }]);
    expect(lossesOf(imported(curriculumBytes('semesters-with-metrics')).document)).toEqual([]);
  });

  const change = (changes: Partial<Omit<Course, 'id' | 'kind'>>) =>
    aPlan({ goalId: 'p' })
      .program('p')
      .term('t')
      .course('a', { termId: 't', ...changes })
      .build();
  it.each([
    ['an experience', plain().experience('x').build(), 'experiences'],
    ['a step', plain().step('x').build(), 'steps'],
    ['a credential', plain().credential('x').build(), 'credentials'],
    ['a milestone', plain().milestone('x').build(), 'milestones'],
    ['a link', plain().step('x').link('p', 'x').build(), 'links'],
    ['a term without courses', plain().term('u').build(), 'empty-terms'],
    ['a status', change({ status: 'enrolled' }), 'statuses'],
    ['a grade', change({ status: 'completed', grade: 'A' }), 'grades'],
    ['a date', change({ notBefore: '2026-10-01' }), 'course-details'],
    ['a cost', change({ costCents: 100 }), 'course-details'],
    ['a link', change({ webLinks: [{ title: null, url: 'https://a.example/' }] }), 'course-details'],
    ['an offering', change({ offered: ['fall'] }), 'course-details'],
    ['a note', change({ notes: 'ask first' }), 'notes'],
    ['an id of another kind', change({ importedId: 'L-1' }), 'ids-changed'],
    [
      '"any 1 of 2"',
      plain().course('b').course('c').requisites('a', ['b', 'c'], { need: 1 }).build(),
      'choices',
    ],
    [
      'a minimum grade',
      plain()
        .course('b')
        .requisites('a', [{ courseId: 'b', minGrade: 'C' }])
        .build(),
      'minimum-grades',
    ],
    [
      'a requisite in another program',
      plain().program('q').course('b').requisites('a', ['b']).build(),
      'outside-requisites',
    ],
    ['another program', plain().program('q').build(), 'programs'],
    ['a requirement', plain().requirement('r').build(), 'requirements'],
    ['a fact', plain().fact('f').build(), 'facts'],
    ['an acknowledgement', plain().acknowledge('key').build(), 'acknowledgements'],
    ['a target', plain().target('2030-01-01').build(), 'plan-details'],
    ['a license as the goal', plain().credential('x').goal('x').build(), 'plan-details'],
    [
      'credits required',
      aPlan({ goalId: 'p' }).program('p', { creditsRequired: 120 }).build(),
      'program-details',
    ],
    [
      'a level the degree does not tell',
      aPlan({ goalId: 'p' }).program('p', { level: 'master' }).build(),
      'program-details',
    ],
    [
      'a name with a comma',
      aPlan({ name: 'A, B', goalId: 'p' }).program('p').term('t').course('a', { termId: 't' }).build(),
      'names-changed',
    ],
    ['the name of a plan without terms', aPlan({ name: 'A', goalId: 'p' }).program('p').build(), 'plan-name'],
  ])('%s is listed', (_, document, code) => {
    expect(codesOf(document)).toContain(code);
    expect(codesOf(plain().build())).not.toContain(code);
  });

  it('writes "any 1 of 2" as if both were needed, so that the graph stays whole', () => {
    const plan = plain().course('b').course('c').requisites('a', ['b', 'c'], { need: 1 }).build();
    expect(cellsOf(plan).find(([, title]) => title === 'a')?.[4]).toBe('2;3');
  });
});
