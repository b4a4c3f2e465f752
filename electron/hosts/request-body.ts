import type { IncomingMessage } from 'node:http';
import type { Failure } from '#shared/contract/failures.ts';
import { FILE_REQUEST_LIMIT, REQUEST_LIMIT } from './limits.ts';

export type Body = { ok: true; text: string } | { ok: false; status: 400 | 413; error: Failure };

/**
 * Reads a request's body as text, but never more than its limit; the rest stays unread and is the caller's to deal
 * with. An import and its preview may be larger than everything else, and are told by how their first bytes look.
 * @throws when the sender is gone before the end.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > FILE_REQUEST_LIMIT) return tooLarge(announced, FILE_REQUEST_LIMIT);
  const chunks: Buffer[] = [];
  let bytes = 0;
  let limit = REQUEST_LIMIT;
  // The usual iterator destroys the socket on leaving, and with it the way to say why.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes <= limit) continue;
    limit = limitOf(Buffer.concat(chunks).subarray(0, 200));
    if (bytes > limit) return tooLarge(Math.max(bytes, announced), limit);
  }
  return decode(Buffer.concat(chunks));
}

/** What our page writes names the command first; a request written otherwise has the smaller limit. */
function limitOf(start: Buffer): number {
  return /^\s*\{\s*"name"\s*:\s*"plan\.(import|previewImport)"/.test(start.toString('latin1'))
    ? FILE_REQUEST_LIMIT
    : REQUEST_LIMIT;
}

function tooLarge(bytes: number, limit: number): Body {
  return { ok: false, status: 413, error: { code: 'file-too-large', bytes, limit } };
}

/** Broken UTF-8 is refused: read leniently it would be stored as question marks. */
function decode(bytes: Buffer): Body {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return {
      ok: false,
      status: 400,
      error: { code: 'bad-request', problems: [{ path: '', problem: 'is not UTF-8' }] },
    };
  }
}
