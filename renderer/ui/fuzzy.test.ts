import { describe, expect, it } from 'vitest';
import { bestOf, fitOf } from './fuzzy.ts';

const best = (query: string, ...texts: string[]) => bestOf(texts, query, (text) => ({ text }));

describe('finding by what was typed', () => {
  it('puts the beginning of the text before that of a word, and that before the middle of one', () => {
    expect(best('plan', 'Replant', 'Delete this plan', 'Plan settings')).toEqual([
      'Plan settings',
      'Delete this plan',
      'Replant',
    ]);
  });

  it('finds words in any order, and only where all of them are', () => {
    expect(best('pdf save', 'Save as PDF', 'Save', 'PDF')).toEqual(['Save as PDF']);
  });

  it('finds by the first letters of words', () => {
    expect(best('zi', 'Zoom in', 'Zoom out', 'Size')).toEqual(['Zoom in']);
    expect(best('acou', 'Add a course', 'Accounting for all')).toEqual(['Add a course']);
  });

  it('does not mind accents, case and signs', () => {
    expect(fitOf('pena', 'Colegio Peña')).not.toBeNull();
    expect(fitOf('hca 401', 'HCA-401 Policy')).not.toBeNull();
    expect(fitOf('“ait”', 'AIT')).not.toBeNull();
  });

  it('finds whole words in a long text, after everything else, and never letters here and there', () => {
    expect(fitOf('peña', 'Ethics', '', 'Ask Dr. Pena first')).not.toBeNull();
    expect(fitOf('adpf', 'Ethics', '', 'Ask Dr. Pena first')).toBeNull();
    const entries = [
      { text: 'Ethics', within: 'See law' },
      { text: 'Outlaws', within: '' },
    ];
    expect(bestOf(entries, 'law', (entry) => entry).map(({ text }) => text)).toEqual(['Outlaws', 'Ethics']);
  });

  it('finds by other words, after everything found by name', () => {
    const entries = [
      { text: 'Save as PDF', also: 'print export' },
      { text: 'Export', also: '' },
    ];
    expect(bestOf(entries, 'export', (entry) => entry).map(({ text }) => text)).toEqual([
      'Export',
      'Save as PDF',
    ]);
  });

  it('takes the shorter of two that fit alike, and all of them without a query', () => {
    expect(best('exam', 'Exam of the state board', 'Exam')).toEqual(['Exam', 'Exam of the state board']);
    expect(best(' ', 'b', 'a')).toEqual(['b', 'a']);
  });
});
