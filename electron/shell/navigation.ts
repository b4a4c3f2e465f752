import type { App, WebContents } from 'electron';

/** The one move a page may make by itself is to load itself again. */
export function mayNavigate(from: string, to: string): boolean {
  return from !== '' && withoutFragment(from) === withoutFragment(to);
}

/** Locks every page of the application, whoever opens it: it stays where it is and opens nothing. */
export function lockNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
}

function lock(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(contents.getURL(), event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !mayNavigate(contents.getURL(), event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
