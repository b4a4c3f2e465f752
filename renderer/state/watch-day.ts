const MINUTE_MS = 60_000;

/**
 * Calls back when the calendar day has changed since the last look: at most a minute after midnight, and as soon
 * as a page that slept is looked at again. A timer set for midnight would be wrong after sleep or a change of zone.
 */
export function watchDay(changed: () => void): () => void {
  let seen = new Date().toDateString();
  const look = () => {
    const now = new Date().toDateString();
    if (now === seen) return;
    seen = now;
    changed();
  };
  const timer = setInterval(look, MINUTE_MS);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
