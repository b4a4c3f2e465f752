const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `close` when a signal asks the process to end, so that no browser and no profile folder stay behind; then the
 * signal does what it would have done without us. Whoever else listens for it keeps the last word. `release` stops
 * that. Whoever was using what is closed awaits `answered`, so as not to take a signal for a failure.
 */
export function closeOnSignal(close: () => Promise<void>): { release(): void; answered(): Promise<void> } {
  let answering: Promise<void> = Promise.resolve();
  const listener = (signal: NodeJS.Signals) => {
    const alone = process.listenerCount(signal) === 1;
    remove();
    answering = close().then(() => (alone ? endBy(signal) : undefined));
  };
  const remove = () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return { release: remove, answered: () => answering };
}

/** Never resolves: with no listener left the signal ends the process. */
function endBy(signal: NodeJS.Signals): Promise<void> {
  process.kill(process.pid, signal);
  return new Promise(() => undefined);
}
