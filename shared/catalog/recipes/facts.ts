import type { RecipeFact } from '#shared/domain/template/recipe.ts';
import { sources } from '../data.ts';
import type { Source, SourceId } from '../types.ts';
import { CATALOG_VERSION } from '../version.ts';

const sourceById = new Map(sources.map((source) => [source.id, source]));

/** A source by its id. Throws for an id that is not in the catalog: that is a mistake of ours. */
export function sourceOf(id: SourceId): Source {
  const source = sourceById.get(id);
  if (!source) throw new Error(`the catalog has no source "${id}"`);
  return source;
}

interface Extra {
  unit?: string;
  note?: string | null;
}

/** A fact as a source gives it. The article the templates began from makes it a `seed` fact. */
export function read(
  about: string | null,
  field: string,
  value: string | number,
  source: SourceId,
  extra: Extra = {},
): RecipeFact {
  return {
    ...cite(source),
    about,
    field,
    value: String(value),
    unit: extra.unit ?? null,
    note: [extra.note, TIER_NOTES[sourceOf(source).tier]].filter(Boolean).join(' ') || null,
  };
}

/** A value we chose ourselves, marked as such. */
export function assumed(
  about: string | null,
  field: string,
  value: string | number,
  extra: Extra = {},
): RecipeFact {
  return {
    about,
    field,
    value: String(value),
    unit: extra.unit ?? null,
    basis: 'own',
    sourceTitle: null,
    sourceUrl: null,
    asOf: null,
    asOfText: null,
    checkedOn: null,
    note: extra.note ?? 'Our own assumption. Replace it with what your board or school tells you.',
  };
}

/** What to say of a source that is not to be relied on alone. */
const TIER_NOTES: Partial<Record<Source['tier'], string>> = {
  secondary: "From someone else's summary.",
  dated: 'From an old text, kept for history.',
};

const NOT_KNOWN = 'Not found in what was read.';

/** A value that was looked for and not found; `source` is the nearest text read, `note` says whom to ask. */
export function notKnown(
  about: string | null,
  field: string,
  source: SourceId,
  note = 'Ask the board.',
): RecipeFact {
  return {
    ...cite(source),
    about,
    field,
    value: null,
    unit: null,
    note: [NOT_KNOWN, note].filter(Boolean).join(' '),
  };
}

function cite(id: SourceId) {
  const source = sourceOf(id);
  return {
    basis: id === 'seed' ? 'seed' : 'source',
    sourceTitle: `${source.title} (${source.publisher})`,
    sourceUrl: source.url,
    asOf: source.asOf,
    asOfText: source.asOfText,
    checkedOn: CATALOG_VERSION,
  } as const;
}
