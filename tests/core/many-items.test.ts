import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandText, doneText } from '#shared/words/commands.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { dumpFile, openTestApp, type TestApp } from '#tests/test-app.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
let planId: string;
let program: string;
let fall: string;
let courses: string[];

beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'));
  planId = app.ask('plan.add', { name: 'Mine' }).id;
  program = app.ask('program.add', { planId, title: 'BS', level: 'bachelor' }).id;
  fall = app.ask('term.add', {
    planId,
    title: 'Fall 2026',
    programId: program,
    season: 'fall',
    firstDay: '2026-08-24',
    lastDay: '2026-12-11',
  }).id;
  courses = ['Algebra', 'Anatomy', 'Statistics'].map(
    (title) => app.ask('course.add', { planId, title, programId: program }).id,
  );
});
afterEach(() => {
  app.close();
  folder.remove();
});

const items = () => app.ask('plan.read', { planId }).items;
const itemOf = (id: string | undefined) => items().find((item) => item.id === id);
const newest = () => app.ask('history.read', { planId }).at(-1)!;
const toAll = (changes: Record<string, unknown>) => courses.map((id) => ({ id, changes }));

describe('changing many items', () => {
  it('is one step of the history, named by the field, and undone at once', () => {
    const before = items();
    const steps = app.ask('history.read', {}).length;
    app.ask('plan.changeItems', { planId, updates: toAll({ status: 'completed' }) });
    expect(courses.map((id) => itemOf(id))).toMatchObject(courses.map(() => ({ status: 'completed' })));
    expect(app.ask('history.read', {})).toHaveLength(steps + 1);
    expect(doneText(newest().name, newest().subject)).toBe('Changed status of 3 items');
    app.ask('history.undo', {});
    expect(items()).toEqual(before);
    app.ask('history.redo', {});
    expect(itemOf(courses[2])).toMatchObject({ status: 'completed' });
  });

  it('names a single item by its title, and says nothing of the field where there are several', () => {
    app.ask('plan.changeItems', { planId, updates: [{ id: courses[1]!, changes: { credits: 4 } }] });
    expect(doneText(newest().name, newest().subject)).toBe('Changed “Anatomy”');
    app.ask('plan.changeItems', {
      planId,
      updates: [
        { id: courses[0]!, changes: { credits: 4 } },
        { id: fall, changes: { title: 'Autumn' } },
      ],
    });
    expect(commandText(newest().name, newest().subject)).toBe('Change 2 items');
  });

  it('adds items too, which may belong to one another', () => {
    const { ids } = app.ask('plan.changeItems', {
      planId,
      updates: [{ id: courses[0]!, changes: { termId: 'spring' } }],
      additions: [
        {
          key: 'spring',
          kind: 'term',
          fields: {
            title: 'Spring 2027',
            programId: program,
            season: 'spring',
            firstDay: '2027-01-11',
            lastDay: '2027-05-07',
          },
        },
        { key: 'law', kind: 'course', fields: { title: 'Law', programId: program, termId: 'spring' } },
      ],
    });
    expect(itemOf(ids['spring'])).toMatchObject({ kind: 'term', index: 2 });
    expect(itemOf(ids['law'])).toMatchObject({ termId: ids['spring'], credits: null });
    expect(itemOf(courses[0])).toMatchObject({ termId: ids['spring'] });
    expect(doneText(newest().name, newest().subject)).toBe('Changed 1 item and added 2');
  });

  it.each([
    [{ credits: 2_000_000 }, 'Nothing was changed because of “Statistics”: credits must be at most 1000000.'],
    [{ color: 'red' }, 'Nothing was changed because of “Statistics”: unrecognized key: "color".'],
    [{ termId: 'none' }, /because of “Statistics”: there is no term “none” here; .*\.$/],
    [{ pinEnd: '2027-01-01' }, /because of “Statistics”: a pinned last day needs a pinned first day; /],
    [{ programId: null }, /because of “Statistics”: a course belongs to a program; choose its program\.$/],
  ])('changes nothing, and names the item, where one value cannot be used: %j', (changes, sentence) => {
    app.close();
    const before = dumpFile(app.file);
    app = openTestApp(app.file);
    const updates = [
      { id: courses[0]!, changes: { credits: 5 } },
      { id: courses[2]!, changes },
    ];
    const failure = app.refusal('plan.changeItems', { planId, updates });
    expect(sentenceFor(failure)).toMatch(sentence);
    app.close();
    expect(dumpFile(app.file)).toEqual(before);
    app = openTestApp(app.file);
  });

  it('refuses the same item twice, nothing at all, an item of another plan, and an addition that is not whole', () => {
    const change = { id: courses[0]!, changes: { credits: 1 } };
    expect(app.refusal('plan.changeItems', { planId, updates: [change, change] }).code).toBe('bad-request');
    expect(app.refusal('plan.changeItems', { planId, updates: [] }).code).toBe('bad-request');
    const { id: other } = app.ask('plan.add', { name: 'Other' });
    expect(app.refusal('plan.changeItems', { planId: other, updates: [change] }).code).toBe('other-plan');
    const failure = app.refusal('plan.changeItems', {
      planId,
      updates: [],
      additions: [{ key: 'a', kind: 'term', fields: { title: 'Summer', programId: program } }],
    });
    expect(sentenceFor(failure)).toMatch(/^Nothing was changed because of “Summer”: season: .*\.$/);
  });
});

describe('deleting many items', () => {
  it('takes along what belongs to them, in one step', () => {
    app.ask('course.update', { id: courses[0]!, changes: { termId: fall } });
    const before = items();
    app.ask('plan.deleteItems', { planId, ids: [fall, courses[1]!] });
    expect(itemOf(fall)).toBeUndefined();
    expect(itemOf(courses[0])).toMatchObject({ termId: null });
    expect(doneText(newest().name, newest().subject)).toBe('Deleted 2 items');
    app.ask('history.undo', {});
    expect(items()).toEqual(before);
    app.ask('plan.deleteItems', { planId, ids: [program, ...courses] });
    expect(items()).toEqual([]);
    app.ask('history.undo', {});
    expect(items()).toEqual(before);
  });

  it('deletes none where one is not there', () => {
    expect(app.refusal('plan.deleteItems', { planId, ids: [courses[0]!, 'gone'] }).code).toBe('not-found');
    expect(itemOf(courses[0])).toBeDefined();
  });
});

it('orders items: those named stand before another one, or last', () => {
  const titles = () => items().map(({ title }) => title);
  app.ask('plan.orderItems', { planId, ids: [courses[2]!, courses[1]!], before: courses[0]! });
  expect(titles()).toEqual(['BS', 'Fall 2026', 'Anatomy', 'Statistics', 'Algebra']);
  expect(doneText(newest().name, newest().subject)).toBe('Reordered 2 items');
  app.ask('plan.orderItems', { planId, ids: [courses[1]!], before: null });
  expect(titles()).toEqual(['BS', 'Fall 2026', 'Statistics', 'Algebra', 'Anatomy']);
  expect(doneText(newest().name, newest().subject)).toBe('Reordered “Anatomy”');
  app.ask('history.undo', {});
  app.ask('history.undo', {});
  expect(titles()).toEqual(['BS', 'Fall 2026', 'Algebra', 'Anatomy', 'Statistics']);
});
