import type { ActionReply } from '#shared/contract/define.ts';

/** The largest plan file the core reads; a larger one is refused before it is read into memory. */
const LIMIT_BYTES = 32_000_000;

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
    input.addEventListener('change', () => void read(input.files?.[0]).then(resolve));
    input.click();
  });
}

async function read(file: File | undefined): Promise<ActionReply<ChosenFile | null>> {
  if (!file) return { ok: true, value: null };
  if (file.size > LIMIT_BYTES) {
    return { ok: false, error: { code: 'file-too-large', bytes: file.size, limit: LIMIT_BYTES } };
  }
  try {
    return { ok: true, value: { name: file.name, text: decode(await file.arrayBuffer()) } };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'it could not be read';
    return { ok: false, error: { code: 'file-unreadable', file: file.name, detail } };
  }
}

/** Files from spreadsheets are often Latin-1; anything that is not valid UTF-8 is read as that. */
function decode(bytes: ArrayBuffer): string {
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
