import { printGoals } from './goals.ts';
import { benchFill } from './fill.ts';
import { benchSchedule } from './schedule.ts';
import { CannotRun, findBrowser, printMachine, type BenchBrowser } from './machine.ts';
import { HELP, readOptions, type BenchOptions, type Part } from './options.ts';
import { benchStore } from './store.ts';
import { benchTimeline } from './timeline.ts';
import { benchPdf } from './pdf.ts';

const RUN: Record<Part, (options: BenchOptions, browser: BenchBrowser) => Promise<void>> = {
  schedule: benchSchedule,
  fill: benchFill,
  store: benchStore,
  timeline: benchTimeline,
  pdf: benchPdf,
};

const options = readOptions(process.argv.slice(2));
if (options === null) console.log(HELP);
else {
  const browser = await findBrowser();
  printMachine(browser);
  const begun = performance.now();
  for (const part of options.parts) {
    try {
      await RUN[part](options, browser);
    } catch (error) {
      console.log(`\n### ${part}\n\nNot measured: ${error instanceof Error ? error.message : String(error)}`);
      if (!(error instanceof CannotRun)) process.exitCode = 1;
    }
  }
  printGoals();
  console.log(`\nDone in ${Math.round((performance.now() - begun) / 1000)} s.`);
}
