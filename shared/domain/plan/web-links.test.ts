import { describe, expect, it } from 'vitest';
import { extrasOf, webLinksOf } from './web-links.ts';

const link = { title: 'Form', url: 'https://board.example/form' };

describe('links of an item', () => {
  it('begin with its own page', () => {
    expect(webLinksOf({ url: 'https://a.example/', webLinks: [link] })).toEqual([
      { title: null, url: 'https://a.example/' },
      link,
    ]);
    expect(webLinksOf({ url: null })).toEqual([]);
    expect(webLinksOf({ webLinks: [link] })).toEqual([link]);
  });

  it('and its notes are what there is beside its name, if anything', () => {
    expect(extrasOf({ notes: ' \n', url: null })).toBeNull();
    expect(extrasOf({ notes: 'Ask', url: null })).toEqual({ notes: true, links: 0 });
    expect(extrasOf({ notes: '', url: 'https://a.example/', webLinks: [link] })).toEqual({
      notes: false,
      links: 2,
    });
  });
});
