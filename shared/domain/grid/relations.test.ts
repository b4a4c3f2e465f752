import { expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { relationsIn } from './relations.ts';

const relations = relationsIn(
  aPlan()
    .program('bs')
    .course('intro')
    .course('lab')
    .course('law')
    .course('stats')
    .course('policy')
    .requisites('law', ['intro'])
    .requisites('law', ['lab', 'intro'], { kind: 'co' })
    .requisites('law', ['stats'], { kind: 'strict' })
    .requisites('policy', ['law', 'stats'], { need: 1 })
    .requisites('lab', ['lab'])
    .build(),
);

it('names what a course needs and what needs it, each other course once, by its strongest tie', () => {
  expect(relations.get('law')).toEqual([
    { courseId: 'intro', relation: 'before', optional: false },
    { courseId: 'lab', relation: 'with', optional: false },
    { courseId: 'stats', relation: 'same-term', optional: false },
    { courseId: 'policy', relation: 'needs-it', optional: true },
  ]);
});

it('says where one of several would do', () => {
  expect(relations.get('policy')).toEqual([
    { courseId: 'law', relation: 'before', optional: true },
    { courseId: 'stats', relation: 'before', optional: true },
  ]);
});

it('leaves a course out that nothing is tied to but itself', () => {
  expect(relations.get('lab')?.map(({ courseId }) => courseId)).toEqual(['law']);
  expect(relations.has('none')).toBe(false);
});
