import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlanFile, writePlanFile } from '#electron/formats/plan-file.ts';
import type { Link, PlanDocument } from '#shared/domain/plan/document.ts';
import { idsOf, renewIds } from '#shared/domain/plan/renew-ids.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { arbitraryPlanWithLoops } from '#tests/oracle/arbitrary-plan.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp, type TestApp } from '#tests/test-app.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
beforeAll(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'));
});
afterAll(() => {
  app.close();
  folder.remove();
});

const awkward = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '\n',
        '\r',
        '\t',
        "'",
        ',',
        '=',

        '\u2028',
        '\uFEFF',
        '\uFFFD',
        '中',
        'é',
      ),
      fc.constantFrom('\u{1F600}', 'e\u0301', '__proto__', 'constructor', '${x}', '%', '\u001F', '\u007F'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  })
  .map((value) => value.toWellFormed().replaceAll('\0', ''));
const TODAY = toDay('2027-09-01');
const texts = fc.array(awkward, { minLength: 8, maxLength: 8 });

const isSame = (a: Link, b: Link) => a.fromId === b.fromId && a.toId === b.toId && a.kind === b.kind;

/** The same plan with awkward text wherever a person can write some, and ids nobody would choose. */
function withText(plan: PlanDocument, lines: readonly string[], ids: readonly string[]): PlanDocument {
  let next = 0;
  const any = () => lines[next++ % lines.length] ?? '';
  const line = () => any().trim() || 'x';
  const maybe = () => any().trim() || null;
  let nextId = 0;
  const newId = () => `${ids[nextId % ids.length] ?? ''}${nextId++}`;
  return renewIds(
    {
      ...plan,
      plan: { ...plan.plan, name: line(), notes: any(), jurisdiction: maybe(), template: maybe() },
      items: plan.items.map((item) => {
        const common = { title: line(), notes: any() };
        switch (item.kind) {
          case 'program':
            return { ...item, ...common, field: maybe(), institution: maybe(), cip: maybe() };
          case 'course':
            return {
              ...item,
              ...common,
              prefix: line().slice(0, 40).trim(),
              number: line().slice(0, 40).trim(),
              importedId: maybe(),
              credits: (next % 7) / 3,
            };
          case 'experience':
            return {
              ...item,
              ...common,
              organization: maybe(),
              log: item.log.map((entry) => ({
                ...entry,
                hours: entry.hours / 3,
                id: `${item.id}-${entry.id}`,
                note: maybe(),
              })),
            };
          case 'step':
            return {
              ...item,
              ...common,
              attempts: item.attempts.map((entry) => ({
                ...entry,
                id: `${item.id}-${entry.id}`,
                score: maybe(),
              })),
            };
          case 'credential':
            return { ...item, ...common, issuer: maybe(), ceTopics: [{ topic: line(), hours: 0.1 + 0.2 }] };
          default:
            return { ...item, ...common };
        }
      }),
      links: plan.links
        .filter((link, index) => index === plan.links.findIndex((other) => isSame(link, other)))
        .map((link) => ({ ...link, window: link.window === 0 ? null : link.window })),
      facts: plan.items.slice(0, 2).map(({ id }, position) => ({
        id: `fact-${position}`,
        itemId: id,
        field: line(),
        value: maybe(),
        unit: maybe(),
        basis: 'own',
        sourceTitle: maybe(),
        sourceUrl: null,
        asOf: null,
        asOfText: maybe(),
        checkedOn: null,
        note: maybe(),
        position,
      })),
      acknowledgements: [{ key: JSON.stringify(['cycle', plan.items[0]?.id ?? '']), note: any().trim() }],
    },
    newId,
    TODAY,
  );
}

const document = fc
  .tuple(arbitraryPlanWithLoops, texts, fc.array(awkward, { minLength: 3, maxLength: 3 }))
  .map(([plan, lines, ids]) => withText(plan, lines, ids));

/** Everything in a plan file, whatever the order of its lists and of what happened on one day. */
function unordered(text: string): unknown {
  const read = readPlanFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return JSON.parse(JSON.stringify(read.document), (_, value: unknown) =>
    Array.isArray(value) ? value.map((entry) => JSON.stringify(entry)).toSorted() : value,
  );
}

describe('a plan file, whatever is in it', () => {
  it('loses nothing in the database and comes out byte for byte as it went in', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(document, (plan) => {
        // What a failed run has left behind would take ids of the next.
        for (const { id } of app.ask('plan.list', {})) app.ask('plan.delete', { id });
        const written = writePlanFile(plan);
        const { planId } = app.ask('plan.import', { text: written });
        expect(planId).toBe(plan.plan.id);
        const { text } = app.ask('plan.export', { planId });
        expect(unordered(text)).toEqual(unordered(written));

        // While any of its ids is taken, all of them are replaced, and nothing else is.
        const copy = app.ask('plan.import', { text });
        const copied = app.ask('plan.read', { planId: copy.planId });
        const original = app.ask('plan.read', { planId });
        const taken = new Set(idsOf(original));
        expect(idsOf(copied).filter((id) => taken.has(id))).toEqual([]);
        const oldIds = idsOf(original);
        const names = new Map(idsOf(copied).map((id, index) => [id, oldIds[index] ?? '']));
        expect(writePlanFile(renewByName(copied, names))).toBe(text);

        app.ask('plan.delete', { id: copy.planId });
        app.ask('plan.delete', { id: planId });
        app.ask('plan.import', { text });
        expect(app.ask('plan.export', { planId }).text).toBe(text);
        app.ask('plan.delete', { id: planId });
      }),
      // With a database on the disk, making a case smaller takes minutes; the seed brings it back.
      { numRuns: 50, endOnFailure: true },
    );
  });
});

function renewByName(plan: PlanDocument, names: ReadonlyMap<string, string>): PlanDocument {
  const inOrder = idsOf(plan).map((id) => names.get(id) ?? id);
  return renewIds(plan, () => inOrder.shift() ?? '', TODAY);
}
