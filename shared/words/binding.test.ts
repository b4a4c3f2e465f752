import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { analyzePlan } from '#shared/domain/analysis/analyze.ts';
import type { AnalyzedBinding } from '#shared/domain/analysis/types.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { sentenceForBinding, sentenceForGain, sentencesForBinding } from './binding.ts';

const entry = (reason: AnalyzedBinding['reason']) => ({ title: 'Exam', reason });
const item = (start: string, end: string, kind = 'step') => ({ kind, start, end });
const before = (start: string, end: string) => ({ title: 'Approval', start, end });

describe('the sentences of what decides', () => {
  it('lead from the goal to where the chain begins', () => {
    const plan = aPlan()
      .program('bs', { title: 'Degree' })
      .term('t', { title: 'Spring 2028', firstDay: '2028-01-10', lastDay: '2028-05-12' })
      .course('c', { termId: 't' })
      .milestone('graduation', { title: 'Graduation', programId: 'bs' })
      .credential('license', { title: 'License' })
      .link('bs', 'graduation', { kind: 'FF' })
      .link('graduation', 'license')
      .goal('license');
    const outcome = analyzePlan(plan.build(), toDay('2026-06-01'));
    expect(outcome.ok && sentencesForBinding(outcome.analysis)).toEqual([
      '“License” starts on May 13, 2028, because “Graduation” ends on May 12, 2028.',
      '“Graduation” cannot end before “Degree”, which ends on May 12, 2028.',
      '“Degree” ends on May 12, 2028, because its last term is “Spring 2028”.',
      '“Spring 2028” ends on May 12, 2028, the last day set for the term.',
    ]);
  });

  it('tell the kinds of links apart by their days', () => {
    const exam = item('2028-05-12', '2028-05-20');
    const say = (start: string, end: string) => sentenceForBinding(entry('link'), exam, before(start, end));
    expect(say('2028-01-01', '2028-05-11')).toBe(
      '“Exam” starts on May 12, 2028, because “Approval” ends on May 11, 2028.',
    );
    expect(say('2028-01-01', '2028-05-20')).toBe(
      '“Exam” cannot end before “Approval”, which ends on May 20, 2028.',
    );
    expect(say('2028-05-12', '2028-06-30')).toBe(
      '“Exam” starts on May 12, 2028, because “Approval” starts on May 12, 2028.',
    );
    expect(say('2028-05-13', '2028-06-30')).toBe(
      '“Exam” starts on May 12, 2028, because of its link from “Approval”.',
    );
  });

  it('say that a program ends with an experience of its own', () => {
    const program = item('2028-01-01', '2028-06-30', 'program');
    expect(sentenceForBinding(entry('link'), program, before('2028-02-01', '2028-06-30'))).toBe(
      '“Exam” ends on Jun 30, 2028, because “Approval” ends on Jun 30, 2028.',
    );
  });

  it('name the other reasons', () => {
    const exam = item('2028-05-12', '2028-05-12');
    const say = (reason: AnalyzedBinding['reason']) => sentenceForBinding(entry(reason), exam, undefined);
    expect(say('not-before')).toBe('“Exam” starts on May 12, 2028, because it is set not to start before.');
    expect(say('pinned')).toBe('“Exam” starts on May 12, 2028, because it is pinned to that day.');
    expect(say('actual')).toBe('“Exam” was on May 12, 2028, as recorded.');
    expect(say('today')).toBe('“Exam” starts on May 12, 2028, because it cannot begin before today.');
    expect(sentenceForBinding(entry('actual'), item('2028-05-01', '2028-05-12'), undefined)).toBe(
      '“Exam” runs from May 1, 2028 to May 12, 2028, as recorded.',
    );
    expect(
      sentenceForBinding(
        entry('term'),
        item('2028-01-10', '2028-05-12', 'course'),
        before('2028-01-10', '2028-05-12'),
      ),
    ).toBe('“Exam” ends on May 12, 2028, because it is placed in “Approval”.');
  });
});

describe('what a shorter length would bring', () => {
  const gain = (days: number | null, next: string | null) =>
    sentenceForGain({ title: 'Approval', gain: days, next }, (id) => id);

  it('is said in days, with what would decide then', () => {
    expect(gain(119, null)).toBe('If “Approval” took one day, the goal would come 119 days earlier.');
    expect(gain(1, 'Exam')).toBe(
      'If “Approval” took one day, the goal would come 1 day earlier, and then “Exam” would decide.',
    );
  });

  it('is not said where it is nothing', () => {
    expect([gain(0, null), gain(null, null)]).toEqual([null, null]);
  });
});
