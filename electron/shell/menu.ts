import type { MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from '#shared/words/keys.ts';
import { WINDOW_COMMANDS, type CommandWords, type WindowCommandId } from '#shared/words/window-commands.ts';

export interface MenuParts {
  platform: NodeJS.Platform;
  /** Reload and the developer tools are for those who work on the application. */
  dev: boolean;
  /** Says a command to the page, which is where all of them are carried out. */
  say: (command: WindowCommandId) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application's menu as each platform expects it. */
export function menuTemplate({ platform, dev, say }: MenuParts): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  // The page has its keys itself, because in a text field some belong to the field. The menu shows them and, where the
  // system lets it, leaves them alone; elsewhere a key the page has taken never gets here.
  const item = (id: WindowCommandId): MenuItemConstructorOptions => {
    const { title, keys = [], menuKey }: CommandWords = WINDOW_COMMANDS[id];
    // A key of a single sign is no accelerator.
    const shown = [...keys].filter((key) => key.length > 1);
    const key = menuKey ?? (platform === 'win32' ? shown.at(-1) : shown[0]);
    return {
      id,
      label: title,
      click: () => say(id),
      ...(key !== undefined && { accelerator: acceleratorOf(key) }),
      ...(menuKey === undefined && { registerAccelerator: false }),
    };
  };

  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      item('plan.new'),
      item('plan.import'),
      separator,
      item('plan.print'),
      item('plan.export'),
      separator,
      item('data.show'),
      separator,
      mac ? { role: 'close' } : { role: 'quit' },
    ],
  };

  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      item('history.undo'),
      item('history.redo'),
      item('history.open'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };

  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      item('palette.open'),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(dev ? ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
    ],
  };

  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: '&Help',
    submenu: [item('help.open'), ...(mac ? [] : ([separator, { role: 'about' }] as const))],
  };

  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    file,
    edit,
    view,
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    help,
  ];
}
