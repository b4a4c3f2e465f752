/**
 * What `compute` gives, for readers that are many: as a derived value each of them would be looked at whenever
 * something that `compute` reads might have changed; here only when the result has. It is made while a component is, and
 * follows before the component's own elements do.
 */
export function apart<Value extends object>(compute: () => Value): { readonly now: Value } {
  let now: Value = $state.raw(compute());
  $effect.pre(() => {
    const next = compute();
    const names = Object.keys(next) as (keyof Value)[];
    if (names.some((name) => next[name] !== now[name])) now = next;
  });
  return {
    get now() {
      return now;
    },
  };
}
