import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '#electron/hosts/page-answer.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { isWindowCommand } from '#shared/words/window-commands.ts';
import type { PrintState } from '#shared/contract/print-options.ts';

// The program as it is delivered, against a stub of Electron: what it asks for, and how it answers. Whether Electron
// then does what it is asked is not tested here.

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'out/main/main.js');
const PRELOAD = join(ROOT, 'out/preload/preload.cjs');
const BUILT = existsSync(MAIN) && existsSync(PRELOAD) && existsSync(join(ROOT, 'out/renderer/index.html'));
if (!BUILT) console.log('tests/electron/built.test.ts: skipped, out/ is not built (npm run build)');

const TRAVERSALS = [
  'app://bundle/../package.json',
  'app://bundle/../../package.json',
  'app://bundle/..%2fpackage.json',
  'app://bundle/%2e%2e/package.json',
  'app://bundle/%2e%2e%2f%2e%2e%2fetc/passwd',
  'app://bundle/%252e%252e%252fpackage.json',
  'app://bundle/..%5cpackage.json',
  'app://bundle/..\\package.json',
  'app://bundle/assets/../../main/main.js',
  'app://bundle/assets/..%2f..%2fmain/main.js',
  'app://bundle/./../preload/preload.cjs',
  'app://bundle/etc/passwd',
  'app://bundle//etc/passwd',
  'app://bundle///etc/passwd',
  'app://bundle/file:///etc/passwd',
  'app://bundle/C:/Windows/win.ini',
  'app://bundle/C:%5cWindows%5cwin.ini',
  'app://bundle/%00index.html',
  'app://bundle/index.html%00',
  'app://bundle/index.html/',
  'app://bundle/INDEX.HTML',
  'app://bundle/assets',
  'app://bundle/assets/',
  'app://bundle/.built-from',
  'app://bundle/__proto__',
  'app://bundle/api',
  'app://local/etc/passwd',
  'app://evil.example/index.html',
  'app://bundle.evil.example/index.html',
  'app://bundle:80/index.html',
  'app://etc/passwd',
];

interface Probe {
  calls: [string, ...unknown[]][];
  options: { webPreferences: Record<string, unknown> } & Record<string, unknown>;
  menu: { name: string; submenu?: string[] }[];
  ipc: Record<string, string>;
  added: { ok: boolean };
  printed: { ok: boolean; value?: PrintState };
  printWindow?: { options: Probe['options']; url: string; destroyed: boolean; call: string };
  link: string;
  pages: Record<string, { status: number; headers: Record<string, string>; body: string }>;
  permissions: boolean[];
  download: boolean;
  navigation: Record<string, boolean>;
  webview: boolean;
  newWindow: unknown;
}

async function probe(folder: string, env: Record<string, string> = {}): Promise<Probe> {
  const here = (name: string) => join(import.meta.dirname, name);
  const args = [
    '--import',
    pathToFileURL(here('register-stub.mjs')).href,
    here('probe.mjs'),
    pathToFileURL(MAIN).href,
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      STUB_FOLDER: folder,
      THROUGHLINE_DB: join(folder, 'throughline.db'),
      PROBE_URLS: JSON.stringify(TRAVERSALS),
      ...env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  if (stdout === '') throw new Error(`the program ended without an answer\n${stderr}`);
  return JSON.parse(stdout) as Probe;
}

const namesOf = ({ calls }: Probe) => calls.map(([name]) => name);

describe.skipIf(!BUILT)('the built desktop program', () => {
  let folder: string;
  let found: Probe;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-built-'));
    found = await probe(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('asks for what must be asked before Electron is ready, before it is ready', () => {
    const scheme = {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    };
    expect(found.calls).toContainEqual(['protocol.registerSchemesAsPrivileged', [scheme], false]);
    expect(found.calls).toContainEqual(['app.enableSandbox', false]);
  });

  it('opens one window that keeps the page from the computer', () => {
    const { webPreferences, ...looks } = found.options;
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(existsSync(String(webPreferences['preload']))).toBe(true);
    expect(webPreferences['preload']).toBe(PRELOAD);
    expect(looks).toMatchObject({ minWidth: 640, minHeight: 480, show: false, backgroundColor: '#faf9f6' });
    expect(found.calls).toContainEqual(['window.loadURL', 'app://bundle/index.html']);
  });

  it('has a menu whose commands reach the page as words', () => {
    const names = found.menu.map(({ name }) => name.replace('&', ''));
    expect(names).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Help']));
    expect(found.menu.find(({ name }) => name === '&View')?.submenu).not.toContain('reload');
    const said = found.calls.filter(([name]) => name === 'webContents.send');
    expect(said.map(([, channel]) => channel)).toEqual(said.map(() => 'menu'));
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter(([, , word]) => !isWindowCommand(String(word)))).toEqual([]);
  });

  it('listens on one channel and answers our page from the real store', () => {
    expect(found.calls.filter(([name]) => name === 'ipcMain.handle')).toEqual([['ipcMain.handle', 'app']]);
    expect(JSON.parse(found.ipc['own'] ?? '')).toMatchObject({
      ok: true,
      value: { version: packageJson.version, databaseFile: join(folder, 'throughline.db') },
    });
    expect(found.added).toMatchObject({ ok: true });
    expect(JSON.parse(found.ipc['unknown'] ?? '')).toMatchObject({
      ok: false,
      error: { code: 'unknown-command' },
    });
    expect(readFileSync(join(folder, 'throughline.db')).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it.each(['inner', 'foreignOrigin', 'otherFrame', 'gone', 'notText', 'twoTexts'])(
    'refuses a call that is %s',
    (what) => {
      expect(found.ipc[what]).toMatch(/^refused: /);
    },
  );

  it('refuses a text that is too large with a sentence’s worth of facts', () => {
    expect(JSON.parse(found.ipc['tooLarge'] ?? '')).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    });
  });

  it('prints in a hidden window of its own, as locked as the first, which is gone afterwards', () => {
    expect(found.printed).toEqual({
      ok: true,
      value: {
        progress: 'packing',
        result: { name: 'Ada.pdf', base64: Buffer.from('%PDF-stub').toString('base64'), notes: [] },
      },
    });
    expect(found.printWindow?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, preload: PRELOAD },
    });
    expect(found.printWindow?.url).toMatch(/^app:\/\/bundle\/print\.html#%7B%22planId%22/);
    expect(found.printWindow?.destroyed).toBe(true);
    expect(found.printWindow?.call).toMatch(/^refused: /);
    expect(found.calls).toContainEqual([
      'webContents.printToPDF',
      {
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
      },
    ]);
  });

  it('serves its own page with the policy', () => {
    for (const url of ['app://bundle/', 'app://bundle/index.html']) {
      const { status, headers, body } = found.pages[url] ?? { status: 0, headers: {}, body: '' };
      expect(status).toBe(200);
      expect(body.toLowerCase()).toContain('<!doctype html>');
      expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it.each(TRAVERSALS)('has nothing at %s', (url) => {
    expect(found.pages[url]).toMatchObject({ status: 404 });
    expect(found.pages[url]?.body).not.toMatch(/root:|throughline"|import /);
    expect(found.pages[url]?.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });

  it('denies every permission and every download', () => {
    expect(found.permissions).toEqual([false, false, false]);
    expect(found.download).toBe(true);
    expect(found.calls).toContainEqual(['session.setSpellCheckerEnabled', false]);
  });

  it('lets no page leave and opens no window for one', () => {
    expect(Object.entries(found.navigation).filter(([, prevented]) => !prevented)).toEqual([]);
    expect(Object.keys(found.navigation)).toHaveLength(4);
    expect(found.webview).toBe(true);
    expect(found.newWindow).toEqual({ action: 'deny' });
  });

  it('opens no file through a link and does not even ask', () => {
    expect(JSON.parse(found.link)).toMatchObject({ ok: false, error: { code: 'cannot-open-link' } });
    expect(namesOf(found)).not.toContain('shell.openExternal');
    expect(namesOf(found)).not.toContain('dialog.showMessageBox');
  });

  it('shows itself when a second instance was started, and loads a page that died again', () => {
    const names = namesOf(found);
    expect(names.indexOf('window.restore')).toBeGreaterThan(names.indexOf('window.show'));
    expect(names).toContain('window.focus');
    expect(names).toContain('webContents.reload');
  });

  it('quits with its window and remembers where that was', async () => {
    expect(namesOf(found).at(-1)).toBe('app.quit');
    expect(JSON.parse(readFileSync(join(folder, 'userData/window.json'), 'utf8'))).toEqual({
      bounds: { x: 40, y: 50, width: 1000, height: 700 },
      maximized: false,
    });
    const again = await probe(folder, { STUB_DARK: '1' });
    expect(again.options).toMatchObject({
      x: 40,
      y: 50,
      width: 1000,
      height: 700,
      backgroundColor: '#161513',
    });
  });

  it('leaves the window to the first instance', async () => {
    const second = await probe(folder, { STUB_SECOND_INSTANCE: '1' });
    expect(second.calls.map(([name]) => name).at(-1)).toBe('app.quit');
    expect(second.options).toBeUndefined();
    expect(namesOf(second)).not.toContain('ipcMain.handle');
  });

  it('says in a sentence why a database cannot be opened, and ends', async () => {
    const foreign = join(folder, 'foreign.db');
    writeFileSync(
      foreign,
      'not a database at all, just some text that is long enough to have a header'.repeat(20),
    );
    const { calls, options } = await probe(folder, { THROUGHLINE_DB: foreign });
    const [, title, sentence] = calls.find(([name]) => name === 'dialog.showErrorBox') ?? [];
    expect(title).toBe('Throughline cannot go on');
    expect(sentence).toContain(foreign);
    expect(sentence).not.toMatch(/\n|at .*:\d+|Error/);
    expect(calls.at(-1)).toEqual(['app.exit', 1]);
    expect(options).toBeUndefined();
  });
});

describe.skipIf(!BUILT)('the built preload script', () => {
  it('is one file that needs nothing but Electron, and exposes two functions', () => {
    const required: string[] = [];
    const exposed: Record<string, Record<string, unknown>> = {};
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, value: Record<string, unknown>) => (exposed[name] = value),
      },
      ipcRenderer: {},
    };
    runInNewContext(readFileSync(PRELOAD, 'utf8'), {
      exports: {},
      module: { exports: {} },
      require: (name: string) => {
        required.push(name);
        return electron;
      },
    });
    expect(new Set(required)).toEqual(new Set(['electron']));
    expect(Object.keys(exposed)).toEqual(['bridge']);
    expect(Object.keys(exposed['bridge'] ?? {}).sort()).toEqual(['invoke', 'onMenu']);
  });
});
