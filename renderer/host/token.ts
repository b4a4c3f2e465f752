const KEY = 'throughline-token';

/** The parts of the window that hold the token, so that a test can give its own. */
export interface TokenPlace {
  location: Pick<Location, 'hash' | 'pathname'>;
  history: Pick<History, 'replaceState'>;
  sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * The token that `serve` printed behind `#t=`. It is moved to this tab's session storage and taken out of the
 * address, so that it is neither bookmarked nor shown. Empty when the page was opened without one.
 */
export function takeToken({ location, history, sessionStorage }: TokenPlace): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('t');
  if (given === null) return sessionStorage.getItem(KEY) ?? '';
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, '', location.pathname);
  return given;
}
