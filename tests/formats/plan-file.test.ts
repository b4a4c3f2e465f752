import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOfPath } from '#electron/formats/json-lines.ts';
import { readPlanFile, writePlanFile } from '#electron/formats/plan-file.ts';
import { idsOf, renewIds } from '#shared/domain/plan/renew-ids.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { countingIds } from '#tests/test-app.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../fixtures/worked-example.throughline.json'), 'utf8');

function documentOf(text: string): PlanDocument {
  const read = readPlanFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.document;
}

const failureOf = (text: string) => {
  const read = readPlanFile(text);
  return read.ok ? null : read.failure;
};

describe('a plan file', () => {
  it('is written as it was read, byte for byte', () => {
    expect(writePlanFile(documentOf(TEXT))).toBe(TEXT);
  });

  it('holds links where there are any, in the order of the schema', () => {
    const document = documentOf(TEXT);
    const webLinks = [{ title: 'Form', url: 'https://board.example/form' }];
    const [first, ...others] = document.items;
    if (!first) throw new Error('The example has items.');
    const linked = {
      ...document,
      plan: { ...document.plan, webLinks },
      items: [{ ...first, webLinks }, ...others],
    };
    const text = writePlanFile(linked);
    expect(documentOf(text)).toEqual(linked);
    expect(writePlanFile(documentOf(text))).toBe(text);
    expect(Object.keys((JSON.parse(text) as { items: object[] }).items[0] ?? {}).slice(4, 9)).toEqual([
      ...['phase', 'position', 'notes', 'url', 'costCents'],
    ]);
    const hostile = text.replaceAll('https://board.example/form', 'javascript:alert(1)');
    expect(sentenceFor(failureOf(hostile) ?? { code: 'not-a-plan-file' })).toMatch(
      /plan\.webLinks\[0\]\.url must be an address that starts with https:\/\/, http:\/\/ or mailto: \(line \d+\)/,
    );
  });

  it('may have a byte-order mark and Windows line ends', () => {
    expect(writePlanFile(documentOf(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}`))).toBe(TEXT);
  });

  it('with one character gone is refused or still holds together', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), (at) => {
        const read = readPlanFile(TEXT.slice(0, at) + TEXT.slice(at + 1));
        if (read.ok) writePlanFile(read.document);
        else expect(read.failure.code).toMatch(/^(plan-file-|not-a-plan-file)/);
      }),
      { numRuns: 500 },
    );
  });

  const edits: [string, (file: Record<string, unknown[]>) => void, RegExp][] = [
    [
      'a reference to nothing',
      (file) => Object.assign(file['links']?.[0] as object, { fromId: 'ghost' }),
      /links\[0\]\.fromId.*ghost/,
    ],
    [
      'two things with one id',
      (file) => Object.assign(file['items']?.[1] as object, { id: 'bs' }),
      /items\[1\]\.id/,
    ],
    [
      'a course in a term that is a step',
      (file) => Object.assign(file['items']?.[2] as object, { termId: 'exam' }),
      /items\[2\]\.termId/,
    ],
    ['a link to itself', (file) => Object.assign(file['links']?.[0] as object, { toId: 'bs' }), /links\[0\]/],
    [
      'the same link twice',
      (file) => file['links']?.push({ ...(file['links'][0] as object), id: 'again' }),
      /links\[6\]/,
    ],
    [
      'a last day before the first',
      (file) => Object.assign(file['items']?.[1] as object, { lastDay: '2028-01-01' }),
      /items\[1\]/,
    ],
    [
      'a day that does not exist',
      (file) => Object.assign(file['items']?.[1] as object, { firstDay: '2028-02-30' }),
      /items\[1\]\.firstDay/,
    ],
    [
      'a script for an address',
      (file) => Object.assign(file['items']?.[0] as object, { url: 'javascript:alert(1)' }),
      /items\[0\]\.url/,
    ],
    [
      'a field nobody knows',
      (file) => Object.assign(file['items']?.[0] as object, { __proto: 1 }),
      /items\[0\]/,
    ],
    [
      'a term without a program',
      (file) => Object.assign(file['items']?.[1] as object, { programId: null }),
      /items\[1\]/,
    ],
    [
      'a window on a start-to-start link',
      (file) => Object.assign(file['links']?.[3] as object, { kind: 'SS' }),
      /links\[3\]\.window/,
    ],
  ];
  it.each(edits)('with %s is refused, naming the place', (_, edit, words) => {
    const file = JSON.parse(TEXT) as Record<string, unknown[]>;
    edit(file);
    const failure = failureOf(JSON.stringify(file, null, 2));
    expect(failure?.code).toBe('plan-file-invalid');
    if (failure?.code !== 'plan-file-invalid') return;
    expect(`${failure.path} ${failure.problem}`).toMatch(words);
    expect(failure.line).toBeGreaterThan(1);
  });
});

describe('a value that does not fit', () => {
  type Row = Record<string, unknown>;
  const itemOf = (file: Record<string, unknown>, nth: number) => (file['items'] as Row[])[nth] ?? {};
  const cases: [string, (file: Record<string, unknown>) => void][] = [
    ['items[0] has “zzz”, which no plan file has there (line 17)', (file) => (itemOf(file, 0)['zzz'] = 1)],
    ['items[0].title must be text (line 20)', (file) => (itemOf(file, 0)['title'] = 3)],
    ['items[0].title must not be empty (line 20)', (file) => (itemOf(file, 0)['title'] = ' ')],
    [
      'items[0].title must have at most 300 characters (line 20)',
      (file) => (itemOf(file, 0)['title'] = 'x'.repeat(301)),
    ],
    ['items[0].title is missing (line 17)', (file) => delete itemOf(file, 0)['title']],
    ['items[0].kind is missing (line 17)', (file) => delete itemOf(file, 0)['kind']],
    [
      'items[0].kind must be “program”, “term”, “course”, “experience”, “step”, “credential”, or “milestone” (line 18)',
      (file) => (itemOf(file, 0)['kind'] = 'job'),
    ],
    [
      'items[1].season must be “fall”, “winter”, “spring”, or “summer” (line 70)',
      (file) => (itemOf(file, 1)['season'] = 'mud'),
    ],
    ['items must be a list (line 16)', (file) => (file['items'] = {})],
    ['items[0] must be an object in braces (line 17)', (file) => ((file['items'] as unknown[])[0] = null)],
    [
      'items[0].creditsRequired must be at least 0 (line 44)',
      (file) => (itemOf(file, 0)['creditsRequired'] = -1),
    ],
    [
      'items[0].creditsRequired must be at most 1,000,000 (line 44)',
      (file) => (itemOf(file, 0)['creditsRequired'] = 1e9),
    ],
    ['items[0].position must be a whole number (line 23)', (file) => (itemOf(file, 0)['position'] = 1.5)],
    [
      'items[0].reminders must have at most 20 entries (line 35)',
      (file) => (itemOf(file, 0)['reminders'] = Array.from({ length: 21 }, (_, day) => day)),
    ],
    [
      'items[0].title must not hold NUL or half a character, which is not text (line 20)',
      (file) => (itemOf(file, 0)['title'] = 'a\0'),
    ],
    [
      'items[0].notes must not hold NUL or half a character, which is not text (line 24)',
      (file) => (itemOf(file, 0)['notes'] = 'a\uD800b'),
    ],
    [
      'plan.id must not hold NUL or half a character, which is not text (line 5)',
      (file) => ((file['plan'] as Row)['id'] = '\uDC00'),
    ],
    ['plan is missing (line 1)', (file) => delete file['plan']],
    ['it has “extra”, which no plan file has there (line 1)', (file) => (file['extra'] = 1)],
    [
      'links[1] joins two items that another link joins in the same way',
      (file) => {
        const [first] = file['links'] as Row[];
        (file['links'] as Row[]).splice(1, 0, { ...first, id: 'again' });
      },
    ],
    [
      'acknowledgements[1].key repeats “a”, which may be there only once',
      (file) => (file['acknowledgements'] = ['b', 'a', 'a'].slice(1).map((key) => ({ key, note: '' }))),
    ],
  ];
  it.each(cases)('%s', (words, edit) => {
    const file = JSON.parse(TEXT) as Record<string, unknown>;
    edit(file);
    const failure = failureOf(JSON.stringify(file, null, 2));
    expect(failure && sentenceFor(failure)).toContain(`The plan file cannot be used: ${words}`);
  });
});

describe('new ids', () => {
  it('replace every id and keep every reference', () => {
    const document = documentOf(TEXT);
    const renewed = renewIds(document, countingIds('new'), toDay('2027-09-01'));
    expect(idsOf(renewed).every((id) => id.startsWith('new'))).toBe(true);
    // Read again, every reference is checked.
    expect(readPlanFile(writePlanFile(renewed)).ok).toBe(true);
    // Back to the old names, it is the same plan.
    const names = new Map(idsOf(renewed).map((id, index) => [id, idsOf(document)[index] ?? '']));
    expect(
      JSON.parse(JSON.stringify(renewed), (_, value: unknown) =>
        typeof value === 'string' ? (names.get(value) ?? value) : value,
      ),
    ).toEqual(document);
  });
});

describe('the line of a path', () => {
  it('is the line on which the value begins, whatever the layout', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => typeof value === 'object' && value !== null);
    fc.assert(
      fc.property(json, fc.infiniteStream(fc.nat()), (value, choices) => {
        const text = JSON.stringify(value, null, 1);
        const path: (string | number)[] = [];
        let here: unknown = JSON.parse(text);
        while (typeof here === 'object' && here !== null && Object.keys(here).length > 0) {
          const keys = Object.keys(here);
          const key = keys[(choices.next().value ?? 0) % keys.length] ?? '';
          path.push(Array.isArray(here) ? Number(key) : key);
          here = (here as Record<string, unknown>)[key];
        }
        // With one value a line, the same text cut before that line has not begun the value yet.
        const line = lineOfPath(text, path);
        const last = path.at(-1);
        const shown = text.split('\n')[line - 1] ?? '';
        expect(shown).toContain(
          typeof last === 'string' ? JSON.stringify(last) : JSON.stringify(here, null, 1).split('\n')[0],
        );
      }),
      { numRuns: 300 },
    );
  });
});
