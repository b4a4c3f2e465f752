import { aPlan } from '#tests/builders/plan-builder.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { dateTerms } from '#shared/domain/template/date-terms.ts';
import type { AcademicSystem } from '#shared/domain/plan/items.ts';

/** A curriculum in the shape that computer science departments publish: credits, and what each course builds on. */
interface Curriculum {
  system: AcademicSystem;
  /** Credits of each course; its prerequisites, and after a `+` its corequisites, by place from 1. */
  courses: readonly (readonly [credits: number, requisites?: string])[];
}

const free = (count: number, credits: number): [number][] => Array.from({ length: count }, () => [credits]);

/** 37 courses, 120 credits: two long chains, a laboratory with its lecture, and many electives. */
export const SEMESTERS: Curriculum = {
  system: 'semester',
  courses: [
    [4],
    [4, '1'],
    [3, '2'],
    [4, '1'],
    [4, '4'],
    [4, '5'],
    [3, '4'],
    [3, '5 7'],
    [3, '6 8'],
    [3, '6'],
    [3, '5'],
    [3, '9'],
    [3, '9 11'],
    [3, '12'],
    [4],
    [2, '+15'],
    [4, '15'],
    [4, '17'],
    [3],
    [3, '19'],
    [4, '3'],
    ...free(12, 3),
    ...free(1, 4),
    ...free(3, 3),
  ],
};

/** 38 courses, 128 credits, for quarters: shorter courses, one-credit laboratories, a thesis at the end. */
export const QUARTERS: Curriculum = {
  system: 'quarter',
  courses: [
    [4],
    [4, '1'],
    [4, '2'],
    [4],
    [4, '4'],
    [4, '5 1'],
    [4, '5'],
    [4, '6 7'],
    [4, '6'],
    [4, '8 9'],
    [4],
    [1, '+11'],
    [4, '11 1'],
    [1, '+13 12'],
    [3],
    [1, '+15'],
    [1, '16 +15'],
    [2],
    [2, '18 8'],
    [4, '9'],
    [4, '8'],
    [4, '10'],
    [2, '19 10'],
    [3, '2'],
    ...free(12, 4),
    ...free(2, 2),
  ],
};

/** The plan of a curriculum without a single course in a term, and so many terms with a limit. */
export function unplacedPlan(
  { system, courses }: Curriculum,
  terms: number,
  creditLimit: number,
): PlanDocument {
  const plan = aPlan().program('program', { system });
  dateTerms(system, terms, '2027-08-23').forEach(({ studyYear: _, ...term }, index) =>
    plan.term(`t${index + 1}`, { ...term, index: index + 1, creditLimit }),
  );
  courses.forEach(([credits], index) => plan.course(`c${index + 1}`, { credits }));
  courses.forEach(([, requisites = ''], index) => {
    const [before = '', together = ''] = requisites.split('+');
    for (const [kind, list] of [
      ['pre', before],
      ['co', together.split(' ')[0] ?? ''],
    ] as const)
      for (const other of list.split(' ').filter(Boolean))
        plan.requisites(`c${index + 1}`, [`c${other}`], { kind });
    for (const other of together.split(' ').slice(1)) plan.requisites(`c${index + 1}`, [`c${other}`]);
  });
  return plan.build();
}
