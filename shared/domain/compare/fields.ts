import type { Link, PlanDocument, Requirement, RequisiteSet } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import type { PairedLinks } from './pair-links.ts';
import type { ComparedField, FieldDifference, FieldValue, LinkFact } from './types.ts';

/** Two plans in which the same item has the same id. */
export interface Pair {
  first: PlanDocument;
  other: PlanDocument;
  links: PairedLinks;
}

const ENTRIES = new Set(['log', 'attempts', 'ce', 'ceTopics']);
const POINTERS = { programId: 'program', termId: 'term', repeatsId: 'repeatOf' } as const;
const LEFT = new Set([
  'id',
  'kind',
  'position',
  'importedId',
  'requirementId',
  'webLinks',
  ...Object.keys(POINTERS),
]);

/** What differs between an item of the first plan and the same one in the other, field by field. */
export function readerOfFields(pair: Pair): (first: Item, other: Item) => FieldDifference[] {
  const sides = { first: new Side(pair.first), other: new Side(pair.other) };
  return (first, other) => {
    const differences: FieldDifference[] = [];
    const compare = (field: ComparedField, old: FieldValue, next: FieldValue): void => {
      if (old !== next && JSON.stringify(old) !== JSON.stringify(next))
        differences.push({ field, old, new: next });
    };
    for (const name of Object.keys(first)) {
      if (LEFT.has(name)) continue;
      compare(name as ComparedField, valueOf(first, name), valueOf(other, name));
    }
    // Left out where there are none, so it may be a field of one of the two only.
    compare('webLinks', webLinksOf(first), webLinksOf(other));
    for (const [name, field] of Object.entries(POINTERS)) {
      const [old, next] = [pointerOf(first, name), pointerOf(other, name)];
      if (old !== next) {
        differences.push({ field, old: sides.first.titleOf(old), new: sides.other.titleOf(next) });
      }
    }
    compare('requirement', sides.first.requirementOf(first), sides.other.requirementOf(other));
    compare('requisites', sides.first.requisitesOf(first), sides.other.requisitesOf(other));
    compare('requirements', sides.first.requirementsOf(first), sides.other.requirementsOf(other));
    if (pair.links.differ(first.id)) differences.push(compareLinks(pair, sides, first.id));
    return differences;
  };
}

/** Entries of logs have ids of their own, which say nothing; what they hold is written in one line each. */
function valueOf(item: Item, name: string): FieldValue {
  const value =
    (item as unknown as Record<string, string | number | boolean | null | unknown[]>)[name] ?? null;
  if (!Array.isArray(value)) return value;
  if (!ENTRIES.has(name)) return value.map(String);
  return (value as Record<string, unknown>[]).map((entry) =>
    Object.entries(entry)
      .filter(([field, part]) => field !== 'id' && part !== null)
      .map(([, part]) => String(part))
      .join(' '),
  );
}

const webLinksOf = ({ webLinks = [] }: Item): string[] =>
  webLinks.map(({ title, url }) => (title === null ? url : `${title} ${url}`));

function pointerOf(item: Item, name: string): string | null {
  return (item as unknown as Record<string, string | null>)[name] ?? null;
}

function compareLinks({ links }: Pair, sides: { first: Side; other: Side }, itemId: string): FieldDifference {
  const facts = (side: 'first' | 'other'): LinkFact[] =>
    links.own(side, itemId).map((link: Link) => ({
      title: sides[side].titleOf(link.fromId) ?? '',
      kind: link.kind,
      lag: link.lag,
      window: link.window,
      need: links.needOf(link),
    }));
  const [old, next] = [facts('first'), facts('other')];
  const without = (list: LinkFact[], others: LinkFact[]): LinkFact[] => {
    const known = new Set(others.map((fact) => JSON.stringify(fact)));
    const left = list.filter((fact) => !known.has(JSON.stringify(fact)));
    // Only the grouping differs: then all of them are needed to see it.
    return left.length === 0 && others.length === list.length ? list : left;
  };
  return { field: 'waitsFor', old: without(old, next), new: without(next, old) };
}

/** What one of the two plans says about its items in other lists. */
class Side {
  readonly #titles: ReadonlyMap<string, string>;
  readonly #requisites: ReadonlyMap<string, RequisiteSet[]>;
  readonly #requirements: ReadonlyMap<string, Requirement[]>;

  constructor(document: PlanDocument) {
    this.#requisites = Map.groupBy(document.requisiteSets, ({ courseId }) => courseId);
    this.#requirements = Map.groupBy(document.requirements, ({ programId }) => programId);
    this.#titles = new Map([
      ...document.requirements.map(({ id, title }) => [id, title] as const),
      ...document.items.map(({ id, title }) => [id, title] as const),
    ]);
  }

  titleOf(id: string | null): string | null {
    return id === null ? null : (this.#titles.get(id) ?? null);
  }

  requirementOf(item: Item): string | null {
    return item.kind === 'course' ? this.titleOf(item.requirementId) : null;
  }

  requisitesOf({ id, kind }: Item): string[] {
    if (kind !== 'course') return [];
    return (this.#requisites.get(id) ?? [])
      .map(({ kind: sort, need, needs }) => {
        const courses = needs.map(
          ({ courseId, minGrade }) =>
            `${this.titleOf(courseId) ?? ''}${minGrade === null ? '' : ` (${minGrade})`}`,
        );
        return `${sort}${need === null ? '' : ` ${need} of`}: ${courses.sort().join(', ')}`;
      })
      .sort();
  }

  requirementsOf({ id, kind }: Item): string[] {
    if (kind !== 'program') return [];
    return (this.#requirements.get(id) ?? []).map(({ title, rule, amount, minGrade, shared, eligible }) =>
      [
        title,
        rule,
        amount,
        minGrade,
        shared ? 'shared' : null,
        ...eligible.map((each) => this.titleOf(each)).sort(),
      ]
        .filter((part) => part !== null)
        .join(' '),
    );
  }
}
