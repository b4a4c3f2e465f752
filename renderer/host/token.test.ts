import { describe, expect, it } from 'vitest';
import { memoryStorage } from '#tests/builders/fake-host.ts';
import { takeToken } from './token.ts';

function placeWith(hash: string, sessionStorage = memoryStorage()) {
  const shown: unknown[] = [];
  const place = {
    location: { hash, pathname: '/' },
    history: { replaceState: (...args: unknown[]) => void shown.push(args[2]) },
    sessionStorage,
  };
  return { place, shown };
}

describe('the token of the server', () => {
  it('is moved from the address to the tab', () => {
    const storage = memoryStorage();
    const { place, shown } = placeWith('#t=secret', storage);
    expect(takeToken(place)).toBe('secret');
    expect(shown).toEqual(['/']);
    expect(takeToken(placeWith('', storage).place)).toBe('secret');
  });

  it('is replaced by the one of a newer start', () => {
    const storage = memoryStorage();
    takeToken(placeWith('#t=old', storage).place);
    expect(takeToken(placeWith('#t=new', storage).place)).toBe('new');
  });

  it('is empty where there is none', () => {
    const { place, shown } = placeWith('');
    expect(takeToken(place)).toBe('');
    expect(shown).toEqual([]);
  });
});
