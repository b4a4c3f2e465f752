import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';

export interface WindowParts {
  looks: BrowserWindowConstructorOptions;
  preload: string;
  /** A hidden window must not be slowed down while it prepares a page for print. */
  hidden: boolean;
}

/**
 * The only place where windows are made. The preferences are written out in one literal on purpose: this is what
 * keeps a page from reaching the computer, and it should be readable, by people and by tools, in one look.
 */
export function openWindow({ looks, preload, hidden }: WindowParts): BrowserWindow {
  return new BrowserWindow({
    ...looks,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
      backgroundThrottling: !hidden,
    },
  });
}
