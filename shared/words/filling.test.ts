import { describe, expect, it } from 'vitest';
import type { FillNote, FillReason } from '#shared/domain/fill/types.ts';
import { sentenceForFillNote, sentenceForFillReason, stageText } from './filling.ts';

const titles: Record<string, string> = {
  bs: 'BS',
  a: 'Algebra',
  b: 'Biology',
  c: 'Calculus',
  t1: 'Fall',
  t2: 'Spring',
};
const titleOf = (id: string): string => titles[id] ?? id;

const reasons: [FillReason, string][] = [
  [
    { code: 'no-terms', programId: 'bs', courses: 1 },
    '“BS” has 1 course without a term, and no terms; add some.',
  ],
  [
    { code: 'no-open-terms', programId: 'bs', courses: 2, lastDay: '2026-12-11' },
    'The last term of “BS” ended or closed (Dec 11, 2026); add terms for its 2 courses.',
  ],
  [
    { code: 'never-offered', courseId: 'a', offered: ['summer'], seasons: ['fall', 'spring'] },
    '“Algebra” is offered in summer only, and the terms left are fall and spring; add a term or change when it is offered.',
  ],
  [
    { code: 'never-offered', courseId: 'a', offered: [], seasons: ['fall'] },
    '“Algebra” is not offered in any season; change when it is offered.',
  ],
  [
    {
      code: 'requisite-out-of-reach',
      courseId: 'b',
      kind: 'pre',
      needed: 1,
      of: [{ courseId: 'a', why: 'failed' }],
    },
    '“Biology” needs a course before it: “Algebra” was not passed. Add the course again as a repeat of it.',
  ],
  [
    { code: 'requisite-cycle', courseIds: ['a', 'b'] },
    '“Algebra” and “Biology” require each other in a circle; remove one of these requisites.',
  ],
  [
    { code: 'chain-too-long', courseIds: ['a', 'b', 'c'], terms: 2, offerings: false },
    '“Algebra” → “Biology” → “Calculus” have to follow one another, and 2 terms are too few for that; add terms or remove a requisite.',
  ],
  [
    { code: 'chain-too-long', courseIds: ['a'], terms: 1, offerings: true },
    '“Algebra” finds no term that its requisites allow among 1 term with the seasons in which they are offered; add terms or remove a requisite.',
  ],
  [
    { code: 'placed-too-early', courseId: 'c', kind: 'strict', needs: ['a', 'b'] },
    '“Calculus” stays in its term, where it needs “Algebra” and “Biology” in the same term, and there is no term for that; move “Calculus”.',
  ],
  [
    { code: 'course-too-large', courseId: 'a', credits: 4, room: 3 },
    '“Algebra” has 4 credits, and no term it can go into has room for more than 3; raise a credit limit.',
  ],
  [
    { code: 'credits-do-not-fit', courseIds: ['a', 'b'], termIds: ['t2'], credits: 6, room: 5 },
    '“Algebra” and “Biology” with 6 credits can only go into “Spring”, where there is room for 5: 1 credit too many. Add a term or raise a credit limit.',
  ],
  [
    { code: 'no-arrangement', without: ['limits', 'offerings'] },
    'Every arrangement breaks a rule. There would be one without the credit limits or the seasons in which courses are offered; loosen that, or add a term.',
  ],
  [
    { code: 'no-arrangement', without: [] },
    'Every arrangement breaks a rule; add a term, raise a limit or remove a requisite.',
  ],
  [
    { code: 'too-many-terms', programId: 'bs', terms: 40, looked: 30 },
    '“BS” has 40 open terms, and only the first 30 are looked at; delete terms that are not needed.',
  ],
  [
    { code: 'out-of-time' },
    'The time was over before every arrangement was ruled out; there may be a better one.',
  ],
];

const notes: [FillNote, string][] = [
  [
    { code: 'unknown-credits', courseIds: ['a'] },
    'Without known credits, and so counted as none: “Algebra”.',
  ],
  [
    { code: 'locked-out', courseIds: ['a', 'b'] },
    'Locked, and so left without a term: “Algebra” and “Biology”.',
  ],
  [
    { code: 'closed-terms', termIds: ['t1'] },
    'Left alone, because they are over or began more than two weeks ago: “Fall”.',
  ],
  [
    { code: 'requisite-stays-broken', courseIds: ['c'] },
    'Taken without a requisite, which no proposal can mend: “Calculus”.',
  ],
];

describe('why the courses do not fit', () => {
  it.each(reasons)('%j', (reason, sentence) => {
    expect(sentenceForFillReason(reason, titleOf)).toBe(sentence);
  });

  it.each([
    ['grade', 'the grade in “Algebra” is too low', 'Add the course again as a repeat of it.'],
    ['withdrawn', '“Algebra” was withdrawn from', 'Add the course again as a repeat of it.'],
    ['no-term', '“Algebra” is in no term', 'Put it into its term.'],
    ['locked', '“Algebra” is locked without a term', 'Unlock it, or put it into a term.'],
    ['too-late', '“Algebra” cannot be placed so', 'Move it, or change the requisite.'],
  ] as const)('names what keeps a requisite from being met: %s', (why, said, remedy) => {
    const reason = {
      code: 'requisite-out-of-reach',
      courseId: 'b',
      kind: 'co',
      needed: 1,
      of: [{ courseId: 'a', why }],
    } as const;
    expect(sentenceForFillReason({ ...reason, of: [...reason.of] }, titleOf)).toBe(
      `“Biology” needs a course before it or in the same term: ${said}. ${remedy}`,
    );
  });
});

describe('what to know about a proposal', () => {
  it.each(notes)('%j', (note, sentence) => {
    expect(sentenceForFillNote(note, titleOf)).toBe(sentence);
  });
});

it('the search says what it is doing', () => {
  expect(stageText({ stage: 'searching', steps: 0, found: false })).toContain('keeps every rule');
  expect(stageText({ stage: 'shortening', steps: 9, found: true })).toContain('earlier');
  expect(stageText({ stage: 'balancing', steps: 9, found: true })).toContain('Evening out');
});
