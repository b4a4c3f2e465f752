import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { FileFilter } from 'electron';
import { decodeText } from '#electron/formats/decode-text.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { ActionReply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';
import { FILE_LIMIT } from '#shared/contract/interop.ts';
import type { Dialogs } from './dialogs.ts';
import { cleanFileName } from './file-name.ts';
import { replaceFile } from './replace-file.ts';

type Chosen = { name: string; text: string } | null;

/** The action `file.choose`: the person picks a file, we read that one and no other. */
export function createChooseFile(dialogs: Pick<Dialogs, 'open'>) {
  return async ({ accept }: ParsedOf<'file.choose'>): Promise<ActionReply<Chosen>> => {
    const file = await dialogs.open({ properties: ['openFile'], filters: filtersFor(accept) });
    if (file === null) return { ok: true, value: null };
    try {
      return readChosen(file);
    } catch (error) {
      return failed({ code: 'file-unreadable', file, detail: reasonOf(error) });
    }
  };
}

/** The action `file.save`: the person says where, and the file is there whole or not at all. */
export function createSaveFile(dialogs: Pick<Dialogs, 'save'>, folder: () => string, write = replaceFile) {
  return async ({ name, base64 }: ParsedOf<'file.save'>): Promise<ActionReply<{ saved: boolean }>> => {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > FILE_LIMIT)
      return failed({ code: 'file-too-large', bytes: bytes.length, limit: FILE_LIMIT });
    // Node skips what is not base64; writing such a file would lose data without a word.
    if (bytes.toString('base64') !== base64) {
      return failed({ code: 'bad-request', problems: [{ path: 'base64', problem: 'is not base64' }] });
    }
    const suggested = cleanFileName(name);
    const file = await dialogs.save({
      defaultPath: join(folder(), suggested),
      filters: filtersFor([extname(suggested)]),
    });
    if (file === null) return { ok: true, value: { saved: false } };
    try {
      write(file, bytes);
      return { ok: true, value: { saved: true } };
    } catch (error) {
      const reason = reasonOf(error);
      return failed(
        reason === 'ENOSPC' ? { code: 'disk-full', file } : { code: 'file-unwritable', file, detail: reason },
      );
    }
  };
}

/** Size and kind are asked of the open file, so that it cannot be another one by the time it is read. */
function readChosen(file: string): ActionReply<Chosen> {
  // Without waiting: a pipe that nobody writes to would hold the whole application. (Windows has no such flag, and
  // `|` takes the missing one for 0.)
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(descriptor);
    const { size } = status;
    if (!status.isFile()) return failed({ code: 'file-unreadable', file, detail: 'it is not a file' });
    if (size > FILE_LIMIT) return failed({ code: 'file-too-large', bytes: size, limit: FILE_LIMIT });
    return { ok: true, value: { name: basename(file), text: decodeText(readFileSync(descriptor)).text } };
  } finally {
    closeSync(descriptor);
  }
}

/** The page names extensions as a web page does (".json", ".throughline.json"); the system wants the last part. */
function filtersFor(accept: readonly string[]): FileFilter[] {
  const extensions = accept
    .map((name) => extname(`x${name}`).slice(1))
    .filter((name) => /^[a-z0-9]+$/i.test(name));
  const all = { name: 'All files', extensions: ['*'] };
  return extensions.length > 0
    ? [{ name: 'Matching files', extensions: [...new Set(extensions)] }, all]
    : [all];
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

const failed = (error: Failure) => ({ ok: false, error }) as const;
