import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT, pinnedNode } from '#scripts/find-node.mjs';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A stand-in for the built command line: says what it was given, and obeys `exit N` and `wait`. */
const CLI = `
const [word, code] = process.argv.slice(2);
if (word === 'wait') {
  process.once('SIGTERM', () => { console.log('stopped tidily'); process.exit(7); });
  setInterval(() => {}, 1000);
}
console.log(JSON.stringify({ args: process.argv.slice(2), node: process.version }));
if (word === 'exit') process.exit(Number(code));
`;

/** A stand-in for the build tool: slow enough to be overtaken, and counting how often it ran. */
const BUILD_TOOL = `
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
if (existsSync('electron/broken.ts')) { console.error('broken.ts does not parse'); process.exit(1); }
console.log('the build tool talks on its stdout');
appendFileSync('builds.log', 'built\\n');
setTimeout(() => {
  mkdirSync('out/main', { recursive: true });
  writeFileSync('out/main/cli.js', ${JSON.stringify(CLI)});
}, 300);
`;

/**
 * The launcher in a copy of the project: the real bin/ and scripts/, the real pinned Node, no node_modules/.bin, and
 * stand-ins for what they start.
 */
export class LauncherLayout {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async create(): Promise<LauncherLayout> {
    const layout = new LauncherLayout(await mkdtemp(join(tmpdir(), 'throughline-launcher-')));
    for (const name of ['bin', 'scripts', 'package.json']) {
      await cp(join(PROJECT_ROOT, name), join(layout.root, name), { recursive: true });
    }
    await layout.write('electron/cli.ts', '// stands for the sources');
    return layout;
  }

  async withPinnedNode(): Promise<this> {
    // npm ≤ 10 installs exactly this: the platform package, and no link to it.
    const folder = (root: string) => dirname(dirname(pinnedNode(root, process.platform, process.arch)));
    await mkdir(join(this.root, 'node_modules'), { recursive: true });
    await symlink(folder(PROJECT_ROOT), folder(this.root), 'junction');
    return this;
  }

  async withBuild(): Promise<this> {
    await this.write('out/main/cli.js', CLI);
    return this;
  }

  async withBuildTool(): Promise<this> {
    await this.write('node_modules/electron-vite/package.json', '{ "type": "commonjs" }');
    await this.write('node_modules/electron-vite/bin/electron-vite.js', BUILD_TOOL);
    return this;
  }

  async write(path: string, text: string, mode = 0o644): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), text, { mode });
  }

  start(args: string[], { node = process.execPath, env = process.env } = {}): ChildProcess {
    // From a foreign folder: the launcher must find everything from its own place.
    return spawn(node, [join(this.root, 'bin/throughline.mjs'), ...args], { cwd: tmpdir(), env });
  }

  run(args: string[], options: { node?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Outcome> {
    return outcomeOf(this.start(args, options));
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}

export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...outcome, code }));
  });
}
