import { courseName } from '#shared/domain/plan/course-code.ts';
import type { Course, Item, ItemKind } from '#shared/domain/plan/items.ts';
import { KIND_LABELS } from '#shared/words/labels.ts';

type Items = ReadonlyMap<string, Item>;

interface ItemOption {
  value: string;
  label: string;
  hint?: string;
}

/** The programs of a plan as choices. */
export function programOptions(items: Items): ItemOption[] {
  return [...items.values()]
    .filter(({ kind }) => kind === 'program')
    .map(({ id, title }) => ({ value: id, label: title }));
}

/** The items of some kinds as choices, each with its kind, leaving out the ids in `without`. */
export function itemOptions(
  items: Items,
  kinds: readonly ItemKind[],
  without: ReadonlySet<string>,
): ItemOption[] {
  return [...items.values()]
    .filter(({ id, kind }) => kinds.includes(kind) && !without.has(id))
    .map((item) => ({ value: item.id, label: nameOf(item), hint: KIND_LABELS[item.kind] }));
}

/** The courses of a plan as choices, those of the same program first. */
export function courseOptions(
  items: Items,
  programId: string | null,
  without: ReadonlySet<string>,
): ItemOption[] {
  const courses = [...items.values()].filter(
    (item): item is Course => item.kind === 'course' && !without.has(item.id),
  );
  const [near, far] = [
    courses.filter((course) => course.programId === programId),
    courses.filter((course) => course.programId !== programId),
  ];
  return [...near, ...far].map((course) => ({ value: course.id, label: courseName(course) }));
}

/** What an item is called in a list: a course by its code and title. */
export function nameOf(item: Item): string {
  return item.kind === 'course' ? courseName(item) : item.title;
}
