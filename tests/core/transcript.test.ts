import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeText } from '#electron/formats/decode-text.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { countingIds, dumpFile, openTestApp, type TestApp } from '#tests/test-app.ts';

const fixture = (name: string) =>
  decodeText(readFileSync(join(import.meta.dirname, '../fixtures/transcripts', name))).text;

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
const today = '2027-10-01';
const newId = countingIds();

beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'), { today, newId });
});
afterEach(() => {
  app.close();
  folder.remove();
});

/** A plan from a template whose bachelor began in fall 2026; a master's follows it. */
function start() {
  const { planId } = app.ask('plan.create', {
    templateId: 'medical-office-manager',
    start: '2026-08-24',
    jurisdiction: 'CA',
  });
  const [bachelor, master] = app.ask('plan.read', { planId }).items.filter(({ kind }) => kind === 'program');
  return { planId, programId: bachelor?.id ?? '', masterId: master?.id ?? '' };
}
const courseOf = (planId: string, prefix: string, number: string) =>
  app
    .ask('plan.read', { planId })
    .items.filter((item) => item.kind === 'course' && item.prefix === prefix && item.number === number);
/** The file as it is on the disk, after the core has let go of it. */
const rows = () => {
  app.close();
  const dump = dumpFile(app.file);
  app = openTestApp(app.file, { today, newId });
  return dump;
};

describe('importing a transcript', () => {
  it('says before what it does then, in one step that undo takes back row by row', () => {
    const { planId, programId } = start();
    const before = rows();
    const text = fixture('registrar.csv');
    const preview = app.ask('transcript.preview', { planId, programId, text });
    expect(rows()).toEqual(before);

    const report = app.ask('transcript.import', { planId, programId, text });
    const plain = (courses: readonly { courseId: string }[]) =>
      courses.map((course) => ({ ...course, courseId: '' }));
    expect({ ...report, added: plain(report.added) }).toEqual({ ...preview, added: plain(preview.added) });
    expect(report.changed.map(({ code, status, grade, term }) => [code, status, grade, term])).toEqual([
      ['ENG 101', 'completed', 'A-', 'Year 1 Fall'],
      ['PSY 101', 'completed', 'B+', 'Year 1 Fall'],
      ['MTH 110', 'completed', 'B', 'Year 1 Spring'],
      ['BIO 171', 'enrolled', null, 'Year 2 Fall'],
    ]);
    expect(report.added.map(({ code, status, grade, repeat }) => [code, status, grade, repeat])).toEqual([
      ['MTH 110', 'completed', 'F', false],
      ['BIO 171', 'withdrawn', 'W', false],
      ['SPN 1XX', 'transferred', null, false],
    ]);
    expect(report.unused).toEqual([
      { line: 1, reason: 'What is below “Instructor” is not needed here and was not used.' },
    ]);
    expect(report.stillToPlan.length).toBeGreaterThan(3);
    expect(report.stillToPlan.every(({ unplaced }) => unplaced)).toBe(true);

    const [failed, passed] = courseOf(planId, 'MTH', '110').toSorted((a, b) => b.position - a.position);
    expect(failed).toMatchObject({ grade: 'F', requirementId: null });
    expect(passed).toMatchObject({ grade: 'B', repeatsId: failed?.id });
    expect(app.ask('plan.analyze', { planId }).audit[0]).toMatchObject({ creditsEarned: 15 });

    const after = rows();
    expect(app.ask('history.undo', {})).toMatchObject({ name: 'transcript.import', subject: report.program });
    expect(rows()).toEqual(before);
    app.ask('history.redo', {});
    expect(rows()).toEqual(after);
  });

  it('twice changes nothing the second time, and leaves no step to undo', () => {
    const { planId, programId } = start();
    const text = fixture('copied-from-pdf.txt');
    app.ask('transcript.import', { planId, programId, text });
    const before = rows();
    const { changed, added, termsMade, alreadyThere } = app.ask('transcript.import', {
      planId,
      programId,
      text,
    });
    expect([changed, added, termsMade]).toEqual([[], [], []]);
    expect(alreadyThere).toHaveLength(9);
    expect(rows()).toEqual(before);
    expect(app.ask('history.read', {}).filter(({ name }) => name === 'transcript.import')).toHaveLength(1);
  });

  it('makes terms that are not there, or leaves courses without, and what is over alone, if told so', () => {
    const { planId, programId } = start();
    const text = 'Spring 2026\nENG 101\tComposition\t3\tA';
    expect(
      app.ask('transcript.preview', { planId, programId, text, makeTerms: false, unplace: false }),
    ).toMatchObject({
      termsMade: [],
      changed: [{ term: null, before: { term: 'Year 1 Fall' } }],
    });
    const report = app.ask('transcript.import', { planId, programId, text, unplace: false });
    expect(report.termsMade).toEqual([
      { title: 'Spring 2026', firstDay: '2026-01-12', lastDay: '2026-05-01' },
    ]);
    expect(report.stillToPlan.every(({ unplaced }) => !unplaced)).toBe(true);
    const indexes = app
      .ask('plan.read', { planId })
      .items.filter((item) => item.kind === 'term' && item.programId === programId)
      .map((item) => item.kind === 'term' && item.index);
    expect(indexes.toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is refused, and changes nothing, without a program, a course or text', () => {
    const { planId, programId, masterId } = start();
    const { id: empty } = app.ask('plan.add', { name: 'Empty' });
    const text = fixture('registrar.csv');
    const before = rows();
    const [bachelor, master] = app
      .ask('plan.read', { planId })
      .items.filter(({ kind }) => kind === 'program');
    for (const name of ['transcript.preview', 'transcript.import'] as const) {
      expect(app.refusal(name, { planId, text })).toEqual({
        code: 'transcript-program',
        titles: [bachelor?.title, master?.title],
      });
      expect(app.refusal(name, { planId: empty, text })).toEqual({ code: 'transcript-program', titles: [] });
      expect(app.refusal(name, { planId: 'nobody', text })).toMatchObject({
        code: 'not-found',
        noun: 'plan',
      });
      expect(app.refusal(name, { planId, programId: 'nobody', text })).toMatchObject({ code: 'not-found' });
      expect(app.refusal(name, { planId: empty, programId, text })).toMatchObject({ code: 'other-plan' });
      for (const [bad, fault] of [
        ['', 'empty'],
        ['\u0000PNG', 'not-text'],
        ['Dear Registrar,', 'no-courses'],
      ] as const)
        expect(app.refusal(name, { planId, programId: masterId, text: bad })).toEqual({
          code: 'transcript-unusable',
          fault,
        });
    }
    expect(rows()).toEqual(before);
  });
});

describe('shifting terms', () => {
  it('is one step; preview, shift and shift back agree with the stored plan', () => {
    const { planId, masterId } = start();
    const terms = () =>
      app
        .ask('plan.read', { planId })
        .items.flatMap((item) => (item.kind === 'term' && item.programId === masterId ? [item] : []));
    const second = terms()[1]?.id ?? '';
    const before = rows();
    const preview = app.ask('term.previewShift', { id: second, by: 1 });
    expect(rows()).toEqual(before);
    expect(preview.goal?.days).toBeGreaterThan(0);

    app.ask('term.shift', { id: second, by: 1 });
    expect(
      terms()
        .slice(1)
        .map(({ id, title, firstDay, lastDay }) => [id, title, firstDay, lastDay]),
    ).toEqual(preview.terms.map(({ id, after }) => [id, after.title, after.firstDay, after.lastDay]));
    expect(app.ask('plan.analyze', { planId }).goal?.date).toBe(preview.goal?.after);
    app.ask('term.shift', { id: second, by: -1 });
    expect(rows()).toEqual(before);
    app.ask('history.undo', {});
    expect(app.ask('history.undo', {})).toMatchObject({ name: 'term.shift' });
    expect(rows()).toEqual(before);
  });

  it('is refused for terms with a record, onto a term that stays, and for what is no term', () => {
    const { planId, programId } = start();
    app.ask('transcript.import', { planId, programId, text: fixture('registrar.csv') });
    const terms = app
      .ask('plan.read', { planId })
      .items.filter((item) => item.kind === 'term' && item.programId === programId);
    const before = rows();
    for (const name of ['term.previewShift', 'term.shift'] as const) {
      expect(app.refusal(name, { id: terms[0]?.id ?? '', by: 1 })).toMatchObject({
        code: 'cannot-shift',
        why: { reason: 'recorded' },
      });
      expect(app.refusal(name, { id: terms[3]?.id ?? '', by: -1 })).toMatchObject({
        why: { reason: 'occupied' },
      });
      expect(app.refusal(name, { id: programId, by: 1 })).toMatchObject({ code: 'wrong-kind' });
      expect(app.refusal(name, { id: terms[3]?.id ?? '', by: 0.5 })).toMatchObject({ code: 'bad-request' });
    }
    expect(rows()).toEqual(before);
  });
});
