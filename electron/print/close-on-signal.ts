const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `close` when a signal asks the process to end, so that no browser and no profile folder stay behind; then the
 * signal does what it would have done without us. Whoever else listens for it keeps the last word. `release` stops it.
 */
export function closeOnSignal(close: () => Promise<void>): { release(): void } {
  const listener = (signal: NodeJS.Signals) => {
    const alone = process.listenerCount(signal) === 1;
    release();
    void close().finally(() => {
      if (alone) process.kill(process.pid, signal);
    });
  };
  function release() {
    for (const signal of SIGNALS) process.off(signal, listener);
  }
  for (const signal of SIGNALS) process.on(signal, listener);
  return { release };
}
