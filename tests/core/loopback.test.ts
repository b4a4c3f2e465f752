import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAssets } from '#electron/hosts/assets.ts';
import { HostError } from '#electron/hosts/host-error.ts';
import { FILE_REQUEST_LIMIT, REQUEST_LIMIT } from '#electron/hosts/limits.ts';
import { startLoopback, type Loopback } from '#electron/hosts/loopback.ts';

const SECRET = 'outside the page';

let folder: string;
let host: Loopback;
let received: string[];
let logged: unknown[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-loopback-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(folder, 'page/.env'), SECRET);
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><title>Throughline</title>');
  writeFileSync(join(folder, 'page/assets/index-Bx3.js'), 'export {};');
  writeFileSync(join(folder, 'page/assets/inter-9a.woff2'), 'font');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'page/assets/link.txt'));
  received = [];
  logged = [];
  host = await start();
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (port = 0) =>
  startLoopback({
    port,
    invoke: async (text) => {
      received.push(text);
      return '{"ok":true,"value":"pong"}';
    },
    assets: readAssets(join(folder, 'page')),
    log: (line) => logged.push(line),
  });

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}
interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const tokenOf = ({ url }: Loopback) => new URL(url).hash.slice('#t='.length);

/** Sends exactly these headers, unlike `fetch`, which has its own idea of Host and Origin. */
function send({ method = 'GET', path = '/', headers = {}, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const call = (body: string | Buffer, headers: Record<string, string | string[]> = {}, more: Sent = {}) =>
  send({
    method: 'POST',
    path: '/api',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(host)}`, ...headers },
    body,
    ...more,
  });

/** Writes bytes as they are and answers everything that comes back until the other side closes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

describe('the page', () => {
  it('is served with every protective header and never stored', async () => {
    const { status, headers, body } = await send({});
    expect(status).toBe(200);
    expect(body).toContain('<title>Throughline</title>');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'; trusted-types svelte-trusted-html clipboard-table",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it('keeps what is named by its content for ever', async () => {
    const script = await send({ path: '/assets/index-Bx3.js' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const font = await send({ path: '/assets/inter-9a.woff2' });
    expect(font.headers['content-type']).toBe('font/woff2');
  });

  it('answers HEAD without a body, and a query changes nothing', async () => {
    const head = await send({ method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '41']);
    expect((await send({ path: '/?x=1' })).status).toBe(200);
  });

  it.each([
    '/secret.txt',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/./../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/....//secret.txt',
    '/..;/secret.txt',
    '/assets/..%00/secret.txt',
    '/index.html%00.txt',
    '/index.html/',
    '//index.html',
    '/assets',
    '/assets/',
    '/assets/link.txt',
    '/.env',
    '/C:/secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%u002e%u002e/secret.txt',
    '/__proto__',
    '/constructor',
    '/INDEX.HTML',
    '/etc/passwd',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/api/',
    '/api/import',
  ])('has nothing at %s', async (path) => {
    const { status, body, headers } = await send({ path });
    expect(status).toBe(404);
    expect(body).not.toContain(SECRET);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('refuses a build without a page', () => {
    expect(() => readAssets(join(folder, 'nowhere'))).toThrow(HostError);
    mkdirSync(join(folder, 'empty'));
    expect(() => readAssets(join(folder, 'empty'))).toThrow(HostError);
  });
});

describe('Host', () => {
  it.each(['127.0.0.1', 'localhost'])('may be %s with our port', async (name) => {
    expect((await send({ headers: { host: `${name}:${host.port}` } })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    '127.0.0.1:PORT.evil.example',
    '127.0.0.1:PORT@evil.example',
    'localhost.evil.example:PORT',
    'sub.localhost:PORT',
    '127.0.0.2:PORT',
    '0.0.0.0:PORT',
    '[::1]:PORT',
    '2130706433:PORT',
    '127.1:PORT',
    'LOCALHOST:PORT',
    'localhost.:PORT',
    '127.0.0.1:0PORT',
  ])('may not be "%s", not even with the token', async (name) => {
    const headers = { host: name.replace('PORT', String(host.port)) };
    expect((await send({ headers })).status).toBe(421);
    expect((await call('{}', headers)).status).toBe(421);
    expect(received).toEqual([]);
  });

  it('may be neither missing nor there twice, and nothing else stands in for it', async () => {
    const good = `Host: 127.0.0.1:${host.port}`;
    const status = async (...lines: string[]) =>
      (await raw(['GET / HTTP/1.1', ...lines, 'Connection: close', '', ''].join('\r\n'))).slice(9, 12);
    expect(await status()).toBe('421');
    expect(await status('Host:')).toBe('421');
    expect(await status(good, 'Host: evil.example')).toMatch(/400|421/);
    expect(await status('Host: evil.example', good)).toMatch(/400|421/);
    expect(await status('Host: evil.example', `X-Forwarded-Host: 127.0.0.1:${host.port}`)).toBe('421');
    expect(await status(good)).toBe('200');
  });

  it('cannot be replaced by an absolute address', async () => {
    const answer = await raw(
      `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('Origin and Sec-Fetch-Site', () => {
  it('may be our own, by either name', async () => {
    expect((await call('{}', { origin: `http://127.0.0.1:${host.port}` })).status).toBe(200);
    const name = `localhost:${host.port}`;
    expect(
      (await call('{}', { host: name, origin: `http://${name}`, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });

  it.each([
    'null',
    '',
    'https://evil.example',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
    'http://127.0.0.1:PORT/',
    'http://127.0.0.1:PORT.evil.example',
    'http://evil.example?http://127.0.0.1:PORT',
    'http://127.0.0.1:PORT, https://evil.example',
    'file://',
    'app://bundle',
    'HTTP://127.0.0.1:PORT',
  ])('Origin may not be "%s"', async (origin) => {
    const headers = { origin: origin.replace('PORT', String(host.port)) };
    expect((await call('{}', headers)).status).toBe(403);
    expect((await send({ headers })).status).toBe(403);
    expect(received).toEqual([]);
  });

  it.each(['cross-site', 'same-site', 'CROSS-SITE', '', 'same-origin, cross-site'])(
    'Sec-Fetch-Site may not be "%s"',
    async (site) => {
      expect((await call('{}', { 'sec-fetch-site': site })).status).toBe(403);
      expect((await send({ headers: { 'sec-fetch-site': site } })).status).toBe(403);
      expect(received).toEqual([]);
    },
  );

  it('a person may open the page, but no person sends a command', async () => {
    expect((await send({ headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
    expect((await call('{}', { 'sec-fetch-site': 'none' })).status).toBe(403);
    expect(received).toEqual([]);
  });

  it('no answer ever lets another origin read it', async () => {
    const answers = [
      await send({}),
      await call('{}'),
      await send({ method: 'OPTIONS', path: '/api', headers: { 'access-control-request-method': 'POST' } }),
      await call('{}', { origin: 'https://evil.example' }),
    ];
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    expect(answers[2]?.status).toBe(405);
  });
});

describe('the token', () => {
  it('is 256 bits, new at every start, and only behind # in the address', async () => {
    const { url, port } = host;
    expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/#t=[A-Za-z0-9_-]{43}$`));
    const other = await start();
    expect(tokenOf(other)).not.toBe(tokenOf(host));
    await other.close();
  });

  it('lets a request through, once and as it came', async () => {
    const text = '{"name":"plan.list","input":{}, "ä→中": "\\u0000"}';
    const { status, body, headers } = await call(text);
    expect([status, body]).toEqual([200, '{"ok":true,"value":"pong"}']);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(received).toEqual([text]);
  });

  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['the word alone', 'Bearer'],
    ['no token', 'Bearer '],
    ['another', `Bearer ${'A'.repeat(43)}`],
    ['ours without the word', 'TOKEN'],
    ['ours with another word', 'Basic TOKEN'],
    ['ours and more', 'Bearer TOKENA'],
    ['ours cut short', 'Bearer SHORT'],
    ['ours in capitals', 'Bearer UPPER'],
    ['ours after a blank', 'Bearer  TOKEN'],
    ['a list with ours', 'Bearer x, Bearer TOKEN'],
    ['very many', `Bearer ${'A'.repeat(8_000)}`],
  ])('is not %s', async (_what, authorization) => {
    const token = tokenOf(host);
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (authorization !== undefined) {
      headers['authorization'] = authorization
        .replace('TOKEN', token)
        .replace('SHORT', token.slice(0, -1))
        .replace('UPPER', `${token.toUpperCase()}!`);
    }
    expect((await send({ method: 'POST', path: '/api', headers, body: '{}' })).status).toBe(401);
    expect(received).toEqual([]);
  });

  it('counts neither in the address nor in a cookie', async () => {
    const token = tokenOf(host);
    const headers = { 'content-type': 'application/json' };
    expect((await send({ method: 'POST', path: `/api?t=${token}`, headers, body: '{}' })).status).toBe(401);
    expect(
      (
        await send({
          method: 'POST',
          path: '/api',
          headers: { ...headers, cookie: `t=${token}` },
          body: '{}',
        })
      ).status,
    ).toBe(401);
    expect((await send({})).headers['set-cookie']).toBeUndefined();
  });

  it('of an earlier start no longer works', async () => {
    const old = tokenOf(host);
    await host.close();
    host = await start();
    expect((await call('{}', { authorization: `Bearer ${old}` })).status).toBe(401);
  });
});

describe('a request', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('cannot be a %s', async (method) => {
    const { status, headers } = await call('', {}, { method });
    expect([status, headers.allow]).toEqual([405, 'POST']);
    expect(received).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('a page cannot be asked with %s', async (method) => {
    const { status, headers } = await send({ method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/jsonp',
    'application/json-patch+json',
    'text/plain; application/json',
    'application/json, text/plain',
    'application/json; charset=utf-16',
    '',
  ])('cannot be of the type "%s"', async (type) => {
    expect((await call('{}', { 'content-type': type })).status).toBe(415);
    expect(received).toEqual([]);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    'may be of the type "%s"',
    async (type) => {
      expect((await call('{}', { 'content-type': type })).status).toBe(200);
    },
  );

  it('that is not UTF-8 is refused, not repaired', async () => {
    const { status, body } = await call(Buffer.from([0x22, 0xff, 0x22]));
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(received).toEqual([]);
  });

  it('with headers that are too long is refused', async () => {
    expect((await send({ headers: { 'x-long': 'a'.repeat(17_000) } })).status).toBe(431);
  });

  it('that asks for another protocol gets none', async () => {
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`,
    );
    expect(answer).not.toMatch(/^HTTP\/1\.1 101/);
    expect(await raw(`CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`)).not.toMatch(
      / 200 /,
    );
  });

  it('cannot smuggle a second one by disagreeing about its length', async () => {
    const answer = await raw(
      `POST /api HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${tokenOf(host)}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(received).toEqual([]);
  });
});

describe('the size of a request', () => {
  const filled = (start: string, bytes: number) =>
    Buffer.concat([Buffer.from(start), Buffer.alloc(bytes - start.length, 'a')]);
  const anEdit = '{"name":"course.update","input":{"text":"';
  const anImport = '{"name":"plan.import","input":{"text":"';
  const aPreview = '{"name":"plan.previewImport","input":{"text":"';

  it('may be up to a megabyte, and so much for an import that any file fits in', async () => {
    expect((await call(filled(anEdit, REQUEST_LIMIT))).status).toBe(200);
    expect((await call(filled(anImport, FILE_REQUEST_LIMIT))).status).toBe(200);
    expect((await call(filled(aPreview, FILE_REQUEST_LIMIT))).status).toBe(200);
    expect(received.map((text) => text.length)).toEqual([
      REQUEST_LIMIT,
      FILE_REQUEST_LIMIT,
      FILE_REQUEST_LIMIT,
    ]);
  });

  it.each([
    ['an edit', anEdit, REQUEST_LIMIT],
    ['an import', anImport, FILE_REQUEST_LIMIT],
    ['the preview of an import', aPreview, FILE_REQUEST_LIMIT],
    ['an import that is none', '{"x":"plan.import","name":"', REQUEST_LIMIT],
  ])('is bounded for %s, whether it is announced or not', async (_what, start, limit) => {
    // One byte too many, and so many that most are still to come when it is refused.
    const bodies = [filled(start, limit + 1), filled(start, limit + 8 * REQUEST_LIMIT)];
    for (const body of bodies) {
      for (const headers of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
        const { status, headers: got, body: text } = await call(body, headers);
        expect(status).toBe(413);
        expect(JSON.parse(text)).toEqual({
          ok: false,
          error: { code: 'file-too-large', bytes: expect.any(Number) as number, limit },
        });
        expect(got['content-security-policy']).toBeDefined();
      }
    }
    expect(received).toEqual([]);
  });

  it('that is refused half read ends the connection, so that the rest is not taken for the next request', async () => {
    const head = (length: number, token = tokenOf(host)) =>
      `POST /api HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
    const next = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`;
    const answers = await Promise.all([
      raw(head(2_000_000_000) + 'a'.repeat(5_000) + next),
      raw(head(2_000_000, 'wrong') + 'a'.repeat(5_000) + next),
    ]);
    expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['413', '401']);
    for (const answer of answers) {
      expect(answer.toLowerCase()).toContain('\r\nconnection: close\r\n');
      expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    }
    expect((await call('{}')).status).toBe(200);
  });

  it('that is refused half read is refused audibly, also to a sender that listens only once it has said all', async () => {
    const body = filled(anEdit, 24 * REQUEST_LIMIT);
    const head =
      `POST /api HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${tokenOf(host)}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(host.port, '127.0.0.1').on('error', reject);
      socket.write(head);
      socket.write(body, (error) => {
        if (error) reject(error);
        socket.once('data', (chunk: Buffer) => {
          resolve(chunk.toString('latin1'));
          socket.destroy();
        });
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that is fully read keeps the connection for the next one', async () => {
    const one = `POST /api HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${tokenOf(host)}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n`;
    const answer = await raw(`${one}\r\n{}${one}Connection: close\r\n\r\n[]`);
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    expect(received).toEqual(['{}', '[]']);
  });

  it('a sender that goes away in the middle leaves nothing behind', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () => {
        const head = `POST /api HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${tokenOf(host)}\r\n`;
        socket.write(`${head}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"name"`, () =>
          socket.destroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect((await call('{}')).status).toBe(200);
    expect(received).toEqual(['{}']);
    expect(logged).toEqual([]);
  });
});

describe('the port', () => {
  it('that is taken is a failure with its number', async () => {
    await expect(start(host.port)).rejects.toMatchObject({
      failure: { code: 'port-in-use', port: host.port },
    });
  });

  it('that is none is a failure with a reason', async () => {
    await expect(start(70_000)).rejects.toMatchObject({ failure: { code: 'port-refused', port: 70_000 } });
  });

  it('is free again after close, even if an answer is still awaited', async () => {
    const usual = host;
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    host = await startLoopback({
      port: 0,
      invoke: () => {
        asked();
        return new Promise(() => undefined);
      },
      assets: readAssets(join(folder, 'page')),
      log: (line) => logged.push(line),
    });
    const waiting = expect(call('{}')).rejects.toThrow();
    await isAsked;
    await host.close();
    await waiting;
    host = usual;
  });

  it('is free again after close, even if somebody kept a connection open', async () => {
    const idle = connect(host.port, '127.0.0.1');
    const ended = new Promise((resolve) => idle.on('close', resolve).on('error', () => undefined));
    idle.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`);
    await new Promise((resolve) => idle.once('data', resolve));
    const { port } = host;
    await host.close();
    await ended;
    await host.close();
    host = await start(port);
    expect((await send({})).status).toBe(200);
  });

  it('is on the loopback address alone', async () => {
    const { address } = await new Promise<{ address: string }>((resolve, reject) => {
      const socket = connect(host.port, '127.0.0.1', () => {
        resolve({ address: socket.remoteAddress ?? '' });
        socket.destroy();
      }).on('error', reject);
    });
    expect(address).toBe('127.0.0.1');
    // Every other loopback address belongs to this computer too; a server on 0.0.0.0 would answer there.
    await expect(
      new Promise((resolve, reject) =>
        connect(host.port, '127.0.0.2', () => resolve('answered')).on('error', reject),
      ),
    ).rejects.toThrow();
  });
});

it('a fault of the application is an empty end, not its inside', async () => {
  const broken = await startLoopback({
    port: 0,
    invoke: () => Promise.reject(new Error('secret detail')),
    assets: readAssets(join(folder, 'page')),
    log: (line) => logged.push(line),
  });
  const usual = host;
  host = broken;
  await expect(call('{}')).rejects.toThrow();
  expect(JSON.stringify(logged)).not.toContain('secret detail');
  expect(logged).toHaveLength(1);
  await broken.close();
  host = usual;
});
