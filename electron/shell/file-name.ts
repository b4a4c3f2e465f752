/** What a file system may be asked to store; longer names are refused by some. */
const MAX_BYTES = 120;

/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A name to suggest for a file, made of text that anybody may have written: one name without a path in it, that can
 * be stored everywhere and shows what it is. Keeps the extension; at most 120 bytes in UTF-8.
 */
export function cleanFileName(text: string): string {
  const { stem, extension } = split(
    text
      .normalize('NFC')
      // Characters that turn the direction of writing make "fdp.exe" out of "exe.pdf".
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
      .replace(/[/\\:*?"<>|]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.]+|[\s.]+$/g, ''),
  );
  const first = stem.split('.', 1)[0]?.trim() ?? '';
  const safe = DEVICE.test(first) ? `_${stem}` : stem;
  return `${shorten(safe || 'throughline', MAX_BYTES - extension.length)}${extension}`;
}

/** The extension is at most two short words of letters and digits (".throughline.json"); all else is the name. */
function split(name: string): { stem: string; extension: string } {
  const extension = /(\.[A-Za-z0-9]{1,12}){1,2}$/.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length).replace(/[\s.]+$/, ''), extension };
}

/** Cuts between characters, so that no half of one is left. */
function shorten(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += Buffer.byteLength(segment);
    if (used > bytes) break;
    kept += segment;
  }
  return kept.trim() || 'throughline';
}
