import type { Fact } from '#shared/domain/plan/document.ts';
import { formatDay } from '#shared/words/dates.ts';
import type { Report } from './report.ts';

/** What is known about one item or, with a `null` title, about the plan as a whole. */
export interface FactGroup {
  readonly id: string;
  readonly title: string | null;
  readonly facts: FactLine[];
}

export interface FactLine {
  readonly id: string;
  readonly field: string;
  /** `null` where the value is not known. */
  readonly value: string | null;
  readonly note: string | null;
  readonly basis: string;
  /** When it was looked up. */
  readonly checked: string | null;
  /** Number of the source in the list, from 1; `null` without one. */
  readonly source: number | null;
}

export interface SourceLine {
  readonly number: number;
  readonly title: string;
  readonly url: string | null;
  readonly asOf: string | null;
}

const BASES: Record<Fact['basis'], string> = {
  source: 'Read in the source',
  seed: 'Stated by the article',
  own: 'Own assumption',
};

/** The facts of a plan by item, in the order of the plan, and the sources they name, each once. */
export function factLines(report: Report): { groups: FactGroup[]; sources: SourceLine[] } {
  const sources = new Map<string, SourceLine>();
  const numberOf = (fact: Fact): number | null => {
    const { sourceTitle, sourceUrl } = fact;
    if (sourceTitle === null && sourceUrl === null) return null;
    const asOf = fact.asOf === null ? fact.asOfText : formatDay(fact.asOf);
    const key = JSON.stringify([sourceTitle, sourceUrl, asOf]);
    const known = sources.get(key);
    if (known !== undefined) return known.number;
    const number = sources.size + 1;
    sources.set(key, {
      number,
      title: sourceTitle ?? sourceUrl ?? '',
      url: sourceTitle === null ? null : sourceUrl,
      asOf,
    });
    return number;
  };

  const byItem = Map.groupBy(report.plan.facts, ({ itemId }) => itemId);
  const order = [null, ...report.plan.items.map(({ id }) => id)];
  const groups = order.flatMap((id): FactGroup[] => {
    const facts = byItem.get(id);
    if (facts === undefined) return [];
    const title = id === null ? null : (report.items.get(id)?.title ?? null);
    return [{ id: id ?? 'plan', title, facts: facts.map((fact) => lineOf(fact, numberOf(fact))) }];
  });
  return { groups, sources: [...sources.values()] };
}

function lineOf(fact: Fact, source: number | null): FactLine {
  return {
    id: fact.id,
    field: fact.field,
    value: fact.value === null ? null : [fact.value, fact.unit].filter((part) => part !== null).join(' '),
    note: fact.note,
    basis: BASES[fact.basis],
    checked: fact.checkedOn === null ? null : formatDay(fact.checkedOn),
    source,
  };
}
