import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '#electron/print/find-chromium.ts';
import { makeOnce } from '#electron/print/lock-file-chromium.ts';
import { thisMachine, type Machine } from '#electron/print/machine.ts';

/** A computer with nothing on it, to which each test adds what it is about. */
function aMachine(files: string[], more: Partial<Machine> = {}): Machine {
  return {
    // Not Linux, so that the real lock file's browser stays out of the rules about all others.
    platform: 'darwin',
    arch: 'arm64',
    env: {},
    home: '/Users/ada',
    isRoot: false,
    isFile: (path) => files.includes(path),
    versionText: async () => 'Google Chrome 153.0.7000.1',
    allowsUserNamespaces: async () => true,
    ...more,
  };
}

const CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const EDGE = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';

describe('which Chromium is taken', () => {
  it('obeys THROUGHLINE_CHROMIUM before everything else', async () => {
    const machine = aMachine(['/mine', CHROME], { env: { THROUGHLINE_CHROMIUM: '/mine' } });
    expect(await findChromium({ order: 'people' }, machine)).toMatchObject({
      ok: true,
      source: 'environment',
      executablePath: '/mine',
    });
  });

  it('says so when THROUGHLINE_CHROMIUM names nothing, instead of taking another', async () => {
    const machine = aMachine([CHROME], { env: { THROUGHLINE_CHROMIUM: '/gone' } });
    const found = await findChromium({ order: 'people' }, machine);
    expect(found).toMatchObject({ ok: false, reason: 'path does not exist' });
    expect(found.ok || found.cure).toContain('/gone');
  });

  it("takes Playwright's own for tests and never for people", async () => {
    const machine = aMachine(['/playwright', CHROME]);
    const own = { playwrightOwn: '/playwright' };
    expect(await findChromium({ order: 'tests', ...own }, machine)).toMatchObject({ source: 'playwright' });
    expect(await findChromium({ order: 'people', ...own }, machine)).toMatchObject({ source: 'installed' });
  });

  it('passes over an installed browser that is too old', async () => {
    const machine = aMachine([CHROME, EDGE], {
      versionText: async (path) => (path === CHROME ? 'Google Chrome 130.0.1.2' : 'Microsoft Edge 131.0.1.2'),
    });
    expect(await findChromium({ order: 'people' }, machine)).toMatchObject({ executablePath: EDGE });
  });

  it('names the cure when there is none', async () => {
    const found = await findChromium({ order: 'people' }, aMachine([]));
    expect(found).toMatchObject({ ok: false, reason: 'not found' });
    expect(found.ok || found.cure).toMatch(/^[^.]+\.$/);
  });

  it('turns the sandbox off as root, and for a bare executable where user namespaces are closed', async () => {
    const sandboxOf = async (more: Partial<Machine>) => {
      const machine = aMachine(['/playwright'], { platform: 'linux', ...more });
      const found = await findChromium({ order: 'tests', playwrightOwn: '/playwright' }, machine);
      if (!found.ok) throw new Error(found.cure);
      expect(found.args.includes('--no-sandbox')).toBe(!found.chromiumSandbox);
      return found.chromiumSandbox;
    };
    expect(await sandboxOf({ isRoot: true })).toBe(false);
    expect(await sandboxOf({ allowsUserNamespaces: async () => false })).toBe(false);
    expect(await sandboxOf({})).toBe(true);
  });
});

describe('a folder made once', () => {
  let parent: string;
  beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), 'throughline-once-'))));
  afterEach(() => rm(parent, { recursive: true }));

  it('is whole whoever wins, and leaves nothing beside it', async () => {
    const folder = join(parent, 'made');
    const fill = (text: string) => (draft: string) => writeFile(join(draft, 'file'), text);
    await Promise.all(['a', 'b', 'c'].map((text) => makeOnce(folder, fill(text))));
    expect(await readdir(parent)).toEqual(['made']);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('is not there when filling it failed', async () => {
    const folder = join(parent, 'made');
    await expect(makeOnce(folder, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await readdir(parent)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });
});

// The rest needs a browser that this machine has, whichever it is.
describe('the Chromium that is found here', () => {
  it('draws and prints text with no font but the ones we bring', async () => {
    // Nothing of this machine's own font set-up is left: no variable, no home folder.
    const machine: Machine = { ...thisMachine(), env: { PATH: process.env['PATH'], HOME: tmpdir() } };
    const found = await findChromium({ order: 'tests', playwrightOwn: chromium.executablePath() }, machine);
    if (!found.ok) throw new Error(found.cure);

    const browser = await chromium.launch(found);
    try {
      const page = await browser.newPage();
      await page.setContent('<span style="font: 40px sans-serif">Fall term: Ethics</span>');
      const width = await page.locator('span').evaluate((span) => span.getBoundingClientRect().width);
      expect(width).toBeGreaterThan(100);
      expect(await textOf(await page.pdf())).toBe('Fall term: Ethics');
    } finally {
      await browser.close();
    }
  });
});

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}
