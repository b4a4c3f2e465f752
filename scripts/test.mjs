// `npm test`: every check in order, stopping at the first that fails, and one plain line of counts at the end.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './find-node.mjs';
import { runInForeground } from './hand-over.mjs';

const REPORTS = join(PROJECT_ROOT, 'test-results/reports');
const unitReport = join(REPORTS, 'unit.json');
const e2eReport = join(REPORTS, 'e2e.json');

/** What a step is called in package.json, what to add to it, and where it leaves its counts. */
const STEPS = [
  { script: 'check' },
  { script: 'lint' },
  { script: 'build' },
  {
    script: 'test:unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => countVitest(unitReport),
  },
  {
    script: 'test:e2e',
    args: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
    count: () => countPlaywright(e2eReport),
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

for (const { script, args = [], env = {}, count } of STEPS) {
  console.log(`\n── ${script}`);
  const code = await npmRun(script, args, env);
  const counts = count?.() ?? { passed: 0, failed: 0, skipped: 0 };
  // A step can fail without a failed test: a type error, a crash, no report at all.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (code !== 0) {
    console.error(`\nStopped: ${script} failed.`);
    process.exitCode = 1;
    break;
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

/** @param {string} script @param {string[]} args @param {Record<string, string>} env */
function npmRun(script, args, env) {
  // Started by npm we start the very same one, whatever is called npm in PATH.
  const npm = process.env.npm_execpath;
  const words = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
  const options = { cwd: PROJECT_ROOT, env: { ...process.env, ...env } };
  return npm
    ? runInForeground(process.execPath, [npm, ...words], options)
    : runInForeground('npm', words, options);
}

/** @param {string} file */
function countVitest(file) {
  const report = read(file);
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** @param {string} file */
function countPlaywright(file) {
  const stats = read(file)?.stats;
  // A flaky test failed once, but what it checks was seen to work: the runner calls that a pass.
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  };
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
