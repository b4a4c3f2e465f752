/**
 * How the page's code is divided, so that what the first view runs is compiled before it is needed.
 *
 * V8 compiles a function when it is first called, on the thread that draws. The first line of a chunk can say that
 * all its functions are called on load; then they are compiled while the file is read, on another thread. That costs
 * memory for what is never called, so only the chunks of the timeline say it, and the widgets, most of which wait for a
 * menu or dialog to be opened, are kept out of them. See https://v8.dev/blog/explicit-compile-hints (Chrome 136 and later;
 * elsewhere it is a comment like any other).
 */
const HINT = '//# allFunctionsCalledOnLoad';

/** From `node_modules`, by the name of the package. @param {string[]} names */
const packages = (...names) => new RegExp(String.raw`[\\/]node_modules[\\/](?:${names.join('|')})[\\/]`);

/** The groups in the order in which they take modules: each takes along what its modules import, as far as it is still free. */
const GROUPS = [
  { name: 'svelte', test: packages('svelte'), isFirst: true },
  {
    name: 'libraries',
    test: packages(
      'bits-ui',
      '@floating-ui',
      'svelte-toolbelt',
      'runed',
      'tabbable',
      '@internationalized',
      'zod',
    ),
    isFirst: false,
  },
  { name: 'first-view', test: /[\\/]renderer[\\/](?:chart|state|features[\\/]timeline)[\\/]/, isFirst: true },
];

const FIRST = new Set(GROUPS.filter(({ isFirst }) => isFirst).map(({ name }) => name));

/** @satisfies {import('vite').Rolldown.OutputOptions} */
export const chunks = {
  codeSplitting: {
    groups: GROUPS.map(({ name, test }, place) => ({
      name,
      test,
      priority: GROUPS.length - place,
      entriesAware: true,
    })),
  },
};

/**
 * Writes the hint above everything else. A banner would not do: above that Vite puts the list of what a chunk loads later,
 * and a comment that is not at the top asks for nothing.
 * @returns {import('vite').Plugin}
 */
export function compileHints() {
  return {
    name: 'compile-hints',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && FIRST.has(chunk.name.split('~')[0] ?? ''))
            chunk.code = `${HINT}\n${chunk.code}`;
      },
    },
  };
}
