import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { HostError } from './host-error.ts';

/** One file of the page, as it is sent. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** The name holds a hash of the content, so the content under this name never changes. */
  readonly immutable: boolean;
}

/** Every file a page may load, by the exact path in its address ("/assets/index-Bx3.js"). */
export type Assets = ReadonlyMap<string, Asset>;

/** Where the bundler puts what it names by its content. */
const HASHED = '/assets/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/**
 * Reads the built page into memory, once. What is not in the answer cannot be asked for: no address is ever turned
 * into a path on the disk.
 * @throws HostError `file-missing` when `dir` holds no built page.
 */
export function readAssets(dir: string): Assets {
  const assets = new Map<string, Asset>();
  collect(dir, '', assets);
  if (!assets.has('/index.html'))
    throw new HostError({ code: 'file-missing', file: join(dir, 'index.html') });
  return assets;
}

/** By hand instead of `recursive: true`, which not every file system Electron puts under `fs` (asar) knows. */
function collect(dir: string, below: string, assets: Map<string, Asset>): void {
  for (const entry of entriesOf(dir)) {
    if (entry.name.startsWith('.')) continue;
    const file = join(dir, entry.name);
    const path = `${below}/${encodeURIComponent(entry.name)}`;
    if (entry.isDirectory()) collect(file, path, assets);
    else if (entry.isFile()) assets.set(path, readAsset(file, path));
  }
}

function readAsset(file: string, path: string): Asset {
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  return { body: new Uint8Array(readFileSync(file)), type, immutable: path.startsWith(HASHED) };
}

function entriesOf(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch (cause) {
    throw new HostError({ code: 'file-missing', file: dir }, cause);
  }
}
