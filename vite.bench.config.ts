import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { chunks, compileHints } from './scripts/chunks.mjs';

const at = (path: string) => join(import.meta.dirname, path);

/** Builds the bench pages, which are not part of the application, to out/bench. */
export default defineConfig({
  root: at('renderer/bench'),
  base: './',
  plugins: [svelte({ configFile: at('svelte.config.js') }), compileHints()],
  build: {
    outDir: at('out/bench'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { timeline: at('renderer/bench/timeline.html') }, output: chunks },
  },
});
