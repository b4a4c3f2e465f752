import { describe, expect, it } from 'vitest';
import { readRequest } from './print-request.ts';

const fragment = (value: unknown) => `#${encodeURIComponent(JSON.stringify(value))}`;

describe('what the page is told to print', () => {
  it('fills in what is left open', () => {
    const request = readRequest(fragment({ planId: 'a/b?c#d é', options: { landscape: true } }));
    expect(request).toMatchObject({
      planId: 'a/b?c#d é',
      options: { landscape: true, paper: 'letter', per: 'year' },
    });
  });

  it.each([
    '',
    '#',
    '#%',
    '#{}',
    fragment({ planId: 'a' }),
    fragment({ planId: 'a', options: { paper: 'a3' } }),
  ])('refuses %j', (text) => expect(readRequest(text)).toBeNull());
});
