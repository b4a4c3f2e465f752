// `npm run bench`: builds what is measured into out/bench/ and runs it. A part that cannot be built is named with its
// reason, and the others are measured all the same.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { ensureBuilt } from '#scripts/build.mjs';
import { PROJECT_ROOT, findNode } from '#scripts/find-node.mjs';
import { runInForeground } from '#scripts/hand-over.mjs';
import { readOptions } from './options.ts';

const at = (/** @type {string} */ path) => join(PROJECT_ROOT, path);
const OUT = at('out/bench');

const args = process.argv.slice(2);
try {
  const parts = readOptions(args)?.parts ?? [];
  const missing = [];
  if (parts.includes('timeline')) {
    missing.push(...(await tryTo('timeline', buildTimeline)));
    await buildPages();
  }
  if (parts.includes('pdf')) missing.push(...(await tryTo('pdf', () => ensureBuilt({ node: nodeFile() }))));
  await buildProgram();
  process.exitCode = await runInForeground(nodeFile(), [join(OUT, 'node/bench.js'), ...args, ...missing], {
    cwd: PROJECT_ROOT,
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function nodeFile() {
  const node = findNode();
  if (node.path === null) throw new Error(node.sentence);
  return node.path;
}

/** The option that tells the bench why a part is missing, or none. */
async function tryTo(/** @type {string} */ part, /** @type {() => Promise<unknown>} */ work) {
  try {
    await work();
    return [];
  } catch (error) {
    return ['--missing', `${part}=${error.message.split('\n', 1)[0]}`];
  }
}

/** The application's own timeline as a page that can be measured. */
async function buildTimeline() {
  const configFile = at('vite.bench.config.ts');
  if (!existsSync(configFile)) throw new Error('there is no vite.bench.config.ts to build it with.');
  await build({ configFile, logLevel: 'error' });
}

/** The page it is measured against. */
function buildPages() {
  const root = at('tests/bench/pages');
  return build({
    root,
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [svelte({ configFile: at('svelte.config.js') })],
    build: {
      outDir: join(OUT, 'pages'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, 'minimal.html') },
    },
  });
}

/** The core uses import.meta.glob, which only a bundler knows; so the bench is bundled as the application is. */
function buildProgram() {
  rmSync(join(OUT, 'node'), { recursive: true, force: true });
  const external = ['better-sqlite3', 'playwright-core', 'tar-fs', '@sparticuz/chromium'];
  return build({
    root: PROJECT_ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(OUT, 'node'),
      rolldownOptions: {
        input: { bench: at('tests/bench/bench.ts'), 'cold-start': at('tests/bench/cold-start.ts') },
        // Beside each other: they look for what was built from where they are.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
