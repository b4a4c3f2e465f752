/** A page that is never idle still gets to it after this long. */
const LATEST_MS = 1_000;

/**
 * What nobody waits for comes when a plan has been as it is for this long, in milliseconds: until then its first frames,
 * and edits that follow each other, have the page to themselves.
 */
export const AT_REST_MS = 700;

/**
 * Runs something when the page has nothing else to do, `after` milliseconds from now at the earliest. Safari does not say
 * when that is; there it runs then. Returns a way to call it off.
 */
export function whenIdle(run: () => void, after = 0): () => void {
  let callOff: (() => void) | undefined;
  const timer = setTimeout(() => {
    if (!('requestIdleCallback' in window)) return run();
    const idle = requestIdleCallback(run, { timeout: LATEST_MS });
    callOff = () => cancelIdleCallback(idle);
  }, after);
  return () => {
    clearTimeout(timer);
    callOff?.();
  };
}
