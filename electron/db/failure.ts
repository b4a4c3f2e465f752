/** What can be wrong with a database file, as a code with the facts a sentence needs. */
export type StorageFailure =
  | { code: 'database-missing'; file: string }
  | { code: 'database-empty'; file: string }
  | { code: 'database-foreign'; file: string }
  | { code: 'database-newer'; file: string; version: number; supported: number }
  | { code: 'database-locked'; file: string }
  | { code: 'database-read-only'; file: string }
  | { code: 'database-corrupt'; file: string; detail: string }
  | { code: 'database-unreadable'; file: string; detail: string }
  | { code: 'database-moved'; file: string }
  | { code: 'database-unsafe'; file: string; setting: string; wanted: string; actual: string }
  | { code: 'disk-full'; file: string }
  | { code: 'backup-failed'; file: string; detail: string }
  | { code: 'backup-exists'; file: string }
  | { code: 'restore-unusable'; file: string; detail: string };

/** Thrown when the storage cannot do what was asked; carries the code that a person is told about. */
export class StorageError extends Error {
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, cause?: unknown) {
    super(failure.code, { cause });
    this.name = 'StorageError';
    this.failure = failure;
  }
}

/** The SQLite or system error code of a thrown value, such as `SQLITE_BUSY` or `ENOENT`; '' if it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What a thrown SQLite or file-system error means for the person whose file it is; `null` if it is none of those. */
export function failureOf(error: unknown, file: string): StorageFailure | null {
  if (error instanceof StorageError) return error.failure;
  const code = errorCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { code: 'database-locked', file };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EPERM')
    return { code: 'database-read-only', file };
  if (code.startsWith('SQLITE_CORRUPT')) return { code: 'database-corrupt', file, detail };
  if (code === 'SQLITE_NOTADB') return { code: 'database-foreign', file };
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { code: 'disk-full', file };
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR') || /^E[A-Z]+$/.test(code)) {
    return { code: 'database-unreadable', file, detail };
  }
  return null;
}
