import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Machine } from './machine.ts';

const ON_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const LINUX = ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/opt/microsoft/msedge/msedge'];

const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** The Chrome, Chromium and Edge that lie where their installers put them, best known first. */
export function installedChromiums(machine: Machine): string[] {
  return placesOn(machine).filter((path) => machine.isFile(path));
}

function placesOn({ platform, env, home }: Machine): string[] {
  switch (platform) {
    case 'win32':
      return WINDOWS.flatMap((path) =>
        [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].flatMap((folder) =>
          folder ? [join(folder, path)] : [],
        ),
      );
    case 'darwin':
      return MAC.flatMap((path) => [join('/Applications', path), join(home, 'Applications', path)]);
    default: {
      const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
      return [...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))), ...LINUX];
    }
  }
}

/** The browser's major version, or null if it cannot be learnt. */
export async function majorVersionOf(machine: Machine, path: string): Promise<number | null> {
  const text = machine.platform === 'win32' ? versionFolderBeside(path) : await machine.versionText(path);
  const match = /(\d+)\.\d+\.\d+\.\d+/.exec(text ?? '');
  return match ? Number(match[1]) : null;
}

/** On Windows `--version` opens a window; the installer keeps each version in a folder named after it. */
function versionFolderBeside(path: string): string | null {
  try {
    const versions = readdirSync(dirname(path)).filter((name) => /^\d+\.\d+\.\d+\.\d+$/.test(name));
    return versions.sort((a, b) => Number.parseInt(b) - Number.parseInt(a))[0] ?? null;
  } catch {
    return null;
  }
}
