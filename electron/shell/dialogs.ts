import type {
  BrowserWindow,
  Dialog,
  MessageBoxOptions,
  OpenDialogOptions,
  SaveDialogOptions,
} from 'electron';

/** The system's questions, attached to our window while there is one. */
export interface Dialogs {
  /** Resolves with the index of the button. */
  ask(question: MessageBoxOptions): Promise<number>;
  /** Resolves with the path of the file, or null. */
  open(options: OpenDialogOptions): Promise<string | null>;
  /** The system asks by itself before a file is replaced. Resolves with the path, or null. */
  save(options: SaveDialogOptions): Promise<string | null>;
}

export type DialogSource = Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>;

export function createDialogs(dialog: DialogSource, window: () => BrowserWindow | null): Dialogs {
  return {
    ask: async (question) => {
      const parent = window();
      const { response } = await (parent
        ? dialog.showMessageBox(parent, question)
        : dialog.showMessageBox(question));
      return response;
    },
    open: async (options) => {
      const parent = window();
      const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    save: async (options) => {
      const parent = window();
      const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
  };
}
