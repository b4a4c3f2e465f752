import type { WebLink } from './items.ts';

/** Every address of an item or a plan, the item's own page first. */
export function webLinksOf({
  url = null,
  webLinks = [],
}: {
  url?: string | null;
  webLinks?: readonly WebLink[];
}): readonly WebLink[] {
  return url === null ? webLinks : [{ title: null, url }, ...webLinks];
}

/** What of an item is a mark beside its name: whether it has notes, and how many links. */
export interface Extras {
  readonly notes: boolean;
  readonly links: number;
}

/** The extras of an item, or `null` where there are none, as with most. */
export function extrasOf(item: {
  notes: string;
  url: string | null;
  webLinks?: readonly WebLink[];
}): Extras | null {
  const links = (item.url === null ? 0 : 1) + (item.webLinks?.length ?? 0);
  const notes = item.notes.trim() !== '';
  return notes || links > 0 ? { notes, links } : null;
}

/** What a search looks through beside names: notes, and links with their titles. */
export function searchedText(item: {
  notes: string;
  url: string | null;
  webLinks?: readonly WebLink[];
}): string {
  const { notes, url, webLinks } = item;
  if (url === null && webLinks === undefined) return notes;
  return [notes, ...webLinksOf(item).flatMap((link) => [link.title ?? '', link.url])].join(' ');
}
