import type { RecipeExperience, RecipeFact, RecipeLink } from '#shared/domain/template/recipe.ts';
import { assumed } from './facts.ts';

interface Hours {
  /** Key of the experience. */
  key: string;
  title: string;
  program: string;
  /** Key of the term in which its course gives the credits. */
  term: string;
  sort: RecipeExperience['sort'];
  hours: number;
  perWeek: number;
  notes: string;
}

/** The hours of an internship whose credits are a course: they begin with the term of that course. */
export function internship({ key, title, program, term, sort, hours, perWeek, notes }: Hours): {
  part: RecipeExperience;
  link: RecipeLink;
} {
  return {
    part: {
      kind: 'experience',
      key,
      title,
      phase: 'experience',
      program,
      sort,
      hours: { required: hours, perWeek },
      notes,
    },
    link: { from: `${program}/${term}`, to: key, kind: 'SS' },
  };
}

/** The hours of an internship as our own assumption. */
export function assumedHours(key: string, hours: number, perWeek: number): RecipeFact[] {
  const weeks = Math.ceil(hours / perWeek);
  return [
    assumed(key, 'Internship hours', hours, {
      unit: 'hours',
      note: `Our own assumption: ${weeks} weeks of ${perWeek} hours. Each program sets its own.`,
    }),
    assumed(key, 'Hours per week', perWeek, { unit: 'hours' }),
  ];
}
