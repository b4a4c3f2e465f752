import type { Assets } from './assets.ts';

/**
 * What the page may do, enforced by the browser: load its own files and talk to its own origin. Text that reaches
 * the page as markup by mistake can neither run nor load anything.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // Svelte makes its templates through the first of these; the second reads a table of the clipboard, which becomes no
  // part of the page. There is no other.
  'trusted-types svelte-trusted-html clipboard-table',
].join('; ');

/** The headers of everything a host answers, pages and refusals alike. */
export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

export interface PageAnswer {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** Answers a request for a file of the page, on both hosts alike. `path` is matched as it stands, never decoded. */
export function answerPage(assets: Assets, path: string): PageAnswer {
  const asset = assets.get(path === '/' ? '/index.html' : path);
  if (!asset) return notFound();
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': asset.type,
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
  };
  return { status: 200, headers, body: asset.body };
}

function notFound(): PageAnswer {
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  };
  return { status: 404, headers, body: new TextEncoder().encode('There is no such page.\n') };
}
