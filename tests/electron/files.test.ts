import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import { cleanFileName } from '#electron/shell/file-name.ts';
import { createChooseFile, createSaveFile } from '#electron/shell/files.ts';
import { FILE_LIMIT } from '#shared/contract/interop.ts';
import { createLogFile } from '#electron/hosts/log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

function choosing(file: string | null) {
  const asked: OpenDialogOptions[] = [];
  const choose = createChooseFile({
    open: async (options) => {
      asked.push(options);
      return file;
    },
  });
  return { choose, asked };
}

function saving(file: string | null) {
  const asked: SaveDialogOptions[] = [];
  const save = createSaveFile(
    {
      save: async (options) => {
        asked.push(options);
        return file;
      },
    },
    () => '/home/ada/Documents',
  );
  return { save, asked };
}

describe('choosing a file', () => {
  it('reads the one that was chosen', async () => {
    const file = join(folder, 'Ada 中.throughline.json');
    writeFileSync(file, '\ufeff{"ä":1}');
    const { choose, asked } = choosing(file);
    expect(await choose({ accept: ['.throughline.json', '.json'] })).toEqual({
      ok: true,
      value: { name: 'Ada 中.throughline.json', text: '{"ä":1}' },
    });
    expect(asked).toEqual([
      {
        properties: ['openFile'],
        filters: [
          { name: 'Matching files', extensions: ['json'] },
          { name: 'All files', extensions: ['*'] },
        ],
      },
    ]);
  });

  it('is nothing when the person changes their mind', async () => {
    expect(await choosing(null).choose({ accept: [] })).toEqual({ ok: true, value: null });
  });

  it('understands what spreadsheets write', async () => {
    const file = join(folder, 'a.csv');
    for (const bytes of [
      Buffer.from('Curriculum,Gr\xfc\xdfe', 'latin1'),
      Buffer.from('\uFEFFCurriculum,Grüße'),
      Buffer.from('\uFEFFCurriculum,Grüße', 'utf16le'),
      Buffer.from('\uFEFFCurriculum,Grüße', 'utf16le').swap16(),
    ]) {
      writeFileSync(file, bytes);
      expect(await choosing(file).choose({ accept: ['.csv'] })).toMatchObject({
        value: { text: 'Curriculum,Grüße' },
      });
    }
  });

  it('refuses what is too large without reading it, and takes what is just small enough', async () => {
    const file = join(folder, 'large.json');
    writeFileSync(file, '');
    truncateSync(file, FILE_LIMIT + 1);
    expect(await choosing(file).choose({ accept: [] })).toEqual({
      ok: false,
      error: { code: 'file-too-large', bytes: FILE_LIMIT + 1, limit: FILE_LIMIT },
    });
    truncateSync(file, FILE_LIMIT);
    expect(await choosing(file).choose({ accept: [] })).toMatchObject({ ok: true });
  });

  it.each([
    ['is gone', (path: string) => path],
    ['is a folder', (path: string) => (mkdirSync(path), path)],
  ])('says so when it %s', async (_what, make) => {
    const file = make(join(folder, 'x.json'));
    const reply = await choosing(file).choose({ accept: [] });
    expect(reply).toEqual({
      ok: false,
      error: { code: 'file-unreadable', file, detail: expect.any(String) as string },
    });
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const file = join(folder, 'pipe');
    execFileSync('mkfifo', [file]);
    expect(await choosing(file).choose({ accept: [] })).toMatchObject({
      ok: false,
      error: { code: 'file-unreadable' },
    });
  });
});

describe('saving a file', () => {
  it('writes it whole, over an old one, and leaves nothing else', async () => {
    const file = join(folder, 'plan.pdf');
    writeFileSync(file, 'an older and longer one');
    const { save, asked } = saving(file);
    const bytes = Buffer.from([0, 255, 37, 80]);
    expect(await save({ name: 'Ada: the plan.pdf', base64: base64(bytes) })).toEqual({
      ok: true,
      value: { saved: true },
    });
    expect(readFileSync(file)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['plan.pdf']);
    expect(asked).toEqual([
      {
        defaultPath: '/home/ada/Documents/Ada- the plan.pdf',
        filters: [
          { name: 'Matching files', extensions: ['pdf'] },
          { name: 'All files', extensions: ['*'] },
        ],
      },
    ]);
  });

  it('may be called off', async () => {
    expect(await saving(null).save({ name: 'a.pdf', base64: '' })).toEqual({
      ok: true,
      value: { saved: false },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['####', 'QQ=', 'QQ', 'Q Q==', 'QQ==\n', 'QR==', 'ä'])(
    'refuses %j before it asks where',
    async (text) => {
      const { save, asked } = saving(join(folder, 'x'));
      expect(await save({ name: 'x', base64: text })).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
      expect(asked).toEqual([]);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('refuses what is too large', async () => {
    const { save, asked } = saving(join(folder, 'x'));
    const reply = await save({ name: 'x', base64: base64(Buffer.alloc(FILE_LIMIT + 1)) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'file-too-large', limit: FILE_LIMIT } });
    expect(asked).toEqual([]);
  });

  it('says so when it cannot, and the old file is as it was', async () => {
    const gone = join(folder, 'gone/x.pdf');
    expect(await saving(gone).save({ name: 'x', base64: base64('new') })).toEqual({
      ok: false,
      error: { code: 'file-unwritable', file: gone, detail: 'ENOENT' },
    });
    const taken = join(folder, 'taken');
    mkdirSync(join(taken, 'inside'), { recursive: true });
    expect(await saving(taken).save({ name: 'x', base64: base64('new') })).toMatchObject({
      ok: false,
      error: { code: 'file-unwritable', file: taken },
    });
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readdirSync(taken)).toEqual(['inside']);
  });

  it('says so when the disk is full', async () => {
    const file = join(folder, 'x.pdf');
    const full = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    };
    const save = createSaveFile({ save: async () => file }, () => folder, full);
    const reply = await save({ name: 'x', base64: base64('new') });
    expect(reply).toEqual({ ok: false, error: { code: 'disk-full', file } });
  });
});

describe('a suggested name', () => {
  it.each([
    ['Ada’s plan.pdf', 'Ada’s plan.pdf'],
    ['My plan: BS → MS.throughline.json', 'My plan- BS → MS.throughline.json'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..\\..\\x.pdf', '-..-x.pdf'],
    ['/etc/passwd', '-etc-passwd'],
    ['C:\\x.pdf', 'C--x.pdf'],
    ['.hidden.pdf', 'hidden.pdf'],
    ['...', 'throughline'],
    ['', 'throughline'],
    ['   ', 'throughline'],
    ['a\u0000b\nc\u0007.pdf', 'abc.pdf'],
    ['annual\u202efdp.exe', 'annualfdp.exe'],
    ['a\u200bb\u2066c.pdf', 'abc.pdf'],
    ['con.pdf', '_con.pdf'],
    ['LPT1', '_LPT1'],
    ['com¹.txt', '_com¹.txt'],
    ['console.pdf', 'console.pdf'],
    ['nul.tar.pdf', '_nul.tar.pdf'],
    ['name. . .', 'name'],
    ['name .pdf', 'name.pdf'],
    ['a   b.pdf', 'a b.pdf'],
    ['.pdf', 'pdf'],
    ['Pen\u0303a.pdf', 'Pe\u00f1a.pdf'],
  ])('%j becomes %j', (from, to) => {
    expect(cleanFileName(from)).toBe(to);
  });

  it('is short in bytes, whole in characters, and keeps its end', () => {
    const name = cleanFileName(`${'👩‍🎓中'.repeat(60)}.throughline.json`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name.endsWith('.throughline.json')).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  });

  it('is one harmless name whatever it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = cleanFileName(text);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).not.toMatch(/^[\s.]|[\s.]$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
        expect(name.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(cleanFileName(name)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the log', () => {
  it('is lines of JSON in at most two files', () => {
    const file = join(folder, 'logs/throughline.log');
    const log = createLogFile(file);
    for (let line = 0; line < 3; line += 1) log({ name: 'x'.repeat(600_000), line });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((text) => (JSON.parse(text) as { line: number }).line)).toEqual([2]);
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['throughline.log', 'throughline.log.old']);
  });

  it('that cannot be written stops nothing', () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    expect(() => createLogFile(join(folder, 'logs/throughline.log'))({ x: 1 })).not.toThrow();
  });
});
