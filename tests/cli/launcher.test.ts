import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT_ROOT, findNode, pinnedNode } from '#scripts/find-node.mjs';
import { LauncherLayout, outcomeOf } from './launcher-layout.ts';

const onWindows = process.platform === 'win32';
const pinned = pinnedNode(PROJECT_ROOT, process.platform, process.arch);
const hasPinnedNode = existsSync(pinned);

const layouts: LauncherLayout[] = [];
async function aLayout(): Promise<LauncherLayout> {
  const layout = await LauncherLayout.create();
  layouts.push(layout);
  return layout;
}
afterEach(() => Promise.all(layouts.splice(0).map((layout) => layout.remove())));

describe('which Node runs Throughline', () => {
  it.skipIf(!hasPinnedNode)('is the one of the lock file, whichever started the launcher', () => {
    expect(findNode({ version: '20.20.2', execPath: '/usr/bin/node' })).toEqual({
      path: pinned,
      pinned: true,
    });
    expect(findNode({ version: '26.1.0', execPath: '/usr/bin/node' })).toEqual({
      path: pinned,
      pinned: true,
    });
  });

  it('is a foreign one only from 22.15 on', () => {
    const without = { root: '/nowhere', execPath: '/usr/bin/node' };
    expect(findNode({ ...without, version: '22.15.0' })).toEqual({ path: '/usr/bin/node', pinned: false });
    expect(findNode({ ...without, version: '26.1.0' })).toEqual({ path: '/usr/bin/node', pinned: false });
    expect(findNode({ ...without, version: '22.14.9' }).path).toBeNull();
    expect(findNode({ ...without, version: '20.20.2' }).path).toBeNull();
  });

  it('is asked for in one sentence that fits the computer', () => {
    const old = { version: '20.20.2' };
    const sentenceOn = (platform: string, arch: string) => {
      const found = findNode({ ...old, platform, arch });
      return found.path === null ? found.sentence : '';
    };
    expect(sentenceOn('darwin', 'arm64')).toContain('install a newer one');
    expect(sentenceOn('win32', 'x64')).toContain('npm ci');
  });
});

describe.skipIf(!hasPinnedNode)('the command', () => {
  it('needs neither node_modules/.bin nor a good Node in PATH', async () => {
    const layout = await (await (await aLayout()).withPinnedNode()).withBuild();
    await layout.write('wrong/node', '#!/bin/sh\necho "the wrong Node" >&2\nexit 3\n', 0o755);
    const PATH = [join(layout.root, 'wrong'), process.env['PATH']].join(delimiter);

    const outcome = await layout.run(['--version'], { node: oldestNode(), env: { ...process.env, PATH } });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toEqual({ args: ['--version'], node: versionOf(pinned) });
  });

  it('passes arguments on as they are, and the exit code back', async () => {
    const layout = await (await (await aLayout()).withPinnedNode()).withBuild();
    const outcome = await layout.run(['exit', '5', 'two words', '--x=$HOME', '']);
    expect(outcome.code).toBe(5);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ args: ['exit', '5', 'two words', '--x=$HOME', ''] });
  });

  it.skipIf(onWindows)('passes a signal on and waits for the tidy end', async () => {
    const layout = await (await (await aLayout()).withPinnedNode()).withBuild();
    const child = layout.start(['wait']);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    const outcome = await outcomeOf(child);
    expect(outcome.stdout).toContain('stopped tidily');
    expect(outcome.code).toBe(7);
  });

  it('says in one line what is missing in a folder without an installation', async () => {
    const layout = await (await aLayout()).withPinnedNode();
    const outcome = await layout.run(['--version']);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr.trim()).toMatch(/^[^\n]*npm ci[^\n]*$/);
  });
});

describe.skipIf(!hasPinnedNode)('the build before the first command', () => {
  const buildsOf = (layout: LauncherLayout) =>
    readFileSync(join(layout.root, 'builds.log'), 'utf8').match(/built/g);

  it('happens once however many commands are started, and keeps stdout clean', async () => {
    const layout = await (await (await aLayout()).withPinnedNode()).withBuildTool();
    const outcomes = await Promise.all([1, 2, 3].map((n) => layout.run([`command ${n}`])));
    for (const { code, stdout } of outcomes) {
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toHaveProperty('args');
    }
    expect(buildsOf(layout)).toHaveLength(1);
  });

  it('happens again when a source has changed, and not when only a test has', async () => {
    const layout = await (await (await aLayout()).withPinnedNode()).withBuildTool();
    await layout.run(['first']);
    await layout.write('electron/cli.test.ts', '// a test');
    await layout.run(['second']);
    expect(buildsOf(layout)).toHaveLength(1);
    await layout.write('electron/cli.ts', '// changed');
    await layout.run(['third']);
    expect(buildsOf(layout)).toHaveLength(2);
  });

  it('is not blocked by a build that was killed', async () => {
    const layout = await (await (await aLayout()).withPinnedNode()).withBuildTool();
    const gone = 2 ** 22 + 1; // above the largest process id Linux gives out
    await layout.write('node_modules/.cache/throughline-build.lock', String(gone));
    expect((await layout.run(['--version'])).code).toBe(0);
  });

  it('ends the command when it fails, with the reason', async () => {
    const layout = await (await (await aLayout()).withPinnedNode()).withBuildTool();
    await layout.write('electron/broken.ts', '(');
    const outcome = await layout.run(['--version']);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('broken.ts does not parse');
  });
});

/** The oldest Node of this machine that can read the launcher at all; ours where there is no other. */
function oldestNode(): string {
  const name = onWindows ? 'node.exe' : 'node';
  const here = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  const readable = here.filter((path) => existsSync(path) && majorOf(path) >= 20);
  return readable.sort((a, b) => majorOf(a) - majorOf(b))[0] ?? pinned;
}

function majorOf(path: string): number {
  return Number.parseInt(versionOf(path).slice(1));
}

function versionOf(path: string): string {
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
}
