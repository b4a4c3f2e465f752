import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/menu.ts';

export interface MenuParts {
  platform: NodeJS.Platform;
  /** Reload and the developer tools are for those who work on the application. */
  dev: boolean;
  /** Says a command to the page, which is where all of them are carried out. */
  say: (command: MenuCommand) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application's menu as each platform expects it. */
export function menuTemplate({ platform, dev, say }: MenuParts): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const item = (
    label: string,
    command: MenuCommand,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({ id: command, label, click: () => say(command), ...more });

  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      item('New Plan…', 'new-plan', { accelerator: 'CmdOrCtrl+N' }),
      item('Import…', 'import-plan', { accelerator: 'CmdOrCtrl+O' }),
      separator,
      item('Export PDF…', 'export-pdf', { accelerator: 'CmdOrCtrl+P' }),
      item('Export…', 'export-plan', { accelerator: 'CmdOrCtrl+Shift+S' }),
      separator,
      mac ? { role: 'close' } : { role: 'quit' },
    ],
  };

  // The page has these two keys itself, because in a text field they belong to the field. The menu shows them and,
  // where the system lets it, leaves them alone; elsewhere a key the page has taken never gets here.
  const history = { registerAccelerator: false };
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      item('Undo', 'undo', { accelerator: 'CmdOrCtrl+Z', ...history }),
      item('Redo', 'redo', {
        accelerator: platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z',
        ...history,
      }),
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
    submenu: [
      item('Throughline Help', 'help', { accelerator: 'F1' }),
      ...(mac ? [] : ([separator, { role: 'about' }] as const)),
    ],
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
