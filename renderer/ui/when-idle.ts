/** A page that is never idle still gets to it after this long. */
const LATEST_MS = 1_000;

/** Runs something when the page has nothing else to do, `after` milliseconds from now at the earliest. Returns a way to call it off. */
export function whenIdle(run: () => void, after = 0): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    idle = requestIdleCallback(run, { timeout: LATEST_MS });
  }, after);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
  };
}
