import type { CoreName } from '#shared/contract/contract.ts';
import type { DatabaseNotice } from '#shared/contract/answers.ts';
import type { StoredCopy } from '#shared/contract/copies.ts';

/** Commands that bring in a lot at once. */
const IMPORTS: ReadonlySet<CoreName> = new Set(['plan.import', 'transcript.import']);

export interface AutomaticCopiesParts {
  now: () => string;
  /** The newest copy there is when the database is opened. */
  newest: StoredCopy | null;
  /** Whether there is anything to lose. */
  hasPlans: () => boolean;
  create: (why: 'daily' | 'before-import') => void;
  notices: DatabaseNotice[];
  file: string;
}

/** When a copy is made by itself. */
export interface AutomaticCopies {
  /** Whether there should be a copy before this command, should it change something. */
  isDue(name: CoreName): boolean;
  /** Makes it. */
  make(name: CoreName): void;
  /** A command has changed something. */
  changed(): void;
}

/**
 * A copy before the first change of a day, and before an import where anything has changed since the last copy. One
 * that cannot be made is a notice and is tried again the next day; it never keeps a change from being made.
 */
export function createAutomaticCopies(parts: AutomaticCopiesParts): AutomaticCopies {
  const { now, hasPlans, create, notices, file } = parts;
  let lastDay = parts.newest?.at?.slice(0, 10) ?? null;
  let changed = true;
  const today = () => now().slice(0, 10);

  return {
    isDue: (name) => (today() !== lastDay || (changed && IMPORTS.has(name))) && hasPlans(),
    make(name) {
      lastDay = today();
      try {
        create(IMPORTS.has(name) ? 'before-import' : 'daily');
        changed = false;
      } catch {
        if (!notices.some(({ code }) => code === 'backup-not-made'))
          notices.push({ code: 'backup-not-made', file });
      }
    },
    changed: () => (changed = true),
  };
}
