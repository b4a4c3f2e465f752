import type { Raised } from './types.ts';

/** Stored keys may have 5,000 characters; a longer list of items is cut and closed with a checksum of the rest. */
const LONGEST = 4_000;

/**
 * The key of a finding: code, items and facts as JSON with sorted names, so that it depends on nothing else.
 * Ids stand in it as whole strings, which is how they are found again when a plan gets new ids.
 */
export function keyOf({ code, itemIds, facts }: Pick<Raised, 'code' | 'itemIds' | 'facts'>): string {
  const full = canonical([code, itemIds, facts]);
  if (full.length <= LONGEST) return full;
  const kept: string[] = [];
  let room = LONGEST - canonical([code, [], facts]).length;
  for (const id of itemIds) {
    room -= JSON.stringify(id).length + 1;
    if (room < 0) break;
    kept.push(id);
  }
  return canonical([code, kept, facts, checksum(full)]);
}

/** The facts of findings that are ids. */
const FACTS_WITH_IDS: ReadonlySet<string> = new Set(['linkId', 'requirementId']);

/**
 * The key of the same finding after ids were replaced. A key that was cut no longer holds all its ids and would
 * need the finding itself; like a key in another form, it stays as it is.
 */
export function renewKey(key: string, renewed: ReadonlyMap<string, string>): string {
  const parts = partsOf(key);
  if (parts === null || isCut(key)) return key;
  const [code, itemIds, facts] = parts;
  return canonical([code, itemIds.map((id) => renewed.get(id) ?? id), renewFacts(facts, renewed)]);
}

/** True for a key whose list of items was too long to stand in it whole. */
export function isCut(key: string): boolean {
  return partsOf(key)?.[3] !== undefined;
}

/** The facts of a finding after ids were replaced. A title that happens to read like an id stays. */
export function renewFacts<Facts extends object>(facts: Facts, renewed: ReadonlyMap<string, string>): Facts {
  const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    FACTS_WITH_IDS.has(name) && typeof value === 'string' ? (renewed.get(value) ?? value) : value,
  ]);
  return Object.fromEntries(entries) as Facts;
}

type KeyParts = [code: string, itemIds: string[], facts: { [name: string]: Json }, rest?: string];

function partsOf(key: string): KeyParts | null {
  try {
    const parts = JSON.parse(key) as Partial<KeyParts> | null;
    if (!Array.isArray(parts)) return null;
    const [code, itemIds, facts] = parts;
    const isKey = typeof code === 'string' && Array.isArray(itemIds) && typeof facts === 'object';
    return isKey ? (parts as KeyParts) : null;
  } catch {
    return null;
  }
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** FNV-1a over UTF-16 units, twice with different starts: 64 bits are plenty for the findings of one plan. */
function checksum(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let sum = start;
      for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
      return (sum >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
