import { runCommandLine } from './command-line/run.ts';
import { VERSION } from './version.ts';

// Whoever reads our output may stop early, as `head` does; that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), VERSION, {
  out: (content) => process.stdout.write(content),
  err: (text) => process.stderr.write(text),
});
