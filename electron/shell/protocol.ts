import type { Protocol } from 'electron';
import { HOST, SCHEME } from './page-address.ts';

/** What is at a path: the same answer a browser gets from the loopback host. */
export type AnswerPath = (path: string) => {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
};

/**
 * Tells Chromium that `app:` addresses have an origin and are as trustworthy as https ones. A scheme of our own
 * instead of `file:` is what lets that origin end at our own files. Only possible before the application is ready.
 */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app://bundle/…` from memory. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, answer: AnswerPath): void {
  protocol.handle(SCHEME, (request) => respond(request, answer));
}

/** The answer to one request. Nothing but a path of our own host is looked up, and looked up as it stands. */
export function respond(request: { method: string; url: string }, answer: AnswerPath): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405, answer);
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (url?.protocol !== `${SCHEME}:` || url.host !== HOST || url.username !== '') return empty(404, answer);
  const { status, headers, body } = answer(url.pathname);
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}

/** Refusals carry the same protective headers as pages, which the answer to no path at all has. */
function empty(status: number, answer: AnswerPath): Response {
  return new Response(null, { status, headers: answer('').headers });
}
