import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { PRINT_STAGES, printOptions } from '#shared/contract/print-options.ts';
import type { Assets } from '#electron/hosts/assets.ts';
import { PrintError } from '#electron/print/printer.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { planOver } from './plans-to-print.ts';
import { answering, testPrinter } from './print-document.ts';

const request = { planId: 'plan-1', options: printOptions.parse({ sections: ['summary'] }) };
const plan = planOver(1);
const invoke = answering(plan);

/** The code and detail a person would be told. */
async function failureOf(print: Promise<unknown>) {
  const error: unknown = await print.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PrintError)) throw new Error(`expected a PrintError, got ${String(error)}`);
  return error.failure;
}

function pageWith(script: string): Assets {
  const file = (text: string, type: string) => ({
    body: new TextEncoder().encode(text),
    type,
    immutable: false,
  });
  return new Map([
    [
      '/print.html',
      file(
        '<!doctype html><html lang="en"><script type="module" src="/x.js"></script>',
        'text/html; charset=utf-8',
      ),
    ],
    ['/x.js', file(script, 'text/javascript; charset=utf-8')],
  ]);
}

/** A process that prints a page that is never ready, and says so once the page is open. */
const PRINT_FOREVER = `
  import { createChromiumPrinter } from '#electron/print/chromium-printer.ts';
  import { findChromium } from '#electron/print/find-chromium.ts';
  const file = (text, type) => ({ body: new TextEncoder().encode(text), type, immutable: false });
  const printer = createChromiumPrinter({
    assets: new Map([
      ['/print.html', file('<!doctype html><script type="module" src="/x.js"></script>', 'text/html')],
      ['/x.js', file('window.bridge.invoke("open")', 'text/javascript')],
    ]),
    invoke: async (text) => (process.stdout.write(text), text),
    find: () => findChromium({ order: 'tests' }),
  });
  await printer.print({ planId: 'plan', options: {} });
`;

describe('printing with a Chromium', () => {
  const open: { close(): Promise<void> }[] = [];
  const printerWith: typeof testPrinter = (parts) => {
    const printer = testPrinter(parts);
    open.push(printer);
    return printer;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((printer) => printer.close()));
  });

  it('gives a PDF, twice with one browser, two at a time, and again after it was closed', async () => {
    const printer = printerWith({ invoke });
    const one = await printer.print(request);
    expect(new TextDecoder('latin1').decode(one.subarray(0, 5))).toBe('%PDF-');
    const both = await Promise.all([printer.print(request), printer.print(request)]);
    for (const pdf of both) expect(pdf.length).toBeGreaterThan(1_000);
    await printer.close();
    expect((await printer.print(request)).length).toBeGreaterThan(1_000);
  });

  it('prints on a page that was opened before, and on a new one where there is none', async () => {
    const printer = printerWith({ invoke, more: true });
    const first = await printer.print(request);
    await printer.settled();
    const both = await Promise.all([printer.print(request), printer.print(request)]);
    for (const pdf of both) expect(Buffer.compare(pdf, first)).toBe(0);
    await printer.settled();
    const other = { ...request, options: printOptions.parse({ sections: ['costs'] }) };
    expect(Buffer.compare(await printer.print(other), first)).not.toBe(0);
  });

  it('says what it is doing, and stops when it is called off', async () => {
    const reached: string[] = [];
    const stop = new AbortController();
    const printer = printerWith({ invoke });
    await printer.print(request, { reach: (stage) => reached.push(stage) });
    expect(reached).toEqual(PRINT_STAGES);
    const never = printerWith({ invoke: () => new Promise(() => undefined) });
    const print = never.print(request, {
      reach: (stage) => stage === 'laying-out' && stop.abort(),
      signal: stop.signal,
    });
    expect(await failureOf(print)).toEqual({ code: 'print-failed', detail: 'it was called off' });
    expect(await failureOf(never.print(request, { signal: stop.signal }))).toMatchObject({
      code: 'print-failed',
    });
  });

  it('closes the browser when nothing was printed for a while', async () => {
    let searched = 0;
    const { findChromium } = await import('#electron/print/find-chromium.ts');
    const find = () => {
      searched += 1;
      return findChromium({ order: 'tests' });
    };
    const printer = printerWith({ invoke, find, idleMs: 1 });
    await printer.print(request);
    await wait(500);
    await printer.print(request);
    expect(searched).toBe(2);
  });

  it('leaves nothing behind when it is interrupted, and lets the signal end the process', async () => {
    const { path: folder, remove } = temporaryFolder();
    onTestFinished(remove);
    const child = spawn(process.execPath, ['--input-type=module', '--eval', PRINT_FOREVER], {
      cwd: join(import.meta.dirname, '../..'),
      // The browser keeps its profile there.
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    expect(await readdir(folder)).not.toEqual([]);
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says what to do when there is no browser', async () => {
    const cure = 'Install one.';
    const printer = printerWith({ invoke, find: async () => ({ ok: false, reason: 'not found', cure }) });
    expect(await failureOf(printer.print(request))).toEqual({ code: 'no-browser', detail: cure });
  });

  it('says so when the browser does not start', async () => {
    const found = {
      ok: true,
      source: 'installed',
      executablePath: '/bin/false',
      args: [],
      env: {},
      chromiumSandbox: false,
    } as const;
    const printer = printerWith({ invoke, find: async () => ({ ...found, args: [] }) });
    expect(await failureOf(printer.print(request))).toMatchObject({ code: 'print-failed' });
  });

  it('passes on why the page could not be laid out', async () => {
    const refusal = { ok: false, error: { code: 'not-found', noun: 'plan', id: 'plan-1' } };
    const printer = printerWith({ invoke: async () => JSON.stringify(refusal) });
    const failure = await failureOf(printer.print(request));
    expect(failure.code).toBe('print-failed');
    expect(failure).toHaveProperty('detail', expect.stringContaining('plan'));
  });

  it('does not wait for a page that breaks, is missing, or never gets ready', async () => {
    const broken = printerWith({ invoke, assets: pageWith('throw new Error("broken page")') });
    expect(await failureOf(broken.print(request))).toEqual({ code: 'print-failed', detail: 'broken page' });
    const missing = printerWith({ invoke, assets: new Map() });
    expect(await failureOf(missing.print(request))).toMatchObject({ code: 'print-failed' });
    const never = printerWith({ invoke, assets: pageWith(''), limitMs: 1_500 });
    const failure = await failureOf(never.print(request));
    expect(failure).toMatchObject({ code: 'print-failed' });
  });

  it('lets the page reach nothing but its own files, under the policy of every host', async () => {
    const script = `
      const tries = {
        other: () => fetch('http://example.com/'),
        loopback: () => fetch('http://127.0.0.1:9/'),
        missing: () => fetch('/no-such-file').then(({ status }) => { if (status === 404) throw new Error('404'); }),
        evaluated: () => new Function('return 1')(),
        inline: () => new Promise((resolve, reject) => {
          document.addEventListener('securitypolicyviolation', reject);
          document.documentElement.setAttribute('style', 'color: red');
          setTimeout(resolve, 300);
        }),
      };
      const reached = [];
      for (const [name, attempt] of Object.entries(tries)) {
        try { await attempt(); reached.push(name); } catch {}
      }
      document.documentElement.dataset.problem = 'reached: ' + reached.join();
      document.documentElement.dataset.ready = 'failed';
    `;
    const printer = printerWith({ invoke, assets: pageWith(script) });
    expect(await failureOf(printer.print(request))).toEqual({ code: 'print-failed', detail: 'reached: ' });
  });
});
