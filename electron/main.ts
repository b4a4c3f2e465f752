import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  app,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  session,
  shell,
  type BrowserWindow,
} from 'electron';
import type { WindowCommandId } from '#shared/words/window-commands.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { createApp } from '#electron/core/app.ts';
import { defaultDatabaseFile } from '#electron/core/default-file.ts';
import { localToday } from '#electron/core/local-today.ts';
import { readAssets } from './hosts/assets.ts';
import { failureFrom } from './hosts/failure-from.ts';
import { createBackupActions } from './hosts/backup-actions.ts';
import { registerIpc } from './hosts/ipc.ts';
import { createLogFile } from './hosts/log-file.ts';
import { answerPage } from './hosts/page-answer.ts';
import { createRoute, type Actions } from './hosts/route.ts';
import { createElectronPrinter } from './print/electron-printer.ts';
import { createDrawPlan } from './print/draw-plan.ts';
import { createPrintActions } from './print/print-actions.ts';
import { createDialogs } from './shell/dialogs.ts';
import { createChooseFile, createSaveFile } from './shell/files.ts';
import { catchTheRest, endWith } from './shell/last-resort.ts';
import { createOpenLink } from './shell/links.ts';
import { openMainWindow, showWindow } from './shell/main-window.ts';
import { menuTemplate } from './shell/menu.ts';
import { lockNavigation } from './shell/navigation.ts';
import { createShowNotice } from './shell/notices.ts';
import { openWindow } from './shell/open-window.ts';
import { pageAddress } from './shell/page-address.ts';
import { denyEverything } from './shell/permissions.ts';
import { registerAppScheme, serveApp } from './shell/protocol.ts';
import { isFirstInstance } from './shell/single-instance.ts';
import { printWindowOptions } from './shell/window-options.ts';
import { createFillActions } from './solve/fill-actions.ts';
import { VERSION } from './version.ts';

const preload = join(import.meta.dirname, '../preload/preload.cjs');
const pages = join(import.meta.dirname, '../renderer');

const log = createLogFile(join(app.getPath('userData'), 'logs', 'throughline.log'));
const end = (error: unknown) => endWith({ app, dialog }, sentenceFor(failureFrom(error, log)));
let mainWindow: BrowserWindow | null = null;

// All of these have to happen before the application is ready.
catchTheRest(process, end);
registerAppScheme(protocol);
app.enableSandbox();
lockNavigation(app);
if (isFirstInstance(app, () => mainWindow && showWindow(mainWindow)))
  void app.whenReady().then(start).catch(end);

function start(): void {
  const address = pageAddress(app, process.env);
  const assets = readAssets(pages);
  const core = createApp({
    dbFile: defaultDatabaseFile(),
    create: true,
    clock: { today: () => localToday(), now: () => new Date().toISOString() },
    newId: randomUUID,
    log,
    version: VERSION,
  });
  const dispatch = (text: string) => core.dispatch(text);
  const filling = createFillActions(dispatch);
  app.once('quit', () => {
    filling.close();
    core.close();
  });
  // There is one window and no work without it, on macOS too.
  app.on('window-all-closed', () => app.quit());

  denyEverything(session.defaultSession);
  serveApp(protocol, (path) => answerPage(assets, path));

  const ours = new Set<BrowserWindow>();
  const own = (window: BrowserWindow): BrowserWindow => {
    ours.add(window);
    window.once('closed', () => ours.delete(window));
    return window;
  };
  const printer = createElectronPrinter({
    openHidden: () => own(openWindow({ looks: printWindowOptions(), preload, hidden: true })),
    address: address.print,
  });
  const printing = createPrintActions(printer, dispatch);
  app.once('quit', () => printing.close());
  const dialogs = createDialogs(dialog, () => mainWindow);
  const actions = {
    'plan.draw': createDrawPlan(printer, dispatch),
    ...printing.actions,
    ...filling.actions,
    ...createBackupActions({
      app: core,
      stopJobs: () => {
        filling.close();
        printing.close();
      },
      show: (file) => shell.showItemInFolder(file),
    }),
    'file.choose': createChooseFile(dialogs),
    'file.save': createSaveFile(dialogs, () => app.getPath('documents')),
    'link.open': createOpenLink(dialogs, shell),
    'notice.show': createShowNotice(Notification),
  } satisfies Required<Actions>;
  registerIpc({
    ipcMain,
    ownFrames: () => [...ours].map((window) => window.webContents.mainFrame),
    origin: address.origin,
    invoke: createRoute({ dispatch, actions, log }),
  });

  const say = (command: WindowCommandId) => mainWindow?.webContents.send('menu', command);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ platform: process.platform, dev: address.dev, say })),
  );

  const window = own(
    openMainWindow({
      app,
      preload,
      address: address.main,
      giveUp: () => end(new Error('The page keeps dying.')),
    }),
  );
  window.once('closed', () => (mainWindow = null));
  mainWindow = window;
}
