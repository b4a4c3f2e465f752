import { phaseOf } from '../layout/phase.ts';
import { PHASES, type Course, type Item, type Phase, type Program, type Term } from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';

/** Rows that belong together: a term with its courses, or the other things of a program or phase. */
export interface TableSection {
  id: string;
  /** The term of the section; `null` for unplaced courses and for what is in no term. */
  term: Term | null;
  sort: 'term' | 'unplaced' | 'items';
  items: Item[];
  /** The sum of the known credits. */
  credits: number;
}

/** A program, or what belongs to a phase and no program. */
export interface TableGroup {
  id: string;
  phase: Phase;
  program: Program | null;
  sections: TableSection[];
}

/** All items of a plan in the order of a reader: by program, by term, then by phase and date. */
export function tableGroups(items: Iterable<Item>, datesOf: (id: string) => ItemDates | null): TableGroup[] {
  const all = [...items];
  const programs = all.filter((item) => item.kind === 'program');
  const known = new Set(programs.map(({ id }) => id));
  const children = Map.groupBy(all, ({ programId }) =>
    programId !== null && known.has(programId) ? programId : null,
  );

  const groups = programs.map((program): TableGroup => ({
    id: program.id,
    phase: phaseOf(program, program),
    program,
    sections: sectionsOf(program.id, children.get(program.id) ?? [], datesOf),
  }));
  const loose = Map.groupBy(
    (children.get(null) ?? []).filter(({ kind }) => kind !== 'program'),
    (item) => phaseOf(item, undefined),
  );
  for (const phase of PHASES) {
    const items = loose.get(phase);
    if (items) groups.push({ id: phase, phase, program: null, sections: sectionsOf(phase, items, datesOf) });
  }
  return groups;
}

function sectionsOf(
  id: string,
  items: readonly Item[],
  datesOf: (id: string) => ItemDates | null,
): TableSection[] {
  const terms = items
    .filter((item) => item.kind === 'term')
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const inTerm = new Set(terms.map(({ id }) => id));
  const courses = items.filter((item) => item.kind === 'course');
  const byTerm = Map.groupBy(courses, ({ termId }) =>
    termId !== null && inTerm.has(termId) ? termId : null,
  );
  const others = items
    .filter(({ kind }) => kind !== 'term' && kind !== 'course')
    .toSorted((a, b) => (datesOf(a.id)?.start ?? Infinity) - (datesOf(b.id)?.start ?? Infinity));

  const sections = terms.map((term) => section(term.id, term, 'term', byTerm.get(term.id) ?? []));
  const unplaced = byTerm.get(null);
  if (unplaced) sections.push(section(`${id}-unplaced`, null, 'unplaced', unplaced));
  if (others.length > 0) sections.push(section(`${id}-items`, null, 'items', others));
  return sections;
}

function section(id: string, term: Term | null, sort: TableSection['sort'], items: Item[]): TableSection {
  const courses = items.filter(
    (item): item is Course => item.kind === 'course' && item.status !== 'withdrawn',
  );
  const credits = courses.reduce((sum, course) => sum + (course.credits ?? 0), 0);
  return { id, term, sort, items, credits: Math.round(credits * 1e6) / 1e6 };
}
