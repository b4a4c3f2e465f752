import { describe, expect, it } from 'vitest';
import { consequenceOf } from '#shared/domain/grid/consequence.ts';
import { moveCourses } from '#shared/domain/grid/move-courses.ts';
import { relationsIn } from '#shared/domain/grid/relations.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import {
  consequenceLines,
  fixedSentence,
  loadText,
  loadWarning,
  movedText,
  relationsText,
  spokenCourse,
} from './term-grid.ts';

const load = { credits: 15, unknown: 0, limit: 18, minimum: 12, state: 'within' } as const;
const plan = aPlan()
  .program('bs')
  .term('fall', {
    title: 'Fall 2027',
    season: 'fall',
    firstDay: '2027-08-23',
    lastDay: '2027-12-10',
    creditLimit: 3,
  })
  .term('spring', { title: 'Spring 2028', season: 'spring', firstDay: '2028-01-10', lastDay: '2028-05-05' })
  .course('intro', { title: 'Intro', termId: 'fall' })
  .course('law', { title: 'Law', prefix: 'HCA', number: '301', termId: 'spring', offered: ['spring'] })
  .course('stats', { title: 'Statistics', credits: null })
  .requisites('law', ['intro'])
  .requisites('law', ['stats'], { kind: 'co' })
  .step('exam')
  .link('bs', 'exam')
  .goal('exam')
  .build();
const courseOf = (id: string) => plan.items.find((item): item is Course => item.id === id)!;
const titleOf = (id: string) => plan.items.find((item) => item.id === id)?.title ?? '';

function consequence(ids: string[], termId: string | null, today = '2027-01-15') {
  const outcome = moveCourses(plan, ids, termId);
  if (!outcome.ok) throw new Error(outcome.why);
  const { document, moved } = outcome;
  return { moved, ...consequenceOf(schedulePlan(plan, toDay(today)), document, moved, termId) };
}

describe('the credits of a term', () => {
  it('stand against the limit, with what the sum does not know', () => {
    expect(loadText(load)).toBe('15 of 18 credits');
    expect(loadText({ ...load, limit: null, unknown: 2 })).toBe('15 credits + 2 not known');
  });

  it('are warned about by how much they miss', () => {
    expect(loadWarning(load)).toBeNull();
    expect(loadWarning({ ...load, state: 'over', credits: 18.1, limit: 18 })).toBe(
      'Overload: 0.1 over the limit',
    );
    expect(loadWarning({ ...load, state: 'under', credits: 9 })).toBe('Underload: 3 below the minimum of 12');
  });
});

it('speaks of a course with all that its card shows', () => {
  expect(spokenCourse(courseOf('law'), false)).toBe('HCA 301, Law, 3 credits, Planned');
  const done = { ...courseOf('stats'), status: 'completed', grade: 'B+', locked: true } as const;
  expect(spokenCourse(done, true)).toBe('Statistics, Credits not known, Proposed, Locked');
  expect(spokenCourse(courseOf('law'), false, ['Wrong order', ''])).toBe(
    'HCA 301, Law, 3 credits, Planned, Wrong order',
  );
});

it('says what a course needs and what needs it', () => {
  const relations = relationsIn(plan);
  expect(relationsText(relations.get('law') ?? [], titleOf)).toBe(
    'Needs Intro before it; Statistics before it or in the same term.',
  );
  expect(relationsText(relations.get('intro') ?? [], titleOf)).toBe('Needed by Law.');
  const either = relationsIn(
    aPlan().course('a').course('b').course('c').requisites('a', ['b', 'c'], { need: 1 }).build(),
  );
  expect(relationsText(either.get('a') ?? [], (id) => id)).toBe('Needs b or c before it.');
  expect(relationsText([], titleOf)).toBe('');
});

describe('what a move would do', () => {
  it('says what breaks, what is not taught then, what is too much, and how the goal moves', () => {
    expect(consequenceLines(consequence(['law'], 'fall'), titleOf)).toEqual([
      { tone: 'bad', text: '“Law” needs “Intro” in an earlier term; move one of them.' },
      { tone: 'bad', text: '“Law” is not offered in fall.' },
      { tone: 'bad', text: 'Overload: 3 over the limit.' },
      { tone: 'good', text: 'The goal comes 147 days earlier.' },
    ]);
  });

  it('says what comes in order, and nothing where nothing changes', () => {
    expect(consequenceLines(consequence(['stats'], 'spring'), titleOf)).toEqual([
      { tone: 'good', text: '1 requisite in order again.' },
    ]);
    expect(consequenceLines(consequence(['intro'], 'fall'), titleOf)).toEqual([]);
    expect(consequenceLines(consequence(['stats'], 'fall', '2028-01-05'), titleOf)).toContainEqual({
      tone: 'bad',
      text: 'This term is over.',
    });
  });

  it('says afterwards where the courses are', () => {
    const one = consequence(['stats'], 'spring');
    expect(movedText(one.moved, one)).toBe('“Statistics” is in “Spring 2028” now: 3 credits + 1 not known.');
    const none = consequence(['intro', 'law'], null);
    expect(movedText(none.moved, none)).toBe('2 courses are without a term now.');
  });
});

it('says why a course stays', () => {
  expect(fixedSentence({ title: 'Law', status: 'planned' }, 'locked')).toBe(
    '“Law” is locked; unlock it to move it.',
  );
  expect(fixedSentence({ title: 'Law', status: 'transferred' }, 'recorded')).toBe(
    '“Law” is transferred; what is recorded stays where it is.',
  );
});
