import { runCommandLine } from '#electron/command-line/run.ts';

export interface LineResult {
  code: number;
  stdout: string;
  stderr: string;
  /** stdout read as one JSON value. */
  json(): unknown;
}

/** Runs one command line in this process, with everything but the streams real. */
export async function runLine(...args: string[]): Promise<LineResult> {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(args, '0.0.0-test', {
    out: (content) => (stdout += typeof content === 'string' ? content : new TextDecoder().decode(content)),
    err: (text) => (stderr += text),
  });
  return { code, stdout, stderr, json: () => JSON.parse(stdout) as unknown };
}
