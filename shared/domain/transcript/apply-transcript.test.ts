import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { auditPlan } from '../audit/audit-plan.ts';
import { findingsOf } from '../findings/findings-of.ts';
import { findDocumentProblem } from '../plan/check-document.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Course, CourseStatus, Program, Season, Term } from '../plan/items.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { applyTranscript, type AppliedTranscript, type TranscriptChoices } from './apply-transcript.ts';
import type { TranscriptRow } from './types.ts';

const today = toDay('2027-10-01');
const USUAL: TranscriptChoices = { makeTerms: true, unplace: true };

/** Fall 2026 and spring 2027 are over, fall 2027 is under way, spring 2028 is to come. */
const plan = () =>
  aPlan()
    .program('bs', { phase: 'undergraduate' })
    .term('f26', { title: 'Fall 2026' })
    .term('s27', { title: 'Spring 2027' })
    .term('f27', { title: 'Fall 2027' })
    .term('s28', { title: 'Spring 2028' })
    .course('eng', { title: 'English', prefix: 'ENG', number: '101', termId: 'f26' })
    .course('alg', { title: 'College Algebra', prefix: 'MTH', number: '110', termId: 's27' })
    .course('ana', { title: 'Human Anatomy', prefix: 'BIO', number: '171', termId: 's28' })
    .course('free', { title: 'Free elective', prefix: 'FRE', number: '4X1', termId: 's28' })
    .requirement('core', { eligible: ['eng', 'alg', 'ana'] })
    .requisites('ana', ['alg']);

let lines = 0;
function row(code: string, over: Partial<TranscriptRow> & { when?: string } = {}): TranscriptRow {
  const { when, ...rest } = over;
  const [prefix = '', number = ''] = code.split(' ');
  const [season, year] = when?.split(' ') ?? [];
  return {
    line: ++lines,
    term: when === undefined ? null : { season: season as Season, year: Number(year) },
    prefix,
    number,
    title: '',
    credits: 3,
    grade: 'A',
    status: 'completed',
    unclear: null,
    institution: null,
    ...rest,
  };
}

function apply(doc: PlanDocument, rows: TranscriptRow[], choices = USUAL): AppliedTranscript {
  let ids = 0;
  const program = doc.items.find((item): item is Program => item.kind === 'program');
  if (!program) throw new Error('no program');
  const prefix = `new${doc.items.length}-`;
  return applyTranscript(doc, program, rows, today, () => `${prefix}${++ids}`, choices);
}
const courseIn = ({ document }: AppliedTranscript, id: string) =>
  document.items.find((item): item is Course => item.id === id && item.kind === 'course');
const coursesWith = ({ document }: AppliedTranscript, number: string) =>
  document.items.filter((item): item is Course => item.kind === 'course' && item.number === number);
const termsOf = ({ document }: AppliedTranscript) =>
  document.items.filter((item): item is Term => item.kind === 'term');

describe('a course that is planned', () => {
  it('becomes what the transcript says, in the term it was taken in', () => {
    const applied = apply(plan().build(), [
      row('ENG 101', { when: 'fall 2026', grade: 'B+' }),
      row('mth-110', { prefix: 'mth', number: '110', when: 'fall 2027', grade: null, status: 'enrolled' }),
      row('BIO 171', { when: 'spring 2027', credits: 4 }),
    ]);
    expect(courseIn(applied, 'eng')).toMatchObject({
      status: 'completed',
      grade: 'B+',
      termId: 'f26',
      credits: 3,
    });
    expect(courseIn(applied, 'alg')).toMatchObject({ status: 'enrolled', grade: null, termId: 'f27' });
    expect(courseIn(applied, 'ana')).toMatchObject({
      status: 'completed',
      termId: 's27',
      credits: 4,
      title: 'Human Anatomy',
    });
    expect(
      applied.recorded.map(({ course, before }) => [course.id, before?.termId, before?.credits]),
    ).toEqual([
      ['eng', 'f26', 3],
      ['alg', 's27', 3],
      ['ana', 's28', 3],
    ]);
    expect([applied.added, applied.terms, applied.problems]).toEqual([[], [], []]);
  });

  it('is in no term when it was transferred or waived', () => {
    const applied = apply(plan().build(), [
      row('ENG 101', { when: 'fall 2023', grade: null, status: 'transferred', institution: 'Lake College' }),
      row('MTH 110', { status: 'exempt', grade: null, credits: null }),
    ]);
    expect(courseIn(applied, 'eng')).toMatchObject({
      status: 'transferred',
      termId: null,
      institution: 'Lake College',
    });
    expect(courseIn(applied, 'alg')).toMatchObject({ status: 'exempt', termId: null, credits: 3 });
    expect(applied.terms).toEqual([]);
  });

  it('without a term on the transcript stays in its own if that has begun', () => {
    const applied = apply(plan().build(), [row('ENG 101'), row('BIO 171')]);
    expect([courseIn(applied, 'eng')?.termId, courseIn(applied, 'ana')?.termId]).toEqual(['f26', null]);
  });

  it('is found by its exact title where its code is another one, and takes the code it was taken under', () => {
    const applied = apply(plan().build(), [
      row('BSC 2085', { title: 'HUMAN  ANATOMY', when: 'spring 2027' }),
      row('ART 200', { title: 'Free Elective', when: 'spring 2027' }),
    ]);
    expect(courseIn(applied, 'ana')).toMatchObject({ prefix: 'BSC', number: '2085', status: 'completed' });
    expect(courseIn(applied, 'free')).toMatchObject({ prefix: 'ART', number: '200', status: 'completed' });
    expect(applied.added).toEqual([]);
  });

  it('is not found by a title that two courses have, or whose own code is on the transcript', () => {
    const twice = plan().course('free2', {
      title: 'Free elective',
      prefix: 'FRE',
      number: '4X2',
      termId: 's28',
    });
    expect(apply(twice.build(), [row('ART 200', { title: 'Free elective' })]).added).toHaveLength(1);
    const both = apply(plan().build(), [
      row('BIO 171', { when: 'spring 2027' }),
      row('BSC 1', { title: 'Human anatomy' }),
    ]);
    expect(both.added).toHaveLength(1);
  });
});

it('a course that is not in the plan is added to the program without a requirement group', () => {
  const applied = apply(plan().build(), [
    row('HIS 200', { title: 'History', when: 'spring 2027', grade: 'C' }),
  ]);
  expect(applied.added).toEqual([
    expect.objectContaining({
      kind: 'course',
      title: 'History',
      programId: 'bs',
      phase: 'undergraduate',
      termId: 's27',
      requirementId: null,
      repeatsId: null,
      status: 'completed',
      grade: 'C',
    }),
  ]);
});

it('a term that the program does not have is made by the usual calendar, and all are counted again', () => {
  const rows = [row('ENG 101', { when: 'spring 2026' }), row('HIS 200', { when: 'summer 2027' })];
  const applied = apply(plan().build(), rows);
  expect(applied.terms.map(({ title, firstDay, lastDay }) => [title, firstDay, lastDay])).toEqual([
    ['Spring 2026', '2026-01-12', '2026-05-01'],
    ['Summer 2027', '2027-05-24', '2027-08-13'],
  ]);
  expect(
    termsOf(applied)
      .map(({ title, index }) => `${index} ${title}`)
      .sort(),
  ).toEqual([
    '1 Spring 2026',
    '2 Fall 2026',
    '3 Spring 2027',
    '4 Summer 2027',
    '5 Fall 2027',
    '6 Spring 2028',
  ]);
  const without = apply(plan().build(), rows, { makeTerms: false, unplace: true });
  expect([without.terms, courseIn(without, 'eng')?.termId]).toEqual([[], null]);
});

describe('attempts at one course', () => {
  it('a failed one and the retake are both kept; the planned course is the one that counts', () => {
    const applied = apply(plan().build(), [
      row('MTH 110', { when: 'fall 2026', grade: 'F' }),
      row('MTH 110', { when: 'spring 2027', grade: null, status: 'withdrawn' }),
      row('MTH 110', { when: 'fall 2027', grade: null, status: 'enrolled' }),
    ]);
    const [failed, withdrawn] = applied.added as Course[];
    expect(failed).toMatchObject({ status: 'completed', grade: 'F', termId: 'f26', repeatsId: null });
    expect(withdrawn).toMatchObject({ status: 'withdrawn', termId: 's27', repeatsId: failed?.id });
    expect(courseIn(applied, 'alg')).toMatchObject({
      status: 'enrolled',
      termId: 'f27',
      repeatsId: withdrawn?.id,
    });
  });

  it('a retake after a failure that the plan has already repeats it, and counts in its group', () => {
    const first = apply(plan().build(), [row('MTH 110', { when: 'spring 2027', grade: 'F' })]);
    expect(courseIn(first, 'alg')).toMatchObject({ status: 'completed', grade: 'F' });
    const second = apply(first.document, [
      row('MTH 110', { when: 'spring 2027', grade: 'F' }),
      row('MTH 110', { when: 'fall 2027', grade: 'B' }),
    ]);
    expect(second.alreadyThere.map(({ course }) => course.id)).toEqual(['alg']);
    expect(second.added).toEqual([expect.objectContaining({ grade: 'B', repeatsId: 'alg' })]);
    const [audit] = auditPlan(second.document);
    expect(audit?.groups[0]).toMatchObject({ earned: { courses: 1 }, planned: { courses: 2 } });
    const codes = findingsOf(second.document, schedulePlan(second.document, today), today).map(
      ({ code }) => code,
    );
    expect(codes).not.toContain('duplicate-course');
    expect(codes).not.toContain('requisite-order');
    // The retake alone, as the transcript of one term would give it.
    const alone = apply(first.document, [row('MTH 110', { when: 'fall 2027', grade: 'B' })]);
    expect(alone.added).toEqual([expect.objectContaining({ grade: 'B', repeatsId: 'alg' })]);
  });

  it('two different topics under one code are two courses', () => {
    const applied = apply(
      plan().course('top', { title: 'Topics: Law', prefix: 'HSA', number: '490' }).build(),
      [
        row('HSA 490', { title: 'Topics: Law', when: 'fall 2026' }),
        row('HSA 490', { title: 'Topics: Aging', when: 'spring 2027' }),
      ],
    );
    expect(applied.added).toHaveLength(1);
    expect(coursesWith(applied, '490').map(({ title, repeatsId }) => [title, repeatsId])).toEqual([
      ['Topics: Law', null],
      ['Topics: Aging', null],
    ]);
  });
});

describe('a course that is recorded already', () => {
  const recorded = (over: Partial<Course>) =>
    apply(
      plan()
        .course('his', { title: 'History', prefix: 'HIS', number: '200', status: 'completed', ...over })
        .build(),
      [row('HIS 200', { when: 'spring 2027', grade: 'B' })],
    );

  it('with the same grade is already there, in whichever term', () => {
    const applied = recorded({ grade: 'B', termId: 'f26' });
    expect(applied.alreadyThere.map(({ course }) => course.id)).toEqual(['his']);
    expect([applied.recorded, applied.added]).toEqual([[], []]);
    expect(courseIn(applied, 'his')?.termId).toBe('f26');
  });

  it('with another grade, or other credits, is corrected', () => {
    expect(courseIn(recorded({ grade: 'C', termId: 's27' }), 'his')).toMatchObject({
      grade: 'B',
      termId: 's27',
    });
    expect(courseIn(recorded({ grade: null, termId: null }), 'his')).toMatchObject({
      grade: 'B',
      termId: 's27',
    });
    expect(courseIn(recorded({ grade: 'B', credits: 4, termId: 's27' }), 'his')?.credits).toBe(3);
  });
});

describe('what a row does not say', () => {
  it('without a grade: under way while its term lasts, else reported', () => {
    const open = { grade: null, status: null } as const;
    const applied = apply(plan().build(), [
      row('ENG 101', { ...open, when: 'fall 2027', line: 1 }),
      row('MTH 110', { ...open, when: 'spring 2027', line: 2 }),
      row('BIO 171', { ...open, line: 3 }),
      row('BIO 171', { ...open, unclear: '92', when: 'fall 2027', line: 4 }),
      row('HIS 200', { status: 'planned', grade: null, line: 5 }),
      row('ENG 101', { ...open, when: 'fall 2027', line: 6 }),
    ]);
    expect(courseIn(applied, 'eng')?.status).toBe('enrolled');
    expect(applied.recorded).toHaveLength(1);
    expect(applied.problems.map(({ line, problem }) => `${line} ${problem.code}`)).toEqual([
      '2 no-result',
      '3 no-result',
      '4 grade-unknown',
      '5 only-planned',
      '6 row-repeated',
    ]);
  });

  it('credits of 0 for an attempt that earned nothing say nothing about the course', () => {
    const applied = apply(plan().build(), [
      row('MTH 110', { when: 'spring 2027', credits: 0, grade: 'W', status: 'withdrawn' }),
    ]);
    expect(courseIn(applied, 'alg')).toMatchObject({ status: 'withdrawn', credits: 3 });
  });
});

describe('what is still planned in a term that is over', () => {
  it('is reported and taken out of it, unless it is locked or is to stay', () => {
    const doc = plan()
      .course('lab', { title: 'Lab', prefix: 'BIO', number: '172', termId: 's27', locked: true })
      .build();
    const rows = [row('ENG 101', { when: 'fall 2026' })];
    const applied = apply(doc, rows);
    expect(applied.stillToPlan.map(({ id }) => id)).toEqual(['alg', 'lab']);
    expect([courseIn(applied, 'alg')?.termId, courseIn(applied, 'lab')?.termId]).toEqual([null, 's27']);
    const kept = apply(doc, rows, { makeTerms: true, unplace: false });
    expect(kept.stillToPlan.map(({ id }) => id)).toEqual(['alg', 'lab']);
    expect(courseIn(kept, 'alg')).toEqual(
      courseIn(apply(doc, [], { makeTerms: true, unplace: false }), 'alg'),
    );
  });
});

describe('for all transcripts', () => {
  const RESULTS: [CourseStatus, string | null][] = [
    ['completed', 'A'],
    ['completed', 'F'],
    ['completed', 'C+'],
    ['withdrawn', 'W'],
    ['enrolled', null],
    ['transferred', null],
    ['exempt', null],
  ];
  const anyRow = fc
    .record({
      code: fc.constantFrom('ENG 101', 'MTH 110', 'BIO 171', 'HIS 200', 'ART 1'),
      title: fc.constantFrom('', 'Human Anatomy', 'Free elective', 'History'),
      when: fc.constantFrom(
        undefined,
        'fall 2026',
        'spring 2027',
        'summer 2027',
        'fall 2027',
        'spring 2028',
        'fall 2025',
      ),
      result: fc.constantFrom(...RESULTS),
      credits: fc.constantFrom(null, 0, 3, 4),
    })
    .map(({ code, title, when, result: [status, grade], credits }) =>
      row(code, { title, status, grade, credits, ...(when === undefined ? {} : { when }) }),
    );
  /** One line for each attempt, which is told from the others by its term, or by its topic in the same one. */
  const transcript = fc.uniqueArray(anyRow, {
    maxLength: 12,
    selector: ({ number, term, title }) => JSON.stringify([number, term, term && title]),
  });
  const choices = fc.record({ makeTerms: fc.boolean(), unplace: fc.boolean() });

  it('the same rows again change nothing, and the plan always holds together', () => {
    fc.assert(
      fc.property(transcript, choices, (rows, how) => {
        const doc = plan().build();
        const before = structuredClone(doc);
        const once = apply(doc, rows, how);
        expect(doc).toEqual(before);
        expect(findDocumentProblem(once.document)).toBeNull();
        const twice = apply(once.document, rows, how);
        expect(twice.recorded).toEqual([]);
        expect(twice.document).toEqual(once.document);
        // Every row ends in one place.
        const lines = [...once.recorded, ...once.alreadyThere, ...once.problems].map(({ line }) => line);
        expect(lines.sort((a, b) => a - b)).toEqual(rows.map(({ line }) => line).sort((a, b) => a - b));
        // Nothing is lost, and what is stored gives the document.
        const ids = new Set(once.document.items.map(({ id }) => id));
        for (const { id } of doc.items) expect(ids.has(id)).toBe(true);
        const stored = [
          ...doc.items.map((item) => ({ ...item, ...once.changes.get(item.id) })),
          ...once.added,
        ];
        expect(stored).toEqual(once.document.items);
      }),
      { numRuns: 1_000 },
    );
  });
});
