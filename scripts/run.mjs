// Every npm script goes through here: `node scripts/run.mjs <tool> …`, where the tool is a package's command or a
// script of ours. It runs under the project's own Node whatever Node npm itself was started with.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { PROJECT_ROOT, findNode } from './find-node.mjs';
import { runInForeground } from './hand-over.mjs';

/** Commands whose package has another name. */
const PACKAGE_OF = { tsc: 'typescript', playwright: '@playwright/test' };

const [tool = '', ...args] = process.argv.slice(2);
const node = findNode();
const file = fileOf(tool);

if (node.path === null) fail(node.sentence);
else if (file === null)
  fail(
    `"${tool}" is not here: ${tool.endsWith('.mjs') ? 'this project has no such script' : 'run "npm ci" first'}.`,
  );
else {
  const PATH = dirname(node.path) + delimiter + (process.env.PATH ?? '');
  process.exitCode = await runInForeground(node.path, [file, ...args], { env: { ...process.env, PATH } });
}

/** The file behind a tool's name, read from its package: node_modules/.bin is not always there. */
function fileOf(/** @type {string} */ name) {
  if (name.endsWith('.mjs')) return existsIn(join(PROJECT_ROOT, name));
  const folder = join(PROJECT_ROOT, 'node_modules', PACKAGE_OF[name] ?? name);
  if (!existsSync(join(folder, 'package.json'))) return null;
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof bin === 'string' ? bin : bin?.[name];
  return path ? existsIn(join(folder, path)) : null;
}

function existsIn(/** @type {string} */ path) {
  return existsSync(path) ? path : null;
}

function fail(/** @type {string} */ sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
