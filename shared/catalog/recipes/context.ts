import type { RecipeFact } from '#shared/domain/template/recipe.ts';
import { accreditors, article, occupations, reminders } from '../data.ts';
import type { ArticleClaim, Reminder } from '../types.ts';
import { assumed, read } from './facts.ts';

/*
 * Facts about the whole plan: what the article says, set right where it is wrong, the occupation in figures,
 * who accredits what, and what to keep in mind.
 */

/** What the article says about an occupation. An outdated or wrong statement carries its correction. */
export function articleFacts(about: ArticleClaim['about']): RecipeFact[] {
  return article
    .filter((claim) => claim.about === about)
    .map(({ field, text, correction, source }) =>
      read(null, field, text, source, { note: correction === null ? null : `Correction: ${correction}` }),
    );
}

/** The current figures of the Bureau of Labor Statistics for an occupation, and the older ones marked as such. */
export function occupationFacts(code: string): RecipeFact[] {
  const occupation = occupations.occupations.find((each) => each.code === code);
  if (!occupation) throw new Error(`the catalog has no occupation ${code}`);
  const { title, source, payPeriod, growthPeriod } = occupation;
  const all = occupations.allOccupations;
  const about = { note: `BLS group: ${title} (${code}).` };
  return [
    read(null, `Median pay, ${payPeriod}`, dollars(occupation.medianPay), source, about),
    read(
      null,
      `Lowest and highest tenth, ${payPeriod}`,
      `${dollars(occupation.p10)} and ${dollars(occupation.p90)}`,
      source,
      about,
    ),
    ...occupation.industries.map(({ industry, medianPay }) =>
      read(null, `Median pay, ${payPeriod}: ${industry}`, dollars(medianPay), source, about),
    ),
    read(null, `Job growth ${growthPeriod}`, `${occupation.growthPercent}%`, source, {
      note: `BLS group: ${title} (${code}). ${sentence(occupation.growthWords)}.`,
    }),
    read(null, 'Jobs in 2024', occupation.jobs2024.toLocaleString('en-US'), source, about),
    read(null, 'Openings a year', occupation.openingsPerYear.toLocaleString('en-US'), source, about),
    read(null, 'Usual education at entry', occupation.entryEducation, source, about),
    read(null, 'Usual related work experience', occupation.experience, source, about),
    ...occupation.earlier.map((earlier) =>
      read(
        null,
        `Earlier figures, ${earlier.payPeriod}`,
        [
          dollars(earlier.medianPay),
          earlier.growthPercent === null
            ? []
            : [`growth ${earlier.growthPercent}% (${earlier.growthPeriod ?? 'period not known'})`],
        ]
          .flat()
          .join(', '),
        earlier.source,
        { note: `History. BLS group: ${title} (${code}).` },
      ),
    ),
    read(
      null,
      `For comparison: all occupations, ${all.payPeriod}`,
      `${dollars(all.medianPay)}, growth ${all.growthPercent}% (${all.growthPeriod})`,
      all.source,
    ),
  ];
}

/** Who accredits or certifies which programs. */
export function accreditorFacts(): RecipeFact[] {
  return accreditors.flatMap(({ id, name, does, matters, source, detail }) => [
    read(null, `${id}: ${name}`, does, source, { note: matters }),
    read(null, `${id}, further`, detail.text, detail.source),
  ]);
}

/** What to keep in mind in a plan of these kinds. */
export function reminderFacts(kinds: Reminder['for']): RecipeFact[] {
  return reminders
    .filter((reminder) => reminder.for.some((kind) => kinds.includes(kind)))
    .map(({ field, text, source }) =>
      source === null
        ? assumed(null, `Keep in mind: ${field}`, text, { note: 'Our own advice.' })
        : read(null, `Keep in mind: ${field}`, text, source),
    );
}

const dollars = (amount: number): string => `$${amount.toLocaleString('en-US')}`;
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
