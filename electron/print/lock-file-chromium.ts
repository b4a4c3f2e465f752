import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress } from 'node:zlib';
import type { Machine } from './machine.ts';

export type Unpacked = { ok: true; executablePath: string; libraries: string } | { ok: false; cure: string };

/**
 * The browser that package-lock.json pins, unpacked on first use (about 210 MB, two seconds); null where there is
 * none: it is built for Linux on x64 only, and a delivered application does not carry it.
 *
 * The package could unpack itself, but it takes whatever already lies in /tmp/chromium, leaves its libraries out
 * except on one cloud's machines, and starts the browser with its security switched off.
 */
export async function lockFileChromium({ platform, arch }: Machine): Promise<Unpacked | null> {
  const archive = platform === 'linux' && arch === 'x64' ? chromiumArchive() : null;
  if (archive === null) return null;
  const folder = join(archive.cache, archive.version);
  try {
    await makeOnce(folder, async (draft) => {
      const chromium = join(draft, 'chromium');
      await Promise.all([
        pipeline(
          createReadStream(join(archive.bin, 'chromium.br')),
          decompress(),
          createWriteStream(chromium),
        ),
        unpackTar(join(archive.bin, 'al2023.tar.br'), join(draft, 'system')),
      ]);
      await chmod(chromium, 0o755);
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      cure: `The browser of the lock file cannot be unpacked to ${folder} (${why}): free some space there, or set THROUGHLINE_CHROMIUM to another one.`,
    };
  }
  return { ok: true, executablePath: join(folder, 'chromium'), libraries: join(folder, 'system/lib') };
}

/** Where the package lies and where its contents go, or null if it is not installed. */
export function chromiumArchive(): { bin: string; cache: string; version: string } | null {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { bin: join(folder, 'bin'), cache: join(folder, '../../.cache/chromium'), version };
  } catch {
    return null;
  }
}

/**
 * Fills a folder that nobody ever sees half full: it is made under another name and renamed when complete. Of two
 * processes that do so at once the slower one finds the name taken, throws its own away and uses the other's.
 */
export async function makeOnce(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  const draft = `${folder}.${randomUUID()}`;
  try {
    await mkdir(draft, { recursive: true });
    await fill(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

export async function unpackTar(file: string, folder: string): Promise<void> {
  const { extract } = await import('tar-fs');
  await pipeline(createReadStream(file), decompress(), extract(folder));
}

/** The package compresses with brotli's large window, which a decoder must be told to accept. */
function decompress() {
  return createBrotliDecompress({ params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } });
}
