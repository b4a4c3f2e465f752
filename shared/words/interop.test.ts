import { describe, expect, it } from 'vitest';
import type { ExportLoss, ImportProblem } from '#shared/contract/interop.ts';
import { lossSentence } from './exports.ts';
import { namelessCourse, outcomeNote, problemSentence } from './imports.ts';

const kind = 'strict';
const problems: { [C in ImportProblem['code']]: ImportProblem & { code: C } } = {
  'line-unknown': { code: 'line-unknown', text: 'Advisor, Ng' },
  'heading-missing': { code: 'heading-missing' },
  'line-repeated': { code: 'line-repeated', name: 'CIP', line: 3 },
  'system-unknown': { code: 'system-unknown', value: 'semster', taken: 'semester' },
  'columns-unknown': { code: 'columns-unknown', names: ['Advisor', 'Room'] },
  'columns-repeated': { code: 'columns-repeated', names: ['Term'] },
  'cells-beyond': { code: 'cells-beyond', cells: ['left over'] },
  'quotes-odd': { code: 'quotes-odd' },
  'text-cut': { code: 'text-cut', column: 'Course Name', limit: 300 },
  'no-course': { code: 'no-course' },
  'name-missing': { code: 'name-missing', title: 'HSA 300' },
  'id-missing': { code: 'id-missing' },
  'id-odd': { code: 'id-odd', id: 'L-1' },
  'id-repeated': { code: 'id-repeated', id: '7', line: 21 },
  'course-repeated': { code: 'course-repeated', id: '8', line: 23 },
  'credits-unknown': { code: 'credits-unknown', value: '3-Jan' },
  'term-unknown': { code: 'term-unknown', value: 'soon' },
  'requisite-unknown': { code: 'requisite-unknown', kind, ids: ['98', '99'] },
  'requisite-itself': { code: 'requisite-itself', kind },
  'requisite-repeated': { code: 'requisite-repeated', kind, ids: ['4'] },
  'requisites-too-many': { code: 'requisites-too-many', kind, limit: 200, ids: ['201'] },
  'outcome-without-course': { code: 'outcome-without-course', id: '98' },
  'outcome-empty': { code: 'outcome-empty' },
  'notes-full': { code: 'notes-full' },
};

const count = 2;
const titles = ['Exam', 'License'];
const losses: { [C in ExportLoss['code']]: ExportLoss & { code: C } } = {
  'plan-name': { code: 'plan-name', name: 'Four years' },
  'names-changed': { code: 'names-changed', names: ['A, B'] },
  programs: { code: 'programs', titles },
  undated: { code: 'undated', titles },
  outside: { code: 'outside', titles },
  'program-details': { code: 'program-details' },
  'plan-details': { code: 'plan-details' },
  'term-dates': { code: 'term-dates', count },
  'empty-terms': { code: 'empty-terms', count },
  statuses: { code: 'statuses', count },
  grades: { code: 'grades', count },
  'minimum-grades': { code: 'minimum-grades', count },
  choices: { code: 'choices', count },
  'outside-requisites': { code: 'outside-requisites', count },
  requirements: { code: 'requirements', count },
  experiences: { code: 'experiences', count },
  steps: { code: 'steps', count },
  credentials: { code: 'credentials', count },
  milestones: { code: 'milestones', count },
  links: { code: 'links', count },
  facts: { code: 'facts', count },
  notes: { code: 'notes', count },
  acknowledgements: { code: 'acknowledgements', count },
  baselines: { code: 'baselines', count },
  'course-details': { code: 'course-details', count },
  'ids-changed': { code: 'ids-changed', count },
};

const isSentence = (text: string): void => {
  expect(text).toMatch(/^\S.*[^.]\.$/);
  expect(text).not.toMatch(/undefined|null|NaN|\[object/);
};

describe('the sentence of', () => {
  it.each(Object.values(problems))('a line with $code says what is wrong', (problem) => {
    const sentence = problemSentence(problem);
    isSentence(sentence);
    for (const fact of Object.values(problem).flat())
      if (fact !== problem.code && fact !== kind) expect(sentence).toContain(String(fact));
  });

  it.each(Object.values(losses))('the loss of $code says how much', (loss) => {
    const sentence = lossSentence(loss);
    isSentence(sentence);
    for (const fact of Object.values(loss).flat())
      if (fact !== loss.code) expect(sentence).toContain(String(fact));
  });

  it('one and many', () => {
    expect(lossSentence({ code: 'steps', count: 1 })).toBe('1 step is left out.');
    expect(lossSentence({ code: 'grades', count: 1 })).toBe('The grade of 1 course is left out.');
    expect(lossSentence({ code: 'choices', count: 1 })).toMatch(/^1 choice .* is written/);
    expect(problemSentence(problems['requisite-unknown'])).toBe(
      'No courses have the ids “98” and “99”, named here as strict corequisites.',
    );
    expect(problemSentence({ code: 'columns-unknown', names: ['Advisor'] })).toMatch(
      /^The column “Advisor” is /,
    );
  });

  it('a very long cell, shortened', () => {
    expect(problemSentence({ code: 'term-unknown', value: 'x\n'.repeat(500) }).length).toBeLessThan(150);
  });
});

describe('a learning outcome as a note', () => {
  it('leaves out what is not given', () => {
    const outcome = { id: '', name: 'Leads a team', description: '', hours: '', requisites: '' };
    expect(outcomeNote(outcome)).toBe('Learning outcome: Leads a team');
    expect(outcomeNote({ ...outcome, id: '3', description: 'Decides', hours: '6', requisites: '1;2' })).toBe(
      'Learning outcome 3: Leads a team. Decides (hours: 6; builds on: 1;2)',
    );
  });

  it('belongs to a course that may have no name', () => {
    expect([namelessCourse('HSA 300', '9'), namelessCourse('', '9'), namelessCourse('', null)]).toEqual([
      'HSA 300',
      'Course 9',
      'Course',
    ]);
  });
});
