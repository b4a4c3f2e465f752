import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract, type EndpointName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/define.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp, type TestApp } from '#tests/test-app.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;

beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'));
});
afterEach(() => {
  app.close();
  folder.remove();
});

/** A plan with one item of every kind; ids by kind. */
function furnish() {
  const { id: planId } = app.ask('plan.add', { name: 'Mine' });
  const { id: program } = app.ask('program.add', { planId, title: 'BS', level: 'bachelor' });
  const { id: term } = app.ask('term.add', {
    planId,
    title: 'Fall 2026',
    programId: program,
    season: 'fall',
    firstDay: '2026-08-24',
    lastDay: '2026-12-11',
  });
  const { id: course } = app.ask('course.add', {
    planId,
    title: 'Anatomy',
    programId: program,
    credits: 3,
    prefix: 'BIO',
    number: '171',
  });
  const { id: experience } = app.ask('experience.add', {
    planId,
    title: 'AIT',
    sort: 'ait',
    hoursRequired: 1000,
    hoursPerWeek: 40,
  });
  const { id: step } = app.ask('step.add', {
    planId,
    title: 'Exam',
    sort: 'exam',
    length: 1,
    lengthUnit: 'day',
  });
  const { id: credential } = app.ask('credential.add', { planId, title: 'License' });
  const { id: milestone } = app.ask('milestone.add', { planId, title: 'Graduation', sort: 'graduation' });
  return { planId, program, term, course, experience, step, credential, milestone };
}

const itemOf = (planId: string, id: string) =>
  app.ask('plan.read', { planId }).items.find((item) => item.id === id);

describe('every noun', () => {
  it('can be added, changed, found again and deleted', () => {
    const { planId, ...ids } = furnish();
    for (const [kind, id] of Object.entries(ids)) {
      expect(itemOf(planId, id)?.kind).toBe(kind);
      app.ask(`${kind as keyof typeof ids}.update`, {
        id,
        changes: { title: `New ${kind}`, notes: 'Peña → 中', url: 'https://example.org' },
      });
      expect(itemOf(planId, id)).toMatchObject({
        title: `New ${kind}`,
        notes: 'Peña → 中',
        url: 'https://example.org',
      });
    }
    for (const id of [
      ids.milestone,
      ids.credential,
      ids.step,
      ids.experience,
      ids.course,
      ids.term,
      ids.program,
    ]) {
      app.ask('item.delete', { id });
      expect(itemOf(planId, id)).toBeUndefined();
    }
    expect(app.ask('plan.read', { planId }).items).toEqual([]);
  });

  it('keeps its logs, attempts, education, reminders and topics', () => {
    const { planId, experience, step, credential } = furnish();
    app.ask('hours.add', { experienceId: experience, day: '2027-01-04', hours: 7.25, note: 'first day' });
    app.ask('attempt.add', { stepId: step, day: '2027-02-01', result: 'failed', score: '112' });
    app.ask('education.add', {
      credentialId: credential,
      day: '2028-01-10',
      hours: 1.5,
      topic: 'Ethics',
      title: 'Seminar',
    });
    app.ask('credential.update', {
      id: credential,
      changes: { reminders: [30, 7], ceTopics: [{ topic: 'Ethics', hours: 4 }] },
    });
    expect(itemOf(planId, experience)).toMatchObject({
      log: [{ day: '2027-01-04', hours: 7.25, note: 'first day' }],
    });
    expect(itemOf(planId, step)).toMatchObject({
      attempts: [{ day: '2027-02-01', result: 'failed', score: '112' }],
    });
    expect(itemOf(planId, credential)).toMatchObject({
      reminders: [7, 30],
      ceTopics: [{ topic: 'Ethics', hours: 4 }],
      ce: [{ day: '2028-01-10', hours: 1.5, topic: 'Ethics', title: 'Seminar' }],
    });
  });

  it('of every kind keeps notes and links as they were typed, and so does the plan', () => {
    const { planId, ...ids } = furnish();
    const notes = 'First line\n\n  second: “ask” → 中';
    const webLinks = [
      { title: 'Application form', url: 'https://board.example/form?a=1#top' },
      { title: null, url: 'mailto:board@example.org' },
    ];
    for (const kind of [
      'program',
      'term',
      'course',
      'experience',
      'step',
      'credential',
      'milestone',
    ] as const) {
      const id = kind in ids ? ids[kind] : app.ask('milestone.add', { planId, title: 'Due' }).id;
      app.ask(`${kind}.update`, { id, changes: { notes, webLinks } });
      expect(itemOf(planId, id)).toMatchObject({ notes, webLinks });
      app.ask(`${kind}.update`, { id, changes: { webLinks: [] } });
      expect(itemOf(planId, id)).not.toHaveProperty('webLinks');
      app.ask('history.undo', {});
      expect(itemOf(planId, id)).toMatchObject({ webLinks });
    }
    app.ask('plan.update', { id: planId, changes: { notes, webLinks } });
    expect(app.ask('plan.read', { planId }).plan).toMatchObject({ notes, webLinks });
    app.ask('plan.update', { id: planId, changes: { webLinks: [] } });
    expect(app.ask('plan.read', { planId }).plan).not.toHaveProperty('webLinks');
    app.ask('history.undo', {});
    expect(app.ask('plan.read', { planId }).plan).toMatchObject({ webLinks });
    // An addition takes them along, and a copy has them too.
    const added = app.ask('step.add', { planId, title: 'With links', webLinks });
    expect(itemOf(planId, added.id)).toMatchObject({ webLinks });
    const copy = app.ask('plan.read', { planId: app.ask('plan.duplicate', { id: planId }).planId });
    expect(copy.plan.webLinks).toEqual(webLinks);
    expect(copy.items.filter((item) => item.webLinks !== undefined)).toHaveLength(8);
  });

  it('takes links that lead to the web or to a mailbox, and no others', () => {
    const { planId, step } = furnish();
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'board.example',
      'https://a@b.example/',
      '',
    ])
      expect(
        app.refusal('step.update', { id: step, changes: { webLinks: [{ title: null, url }] } }),
      ).toMatchObject({
        code: 'bad-request',
        problems: [{ problem: expect.stringContaining('https://, http:// or mailto:') as string }],
      });
    expect(itemOf(planId, step)).not.toHaveProperty('webLinks');
  });

  it('takes its children along when a program is deleted', () => {
    const { planId, program, term, course } = furnish();
    app.ask('item.delete', { id: program });
    expect([itemOf(planId, term), itemOf(planId, course)]).toEqual([undefined, undefined]);
    app.ask('history.undo', {});
    expect(itemOf(planId, course)?.title).toBe('Anatomy');
  });
});

describe('links, groups and requisites', () => {
  it('refuse a loop and name it', () => {
    const { experience, step, credential } = furnish();
    app.ask('link.add', { fromId: experience, toId: step, kind: 'FS' });
    app.ask('link.add', { fromId: step, toId: credential, kind: 'FS' });
    expect(app.refusal('link.add', { fromId: credential, toId: experience, kind: 'FS' })).toEqual({
      code: 'link-loop',
      titles: ['License', 'AIT', 'Exam'],
    });
    expect(app.refusal('link.add', { fromId: experience, toId: step, kind: 'FS' })).toEqual({
      code: 'link-exists',
    });
    expect(app.refusal('link.add', { fromId: step, toId: step, kind: 'SS' })).toEqual({
      code: 'link-to-itself',
    });
    expect(app.refusal('link.add', { fromId: experience, toId: credential, kind: 'SS', window: 3 })).toEqual({
      code: 'window-needs-finish-to-start',
    });
  });

  it('group alternatives, and never ask for more than there are', () => {
    const { planId, experience, step, credential } = furnish();
    const links = [experience, step].map(
      (fromId) => app.ask('link.add', { fromId, toId: credential, kind: 'FS' }).id,
    );
    expect(app.refusal('linkGroup.add', { toId: credential, need: 3, linkIds: links })).toEqual({
      code: 'group-too-small',
      need: 3,
      members: 2,
    });
    const { id } = app.ask('linkGroup.add', { toId: credential, need: 1, linkIds: links });
    expect(app.ask('plan.read', { planId }).links.map(({ groupId }) => groupId)).toEqual([id, id]);
    app.ask('linkGroup.delete', { id });
    expect(app.ask('plan.read', { planId }).links.map(({ groupId }) => groupId)).toEqual([null, null]);
  });

  it('keep requisites in the order they were given', () => {
    const { planId, program, course } = furnish();
    const [a = '', b = ''] = ['A', 'B'].map(
      (title) => app.ask('course.add', { planId, title, programId: program }).id,
    );
    app.ask('requisite.add', {
      courseId: course,
      kind: 'pre',
      need: 1,
      needs: [
        { courseId: b, minGrade: 'C' },
        { courseId: a, minGrade: null },
      ],
    });
    expect(app.ask('plan.read', { planId }).requisiteSets).toMatchObject([
      { need: 1, needs: [{ courseId: b, minGrade: 'C' }, { courseId: a }] },
    ]);
    expect(
      app.refusal('requisite.add', { courseId: a, kind: 'co', needs: [{ courseId: a, minGrade: null }] }),
    ).toEqual({ code: 'requisite-loop-itself' });
  });
});

describe('references', () => {
  it('stay inside one plan and point at the right kind', () => {
    const mine = furnish();
    const other = furnish();
    expect(app.refusal('course.move', { id: mine.course, termId: other.term })).toMatchObject({
      code: 'other-plan',
    });
    expect(app.refusal('course.move', { id: mine.course, termId: mine.step })).toMatchObject({
      code: 'wrong-kind',
    });
    expect(app.refusal('course.move', { id: mine.step, termId: mine.term })).toMatchObject({
      code: 'wrong-kind',
    });
    expect(app.refusal('link.add', { fromId: mine.step, toId: other.credential, kind: 'FS' })).toMatchObject({
      code: 'other-plan',
    });
    expect(
      app.refusal('plan.update', { id: mine.planId, changes: { goalId: other.credential } }),
    ).toMatchObject({ code: 'other-plan' });
    expect(
      app.refusal('course.add', { planId: mine.planId, title: 'X', programId: 'nowhere' }),
    ).toMatchObject({ code: 'not-found', noun: 'program' });
  });

  it('to a deleted goal are cleared', () => {
    const { planId, credential } = furnish();
    app.ask('plan.update', { id: planId, changes: { goalId: credential } });
    app.ask('item.delete', { id: credential });
    expect(app.ask('plan.read', { planId }).plan.goalId).toBeNull();
    app.ask('history.undo', {});
    expect(app.ask('plan.read', { planId }).plan.goalId).toBe(credential);
  });
});

describe('moving on the timeline', () => {
  it('sets "not before", or clears it with a notice where the links decide', () => {
    const { planId, experience, step } = furnish();
    app.ask('experience.update', { id: experience, changes: { pinStart: '2027-01-04' } });
    app.ask('link.add', { fromId: experience, toId: step, kind: 'FS' });
    expect(app.ask('item.move', { id: step, start: '2028-03-01' })).toEqual({ notice: null });
    expect(itemOf(planId, step)?.notBefore).toBe('2028-03-01');
    expect(app.ask('item.move', { id: step, start: '2027-02-01' })).toEqual({ notice: 'links-decide' });
    expect(itemOf(planId, step)?.notBefore).toBeNull();
  });

  it('changes the pace of hours when the end is dragged', () => {
    const { planId, experience } = furnish();
    app.ask('experience.update', { id: experience, changes: { pinStart: '2027-01-04' } });
    app.ask('item.resize', { id: experience, end: '2027-12-19' });
    expect(itemOf(planId, experience)).toMatchObject({ hoursPerWeek: 20, length: null });
  });

  it('is refused for what has happened', () => {
    const { experience } = furnish();
    app.ask('experience.update', {
      id: experience,
      changes: { actualStart: '2026-09-01', actualEnd: '2026-10-01' },
    });
    expect(app.refusal('item.move', { id: experience, start: '2027-02-01' })).toEqual({
      code: 'cannot-move',
      why: 'actual',
    });
  });
});

describe('the door', () => {
  const dispatch = (text: string): Reply => JSON.parse(app.app.dispatch(text)) as Reply;

  it.each([
    ['no JSON', 'hello', 'bad-request'],
    ['no name', '{}', 'bad-request'],
    ['an unknown name', '{"name":"plan.explode","input":{}}', 'unknown-command'],
    ['a name from the prototype', '{"name":"constructor","input":{}}', 'unknown-command'],
    ['an action, which is for the host', '{"name":"print.start","input":{}}', 'unknown-command'],
    ['an unknown field', '{"name":"plan.add","input":{"name":"x","admin":true}}', 'bad-request'],
    [
      'a date that does not exist',
      '{"name":"milestone.complete","input":{"id":"x","doneOn":"2027-02-30"}}',
      'bad-request',
    ],
    ['an empty title', '{"name":"plan.add","input":{"name":"   "}}', 'bad-request'],
    ['no input', '{"name":"plan.add"}', 'bad-request'],
  ])('answers %s with a code and changes nothing', (_, text, code) => {
    const reply = dispatch(text);
    expect(reply).toMatchObject({ ok: false, error: { code } });
    expect(app.ask('history.read', {})).toEqual([]);
  });

  it('answers every name of the contract with a value or a failure, never with an exception', () => {
    for (const name of Object.keys(contract) as EndpointName[]) {
      const reply = dispatch(JSON.stringify({ name, input: {} }));
      if (!reply.ok) expect([name, reply.error.code]).not.toEqual([name, 'internal']);
    }
  });

  it('names what changed, what undo would do, and counts revisions', () => {
    const first = app.send('plan.add', { name: 'A' });
    const second = app.send('plan.add', { name: 'B' });
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.changed).toEqual([second.value.id]);
    expect(second.revision).toBe(first.revision + 1);
    expect(second.history).toEqual({ undo: { name: 'plan.add', subject: 'B' }, redo: null });
    const undone = app.send('history.undo', {});
    expect(undone).toMatchObject({ ok: true, history: { undo: { subject: 'A' }, redo: { subject: 'B' } } });
    expect(app.send('plan.list', {})).toMatchObject({ changed: [], revision: second.revision + 1 });
  });

  it('leaves no step behind for a command that changes nothing', () => {
    const { planId, milestone } = furnish();
    const before = app.ask('history.read', {}).length;
    app.ask('milestone.update', { id: milestone, changes: { title: 'Graduation' } });
    app.ask('finding.reopen', { planId, key: 'never acknowledged' });
    expect(app.ask('history.read', {})).toHaveLength(before);
  });

  it('forgets what was undone once something new is done', () => {
    app.ask('plan.add', { name: 'A' });
    app.ask('history.undo', {});
    app.ask('plan.add', { name: 'B' });
    expect(app.refusal('history.redo', {})).toEqual({ code: 'nothing-to-redo' });
    expect(app.ask('history.read', {})).toHaveLength(1);
  });
});
