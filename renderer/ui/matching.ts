/**
 * The options whose label or hint holds every word of `query`, those that begin with it first, and how many were
 * left out after the first `limit`. Accents and case do not matter: "pena" finds "Peña".
 */
export function matching<O extends { label: string; hint?: string | undefined }>(
  options: readonly O[],
  query: string,
  limit: number,
): { shown: O[]; more: number } {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = options.filter((option) => {
    const text = plain(`${option.label} ${option.hint ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  const first = words[0];
  if (first !== undefined) {
    const rank = (option: O) => (plain(option.label).startsWith(first) ? 0 : 1);
    found.sort((a, b) => rank(a) - rank(b));
  }
  return { shown: found.slice(0, limit), more: Math.max(0, found.length - limit) };
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
