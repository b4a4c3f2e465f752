import { createHash, timingSafeEqual } from 'node:crypto';

/** A request as far as its head goes. */
export interface RequestHead {
  method: string;
  /** The request target as sent. */
  target: string;
  /** Every header's lines, so that a second one cannot hide behind the first. */
  headers: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Why a request is refused: the status and one sentence. */
export interface Denial {
  status: 400 | 401 | 403 | 405 | 415 | 421;
  sentence: string;
  headers?: Record<string, string>;
}

export const API = '/api';

/**
 * Whether a request may go on, decided before anything of it is read or looked up; null if it may.
 *
 * Any page in any browser on this computer can send requests to a loopback port. The name in `Host` keeps out
 * a foreign name that was pointed at 127.0.0.1; `Origin` and `Sec-Fetch-Site` are set by the browser, not by the
 * page; the token is what other users and programs on this computer do not have.
 */
export function denialOf(request: RequestHead, port: number, token: string): Denial | null {
  return (
    wrongHost(request, port) ??
    wrongTarget(request) ??
    wrongOrigin(request) ??
    wrongSite(request) ??
    wrongCall(request, token)
  );
}

/** The path of a target, without the query. */
export const pathOf = (target: string): string => target.split('?', 1)[0] ?? '';

const only = (request: RequestHead, name: string): string | null => {
  const lines = request.headers[name];
  return lines?.length === 1 ? (lines[0] ?? null) : null;
};

function wrongHost(request: RequestHead, port: number): Denial | null {
  const host = only(request, 'host');
  if (host === `127.0.0.1:${port}` || host === `localhost:${port}`) return null;
  return { status: 421, sentence: 'This address does not belong to Throughline.' };
}

/** Only a path: the absolute form names a host of its own, and `*` and `host:port` are for proxies. */
function wrongTarget({ target }: RequestHead): Denial | null {
  return target.startsWith('/')
    ? null
    : { status: 400, sentence: 'The address of a request must be a path.' };
}

function wrongOrigin(request: RequestHead): Denial | null {
  if (request.headers['origin'] === undefined) return null;
  // The host is known to be ours by now; "null" (a sandboxed frame, a file) equals no origin.
  if (only(request, 'origin') === `http://${only(request, 'host') ?? ''}`) return null;
  return { status: 403, sentence: 'Only the page Throughline serves may call it.' };
}

/** Programs other than browsers do not send it; they still need the token. */
function wrongSite(request: RequestHead): Denial | null {
  if (request.headers['sec-fetch-site'] === undefined) return null;
  const site = only(request, 'sec-fetch-site');
  if (site === 'same-origin') return null;
  // "none" is a person: an address typed, pasted or opened from a bookmark.
  if (site === 'none' && isReading(request)) return null;
  return { status: 403, sentence: 'Only the page Throughline serves may call it.' };
}

function wrongCall(request: RequestHead, token: string): Denial | null {
  if (pathOf(request.target) !== API) {
    if (isReading(request)) return null;
    return { status: 405, sentence: 'A page can only be read.', headers: { allow: 'GET, HEAD' } };
  }
  if (request.method !== 'POST') {
    return { status: 405, sentence: 'A request to Throughline is a POST.', headers: { allow: 'POST' } };
  }
  if (!isToken(only(request, 'authorization'), token)) {
    return {
      status: 401,
      sentence: 'Open the address Throughline printed when it started.',
      headers: { 'www-authenticate': 'Bearer' },
    };
  }
  // A form can send three other types to another origin without asking; JSON it cannot.
  if (/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(only(request, 'content-type') ?? ''))
    return null;
  return { status: 415, sentence: 'A request to Throughline is JSON in UTF-8.' };
}

const isReading = ({ method }: RequestHead): boolean => method === 'GET' || method === 'HEAD';

/** Hashed first, because the comparison needs equal lengths and must not tell how long the token is. */
function isToken(authorization: string | null, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
