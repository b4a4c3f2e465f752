import { expect, type App } from '../fixtures.ts';

/** The command line of an application, for what must go well: answers what it printed. */
export function byCli(app: App): (...args: string[]) => Promise<string> {
  return async (...args) => {
    const { code, stdout, stderr } = await app.cli(args);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return stdout;
  };
}
