/** Text as base64 of its UTF-8 bytes: the form in which files travel to a host. */
export function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let characters = '';
  // In pieces, because a call takes only so many arguments.
  const piece = 32_768;
  for (let at = 0; at < bytes.length; at += piece) {
    characters += String.fromCharCode(...bytes.subarray(at, at + piece));
  }
  return btoa(characters);
}
