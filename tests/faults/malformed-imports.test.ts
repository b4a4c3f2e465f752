import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeText } from '#electron/formats/decode-text.ts';
import { readAssets } from '#electron/hosts/assets.ts';
import { startLoopback } from '#electron/hosts/loopback.ts';
import { FILE_LIMIT, IMPORT_FORMATS, type ImportFormat } from '#shared/contract/interop.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { runLine } from '#tests/cli/run-line.ts';
import { seededRandom } from '#tests/journal/random-command.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp, type TestApp } from '#tests/test-app.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const PLAN = readFileSync(join(FIXTURES, 'worked-example.throughline.json'));
const CURRICULUM = readFileSync(join(FIXTURES, 'curricula/dirty.csv'));

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** What the folder of a closed database holds, by name, with what is in the folders in it. */
function contentOf(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => {
      const at = join(entry.parentPath, entry.name);
      return [at, entry.isFile() ? createHash('sha256').update(readFileSync(at)).digest('hex') : 'folder'];
    }),
  );
}

/** A closed database with one plan in it. */
function madeDatabase(name: string): string {
  const file = join(folder.path, name);
  const app = openTestApp(file);
  app.ask('plan.import', { text: PLAN.toString() });
  app.close();
  return file;
}

interface Tried {
  label: string;
  text: string;
  as?: ImportFormat;
}

/**
 * Tries to import each text. What its preview refuses goes to a database that must not change by a byte; what it takes
 * goes to another, which must stay sound. Answers how many were refused and taken.
 */
function tryAll(tried: Iterable<Tried>): { refused: number; taken: number } {
  const refusing = openTestApp(madeDatabase('refusing.db'));
  refusing.close();
  const before = contentOf(folder.path);
  const closed = openTestApp(refusing.file);
  const counts = { refused: 0, taken: 0 };
  const takenFolder = temporaryFolder();
  const taking = openTestApp(join(takenFolder.path, 'taking.db'));
  try {
    for (const { label, ...input } of tried) {
      const preview = closed.send('plan.previewImport', input);
      if (preview.ok) {
        // Storing each of them would take minutes; what is wrong with one is wrong with its neighbors.
        if (counts.taken % 8 === 0) checkTaken(taking, label, input);
        counts.taken += 1;
        continue;
      }
      counts.refused += 1;
      const reply = closed.send('plan.import', input);
      expect(reply, label).toEqual(preview);
      expect(preview.error.code, label).toMatch(
        /^(not-a-plan-file|plan-file-newer|plan-file-invalid|curriculum-unusable|dates-out-of-range|file-too-large)$/,
      );
      const sentence = sentenceFor(preview.error);
      expect(sentence, label).toMatch(/^[A-Z].{10,500}\.$/su);
      const isEmpty = 'fault' in preview.error && preview.error.fault === 'empty';
      if ('line' in preview.error && preview.error.line !== null && !isEmpty) {
        expect(sentence, label).toMatch(new RegExp(`line ${preview.error.line}\\b`, 'i'));
        expect(preview.error.line, label).toBeLessThanOrEqual(input.text.split(/\r\n|\r|\n/).length);
      }
    }
    expect(taking.ask('database.check', {})).toEqual({ ok: true, problems: [] });
  } finally {
    closed.close();
    taking.close();
    takenFolder.remove();
  }
  expect(contentOf(folder.path)).toEqual(before);
  return counts;
}

/** What is taken is a plan like any other: it can be calculated and written, and comes back the same. */
function checkTaken(app: TestApp, label: string, input: Omit<Tried, 'label'>): void {
  const { planId } = app.ask('plan.import', input);
  expect(app.send('plan.analyze', { planId }).ok, label).toBe(true);
  const { text } = app.ask('plan.export', { planId });
  app.ask('plan.delete', { id: planId });
  const again = app.ask('plan.import', { text });
  expect(again.planId, label).toBe(planId);
  expect(app.ask('plan.export', { planId }).text, label).toBe(text);
  app.ask('plan.delete', { id: planId });
}

const textOf = (bytes: Uint8Array): string => decodeText(bytes).text;

function* damaged(name: string, bytes: Buffer, as: ImportFormat): Generator<Tried> {
  const random = seededRandom(20_261_123);
  const upTo = (count: number) => Math.floor(random() * count);
  for (let end = 0; end < bytes.length; end += Math.ceil(bytes.length / 120))
    yield { label: `${name} cut at ${end}`, text: textOf(bytes.subarray(0, end)), as };
  for (let n = 0; n < 150; n += 1) {
    const flipped = Buffer.from(bytes);
    const at = upTo(bytes.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << upTo(8));
    yield { label: `${name} flipped at ${at}`, text: textOf(flipped), as };
  }
  const lines = bytes.toString().split('\n');
  for (let n = 0; n < 150; n += 1) {
    const [a, b] = [upTo(lines.length), upTo(lines.length)];
    const changed = [...lines];
    const how = ['dropped', 'doubled', 'swapped'][n % 3] ?? '';
    if (how === 'dropped') changed.splice(a, 1);
    else if (how === 'doubled') changed.splice(b, 0, lines[a] ?? '');
    else [changed[a], changed[b]] = [lines[b] ?? '', lines[a] ?? ''];
    yield { label: `${name} lines ${a + 1} and ${b + 1} ${how}`, text: changed.join('\n'), as };
  }
}

describe('a damaged import', () => {
  it('positive control: one that is sound changes the database', () => {
    const file = madeDatabase('control.db');
    const before = contentOf(folder.path);
    const app = openTestApp(file);
    app.ask('plan.import', { text: PLAN.toString() });
    app.close();
    expect(contentOf(folder.path)).not.toEqual(before);
  });

  it.each([
    ['a plan file', PLAN, 'plan'],
    ['a curriculum', CURRICULUM, 'curricular-analytics'],
  ] as const)(
    '%s cut, flipped or with lines gone is refused whole or sound',
    { timeout: 300_000 },
    (_, bytes, as) => {
      const counts = tryAll(damaged(_, bytes, as));
      expect(counts.refused).toBeGreaterThan(20);
      expect(counts.taken).toBeGreaterThan(20);
    },
  );

  it(
    'a plan file with a value of another kind, anywhere in it, is refused by its line',
    { timeout: 120_000 },
    () => {
      const wrong = [
        'null',
        'true',
        '7',
        '-1e999',
        '1e400',
        '-0.5',
        '"\\u0000"',
        '[]',
        '{}',
        '[[]]',
        `"${'x'.repeat(60_000)}"`,
      ];
      const lines = PLAN.toString().split('\n');
      const tried = lines.flatMap((line, index): Tried[] => {
        const [, start, end] = /^(\s*(?:"\w+": )?)(?:"[^"]*"|[\d.]+|null|true|false)(,?)$/.exec(line) ?? [];
        if (start === undefined) return [];
        const value = wrong[index % wrong.length] ?? '';
        const changed = lines.with(index, `${start}${value}${end ?? ''}`);
        return [{ label: `line ${index + 1} is ${value.slice(0, 20)}`, text: changed.join('\n') }];
      });
      expect(tried.length).toBeGreaterThan(200);
      const counts = tryAll(tried);
      expect(counts.refused).toBeGreaterThan(150);
    },
  );

  it('of any other kind is one sentence', { timeout: 120_000 }, () => {
    const deep = 100_000;
    const plan = PLAN.toString();
    const inPlan = (value: string) => plan.replace('"notes": ""', `"notes": ${value}`);
    const texts: Record<string, string> = {
      nothing: '',
      'a byte-order mark': '\uFEFF',
      'line ends': '\n\n\r\n',
      NULs: '\0'.repeat(1_000),
      'a NUL in a plan': plan.replace('Worked', 'Wor\0ked'),
      'a NUL in a curriculum': CURRICULUM.toString().replace('Thesis', 'The\0sis'),
      'deep lists': '['.repeat(deep),
      'deep lists that end': '['.repeat(deep) + ']'.repeat(deep),
      'deep objects': '{"a":'.repeat(deep),
      'deep objects that end': `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
      'depth inside a plan': inPlan('['.repeat(deep) + ']'.repeat(deep)),
      'a huge number': inPlan(`1${'0'.repeat(400)}`),
      'a version of another kind': plan.replace('"version": 1', '"version": "1"'),
      'a huge version': plan.replace('"version": 1', '"version": 1e300'),
      'no version': plan.replace('"version": 1,', ''),
      'a newer version': plan.replace('"version": 1', '"version": 2'),
      'the format of another application': plan.replace('"throughline-plan"', '"gantt"'),
      'a list': `[${plan}]`,
      'a string': JSON.stringify(plan),
      'two plans': `${plan}${plan}`,
      'keys that are prototypes': inPlan('"", "__proto__": {"x": 1}'),
      'a prototype for an item': plan.replace('"items": [', '"items": [{"__proto__": null},'),
      'a web page': '<!doctype html><title>Plan</title>',
      'a picture': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('latin1'),
      'quotation marks': '"'.repeat(200_000),
      'one heading': 'Courses',
      'headings only': 'Courses\n'.repeat(20_000),
      'names of columns only': 'Courses\nCourse ID,Course Name,Term\n',
      'columns by the thousand': `Courses\n${'Course ID,Course Name,'.repeat(20_000)}\n1,a\n`,
      'too many terms': 'Courses\nCourse ID,Course Name,Term\n1,A,1e9\n2,B,100\n',
    };
    const tried = Object.entries(texts).flatMap(([label, text]): Tried[] => [
      { label, text },
      ...IMPORT_FORMATS.map((as): Tried => ({ label: `${label} as ${as}`, text, as })),
    ]);
    expect(tryAll(tried).refused).toBeGreaterThan(70);
  });

  it.each(['\0', 'a\0b', '\uD800', 'a\uDFFFb'])(
    'text that no database holds, %j, is refused by any command',
    (name) => {
      const app = openTestApp(join(folder.path, 'plans.db'));
      const { id } = app.ask('plan.add', { name: 'Plan' });
      for (const failure of [
        app.refusal('plan.add', { name }),
        app.refusal('plan.update', { id, changes: { notes: name } }),
        app.refusal('milestone.add', { planId: id, title: name }),
        app.refusal('plan.import', {
          text: PLAN.toString().replace('Worked', JSON.stringify(name).slice(1, -1)),
        }),
      ])
        expect(failure).toMatchObject({
          code: expect.stringMatching(/^(bad-request|plan-file-invalid)$/) as string,
        });
      expect(app.ask('plan.list', {})).toHaveLength(1);
      app.close();
    },
  );

  it('larger than a file may be is refused by its size, on every path', { timeout: 120_000 }, () => {
    const large = '{'.padEnd(FILE_LIMIT + 1_000_000, '"\n');
    const tried = [undefined, ...IMPORT_FORMATS].map((as): Tried => ({
      label: `33 MB as ${String(as)}`,
      text: large,
      ...(as && { as }),
    }));
    expect(tryAll(tried)).toEqual({ refused: 3, taken: 0 });
    const app = openTestApp(join(folder.path, 'large.db'));
    expect(app.refusal('plan.import', { text: large })).toEqual({
      code: 'file-too-large',
      bytes: large.length,
      limit: FILE_LIMIT,
    });
    app.close();
  });

  it(
    'as large as a file may be arrives whole, however much its text grows on the way',
    { timeout: 120_000 },
    async () => {
      const app = openTestApp(join(folder.path, 'large.db'));
      const page = join(folder.path, 'page');
      mkdirSync(page);
      writeFileSync(join(page, 'index.html'), '<!doctype html>');
      const host = await startLoopback({
        port: 0,
        invoke: async (text) => app.app.dispatch(text),
        assets: readAssets(page),
        log: () => undefined,
      });
      try {
        const { origin, hash } = new URL(host.url);
        // Bytes that are two once the text is JSON in UTF-8: marks, line ends, and letters of Latin-1.
        for (const character of ['"', '\n', 'é']) {
          const text = decodeText(Buffer.alloc(FILE_LIMIT, character, 'latin1')).text;
          const body = JSON.stringify({ name: 'plan.import', input: { text } });
          const response = await fetch(`${origin}/api`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${hash.slice('#t='.length)}`,
            },
            body,
          });
          expect([response.status, await response.json()]).toMatchObject([
            200,
            { error: { code: 'curriculum-unusable' } },
          ]);
        }
      } finally {
        await host.close();
        app.close();
      }
    },
  );

  it('leaves a database alone from the command line, byte by byte', { timeout: 120_000 }, async () => {
    const db = madeDatabase('plans.db');
    const before = contentOf(folder.path);
    const files = temporaryFolder();
    try {
      const bytes: [string, Uint8Array, RegExp][] = [
        ['cut.json', PLAN.subarray(0, 2_000), /line \d+/],
        ['latin1.json', Buffer.from(PLAN.toString().replace('Worked', 'Wörked'), 'latin1'), /UTF-8/],
        ['utf16.json', Buffer.from(`\uFEFF${PLAN.toString()}`, 'utf16le'), /UTF-8/],
        ['utf16.csv', Buffer.from(CURRICULUM.toString(), 'utf16le'), /Line 1 is not text/],
        ['large.csv', Buffer.alloc(FILE_LIMIT + 1, 'a'), /32 MB/],
        ['empty.csv', Buffer.alloc(0), /This file is empty/],
        ['nul.json', Buffer.alloc(5_000), /Line 1 is not text/],
      ];
      for (const [name, content, words] of bytes) {
        const file = join(files.path, name);
        writeFileSync(file, content);
        const { code, stderr, stdout } = await runLine('--db', db, 'import', file, '--json');
        expect([code, stderr], name).toEqual([1, expect.stringMatching(words)]);
        expect(stderr.trim().split('\n'), name).toHaveLength(1);
        expect(stdout, name).not.toContain('internal');
        expect(contentOf(folder.path), name).toEqual(before);
      }
    } finally {
      files.remove();
    }
  });
});
