import { describe, expect, it } from 'vitest';
import { addressProblem, extrasText } from './web-links.ts';

describe('words about notes and links', () => {
  it('say what there is beside a name', () => {
    expect(extrasText({ notes: true, links: 0 })).toBe('notes');
    expect(extrasText({ notes: false, links: 1 })).toBe('1 link');
    expect(extrasText({ notes: true, links: 2 })).toBe('notes, 2 links');
  });

  it('say why an address cannot be kept', () => {
    for (const url of ['https://a.example', 'http://a.example/x', 'mailto:a@b.example'])
      expect(addressProblem(url)).toBeUndefined();
    for (const url of ['', 'a.example', 'javascript:alert(1)', 'ftp://a.example'])
      expect(addressProblem(url)).toBe('Must be an address that starts with https://, http:// or mailto:.');
  });
});
