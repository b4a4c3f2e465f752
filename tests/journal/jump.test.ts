import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp } from '#tests/test-app.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: ReturnType<typeof openTestApp>;
let planId = '';

beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'));
  planId = app.ask('plan.add', { name: 'One' }).id;
  for (const title of ['A', 'B', 'C', 'D']) app.ask('milestone.add', { planId, title });
});
afterEach(() => {
  app.close();
  folder.remove();
});

const titles = () => app.ask('plan.read', { planId }).items.map(({ title }) => title);
const history = () => app.ask('history.read', {});
const seqOf = (place: number) => history()[place]?.seq ?? -1;

describe('a jump in the history', () => {
  it('goes back and forward to any step, as one change', () => {
    const all = titles();
    const before = app.send('plan.list', {});
    const back = app.send('history.jump', { seq: seqOf(1) });
    expect(back).toMatchObject({ ok: true, value: { undone: 3, redone: 0, last: { undone: true } } });
    expect(back.ok && before.ok && back.revision - before.revision).toBe(1);
    expect(back.ok && back.changed.length).toBe(3);
    expect(titles()).toEqual(['A']);
    expect(history().map(({ undone }) => undone)).toEqual([false, false, true, true, true]);

    expect(app.ask('history.jump', { seq: seqOf(3) })).toMatchObject({ undone: 0, redone: 2 });
    expect(titles()).toEqual(['A', 'B', 'C']);
    app.ask('history.redo', {});
    expect(titles()).toEqual(all);
  });

  it('to 0 undoes everything, and all of it can be done again', () => {
    const last = seqOf(4);
    app.ask('history.jump', { seq: 0 });
    expect(app.ask('plan.list', {})).toEqual([]);
    app.ask('history.jump', { seq: last });
    expect(titles()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('to where one is changes nothing', () => {
    const reply = app.send('history.jump', { seq: seqOf(4) });
    expect(reply).toMatchObject({ ok: true, changed: [], value: { undone: 0, redone: 0, last: null } });
  });

  it('to a step that is not remembered is refused, and nothing moves', () => {
    app.ask('history.undo', {});
    expect(app.send('history.jump', { seq: 999 })).toEqual({
      ok: false,
      error: { code: 'unknown-step', seq: 999 },
    });
    expect(titles()).toEqual(['A', 'B', 'C']);
    expect(app.ask('history.redo', {})).toMatchObject({ undone: false });
  });
});
