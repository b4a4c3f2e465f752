import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssets, type Assets } from '#electron/hosts/assets.ts';
import { answerPage, CONTENT_SECURITY_POLICY } from '#electron/hosts/page-answer.ts';
import { respond } from '#electron/shell/protocol.ts';

let folder: string;
let assets: Assets;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-protocol-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'a b ü.txt'), 'x');
  assets = readAssets(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => respond({ url, method }, (path) => answerPage(assets, path));

describe('app://bundle', () => {
  it.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/?x', 'app://bundle/index.html#y'])(
    'serves the page at %s with the policy',
    async (url) => {
      const response = get(url);
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html>']);
      expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    },
  );

  it('finds names with other characters in them', () => {
    expect(get('app://bundle/a b ü.txt').status).toBe(200);
  });

  it('answers HEAD with the head alone, and nothing that could change something', async () => {
    expect(await get('app://bundle/', 'HEAD').text()).toBe('');
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'x'])
      expect(get('app://bundle/', method).status).toBe(405);
  });

  it.each([
    'app://other/index.html',
    'app://BUNDLE.evil/index.html',
    'app://bundle:1/index.html',
    'app://user@bundle/index.html',
    'app:index.html',
    'app:///index.html',
    'app:/index.html',
    'file:///index.html',
    'https://bundle/index.html',
    'not an address',
    '',
    'app://bundle/../index.htm',
    'app://bundle/index.html%20',
    'app://bundle/%69ndex.html',
  ])('has nothing at %j', (url) => {
    const response = get(url);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });
});
