import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chunks, compileHints } from './scripts/chunks.mjs';

const at = (path: string) => join(import.meta.dirname, path);
/** How long plugins took is no news to whoever starts the application for the first time. */
const checks = { bundlerTimings: false };

export default defineConfig({
  main: {
    build: {
      sourcemap: false,
      rolldownOptions: {
        checks,
        // Everything that is started as a file of its own: the two programs, and the worker.
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          'fill-worker': at('electron/solve/fill-worker.ts'),
        },
        // Only a clone has tar-fs, and only the Chromium finder asks for it, at the moment it unpacks one.
        external: ['tar-fs'],
      },
    },
  },
  preload: {
    build: {
      sourcemap: false,
      // A sandboxed preload can load neither ES modules nor packages: it has to be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        checks,
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [svelte({ configFile: at('svelte.config.js') }), compileHints()],
    // In development the page also reads ../shared and node_modules, which lie outside the renderer's root.
    server: { fs: { allow: [at('.')] } },
    build: {
      sourcemap: false,
      minify: true,
      // The page is read from this computer: the size of a chunk is no wait for a network.
      chunkSizeWarningLimit: 2_000,
      // The page's CSP allows scripts, styles and fonts from its own files only: nothing inline, nothing as data:.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks,
        input: {
          index: at('renderer/index.html'),
          print: at('renderer/print.html'),
        },
        output: chunks,
      },
    },
  },
});
