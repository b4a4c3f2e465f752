import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { deletionSentence, deletionsSentence } from './deletions.ts';

const { items } = aPlan()
  .program('bs')
  .term('fall')
  .term('spring')
  .course('a', { termId: 'fall' })
  .course('b', { termId: 'fall' })
  .course('c', { termId: 'spring' })
  .program('later')
  .step('exam', { programId: null })
  .build();
const item = (id: string) => items.find((each) => each.id === id)!;
const several = (...ids: string[]) => deletionsSentence(ids.map(item), items);

describe('what goes along with what is deleted', () => {
  it('is all of a program, and no course of a term', () => {
    expect(deletionSentence(item('bs'), items)).toMatch(/^What belongs to it, 5 items, is deleted with it\./);
    expect(deletionSentence(item('fall'), items)).toMatch(
      /^Its 2 courses stay in the program without a term\./,
    );
    expect(deletionSentence(item('spring'), items)).toMatch(
      /^Its 1 course stays in the program without a term\./,
    );
  });

  it('is nothing but links and logs of what holds nothing', () => {
    for (const id of ['later', 'exam', 'a'])
      expect(deletionSentence(item(id), items)).toBe(
        'Its links and its log are deleted with it. Undo brings all of it back.',
      );
  });

  it('is counted for several, without what is among them', () => {
    const rest = 'Their links and logs are deleted with them. Undo brings all of it back.';
    expect(several('exam', 'a')).toBe(rest);
    expect(several('bs', 'a')).toBe(`4 more items of the programs among them are deleted as well. ${rest}`);
    expect(several('fall', 'spring', 'a')).toBe(
      `2 courses of the terms among them stay, without a term. ${rest}`,
    );
    expect(several('spring', 'exam')).toBe(`1 course of the terms among them stays, without a term. ${rest}`);
  });
});
