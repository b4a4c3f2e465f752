import { describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { isWindowCommand } from '#shared/words/window-commands.ts';
import { menuTemplate } from '#electron/shell/menu.ts';

const PLATFORMS = ['linux', 'darwin', 'win32'] as const;

function aMenu(platform: NodeJS.Platform, dev = false) {
  const said: string[] = [];
  const template = menuTemplate({ platform, dev, say: (command) => said.push(command) });
  return { template, said, items: template.flatMap(below) };
}

function below(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(item.submenu) ? item.submenu.flatMap(below) : [item];
}

const rolesOf = (items: MenuItemConstructorOptions[]) => items.flatMap(({ role }) => (role ? [role] : []));

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  it('says commands of the window, each once, and shows their keys', () => {
    const { items, said } = aMenu(platform);
    const chosen = items.filter(({ click }) => click);
    for (const { click } of chosen) (click as () => void)();
    expect(said.filter((id) => !isWindowCommand(id))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
    expect(said).toEqual(
      expect.arrayContaining(['plan.new', 'plan.print', 'history.undo', 'palette.open', 'help.open']),
    );
    expect(items.find(({ id }) => id === 'palette.open')?.accelerator).toBe('CmdOrCtrl+K');
    expect(items.find(({ id }) => id === 'help.open')?.accelerator).toBe('F1');
    expect(chosen.map(({ id }) => id)).toEqual(said);
  });

  it('uses no key twice', () => {
    const keys = aMenu(platform, true).items.flatMap(({ accelerator }) =>
      typeof accelerator === 'string' ? [accelerator.replace('CmdOrCtrl', 'Ctrl')] : [],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves undo and redo to the page where the system lets it', () => {
    const { items } = aMenu(platform);
    const history = items.filter(({ id }) => id === 'history.undo' || id === 'history.redo');
    expect(history.map(({ registerAccelerator }) => registerAccelerator)).toEqual([false, false]);
    // The roles would undo the text of a field, whatever the person is looking at.
    expect(rolesOf(items)).not.toEqual(expect.arrayContaining(['undo']));
  });

  it('has tools for developers only in development', () => {
    const tools = ['reload', 'forceReload', 'toggleDevTools'];
    expect(rolesOf(aMenu(platform).items).filter((role) => tools.includes(role))).toEqual([]);
    expect(rolesOf(aMenu(platform, true).items)).toEqual(
      expect.arrayContaining(['reload', 'toggleDevTools']),
    );
  });

  it('copies, pastes and zooms', () => {
    const roles = rolesOf(aMenu(platform).items);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'zoomIn', 'zoomOut', 'resetZoom']));
  });
});

it('begins as each platform expects', () => {
  const first = (platform: NodeJS.Platform) => aMenu(platform).template[0];
  expect(first('darwin')?.role).toBe('appMenu');
  expect(first('linux')?.label).toBe('&File');
  expect(first('win32')?.label).toBe('&File');
  expect(rolesOf(aMenu('linux').items)).toContain('quit');
});
