import { flushSync, mount } from 'svelte';
import Minimal from './Minimal.svelte';
import { MinimalView } from './minimal-view.svelte.ts';

/** The reference of the timeline: bars and their names in plain Svelte, drawn where one can see them, and no more. */
window.__bench = (() => {
  const view = new MinimalView();
  const now = (change: () => void) => {
    change();
    flushSync();
  };
  return {
    name: 'minimal virtual list',
    itemSelector: '.bar',
    render: (items, _links, context) => {
      view.show(items, context);
      mount(Minimal, { target: document.body, props: { view } });
    },
    panTo: (ms) => now(() => (view.from = ms)),
    scrollTo: (share) => now(() => (view.top = share * Math.max(0, view.height - window.innerHeight))),
    zoomTo: (from, to) => now(() => view.zoom(from, to)),
    update: (id, dates) => now(() => view.move(id, dates)),
  };
})();
