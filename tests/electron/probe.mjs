// Runs the built desktop program against the stub and prints, as JSON, what came of it. Started by built.test.ts in a
// process of its own, because the program takes hold of the process: its handlers, its database, its end.
import { setTimeout as wait } from 'node:timers/promises';
import { app, session, stub } from './electron-stub.mjs';

const [main] = process.argv.slice(2);
const found = {};
await import(main);
for (
  let tries = 0;
  tries < 200 && !stub.calls.some(([what]) => /^(window.loadURL|app.quit|app.exit)$/.test(what));
  tries += 1
) {
  await wait(10);
}

const [window] = stub.windows;
if (window) {
  const { webContents } = window;
  const request = (name, input = {}) => JSON.stringify({ name, input });
  const call = async (frame, ...args) => {
    try {
      return await stub.handlers['ipc app']({ senderFrame: frame, sender: webContents }, ...args);
    } catch (error) {
      return `refused: ${error.message}`;
    }
  };

  found.options = window.options;
  found.menu = labelsOf(stub.handlers.menu);
  for (const item of itemsOf(stub.handlers.menu)) if (item.id) item.click();

  const frame = webContents.mainFrame;
  found.ipc = {
    own: await call(frame, request('app.read')),
    unknown: await call(frame, request('no.such')),
    inner: await call({ ...frame, parent: frame }, request('app.read')),
    foreignOrigin: await call({ ...frame, origin: 'https://evil.example' }, request('app.read')),
    otherFrame: await call({ ...frame, frameToken: 'x' }, request('app.read')),
    gone: await call(null, request('app.read')),
    notText: await call(frame, { name: 'app.read' }),
    twoTexts: await call(frame, request('app.read'), 'more'),
    tooLarge: await call(frame, ' '.repeat(66 * 1024 * 1024)),
  };

  found.added = JSON.parse(await call(frame, request('plan.add', { name: 'Ada' })));
  const planId = found.added.value?.id ?? 'none';
  const started = JSON.parse(await call(frame, request('print.start', { planId, options: {} })));
  do {
    await new Promise((resolve) => setTimeout(resolve, 10));
    found.printed = JSON.parse(await call(frame, request('print.read', started.value)));
  } while (found.printed.ok && found.printed.value.result === null);
  found.printWindow = stub.windows[1] && {
    options: stub.windows[1].options,
    url: stub.windows[1].webContents.url,
    destroyed: stub.windows[1].destroyed,
    call: await call(stub.windows[1].webContents.mainFrame, request('app.read')),
  };
  found.link = await call(frame, request('link.open', { url: 'file:///etc/passwd' }));

  const serve = stub.handlers['protocol app'];
  found.pages = {};
  for (const path of [
    'app://bundle/',
    'app://bundle/index.html',
    ...JSON.parse(process.env.PROBE_URLS ?? '[]'),
  ]) {
    const response = await serve(new Request(path));
    const body = await response.text();
    found.pages[path] = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: body.slice(0, 200),
    };
  }

  found.permissions = [];
  stub.handlers['permission request'](
    webContents,
    'geolocation',
    (answer) => found.permissions.push(answer),
    {},
  );
  found.permissions.push(
    stub.handlers['permission check'](webContents, 'media', '', {}),
    stub.handlers.device({}),
  );
  found.download = isPrevented(session.defaultSession, 'will-download');

  found.navigation = {};
  for (const url of [
    'https://evil.example/',
    'file:///etc/passwd',
    'app://bundle/print.html',
    'javascript:alert(1)',
  ]) {
    found.navigation[url] =
      isPrevented(webContents, 'will-navigate', { url, isMainFrame: true }) &&
      isPrevented(webContents, 'will-frame-navigate', { url, isMainFrame: true }) &&
      isPrevented(webContents, 'will-frame-navigate', { url, isMainFrame: false }) &&
      isPrevented(webContents, 'will-redirect', { url });
  }
  found.webview = isPrevented(webContents, 'will-attach-webview');
  found.newWindow = webContents.openHandler({ url: 'https://evil.example' });

  window.emit('ready-to-show');
  window.minimized = true;
  app.emit('second-instance');
  webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  window.close();
}

found.calls = stub.calls;
process.stdout.write(JSON.stringify(found));

function isPrevented(emitter, name, details = {}) {
  let prevented = false;
  emitter.emit(name, { preventDefault: () => (prevented = true), ...details });
  return prevented;
}

function itemsOf(template) {
  return template.flatMap((item) => (Array.isArray(item.submenu) ? itemsOf(item.submenu) : [item]));
}

function labelsOf(template) {
  return template.map(({ label, role, submenu }) => ({
    name: label ?? role,
    ...(submenu ? { submenu: submenu.map((item) => item.label ?? item.role ?? item.type) } : {}),
  }));
}
