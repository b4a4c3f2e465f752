// Stands in for the `electron` module where its binary is not installed: it keeps what it was asked and answers what a
// test set. It knows nothing of how Electron behaves beyond that, so a green test says that our side asked for the
// right things, not that Electron did them.
import { EventEmitter } from 'node:events';
import { join } from 'node:path';

/** Everything a test looks at or sets. */
export const stub = {
  /** Calls in order, as [what, ...arguments]. */
  calls: /** @type {unknown[][]} */ ([]),
  /** What was handed over to be called later, by name. */
  handlers: /** @type {Record<string, any>} */ ({}),
  windows: /** @type {BrowserWindow[]} */ ([]),
  ready: false,
  firstInstance: process.env.STUB_SECOND_INSTANCE === undefined,
  dark: process.env.STUB_DARK !== undefined,
  folder: process.env.STUB_FOLDER ?? '/nowhere',
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  /** What the dialogs answer. */
  answers: {
    button: 1,
    open: /** @type {string | null} */ (null),
    save: /** @type {string | null} */ (null),
  },
  /** What a print page says about itself, and what it prints. */
  page: {
    state: { ready: 'true', problem: '' },
    pdf: '%PDF-stub',
    picture: { width: 800, height: 600, png: 'PNG-stub' },
  },
};

const note = (...call) => void stub.calls.push(call);
const keep = (name) => (handler) => void (stub.handlers[name] = handler);

class App extends EventEmitter {
  isPackaged = false;
  enableSandbox() {
    note('app.enableSandbox', stub.ready);
  }
  requestSingleInstanceLock() {
    return stub.firstInstance;
  }
  getPath(name) {
    return join(stub.folder, name);
  }
  async whenReady() {
    await new Promise((resolve) => setImmediate(resolve));
    stub.ready = true;
  }
  quit() {
    note('app.quit');
    this.emit('quit');
  }
  exit(code) {
    note('app.exit', code);
    this.emit('quit');
  }
}
export const app = new App();

let frames = 0;

class WebContents extends EventEmitter {
  url = '';
  constructor() {
    super();
    frames += 1;
    this.mainFrame = { parent: null, origin: 'null', processId: frames, frameToken: `frame-${frames}` };
  }
  getURL() {
    return this.url;
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  send(...message) {
    note('webContents.send', ...message);
  }
  reload() {
    note('webContents.reload');
  }
  async executeJavaScript(script) {
    return script.includes('getBoundingClientRect') ? stub.page.picture : stub.page.state;
  }
  debugger = {
    attach: () => note('debugger.attach'),
    detach: () => note('debugger.detach'),
    sendCommand: async (name, options) => {
      note('debugger.sendCommand', name, options);
      return { data: Buffer.from(stub.page.picture.png).toString('base64') };
    },
  };
  async printToPDF(options) {
    note('webContents.printToPDF', options);
    return Buffer.from(stub.page.pdf);
  }
}

export class BrowserWindow extends EventEmitter {
  destroyed = false;
  minimized = false;
  constructor(options) {
    super();
    this.options = options;
    this.webContents = new WebContents();
    stub.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url) {
    this.webContents.url = url;
    this.webContents.mainFrame.origin = `${new URL(url).protocol}//${new URL(url).host}`;
    note('window.loadURL', url);
  }
  show() {
    note('window.show');
  }
  focus() {
    note('window.focus');
  }
  restore() {
    note('window.restore');
  }
  maximize() {
    note('window.maximize');
  }
  isMinimized() {
    return this.minimized;
  }
  isMaximized() {
    return false;
  }
  isDestroyed() {
    return this.destroyed;
  }
  getNormalBounds() {
    return { x: 40, y: 50, width: 1000, height: 700 };
  }
  destroy() {
    this.destroyed = true;
    this.emit('closed');
  }
  close() {
    this.emit('close');
    this.destroy();
    if (stub.windows.every((window) => window.destroyed)) app.emit('window-all-closed');
  }
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => note('protocol.registerSchemesAsPrivileged', schemes, stub.ready),
  handle: (scheme, handler) => void (stub.handlers[`protocol ${scheme}`] = handler),
};

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('permission request'),
    setPermissionCheckHandler: keep('permission check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: (on) => note('session.setSpellCheckerEnabled', on),
  }),
};

export const ipcMain = {
  handle: (channel, handler) => {
    note('ipcMain.handle', channel);
    stub.handlers[`ipc ${channel}`] = handler;
  },
};

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: async (...message) => {
    note('ipcRenderer.invoke', ...message);
    return 'the answer';
  },
});

export const contextBridge = {
  exposeInMainWorld: (name, value) => void (stub.handlers[`exposed ${name}`] = value),
};

export const Menu = {
  buildFromTemplate: (template) => ({ template }),
  setApplicationMenu: ({ template }) => void (stub.handlers.menu = template),
};

export const dialog = {
  showErrorBox: (title, sentence) => note('dialog.showErrorBox', title, sentence),
  showMessageBox: async (...question) => {
    note('dialog.showMessageBox', question.at(-1));
    return { response: stub.answers.button, checkboxChecked: false };
  },
  showOpenDialog: async (...question) => {
    note('dialog.showOpenDialog', question.at(-1));
    return {
      canceled: stub.answers.open === null,
      filePaths: stub.answers.open === null ? [] : [stub.answers.open],
    };
  },
  showSaveDialog: async (...question) => {
    note('dialog.showSaveDialog', question.at(-1));
    return { canceled: stub.answers.save === null, filePath: stub.answers.save ?? '' };
  },
};

export const shell = {
  openExternal: async (url) => note('shell.openExternal', url),
};

export const screen = { getAllDisplays: () => stub.displays };
export const nativeTheme = {
  get shouldUseDarkColors() {
    return stub.dark;
  },
};

export class Notification {
  static isSupported() {
    return true;
  }
  constructor(options) {
    this.options = options;
  }
  show() {
    note('Notification.show', this.options);
  }
}
