import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';

/** What the search for a browser asks of the computer; an argument, so that its rules can be tested on any other. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  env: NodeJS.ProcessEnv;
  home: string;
  isRoot: boolean;
  isFile(path: string): boolean;
  /** What `<program> --version` prints, or null if it does not answer within five seconds. */
  versionText(program: string): Promise<string | null>;
  /** Whether a program without privileges may make user namespaces, on which Chromium's sandbox stands (Linux). */
  allowsUserNamespaces(): Promise<boolean>;
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    versionText: (program) =>
      new Promise((resolve) => {
        execFile(program, ['--version'], { timeout: 5_000 }, (error, stdout) =>
          resolve(error ? null : stdout),
        );
      }),
    allowsUserNamespaces: async () =>
      kernelSetting('kernel/unprivileged_userns_clone') !== 0 &&
      kernelSetting('user/max_user_namespaces') !== 0 &&
      kernelSetting('kernel/apparmor_restrict_unprivileged_userns') !== 1 &&
      (await canMakeUserNamespace()),
  };
}

/** Containers forbid it by a filter that no setting shows, so it is tried; without the tool to try it the settings count. */
function canMakeUserNamespace(): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('unshare', ['--user', '--map-root-user', 'true'], { timeout: 5_000 }, (error) =>
      resolve(error === null || error.code === 'ENOENT'),
    );
  });
}

/** A kernel without the setting has no such restriction. */
function kernelSetting(name: string): number | null {
  try {
    return Number(readFileSync(`/proc/sys/${name}`, 'utf8'));
  } catch {
    return null;
  }
}
