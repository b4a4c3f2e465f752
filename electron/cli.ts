import { runCommandLine } from './command-line/run.ts';
import { VERSION } from './version.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), VERSION, {
  out: (content) => process.stdout.write(content),
  err: (text) => process.stderr.write(text),
});
