import { describe, expect, it } from 'vitest';
import type { FindingCode, FindingDetail } from '#shared/domain/findings/types.ts';
import { FINDING_TITLES, sentenceForFinding } from './findings.ts';

type Example = FindingDetail & { itemIds: string[] };

const day = '2028-05-12';

const examples: [Example, string][] = [
  [
    { code: 'requisite-order', itemIds: ['Statistics', 'Algebra'], facts: { kind: 'pre', needed: 1 } },
    '“Statistics” needs “Algebra” in an earlier term; move one of them.',
  ],
  [
    { code: 'requisite-order', itemIds: ['Lab', 'A', 'B', 'C'], facts: { kind: 'strict', needed: 2 } },
    '“Lab” needs 2 of “A”, “B”, and “C” in the same term; move one of them.',
  ],
  [
    { code: 'cycle', itemIds: ['A', 'B'], facts: { of: 'requisites' } },
    '“A” and “B” require each other in a circle; remove one of these requisites.',
  ],
  [
    { code: 'cycle', itemIds: ['A', 'B'], facts: { of: 'links' } },
    'The links of “A” and “B” run in a circle, so they have no dates; remove one of the links.',
  ],
  [
    { code: 'credit-overload', itemIds: ['Fall'], facts: { credits: 19, limit: 18, unknown: 0 } },
    '“Fall” holds 19 credits, more than its limit of 18; move a course to another term.',
  ],
  [
    { code: 'credit-underload', itemIds: ['Fall'], facts: { credits: 1, minimum: 12, unknown: 2 } },
    '“Fall” holds 1 credit (without 2 courses of unknown credits), fewer than its minimum of 12; add a course or ask whether part-time is allowed.',
  ],
  [
    { code: 'outside-program', itemIds: ['Fall', 'BS'], facts: { side: 'before', day, limit: '2028-06-01' } },
    '“Fall” starts on May 12, 2028, but “BS” may not start before Jun 1, 2028; move one of the two dates.',
  ],
  [
    { code: 'outside-program', itemIds: ['Fall', 'BS'], facts: { side: 'after', day, limit: '2028-05-01' } },
    '“Fall” ends on May 12, 2028, but “BS” must end by May 1, 2028; move one of the two dates.',
  ],
  [
    { code: 'pinned-early', itemIds: ['Exam', 'Approval'], facts: { linkId: 'l', days: 1 } },
    '“Exam” comes 1 day earlier than its link from “Approval” allows; move it or change the link.',
  ],
  [
    { code: 'window-missed', itemIds: ['Exam', 'Approval'], facts: { linkId: 'l', lastDay: day, days: 3 } },
    '“Exam” had to start by May 12, 2028, the end of its window after “Approval”, and starts 3 days later; move one of the two.',
  ],
  [
    {
      code: 'prerequisite-expired',
      itemIds: ['Job', 'CPR'],
      facts: { linkId: 'l', lastDay: day, start: '2028-06-01' },
    },
    '“CPR” is valid until May 12, 2028, but “Job” starts on Jun 1, 2028; start earlier or renew it.',
  ],
  [
    { code: 'hours-short', itemIds: ['AIT'], facts: { by: 'experience', hours: 400, required: 1_000 } },
    '“AIT” is finished with 400 of 1,000 hours logged; log the missing hours or take back its end.',
  ],
  [
    {
      code: 'hours-short',
      itemIds: ['AIT', 'License'],
      facts: { by: 'credential', hours: 400, required: 1_000 },
    },
    '“AIT” plans 400 hours, but “License” asks for 1,000; plan the missing hours.',
  ],
  [
    {
      code: 'hours-short',
      itemIds: ['A', 'B', 'License'],
      facts: { by: 'credential', hours: 400, required: 1_000 },
    },
    '“A” and “B” plan 400 hours, but “License” asks for 1,000; plan the missing hours.',
  ],
  [
    { code: 'credits-short', itemIds: ['BS'], facts: { required: 120, earned: 60, planned: 57, unknown: 1 } },
    '“BS” requires 120 credits, but only 117 are earned or planned (without 1 course of unknown credits); add courses.',
  ],
  [
    { code: 'gpa-below-minimum', itemIds: ['BS'], facts: { gpa: 2.346, minimum: 2.5 } },
    'The GPA in “BS” is 2.35, below the minimum of 2.50; plan for better grades or a repeat.',
  ],
  [
    {
      code: 'requirement-unmet',
      itemIds: ['BS'],
      facts: { requirementId: 'g', title: 'Core', rule: 'credits', missing: 4, fix: 2 },
    },
    '“BS” still misses 4 credits for “Core”; add 2 courses.',
  ],
  [
    {
      code: 'requirement-unmet',
      itemIds: ['BS', 'Algebra'],
      facts: { requirementId: 'g', title: 'Core', rule: 'all', missing: 1, fix: 1 },
    },
    '“BS” still misses 1 course for “Core”; add 1 course, such as “Algebra”.',
  ],
  [
    { code: 'unplaced-course', itemIds: ['Algebra'], facts: {} },
    '“Algebra” is in no term yet; place it in one.',
  ],
  [
    { code: 'duplicate-course', itemIds: ['Algebra II', 'Algebra'], facts: { number: 'MATH 101' } },
    'MATH 101 is there twice, as “Algebra II” and “Algebra”; delete one or mark it as a repeat.',
  ],
  [
    { code: 'deadline-passed', itemIds: ['Apply'], facts: { kind: 'milestone', day } },
    '“Apply” was due on May 12, 2028 and is not done; mark it as done or set a new date.',
  ],
  [
    { code: 'deadline-passed', itemIds: ['Algebra'], facts: { kind: 'course', day } },
    'The term of “Algebra” ended on May 12, 2028; record how the course went or move it.',
  ],
  [
    { code: 'renewal-due', itemIds: ['License'], facts: { expires: day, expired: false } },
    '“License” expires on May 12, 2028; renew it and set the new date.',
  ],
  [
    { code: 'renewal-due', itemIds: ['License'], facts: { expires: day, expired: true } },
    '“License” expired on May 12, 2028; ask the issuer how to get it back.',
  ],
  [
    {
      code: 'ce-short',
      itemIds: ['License'],
      facts: { periodEnd: day, asked: 40, logged: 12, topics: [{ topic: 'aging', asked: 10, logged: 9 }] },
    },
    '“License” asks for 40 hours of continuing education (12 logged) and 10 hours of aging (9 logged) by May 12, 2028; log the missing hours.',
  ],
  [
    {
      code: 'ce-short',
      itemIds: ['License'],
      facts: { periodEnd: day, asked: 40, logged: 40, topics: [{ topic: 'ethics', asked: 1, logged: 0 }] },
    },
    '“License” asks for 1 hour of ethics (0 logged) by May 12, 2028; log the missing hours.',
  ],
  [
    { code: 'stale-fact', itemIds: ['License'], facts: { checkedOn: day, count: 1 } },
    'A fact about “License” was last checked on May 12, 2028; check again with the source.',
  ],
  [
    { code: 'stale-fact', itemIds: [], facts: { checkedOn: day, count: 2 } },
    '2 facts about this plan were last checked on May 12, 2028 or later; check again with the source.',
  ],
];

describe('the sentence of a finding', () => {
  it.each(examples)('$code $facts', (finding, sentence) => {
    expect(sentenceForFinding(finding, (id) => id)).toBe(sentence);
  });

  it('exists for every code', () => {
    const shown = new Set<FindingCode>(examples.map(([{ code }]) => code));
    expect([...shown].sort()).toEqual(Object.keys(FINDING_TITLES).sort());
  });
});
