/** What the application's menu says to the page, one word per command. */
export const MENU_COMMANDS = [
  'new-plan',
  'import-plan',
  'export-pdf',
  'export-plan',
  'undo',
  'redo',
  'help',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];
