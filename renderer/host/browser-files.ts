import type { ActionReply } from '#shared/contract/define.ts';
import { FILE_LIMIT } from '#shared/contract/interop.ts';

interface ChosenFile {
  name: string;
  text: string;
}

/** Lets a person choose one file and reads it; the value is `null` when they change their mind. */
export function chooseTextFile(accept: string[]): Promise<ActionReply<ChosenFile | null>> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept.join(',');
    input.addEventListener('cancel', () => resolve({ ok: true, value: null }));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void readTextFile(file).then(resolve);
      else resolve({ ok: true, value: null });
    });
    input.click();
  });
}

/** Reads a file that was chosen, or dropped onto the window. */
export async function readTextFile(file: File): Promise<ActionReply<ChosenFile>> {
  // Refused before it is read into memory.
  if (file.size > FILE_LIMIT) {
    return { ok: false, error: { code: 'file-too-large', bytes: file.size, limit: FILE_LIMIT } };
  }
  try {
    return { ok: true, value: { name: file.name, text: decode(await file.arrayBuffer()) } };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'it could not be read';
    return { ok: false, error: { code: 'file-unreadable', file: file.name, detail } };
  }
}

/** Spreadsheets write UTF-16 with a mark, or Latin-1: anything else that is not valid UTF-8 is read as that. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile({ name, base64 }: { name: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes]));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
