import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPage, SECURITY_HEADERS } from './page-answer.ts';
import type { Assets } from './assets.ts';

/** After a refusal the rest of a body is thrown away for this long, so that the sender gets to read the refusal. */
const LINGER_MS = 1_000;

/** One request with its answer. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

export function sendPage({ response }: Exchange, assets: Assets, path: string): void {
  const { status, headers, body } = answerPage(assets, path);
  // Node leaves out the body of an answer to HEAD by itself.
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

export function sendReply(exchange: Exchange, status: number, json: string): void {
  send(exchange, status, { 'content-type': 'application/json; charset=utf-8' }, json);
}

export function sendSentence(exchange: Exchange, status: number, sentence: string, headers = {}): void {
  send(exchange, status, { 'content-type': 'text/plain; charset=utf-8', ...headers }, `${sentence}\n`);
}

/**
 * An answer to a request whose body was not read to its end closes the connection: what is left of the body would
 * be taken for the next request. It does so only once the sender has stopped sending, or has had its time, because
 * a connection closed on unread bytes takes the answer down with it.
 */
function send(
  { request, response }: Exchange,
  status: number,
  headers: Record<string, string>,
  text: string,
): void {
  const body = Buffer.from(text);
  const unread = hasBody(request) && !request.complete;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    ...(unread ? { connection: 'close' } : {}),
    'cache-control': 'no-store',
    'content-length': body.length,
  });
  if (!unread) {
    response.end(body);
    return;
  }
  response.write(body);
  const finish = () => {
    clearTimeout(limit);
    response.end();
  };
  const limit = setTimeout(finish, LINGER_MS);
  request.once('end', finish).once('close', finish).resume();
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
