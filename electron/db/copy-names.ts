/** Why there is a copy: what was about to happen, or who asked for it. */
export const COPY_REASONS = [
  'daily',
  'by-hand',
  'before-import',
  'before-migration',
  'replaced',
  'before-recovery',
  'not-of-this-file',
] as const;
export type CopyReason = (typeof COPY_REASONS)[number];

const ENDING = '.throughline-backup';

/** What the name of a copy says. The number orders copies, whatever the clock said when they were made. */
export interface CopyName {
  number: number;
  /** ISO instant, to the minute; `null` for a name without one. */
  at: string | null;
  why: string;
  /** A folder holds files as they were, not a checked copy. */
  folder: boolean;
}

/** The name of the copy with this number, made at an ISO instant. */
export function copyName({ number, at, why, folder }: CopyName): string {
  const stamp = at === null ? [] : [at.slice(0, 10), at.slice(11, 16).replace(':', '')];
  return [String(number).padStart(6, '0'), ...stamp, why].join(' ') + (folder ? '' : ENDING);
}

/** Reads the name of a file or folder in a backup folder; `null` for what is none of ours. */
export function readCopyName(name: string): CopyName | null {
  const folder = !name.endsWith(ENDING);
  const match = /^(\d+) (?:(\d{4}-\d{2}-\d{2}) (\d{2})(\d{2}) )?([a-z-]+)$/.exec(
    folder ? name : name.slice(0, -ENDING.length),
  );
  if (!match) return null;
  const [, number = '', day, hours, minutes, why = ''] = match;
  const at = day === undefined ? null : `${day}T${hours ?? '00'}:${minutes ?? '00'}:00.000Z`;
  return { number: Number(number), at, why, folder };
}
