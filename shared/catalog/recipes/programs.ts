import type { RecipeFact, RecipePart, RecipeProgram } from '#shared/domain/template/recipe.ts';
import type { Phase } from '#shared/domain/plan/items.ts';
import type { ProgramData } from '../types.ts';
import { assumed, read, sourceOf } from './facts.ts';

interface Setting {
  key: string;
  phase: Phase;
  accreditor?: string;
  accreditation?: string;
  gpaGoal?: number;
}

/** A program of the catalog as part of a recipe; its terms have the keys `1`, `2`, … in the order listed. */
export function programPart(data: ProgramData, setting: Setting): RecipeProgram {
  return {
    kind: 'program',
    key: setting.key,
    title: data.title,
    phase: setting.phase,
    level: data.level,
    field: data.field,
    degreeType: data.degreeType,
    creditsRequired: data.credits,
    accreditor: setting.accreditor ?? null,
    accreditation: setting.accreditation ?? null,
    gpaGoal: setting.gpaGoal ?? null,
    requirements: data.requirements,
    terms: data.terms.map(({ span, courses }, index) => ({
      key: String(index + 1),
      span,
      courses: courses.map(
        ({ prefix, number, title, credits, requirement, prerequisites, corequisites, note }) => ({
          key: `${prefix} ${number}`,
          prefix,
          number,
          title,
          credits,
          requirement,
          prerequisites,
          corequisites,
          ...(note ? { notes: note } : {}),
        }),
      ),
    })),
  };
}

/** Where the courses of a program come from: one fact for each program they were seen in, and what is ours. */
export function courseFacts(data: ProgramData, about: string): RecipeFact[] {
  const courses = data.terms.flatMap((term) => term.courses);
  const seenIn = new Map<string, string[]>();
  const ours: string[] = [];
  for (const { prefix, number, seenIn: schools } of courses) {
    const code = `${prefix} ${number}`;
    if (schools.length === 0) ours.push(code);
    for (const school of schools) seenIn.set(school, [...(seenIn.get(school) ?? []), code]);
  }
  return [
    ...[...seenIn].map(([school, codes]) =>
      read(about, `Course titles seen at: ${sourceOf(school).publisher}`, codes.join(', '), school, {
        note: 'Only the title was taken over.',
      }),
    ),
    ...(ours.length > 0
      ? [assumed(about, 'Course titles of our own', ours.join(', '), { note: 'Not taken from a school.' })]
      : []),
    assumed(about, 'Codes, order and prerequisites', 'Our own', {
      note: 'The curriculum is a composite. Replace it with the catalog of your school.',
    }),
  ];
}

/** The milestone of finishing a program, on its last day. */
export function graduation(program: string, title: string, phase: Phase): RecipePart {
  return {
    kind: 'milestone',
    key: `${program}-graduation`,
    title,
    phase,
    program,
    sort: 'graduation',
    reminders: [90],
  };
}
