import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

// Electron's own security checklist, as far as reading the source can tell. What is missing here was never written; that
// it works is for the tests that run the program.

const ROOT = join(import.meta.dirname, '../..');

interface Source {
  file: string;
  text: string;
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|mjs|js|svelte|html)$/.test(entry.name) && !entry.name.includes('.test.'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      file: relative(ROOT, path).replaceAll('\\', '/'),
      text: withoutComments(readFileSync(path, 'utf8')),
    }));
}

/** A rule may be explained in a comment by naming what it forbids. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

const found = (sources: Source[], pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

const SOURCES = [
  ...sourcesIn('electron'),
  ...sourcesIn('renderer'),
  ...sourcesIn('shared'),
  ...sourcesIn('scripts'),
];

/** What may be nowhere: [why, what it looks like, a line that has it]. */
const NOWHERE: [string, RegExp, string][] = [
  ['web security switched off', /webSecurity:\s*false|disable-web-security/, 'webSecurity: false'],
  ['Node in a page', /nodeIntegration\w*:\s*true/, 'nodeIntegrationInWorker: true'],
  ['one world for page and preload', /contextIsolation:\s*false/, 'contextIsolation: false'],
  ['a page without a sandbox', /sandbox:\s*false/, 'sandbox: false'],
  ['insecure content', /allowRunningInsecureContent:\s*true/, 'allowRunningInsecureContent: true'],
  ['experiments', /experimentalFeatures:\s*true|enableBlinkFeatures/, "enableBlinkFeatures: 'x'"],
  ['a webview', /webviewTag:\s*true|<webview/, 'webviewTag: true'],
  ['a page of another origin let in', /bypassCSP|corsEnabled:\s*true/, 'bypassCSP: true'],
  ['a page from the disk', /\bloadFile\(|loadURL\([^)]*file:/, "window.loadFile('x')"],
  ['a file opened by the system', /\.openPath\(/, 'shell.openPath(x)'],
  ['remote', /@electron\/remote|enableRemoteModule/, "import '@electron/remote'"],
  ['text run as code', /\beval\(|new Function\(/, 'eval(text)'],
  [
    'markup made of text',
    /\.innerHTML\s*=|insertAdjacentHTML|document\.write\(|\{@html/,
    'node.innerHTML = text',
  ],
  ['warnings hidden', /ELECTRON_DISABLE_SECURITY_WARNINGS/, 'ELECTRON_DISABLE_SECURITY_WARNINGS'],
  [
    'certificates ignored',
    /setCertificateVerifyProc|ignore-certificate-errors|rejectUnauthorized/,
    'rejectUnauthorized',
  ],
  [
    'the network',
    /from 'node:(https|dns|dgram|tls|http2)'|\bnet\.fetch\(|XMLHttpRequest|new WebSocket\(/,
    'new WebSocket(x)',
  ],
  ['another origin allowed to read', /access-control-allow/i, "'Access-Control-Allow-Origin'"],
];

describe('nowhere in the source is', () => {
  it.each(NOWHERE)('%s', (_why, pattern, example) => {
    expect(example).toMatch(pattern);
    expect(found(SOURCES, pattern)).toEqual([]);
  });
});

/** What may be in one place only: [what, what it looks like, where]. */
const ONE_PLACE: [string, RegExp, string[]][] = [
  // The file shown is the database that is open; no page names it.
  ['files shown by the system', /showItemInFolder\(/, ['electron/main.ts']],
  [
    'windows are made',
    /new (BrowserWindow|WebContentsView|BrowserView)\(/,
    ['electron/shell/open-window.ts'],
  ],
  [
    'pages are listened to',
    /ipcMain\.(handle|handleOnce|on|once)\(|\.ipc\.(handle|on)\(/,
    ['electron/hosts/ipc.ts'],
  ],
  ['something is handed to pages', /contextBridge|ipcRenderer/, ['electron/preload.ts']],
  ['addresses leave the application', /openExternal\(/, ['electron/shell/links.ts']],
  ['a port is opened', /createServer\(|\.listen\(/, ['electron/hosts/loopback.ts']],
  ['a scheme is served', /registerSchemesAsPrivileged\(|protocol\.handle\(/, ['electron/shell/protocol.ts']],
  ['permissions are decided', /setPermission\w+Handler\(/, ['electron/shell/permissions.ts']],
];

describe('only in one place', () => {
  it.each(ONE_PLACE)('%s', (_what, pattern, places) => {
    expect(found(SOURCES, pattern)).toEqual(places);
  });
});

describe('the window’s preferences', () => {
  const text = readFileSync(join(ROOT, 'electron/shell/open-window.ts'), 'utf8');

  it.each([
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'webSecurity: true',
    'webviewTag: false',
  ])('say %s, in words and in the call', (line) => {
    const literal = /webPreferences: \{([^}]*)\}/.exec(text)?.[1] ?? '';
    expect(literal).toContain(line);
    // Nothing written behind the literal may change it.
    expect(literal).not.toContain('...');
    expect(text.slice(text.indexOf('webPreferences'))).not.toMatch(/\n {4}\.\.\./);
  });
});

describe('who knows Electron', () => {
  it('is the shell, the two doors and the entries', () => {
    const importers = found(sourcesIn('electron'), /^import (?!type)[^;]*from 'electron'/m);
    for (const file of importers) expect(file).toMatch(/^electron\/(shell\/[\w-]+|main|preload)\.ts$/);
    expect(importers).toContain('electron/main.ts');
  });

  it('is not the command line, nor anything it needs', () => {
    const core = [
      ...sourcesIn('electron/core'),
      ...sourcesIn('electron/db'),
      ...sourcesIn('electron/formats'),
    ];
    expect(found(core, /from 'electron'/)).toEqual([]);
    expect(found(sourcesIn('renderer'), /from 'electron'|require\(/)).toEqual([]);
  });
});

it('the channel and the menu’s channel are the same on both sides', () => {
  const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
  const channel = /CHANNEL = '(\w+)'/.exec(read('electron/hosts/ipc.ts'))?.[1];
  expect(read('electron/preload.ts')).toContain(`ipcRenderer.invoke('${channel ?? 'none'}'`);
  expect(read('electron/preload.ts')).toContain("ipcRenderer.on('menu'");
  expect(read('electron/main.ts')).toContain(".send('menu'");
});
