/*
 * The lines of an iCalendar file (RFC 5545, section 3.1): one property each, ended by CRLF, folded so that none has
 * more than 75 octets.
 */

const MOST_OCTETS = 75;

/** A property with a value of type TEXT; whatever is in it can neither end the line nor begin another property. */
export function textLine(name: string, text: string): string {
  return `${name}:${escapeText(text)}`;
}

/** The file of these lines, folded and ended. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Text with `\`, `;`, `,` and line ends escaped; other control characters, which the format forbids, replaced. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/(?!\t)\p{Cc}/gu, '\uFFFD');
}

/** The line broken between characters, each further part after a space, no part longer than 75 octets in UTF-8. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return folded;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
