import type { Course, Item, Program, StepSort, Term } from '../plan/items.ts';

/** Waits of the board cost nothing by themselves; what is paid for them is the application. */
const FREE_STEPS: ReadonlySet<StepSort> = new Set(['approval', 'issuing']);

/**
 * The items that usually cost something and of which nobody said how much; 0 is an answer. Of a program the tuition is
 * asked where somebody began to enter it: for the whole program, for its terms, or for its courses. Experiences and
 * milestones are not asked.
 */
export function unknownCosts(items: readonly Item[]): ReadonlySet<Item> {
  const children = Map.groupBy(items, ({ programId }) => programId);
  return new Set(
    items.flatMap((item): Item[] => {
      if (item.kind === 'program') return unknownTuition(item, children.get(item.id) ?? []);
      if (item.costCents !== null) return [];
      if (item.kind === 'credential') return [item];
      return item.kind === 'step' && !FREE_STEPS.has(item.sort) ? [item] : [];
    }),
  );
}

function unknownTuition(program: Program, children: readonly Item[]): Item[] {
  if (program.costCents !== null) return [];
  const courses = children.filter((item): item is Course => item.kind === 'course' && isPaid(item));
  const terms = children.filter((item): item is Term => item.kind === 'term');
  const known = (item: Item) => item.costCents !== null;
  if (terms.some(known)) {
    const used = new Set(courses.map(({ termId }) => termId));
    const paid = new Set(courses.filter(known).map(({ termId }) => termId));
    return terms.filter((term) => !known(term) && used.has(term.id) && !paid.has(term.id));
  }
  return courses.some(known) ? courses.filter((course) => !known(course)) : [program];
}

/** A course that was transferred or waived is paid to nobody here. */
function isPaid({ status }: Course): boolean {
  return status !== 'transferred' && status !== 'exempt';
}
