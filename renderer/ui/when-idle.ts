/** A page that is never idle still gets to it after this long. */
const LATEST_MS = 1_000;

/**
 * What nobody waits for comes when a plan has been as it is for this long, in milliseconds: until then its first frames,
 * and edits that follow each other, have the page to themselves.
 */
export const AT_REST_MS = 700;

interface Waiting {
  readonly run: () => void;
  /** From when on it may run, on the clock of `performance.now()`. */
  readonly due: number;
  /** What calls it off where it waits for the page to be idle. */
  idle?: number;
}

/** What is not due yet. One timer is for all of it: what is put off again and again would set and clear one each time. */
const waiting = new Set<Waiting>();
let alarm = Infinity;

/**
 * Runs something when the page has nothing else to do, `after` milliseconds from now at the earliest. Safari does not say
 * when that is; there it runs then. Returns a way to call it off.
 */
export function whenIdle(run: () => void, after = 0): () => void {
  const entry: Waiting = { run, due: performance.now() + after };
  waiting.add(entry);
  setAlarm(entry.due, after);
  return () => {
    waiting.delete(entry);
    if (entry.idle !== undefined) cancelIdleCallback(entry.idle);
  };
}

/** Has the timer go off `after` milliseconds from now, at `due`, unless it does so before. */
function setAlarm(due: number, after: number): void {
  if (alarm <= due) return;
  alarm = due;
  setTimeout(() => {
    if (alarm === due) alarm = Infinity;
    const now = performance.now();
    const all = [...waiting];
    const next = Math.min(...all.map((entry) => entry.due).filter((other) => other > now));
    if (next < Infinity) setAlarm(next, next - now);
    // Last, and one by one: what runs here may call another one off, or begin to wait again.
    for (const entry of all) if (entry.due <= now && waiting.has(entry)) begin(entry);
  }, after);
}

function begin(entry: Waiting): void {
  waiting.delete(entry);
  if ('requestIdleCallback' in window) entry.idle = requestIdleCallback(entry.run, { timeout: LATEST_MS });
  else entry.run();
}
