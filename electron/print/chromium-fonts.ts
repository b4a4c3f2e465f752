import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumArchive, makeOnce, unpackTar } from './lock-file-chromium.ts';
import type { Machine } from './machine.ts';

/**
 * On Linux a Chromium that finds no font on the system prints no text at all, not even in the page's own web fonts,
 * and a container or a server often has none. So fontconfig is given a folder of ours with TrueType files in it;
 * Chromium's FreeType reads neither WOFF nor WOFF2, which rules out the web fonts the page is delivered with.
 *
 * Tests see this folder alone. People keep their own fonts beside it, for scripts and symbols that ours lack.
 */
export async function fontEnvironment(
  { platform }: Machine,
  order: 'tests' | 'people',
): Promise<{ FONTCONFIG_FILE?: string }> {
  const archive = platform === 'linux' ? chromiumArchive() : null;
  if (archive === null) return {};
  const folder = join(archive.cache, `fonts-${archive.version}`);
  try {
    await makeOnce(folder, (draft) => unpackTar(join(archive.bin, 'fonts.tar.br'), draft));
    const file = join(folder, `${order}.conf`);
    await writeIfChanged(file, configuration(folder, order));
    return { FONTCONFIG_FILE: file };
  } catch {
    // A full or read-only disk: the system's own fonts are the best that is left.
    return {};
  }
}

function configuration(folder: string, order: 'tests' | 'people'): string {
  const systemFonts = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  ${order === 'people' ? systemFonts : ''}
  <dir>${escapeXml(join(folder, 'fonts'))}</dir>
  <cachedir>${escapeXml(join(folder, 'cache'))}</cachedir>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Written anew when the project was moved, since it holds absolute paths; renamed, so that no browser reads half. */
async function writeIfChanged(file: string, text: string): Promise<void> {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, file);
}
