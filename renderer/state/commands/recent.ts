const KEY = 'throughline-recent-commands';
const KEPT = 6;

/** The commands that were chosen last, the newest first; empty where nothing can be read. */
export function recentCommands(storage: Pick<Storage, 'getItem'>): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberCommand(storage: Pick<Storage, 'getItem' | 'setItem'>, id: string): void {
  const ids = [id, ...recentCommands(storage).filter((other) => other !== id)].slice(0, KEPT);
  storage.setItem(KEY, JSON.stringify(ids));
}
