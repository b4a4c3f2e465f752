import type { Environment } from 'vitest/runtime';

/** Plain Node, but modules are resolved and compiled as for the page. */
export default {
  name: 'client',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
