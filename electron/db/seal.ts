import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './durable-files.ts';

/**
 * SQLite keeps no checksums: a flipped bit, or another program, can change a closed file without any error.
 * At a clean close the file's SHA-256 is written beside it; at the next open it tells whether anything touched
 * the file in between. The seal is removed while the database is open.
 */
export interface Seal {
  sha256: string;
  size: number;
}

export type SealState = 'intact' | 'changed' | 'absent';

export const sealFileOf = (file: string): string => `${file}.seal`;

/** Compares a closed database file with its seal. */
export function checkSeal(file: string): SealState {
  let seal: unknown;
  try {
    seal = JSON.parse(readFileSync(sealFileOf(file), 'utf8'));
  } catch {
    return 'absent';
  }
  if (!isSeal(seal)) return 'absent';
  return statSync(file).size === seal.size && digest(file) === seal.sha256 ? 'intact' : 'changed';
}

/** Writes the seal of a file that has just been closed. */
export function writeSeal(file: string): void {
  const seal: Seal = { sha256: digest(file), size: statSync(file).size };
  const part = `${sealFileOf(file)}.part`;
  writeFileSync(part, `${JSON.stringify(seal)}\n`);
  renameSync(part, sealFileOf(file));
}

/** Removes the seal before the first change, for good: a power cut must not bring it back beside a changed file. */
export function breakSeal(file: string): void {
  rmSync(sealFileOf(file), { force: true });
  syncFolder(dirname(file));
}

function digest(file: string): string {
  const hash = createHash('sha256');
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
    const buffer = Buffer.alloc(1 << 20);
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

const isSeal = (value: unknown): value is Seal =>
  typeof value === 'object' &&
  value !== null &&
  'sha256' in value &&
  'size' in value &&
  typeof value.sha256 === 'string';
