import { describe, expect, it, vi } from 'vitest';
import { createApi } from '#renderer/api/api.ts';
import { Schedule, schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { FakeHost, memoryStorage } from '#tests/builders/fake-host.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { Session } from './session.svelte.ts';

const first = aPlan({ id: 'one', name: 'One' })
  .step('exam')
  .credential('license')
  .link('exam', 'license')
  .goal('license')
  .build();
const second = aPlan({ id: 'two', name: 'Two' }).milestone('deadline').build();

async function started(host = new FakeHost({ plans: [first, second] }), storage = memoryStorage()) {
  const session = new Session(createApi(host), storage);
  await session.start();
  return { host, session, storage };
}

describe('a session', () => {
  it('opens the first plan, and after a reload the one that was open, in the same view', async () => {
    const { session, storage, host } = await started();
    expect(session.document?.plan.id).toBe('one');
    await session.openPlan('two');
    session.view = 'facts';

    const again = (await started(host, storage)).session;
    expect([again.document?.plan.id, again.view]).toEqual(['two', 'facts']);
  });

  it('comes back to the plan that was open before when the open one is gone', async () => {
    const { session, host } = await started();
    await session.openPlan('two');
    host.add(aPlan({ id: 'copy', name: 'Two (scenario)' }).build());
    await session.openPlan('copy');
    host.when('history.undo', () => host.remove('copy'));
    await session.run('history.undo', {});
    expect(session.document?.plan.id).toBe('two');
  });

  it('knows what follows from the plan: the day, the goal, the findings', async () => {
    const { session } = await started();
    expect(session.today).toBe(toDay('2027-01-15'));
    expect(session.goal).toMatchObject({ itemId: 'license', date: '2027-01-16', complete: true });
    expect(session.datesOf('exam')?.start).toBe(toDay('2027-01-15'));
    expect(session.datesOf('gone')).toBeNull();
    expect(session.findings).toEqual([]);
  });

  it('shows a change only when it is stored, and keeps the selection', async () => {
    const { session, host } = await started();
    session.select('exam');
    let store = (): void => undefined;
    host.delay = (name) => (name === 'step.update' ? new Promise((resolve) => (store = resolve)) : undefined);
    const reply = session.run('step.update', { id: 'exam', changes: { title: 'Board exam' } });
    await Promise.resolve();
    expect(session.selected?.title).toBe('exam');

    await new Promise((resolve) => setTimeout(resolve));
    store();
    expect((await reply).ok).toBe(true);
    expect(session.selected?.title).toBe('Board exam');
  });

  it('computes anew only what a command moves, and everything when it cannot know what that is', async () => {
    const { session, host } = await started();
    const full = () => schedulePlan(session.document ?? first, session.today).all();
    const revised = vi.spyOn(Schedule.prototype, 'revise');
    expect(session.schedule?.all()).toEqual(full());
    await session.run('step.update', { id: 'exam', changes: { length: 30, lengthUnit: 'day' } });
    expect(session.schedule?.all()).toEqual(full());
    expect(session.goal?.date).toBe('2027-02-14');
    expect(revised.mock.calls.map(([, , changed]) => changed)).toEqual([['exam']]);

    // Another page has written in between: the reply of the next command names only that command's own change.
    host.revision += 1;
    await session.run('step.update', { id: 'exam', changes: { length: 60, lengthUnit: 'day' } });
    expect(session.schedule?.all()).toEqual(full());
    expect(revised).toHaveBeenCalledTimes(1);
    revised.mockRestore();
  });

  it('keeps the objects of what a command leaves alone, and none when somebody else has written', async () => {
    const { session, host } = await started();
    const license = session.items.get('license');
    await session.run('step.update', { id: 'exam', changes: { title: 'Board exam' } });
    expect(session.items.get('exam')?.title).toBe('Board exam');
    expect(session.items.get('license')).toBe(license);

    host.revision += 1;
    await session.run('step.update', { id: 'exam', changes: { title: 'Exam of the board' } });
    expect(session.items.get('license')).not.toBe(license);
    expect(session.items.get('license')).toEqual(license);
  });

  it('sends edits one after the other, in the order they were made', async () => {
    const { session, host } = await started();
    const waits = [20, 0];
    host.delay = (name) =>
      name === 'step.update' ? new Promise((resolve) => setTimeout(resolve, waits.shift())) : undefined;
    await Promise.all([
      session.run('step.update', { id: 'exam', changes: { title: 'A' } }),
      session.run('step.update', { id: 'exam', changes: { title: 'B' } }),
    ]);
    expect(host.sent.map(({ input }) => input['changes'])).toEqual([{ title: 'A' }, { title: 'B' }]);
    expect(session.items.get('exam')?.title).toBe('B');
  });

  it('says why a command was refused, unless the caller says it', async () => {
    const { session, host } = await started();
    host.refusal = { code: 'link-exists' };
    await session.attempt('link.add', { fromId: 'exam', toId: 'license', kind: 'FS' });
    expect(session.notices.list).toEqual([]);

    host.refusal = { code: 'link-exists' };
    await session.run('link.add', { fromId: 'exam', toId: 'license', kind: 'FS' });
    expect(session.notices.list).toMatchObject([{ kind: 'failure', failure: { code: 'link-exists' } }]);
  });

  it('tells a lost core from a refusal, and goes on when it answers again', async () => {
    const { session, host } = await started();
    host.gone = true;
    await session.run('item.delete', { id: 'exam' });
    expect([session.lost, session.notices.list.length]).toEqual([true, 0]);
    expect(session.items.has('exam')).toBe(true);

    host.gone = false;
    await session.start();
    expect(session.lost).toBe(false);
  });

  it('goes to the plan that an undo was about', async () => {
    const { session, host } = await started();
    host.when('history.undo', () => ({
      seq: 1,
      planId: 'two',
      name: 'milestone.complete',
      subject: 'deadline',
      at: '2027-01-15T12:00:00Z',
      undone: true,
    }));
    await session.undo();
    expect(session.document?.plan.id).toBe('two');
    expect(session.notices.list).toMatchObject([{ kind: 'undone', command: 'milestone.complete' }]);
  });

  it('says what each change was, with nothing to say where nothing changed', async () => {
    const { session, host } = await started();
    await session.run('step.update', { id: 'exam', changes: { notes: 'Bring an ID.' } });
    expect(session.notices.list).toMatchObject([{ kind: 'done', command: 'step.update', subject: 'exam' }]);
    session.notices.dismiss(session.notices.list[0]?.id ?? 0);
    host.when('step.update', () => {
      // As the core does when no row is another one.
      host.revision -= 1;
      return null;
    });
    await session.run('step.update', { id: 'exam', changes: { notes: 'Bring an ID.' } });
    expect(session.notices.list).toEqual([]);
  });

  it('jumps in the history, goes to the plan it was about and says how far', async () => {
    const { session, host } = await started();
    const last = { seq: 3, planId: 'two', name: 'item.move', subject: 'deadline', at: '', undone: true };
    host.when('history.jump', () => ({ undone: 2, redone: 0, last }));
    await session.jump(2);
    expect(host.sent.at(-1)).toEqual({ name: 'history.jump', input: { seq: 2 } });
    expect(session.document?.plan.id).toBe('two');
    expect(session.notices.list).toMatchObject([{ kind: 'jumped', undone: 2 }]);
  });

  it('opens another plan when the open one is deleted, and none when there is none left', async () => {
    const { session, host } = await started();
    host.when('plan.delete', ({ id }) => host.remove(id as string));
    await session.run('plan.delete', { id: 'one' });
    expect(session.document?.plan.id).toBe('two');
    await session.run('plan.delete', { id: 'two' });
    expect([session.document, session.plans.length]).toEqual([null, 0]);
  });

  it('does not let a slow reading take the place of a newer one', async () => {
    const { session, host } = await started();
    let finish = (): void => undefined;
    host.delay = (name) => (name === 'plan.read' ? new Promise((resolve) => (finish = resolve)) : undefined);
    const slow = session.openPlan('one');
    const finishSlow = finish;
    host.delay = () => undefined;
    await session.openPlan('two');
    finishSlow();
    await slow;
    expect(session.document?.plan.id).toBe('two');
  });

  it('reads again when another page has changed the database', async () => {
    const { session, host } = await started();
    host.change('one', (document) => ({ ...document, plan: { ...document.plan, name: 'Elsewhere' } }));
    await session.readApp();
    expect(session.document?.plan.name).toBe('One');
    host.revision += 1;
    host.today = '2027-01-16';
    await session.readApp();
    expect([session.document?.plan.name, session.today]).toEqual(['Elsewhere', toDay('2027-01-16')]);
  });
});
