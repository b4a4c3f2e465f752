import { ITEM_KINDS, type ItemKind } from '#shared/domain/plan/items.ts';
import { KIND_LABELS } from './labels.ts';

export const COMMAND_GROUPS = ['Go to', 'Add', 'Plan', 'Timeline', 'History', 'Window'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** What a command of the window is called, and its keys. */
export interface CommandWords {
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Keys that the page listens to, the one to be shown first: `Mod+Shift+Z`, where `Mod` is Command on a Mac and Ctrl
   * elsewhere. A key without a modifier that types a letter or sign works only outside of fields.
   */
  readonly keys?: readonly string[];
  /** A key of the desktop menu alone, which a browser keeps for itself. */
  readonly menuKey?: string;
  /** Other words by which a person may look for it. */
  readonly also?: string;
}

const KINDS_ALSO: Record<ItemKind, string> = {
  program: 'degree certificate school new',
  term: 'semester quarter new',
  course: 'class credits new',
  experience: 'hours internship practicum residency ait job new',
  step: 'application approval wait exam fee background check new',
  credential: 'license certification new',
  milestone: 'deadline date graduation decision new',
};

const adding = Object.fromEntries(
  ITEM_KINDS.map((kind) => [
    `add.${kind}`,
    {
      title: `Add ${kind === 'experience' ? 'an' : 'a'} ${KIND_LABELS[kind].toLowerCase()} …`,
      group: 'Add',
      also: KINDS_ALSO[kind],
    },
  ]),
) as Record<`add.${ItemKind}`, CommandWords>;

/**
 * Everything that has a name and can be done in the window, in the order in which it is listed. The palette, the list
 * of keys, the keys themselves and the desktop menu are made from it. Views, plans and items add commands of their own.
 */
export const WINDOW_COMMANDS = {
  ...adding,
  'transcript.import': {
    title: 'Import the courses of a transcript …',
    group: 'Add',
    also: 'grades registrar taken',
  },
  'terms.fill': { title: 'Fill the terms …', group: 'Plan', also: 'schedule place unplaced courses' },
  'terms.shift': { title: 'Shift terms …', group: 'Plan', also: 'later earlier move semester gap pause' },
  'item.delete': { title: 'Delete the selected item …', group: 'Plan', also: 'remove' },
  'table.paste': {
    title: 'Paste from a spreadsheet …',
    group: 'Plan',
    also: 'excel sheets libreoffice clipboard cells rows table import',
  },
  'plan.settings': { title: 'Name, goal and target …', group: 'Plan', also: 'rename settings date notes' },
  'plan.baselines': {
    title: 'Baselines …',
    group: 'Plan',
    also: 'freeze drift changed since sent snapshot compare',
  },
  'plan.print': { title: 'Save as PDF …', group: 'Plan', keys: ['Mod+P'], also: 'print paper export' },
  'plan.export': {
    title: 'Export …',
    group: 'Plan',
    keys: ['Mod+Shift+S'],
    also: 'save file json csv curriculum calendar ics picture svg png',
  },
  'plan.duplicate': { title: 'Duplicate as scenario', group: 'Plan', also: 'copy what if alternative' },
  'plan.delete': { title: 'Delete this plan …', group: 'Plan', also: 'remove' },
  'plan.new': { title: 'New plan …', group: 'Plan', menuKey: 'Mod+N', also: 'template create' },
  'data.show': {
    title: 'Where is my data …',
    group: 'Window',
    also: 'backup copy restore database file folder',
  },
  'plan.import': { title: 'Import …', group: 'Plan', keys: ['Mod+O'], also: 'open file json csv' },
  'timeline.zoom-in': { title: 'Zoom in', group: 'Timeline', also: 'larger days' },
  'timeline.zoom-out': { title: 'Zoom out', group: 'Timeline', also: 'smaller years decades' },
  'timeline.fit-plan': { title: 'Fit the plan', group: 'Timeline', also: 'whole zoom all' },
  'timeline.fit-selection': { title: 'Fit the selection', group: 'Timeline', also: 'zoom selected' },
  'timeline.today': { title: 'Show today', group: 'Timeline', also: 'now' },
  'history.undo': { title: 'Undo', group: 'History', keys: ['Mod+Z'], also: 'take back' },
  'history.redo': { title: 'Redo', group: 'History', keys: ['Mod+Shift+Z', 'Ctrl+Y'], also: 'do again' },
  'history.open': {
    title: 'Show the history',
    group: 'History',
    keys: ['Alt+Shift+H'],
    also: 'changes undo steps jump back',
  },
  'palette.open': { title: 'Find a command', group: 'Window', keys: ['Mod+K'], also: 'search go to palette' },
  'notices.focus': {
    title: 'Go to the notices, and back',
    group: 'Window',
    keys: ['F6'],
    also: 'toast undo',
  },
  'help.open': { title: 'Help and keys', group: 'Window', keys: ['?', 'F1'], also: 'shortcuts keyboard' },
} as const satisfies Record<string, CommandWords>;

export type WindowCommandId = keyof typeof WINDOW_COMMANDS;

/** True for the name of a command of the window. */
export const isWindowCommand = (name: string): name is WindowCommandId =>
  Object.hasOwn(WINDOW_COMMANDS, name);

/** The keys of a bar that has the focus, for the list of keys. */
export const BAR_KEYS: readonly { keys: readonly string[]; title: string }[] = [
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], title: 'Go from bar to bar' },
  { keys: ['Home', 'End'], title: 'First and last bar of a row; with Ctrl of the plan' },
  { keys: ['Enter'], title: 'Select, and once more: go to the details' },
  { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], title: 'Move by a day, a course by a term' },
  { keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'], title: 'Move by a week' },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], title: 'Make a day shorter or longer' },
  { keys: ['Escape'], title: 'Leave the bar where it was' },
  { keys: ['Delete'], title: 'Delete' },
  { keys: ['9'], title: 'Fit the bar' },
  { keys: ['PageUp', 'PageDown'], title: 'Scroll' },
];

/** The keys of the timeline wherever the focus in it is, for the list of keys. */
export const TIMELINE_KEYS: readonly { keys: readonly string[]; title: string }[] = [
  { keys: ['+', '-'], title: 'Zoom in and out' },
  { keys: ['0'], title: 'Fit the plan' },
  { keys: ['9'], title: 'Fit the selection' },
  { keys: ['/', 'Mod+F'], title: 'Find' },
];

/** The keys of the frame in the mini-map, for the list of keys. */
export const MINI_MAP_KEYS: readonly { keys: readonly string[]; title: string }[] = [
  { keys: ['ArrowLeft', 'ArrowRight'], title: 'Earlier and later, a bit' },
  { keys: ['PageUp', 'PageDown'], title: 'Earlier and later by what is in view' },
  { keys: ['ArrowUp', 'ArrowDown'], title: 'To the rows above and below' },
  { keys: ['Home', 'End'], title: 'Beginning and end of the plan' },
  { keys: ['+', '-'], title: 'Zoom in and out' },
];

/** The keys of a cell of the table, for the list of keys. */
export const CELL_KEYS: readonly { keys: readonly string[]; title: string }[] = [
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], title: 'Go from cell to cell' },
  { keys: ['Home', 'End'], title: 'First and last cell of a row; with Ctrl of the table' },
  { keys: ['Enter', 'F2'], title: 'Change the cell; on a heading: sort by it' },
  { keys: ['Ctrl+Enter'], title: 'Go to the details' },
  { keys: ['Space'], title: 'Choose the row' },
  { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], title: 'Choose cells' },
  { keys: ['Shift+Space'], title: 'Choose the rows of these cells' },
  { keys: ['Ctrl+A'], title: 'Choose all rows' },
  { keys: ['Ctrl+C', 'Ctrl+V'], title: 'Copy what is chosen; paste, also from a spreadsheet' },
  {
    keys: ['Ctrl+D'],
    title: 'Fill down: write the cell above, or the first of these cells, into the others',
  },
  { keys: ['Delete', 'Backspace'], title: 'Empty the cells; delete chosen rows' },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], title: 'Move the row, or the chosen rows, up or down' },
  { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], title: 'On a heading: move the column' },
  { keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'], title: 'On a heading: narrower, wider' },
];

/** The keys of a card in the grid of the terms, for the list of keys. */
export const BOARD_KEYS: readonly { keys: readonly string[]; title: string }[] = [
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], title: 'Go from course to course' },
  { keys: ['Home', 'End'], title: 'First and last of a term; with Ctrl of the plan' },
  { keys: ['Enter'], title: 'Go to the details' },
  { keys: ['M'], title: 'Move to a term, which says first what that would do' },
  { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], title: 'Move to the term before or after' },
  { keys: ['Space'], title: 'Choose the course' },
  { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], title: 'Choose courses' },
  { keys: ['Mod+A'], title: 'Choose all courses of the term' },
  { keys: ['L'], title: 'Lock in its term, or unlock' },
  { keys: ['Shift+F10'], title: 'Open its menu' },
  { keys: ['Delete'], title: 'Delete' },
  { keys: ['Escape'], title: 'Choose none, then close the details' },
];

/** Keys that work everywhere, as in other programs. */
export const USUAL_KEYS: readonly { keys: readonly string[]; title: string }[] = [
  { keys: ['Tab', 'Shift+Tab'], title: 'Next and previous control' },
  { keys: ['Enter'], title: 'Open, choose or save' },
  { keys: ['Escape'], title: 'Take back typing, then close what is open' },
];
