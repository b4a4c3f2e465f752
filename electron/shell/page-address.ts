export interface PageAddress {
  /** What every page of ours has as its origin, and nothing else has. */
  origin: string;
  main: string;
  print: string;
  /** The development server delivers the page, with its own tools. */
  dev: boolean;
}

export const SCHEME = 'app';
export const HOST = 'bundle';
export const BUNDLE_ORIGIN = `${SCHEME}://${HOST}`;

/**
 * Where our pages come from: the files delivered with the application. Only a development run may name a server
 * instead, and only one on this computer.
 */
export function pageAddress(app: { isPackaged: boolean }, env: NodeJS.ProcessEnv): PageAddress {
  const server = app.isPackaged ? null : localServer(env['ELECTRON_RENDERER_URL']);
  const origin = server ?? BUNDLE_ORIGIN;
  return { origin, main: `${origin}/index.html`, print: `${origin}/print.html`, dev: server !== null };
}

function localServer(text: string | undefined): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, hostname, origin } = new URL(text);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? origin : null;
}
