import { beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '#renderer/api/api.ts';
import { keyText } from '#shared/words/keys.ts';
import { FakeHost, memoryStorage } from '#tests/builders/fake-host.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { Session } from '../session.svelte.ts';
import { commandOf } from './listen.ts';
import { isPressOf, type Press } from './press.ts';
import { recentCommands, rememberCommand } from './recent.ts';
import { singleKeys } from './single-keys.svelte.ts';
import { windowCommands } from './window-commands.ts';

const plan = aPlan({ id: 'one', name: 'One' }).step('exam').credential('license').goal('license').build();

async function started(plans = [plan]) {
  const session = new Session(createApi(new FakeHost({ plans })), memoryStorage());
  await session.start();
  return session;
}

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  target: null,
  ...more,
});

const whyOf = (session: Session, id: string) =>
  windowCommands(session).find((command) => command.id === id)?.why;

describe('the commands of the window', () => {
  it('have names and keys of their own', async () => {
    const commands = windowCommands(await started());
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
  });

  it('say what is missing before they can be done', async () => {
    const session = await started();
    expect(whyOf(session, 'add.course')).toBe('Add a program first.');
    expect(whyOf(session, 'item.delete')).toBe('Select an item first.');
    expect(whyOf(session, 'timeline.zoom-in')).toBe('Go to the timeline first.');
    expect(whyOf(session, 'history.undo')).toBe('Nothing to undo.');
    session.select('exam');
    expect(whyOf(session, 'item.delete')).toBeNull();

    const empty = await started([]);
    expect(whyOf(empty, 'view.table')).toBe('Open a plan first.');
    expect(whyOf(empty, 'plan.new')).toBeNull();
  });

  it('do what they say', async () => {
    const session = await started();
    const run = (id: string) =>
      windowCommands(session)
        .find((command) => command.id === id)
        ?.run();
    run('view.facts');
    expect(session.view).toBe('facts');
    session.select('exam');
    run('item.delete');
    expect(session.question).toMatchObject({ kind: 'delete-item', item: { id: 'exam' } });
    run('add.milestone');
    expect(session.question).toEqual({ kind: 'add-item', item: 'milestone', programId: null, termId: null });
  });
});

describe('a key press', () => {
  beforeEach(() => (singleKeys.on = true));

  it('is told by the system’s own modifier', () => {
    expect(isPressOf('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(isPressOf('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
    expect(isPressOf('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(isPressOf('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(isPressOf('Alt+Shift+2', press('™', { code: 'Digit2', altKey: true, shiftKey: true }), true)).toBe(
      true,
    );
    expect(isPressOf('?', press('?', { shiftKey: true }), false)).toBe(true);
  });

  it('finds its command', async () => {
    const session = await started();
    const idOf = (pressed: Press) => commandOf(session, pressed)?.id ?? null;
    expect(idOf(press('k', { ctrlKey: true }))).toBe('palette.open');
    expect(idOf(press('z', { ctrlKey: true }))).toBe('history.undo');
    expect(idOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('history.redo');
    expect(idOf(press('y', { ctrlKey: true }))).toBe('history.redo');
    expect(idOf(press('3', { altKey: true, shiftKey: true }))).toBe('view.terms');
    expect(idOf(press('?', { shiftKey: true }))).toBe('help.open');
    const field = { tagName: 'TEXTAREA', isContentEditable: false } as unknown as EventTarget;
    expect(idOf(press('?', { shiftKey: true, target: field }))).toBeNull();
    singleKeys.on = false;
    expect(idOf(press('?', { shiftKey: true }))).toBeNull();
    expect(idOf(press('F1'))).toBe('help.open');
    expect(idOf(press('k'))).toBeNull();

    expect(idOf(press('z', { ctrlKey: true, target: field }))).toBeNull();
    expect(idOf(press('2', { altKey: true, shiftKey: true, target: field }))).toBeNull();
    expect(idOf(press('k', { ctrlKey: true, target: field }))).toBe('palette.open');
  });

  it('is written as the system writes it', () => {
    expect([keyText('Mod+Shift+Z', false), keyText('Mod+Shift+Z', true)]).toEqual(['Ctrl+Shift+Z', '⇧⌘Z']);
    expect([keyText('+', false), keyText('Alt+ArrowLeft', true)]).toEqual(['+', '⌥←']);
  });
});

it('remembers the commands chosen last, each once, and survives a storage that holds something else', () => {
  const storage = memoryStorage();
  for (const id of ['a', 'b', 'a']) rememberCommand(storage, id);
  expect(recentCommands(storage)).toEqual(['a', 'b']);
  storage.setItem('throughline-recent-commands', '{"no":1}');
  expect(recentCommands(storage)).toEqual([]);
});
