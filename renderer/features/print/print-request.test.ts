import { describe, expect, it } from 'vitest';
import { readRequest } from './print-request.ts';

const fragment = (value: unknown) => `#${encodeURIComponent(JSON.stringify(value))}`;

describe('what the page is told to print', () => {
  it('fills in what is left open', () => {
    expect(readRequest(fragment({ planId: 'a/b?c#d é', options: { landscape: true } }))).toMatchObject({
      kind: 'print',
      request: { planId: 'a/b?c#d é', options: { landscape: true, paper: 'letter', per: 'year' } },
    });
  });

  it('may be told to draw the timeline instead', () => {
    expect(readRequest(fragment({ planId: 'a', picture: { from: '2027-01-01' } }))).toEqual({
      kind: 'picture',
      request: { planId: 'a', from: '2027-01-01' },
    });
    expect(readRequest(fragment({ planId: 'a', picture: { from: 'soon' } }))).toBeNull();
    expect(readRequest(fragment({ planId: 'a', picture: { zoom: 2 } }))).toBeNull();
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
