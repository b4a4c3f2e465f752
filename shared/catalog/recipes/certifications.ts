import type { RecipeFact, RecipeLink, RecipePart } from '#shared/domain/template/recipe.ts';
import { certifications } from '../data.ts';
import type { Certification } from '../types.ts';
import { notKnown, read, sourceOf } from './facts.ts';
import type { RecipePiece } from './piece.ts';

const DAYS_PER_YEAR = 365.25;

/**
 * Voluntary certifications as suggestions. They follow `after` and nothing follows them, so they never
 * decide the date of the goal. Work of some years, where it is asked, is counted from there as well.
 */
export function suggestCertifications(
  ids: string[],
  after: { key: string; kind: RecipeLink['kind'] },
): RecipePiece {
  const chosen = ids.map((id) => certificationOf(id));
  return {
    parts: chosen.map(certificationPart),
    links: chosen.map(({ id, yearsOfWork }): RecipeLink => ({
      from: after.key,
      to: certificationKey(id),
      kind: after.kind,
      lag: Math.round((yearsOfWork ?? 0) * DAYS_PER_YEAR),
    })),
    facts: chosen.flatMap(certificationFacts),
  };
}

export const certificationKey = (id: string): string => `certification-${id}`;

/** A certification of the catalog by its letters, such as `CMM`. */
export function certificationOf(id: string): Certification {
  const found = certifications.find((each) => each.id === id);
  if (!found) throw new Error(`the catalog has no certification ${id}`);
  return found;
}

/** A certification as a part of a plan, voluntary unless told otherwise. */
export function certificationPart(certification: Certification): RecipePart {
  const { id, name, issuer, renewalYears, ceHours, workMeant } = certification;
  const wait = workMeant === null ? '' : ` It asks ${workMeant}; the date counts them from here.`;
  return {
    kind: 'credential',
    key: certificationKey(id),
    title: `${name} (${id})`,
    phase: 'licensure',
    sort: 'certification',
    issuer,
    jurisdiction: null,
    renewMonths: renewalYears === null ? null : renewalYears * 12,
    ceMonths: renewalYears === null || ceHours === null ? null : renewalYears * 12,
    ceHours,
    notes: `Voluntary: a suggestion, not part of the way to the goal.${wait}`,
  };
}

/** What is known of a certification: conditions, exam, fees, renewal. */
export function certificationFacts(certification: Certification): RecipeFact[] {
  const { id, eligibility, exam, fee, renewalYears, ceHours, ceNote, ceSource, source, note } = certification;
  const about = certificationKey(id);
  return [
    ...eligibility.conditions.map((condition) =>
      read(about, 'Condition', condition, eligibility.source, { note }),
    ),
    exam
      ? read(about, 'Exam', exam.text, exam.source)
      : notKnown(about, 'Exam', source, askThe(certification)),
    ...(fee
      ? [
          read(about, 'Older fee', fee.text, fee.source, {
            note: 'An old figure: fees change without notice.',
          }),
        ]
      : []),
    notKnown(about, 'Current fee', source, askThe(certification)),
    renewalYears === null
      ? notKnown(about, 'Renewal', source, askThe(certification))
      : read(about, 'Renewal', renewalYears, source, { unit: 'years' }),
    ceHours === null
      ? notKnown(
          about,
          'Continuing education',
          ceSource,
          [ceNote, askThe(certification)].filter(Boolean).join(' '),
        )
      : read(about, 'Continuing education', ceHours, ceSource, {
          unit: 'hours in each period',
          note: ceNote,
        }),
    read(about, 'How well it was read', `Confidence: ${certification.confidence}`, source, {
      note: `Read: ${certification.read.map((each) => `${sourceOf(each).title} (${sourceOf(each).asOfText})`).join('; ')}.`,
    }),
  ];
}

const askThe = ({ issuer }: Certification): string => `Ask ${issuer}.`;
