import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT, findNode } from '#scripts/find-node.mjs';

const CLI = join(PROJECT_ROOT, 'out/main/cli.js');
const START_MS = 15_000;

export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunningServer {
  url: string;
  stop(): Promise<void>;
  /** Ends the process the way a power button does: no handler runs. */
  kill(): Promise<void>;
}

/** The environment of every process of one test: its own database, and no trace of the surrounding Electron. */
export function environmentFor(dbFile: string): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return { ...(env as Record<string, string>), THROUGHLINE_DB: dbFile };
}

/** Runs one command of the built command line to its end. */
export async function runCli(dbFile: string, args: string[]): Promise<CliResult> {
  const child = spawn(node(), [CLI, ...args], {
    env: environmentFor(dbFile),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result: CliResult = { code: -1, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { ...result, code: code ?? -1 };
}

/** Starts the built `serve` on a free port and resolves with the address it prints. */
export async function startServer(dbFile: string): Promise<RunningServer> {
  const child = spawn(node(), [CLI, 'serve', '--db', dbFile, '--port', '0'], {
    env: environmentFor(dbFile),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));

  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`serve ${why}\n${stderr}`));
    };
    const limit = setTimeout(() => fail(`printed no address within ${START_MS / 1000} s`), START_MS);
    child.once('error', (error) => fail(`does not start: ${error.message}`));
    const endedEarly = (code: number | null) =>
      fail(`ended with code ${code ?? 'none'} and printed no address`);
    child.once('exit', endedEarly);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(line)?.[0];
      if (!address) return;
      clearTimeout(limit);
      child.off('exit', endedEarly);
      resolve(address);
    });
  });

  return {
    url,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const limit = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(limit);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function node(): string {
  const found = findNode();
  if (found.path === null) throw new Error(found.sentence);
  return found.path;
}
