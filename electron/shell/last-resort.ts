import type { App, Dialog } from 'electron';

export interface EndParts {
  app: Pick<App, 'exit'>;
  dialog: Pick<Dialog, 'showErrorBox'>;
}

/** Ends the application with a sentence. Possible at any moment, also before the application is ready. */
export function endWith({ app, dialog }: EndParts, sentence: string): void {
  dialog.showErrorBox('Throughline cannot go on', sentence);
  app.exit(1);
}

/** For what nobody caught: a sentence instead of the runtime's own dialog, which would show a stack. */
export function catchTheRest(process: Pick<NodeJS.Process, 'on'>, end: (error: unknown) => void): void {
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
