import { describe, expect, it } from 'vitest';
import type { GroupAudit } from '#shared/domain/audit/groups.ts';
import type { Uncounted, UncountedReason } from '#shared/domain/audit/uncounted.ts';
import {
  creditsText,
  fixSentences,
  gpaNeededSentence,
  gpaText,
  groupText,
  unknownCreditsSentence,
  whyNotCounted,
} from './audit.ts';

const names = {
  course: (id: string) => id,
  group: (id: string) => `“${id}”`,
  program: (id: string) => `“${id}”`,
};

function group(over: Partial<GroupAudit> = {}): GroupAudit {
  return {
    requirementId: 'g',
    title: 'Core',
    rule: 'choose',
    status: 'missing',
    asked: 3,
    earned: { courses: 0, credits: 0 },
    planned: { courses: 1, credits: 3 },
    missing: 2,
    courseIds: [],
    surplusIds: [],
    elsewhereIds: [],
    unknownCredits: [],
    fix: { courses: 2, courseIds: [] },
    ...over,
  };
}

describe('the credits of a program', () => {
  it.each([
    [
      { creditsRequired: 120, creditsEarned: 45, creditsPlanned: 60 },
      '45 of 120 credits earned, 60 planned, 15 missing',
    ],
    [{ creditsRequired: 105, creditsEarned: 45, creditsPlanned: 60 }, '45 of 105 credits earned, 60 planned'],
    [{ creditsRequired: null, creditsEarned: 1, creditsPlanned: 4.5 }, '1 credit earned, 4.5 planned'],
    [
      { creditsRequired: 0.3, creditsEarned: 0.1, creditsPlanned: 0.2 },
      '0.1 of 0.3 credits earned, 0.2 planned',
    ],
  ])('%o', (audit, text) => {
    expect(creditsText(audit)).toBe(text);
  });

  it('name what they leave out', () => {
    expect(unknownCreditsSentence([])).toBeNull();
    expect(unknownCreditsSentence(['HSA 1'])).toBe(
      'This sum leaves out HSA 1, whose credits are not known: say how many.',
    );
  });
});

describe('the GPA', () => {
  it('is rounded half up, and says when there is none', () => {
    expect(gpaText({ gpa: 3.665, gpaCredits: 45 })).toBe('GPA 3.67 in 45 credits');
    expect(gpaText({ gpa: null, gpaCredits: 0 })).toBe('No graded course yet');
  });

  it.each([
    [
      { needed: 3.421, credits: 45, reachable: true },
      'The goal of 3.50 needs 3.43 on average in the remaining 45 credits.',
    ],
    [
      { needed: 3.42, credits: 45, reachable: true },
      'The goal of 3.50 needs 3.42 on average in the remaining 45 credits.',
    ],
    [
      { needed: 4.2, credits: 3, reachable: false },
      'The goal of 3.50 cannot be reached any more, not even with straight As in the remaining 3 credits.',
    ],
    [
      { needed: -1, credits: 3, reachable: true },
      'The goal of 3.50 is safe, whatever the grades in the remaining 3 credits.',
    ],
    [{ needed: null, credits: 0, reachable: true }, 'The goal of 3.50 is reached.'],
    [
      { needed: null, credits: 0, reachable: false },
      'The goal of 3.50 cannot be reached any more: no course is left.',
    ],
  ])('needed: %o', (needed, sentence) => {
    expect(gpaNeededSentence({ target: 3.5, ...needed }, 'goal', 3.2)).toBe(sentence);
  });

  it('needs courses before it can be needed', () => {
    expect(
      gpaNeededSentence({ target: 2, needed: null, credits: 0, reachable: false }, 'minimum', null),
    ).toBe('The minimum of 2.00 waits for courses with known credits.');
  });
});

describe('a group', () => {
  it('says what is there of what is asked', () => {
    expect(groupText(group())).toBe('1 of 3 courses');
    expect(
      groupText(group({ earned: { courses: 1, credits: 3 }, planned: { courses: 0, credits: 0 } })),
    ).toBe('1 of 3 courses earned');
    expect(groupText(group({ earned: { courses: 1, credits: 3 } }))).toBe('2 of 3 courses, 1 of them earned');
    const credits = { rule: 'credits', asked: 9, earned: { courses: 3, credits: 9 } } as const;
    expect(groupText(group({ ...credits, planned: { courses: 0, credits: 0 }, status: 'met' }))).toBe(
      '9 of 9 credits',
    );
    expect(
      groupText(group({ rule: 'all', asked: 4, missing: 1, planned: { courses: 5, credits: 15 } })),
    ).toBe('3 of 4 courses');
  });

  it.each<[Partial<GroupAudit>, string[]]>([
    [{}, ['Add 2 courses.']],
    [{ fix: { courses: 1, courseIds: ['HSA 4150'] } }, ['Take HSA 4150 again or add one course.']],
    [{ fix: { courses: 2, courseIds: ['A', 'B'] } }, ['Take A and B again, or add 2 courses.']],
    [{ fix: { courses: 3, courseIds: ['A'] } }, ['Take A again and add 2 courses.']],
    [{ rule: 'all', fix: { courses: 1, courseIds: ['A'] } }, ['Take A again.']],
    [
      { rule: 'all', fix: { courses: 1, courseIds: [] }, elsewhereIds: ['B'] },
      ['B counts in another group: assign it to this one, or let the groups share it.'],
    ],
    [{ status: 'planned' }, []],
  ])('says what would meet it: %o', (over, sentences) => {
    expect(fixSentences(group(over), names)).toEqual(sentences);
  });
});

it.each<[UncountedReason, boolean, string]>([
  [{ code: 'withdrawn', insteadId: null }, false, 'it was withdrawn'],
  [
    { code: 'withdrawn', insteadId: 'HSA 2' },
    false,
    'it was withdrawn; another attempt, HSA 2, takes its place',
  ],
  [{ code: 'failed', grade: 'F', insteadId: null }, false, 'the grade F earns no credit'],
  [{ code: 'superseded', insteadId: 'HSA 2' }, false, 'another attempt, HSA 2, counts in its place'],
  [
    { code: 'below-minimum', requirementId: 'Core', grade: 'D', minGrade: 'C', insteadId: null },
    true,
    'the grade D is below C, the lowest that “Core” takes; its credits still count',
  ],
  [
    { code: 'below-minimum', requirementId: 'Core', grade: 'D', minGrade: 'C', insteadId: 'HSA 2' },
    false,
    'the grade D is below C, the lowest that “Core” takes; another attempt, HSA 2, takes its place',
  ],
  [{ code: 'group-full', requirementId: 'Core' }, true, '“Core” is full without it; its credits still count'],
  [{ code: 'not-listed', requirementId: 'Core' }, false, '“Core” does not list it'],
  [{ code: 'other-program', programId: 'MHA' }, false, 'it counts in “MHA”'],
  [{ code: 'no-group' }, true, 'it belongs to no group; its credits still count'],
])('why a course does not count: %o', (reason, bringsCredits, text) => {
  const uncounted: Uncounted = { courseId: 'c', reason, bringsCredits };
  expect(whyNotCounted(uncounted, names)).toBe(text);
});
