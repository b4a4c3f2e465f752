import type { RecipeFact, RecipePart } from '#shared/domain/template/recipe.ts';
import type { CredentialSort } from '#shared/domain/plan/items.ts';
import { nationalLicense } from '../data.ts';
import type { AssistedLivingRoute, AssistedLivingRules, NursingHomeRules } from '../types.ts';
import { assumed, notKnown, read, sourceOf } from './facts.ts';
import { ASSUMED, assumedTraining, licensePiece, sortOfTraining, titleOfTraining } from './license.ts';
import type { Exam, Training } from './license.ts';
import type { RecipePiece } from './piece.ts';

export const QUALIFICATION = 'license';

/** A place by its code and name, and what was read about assisted living there, if anything. */
export interface AssistedLivingPlace {
  state: Pick<NursingHomeRules, 'code' | 'name'>;
  rules: AssistedLivingRules | null;
}

/**
 * The way to running an assisted living facility. Where a state gives a credential, that is the goal; where it
 * gives none, or none was read, the goal is a milestone: a license is never made up.
 */
export function assistedLivingPiece(place: AssistedLivingPlace | null, route: number | null): RecipePiece {
  const rules = place?.rules ?? null;
  const { training, courseHours, facts } = trainingOf(rules, route);
  const authority =
    rules?.board ??
    `the agency for assisted living${place === null ? ' in your state' : ` (${place.state.name})`}`;
  return licensePiece({
    authority: /^the /.test(authority) ? authority : `the ${authority}`,
    authorityUrl: null,
    training,
    trainingNotes: 'Log the hours by day and name who supervises them.',
    courseHours,
    issues: rules === null ? 'license or certificate' : sortOfCredential(rules),
    exams: examsOf(rules),
    goal: goalOf(place),
    facts: [
      ...facts,
      ...nationalLicense.assistedLiving.map(({ field, text, source }) =>
        read(QUALIFICATION, field, text, source),
      ),
      ...(rules === null ? unreadFacts(place) : stateFacts(rules)),
    ],
  });
}

/** A route as one line for a picker. */
export function labelOfAssistedLivingRoute({ education, training, ...route }: AssistedLivingRoute): string {
  const amounts = [
    route.hours === null ? null : `${route.hours.toLocaleString('en-US')} hours`,
    route.months === null ? null : `${route.months} months`,
    route.courseHours === null ? null : `course of ${route.courseHours} hours`,
  ].filter((each) => each !== null);
  return `${education}: ${[route.amount === 'none' ? 'no training' : training, ...amounts].join(', ')}`;
}

/** What a state issues itself; null where only a rule, or nothing, was found. */
function sortOfCredential({ kind }: AssistedLivingRules): CredentialSort | null {
  return kind === 'license' || kind === 'certificate' || kind === 'certification' ? kind : null;
}

function goalOf(place: AssistedLivingPlace | null): RecipePart {
  const common = { key: QUALIFICATION, phase: 'licensure' as const, reminders: [90] };
  const rules = place?.rules ?? null;
  const sort = rules && (rules.kind === 'qualification' ? 'certificate' : sortOfCredential(rules));
  if (place && rules && sort) {
    const { renewal, continuingEducation: ce } = rules;
    return {
      ...common,
      kind: 'credential',
      title: `${/^(Licensed|Certified) /.test(rules.title) ? rules.title : `${rules.title} ${rules.kind}`} (${place.state.name})`,
      sort,
      issuer: rules.board,
      jurisdiction: place.state.code,
      renewMonths: renewal === null ? null : renewal.years * 12,
      ceMonths: ce === null ? null : ce.years * 12,
      ceHours: ce?.hours ?? null,
      ceTopics: ce?.topics ?? [],
    };
  }
  const where =
    place === null ? 'an assisted living facility' : `an assisted living facility in ${place.state.name}`;
  return {
    ...common,
    kind: 'milestone',
    title: rules?.kind === 'none' ? `Qualified to run ${where}` : `Cleared to run ${where}`,
    sort: 'event',
    notes:
      rules === null
        ? 'What the state asks was not read: everything on the way here is assumed.'
        : (rules.note?.text ?? ''),
  };
}

function trainingOf(
  rules: AssistedLivingRules | null,
  asked: number | null,
): { training: Training; courseHours: number | null; facts: RecipeFact[] } {
  if (rules === null) {
    return {
      ...assumedTraining('ncal-regs', 'Ask the agency for assisted living.'),
      courseHours: null,
    };
  }
  const { source } = rules.training ?? rules;
  const route = rules.routes[(asked ?? rules.usualRoute ?? 0) - 1];
  const chosen =
    route &&
    read(QUALIFICATION, 'Route planned', labelOfAssistedLivingRoute(route), source, {
      note:
        asked === null
          ? 'Ask the board whether it fits your degrees.'
          : `Route ${asked} of those read. Ask the board whether it fits you.`,
    });
  if (!route || !chosen || route.amount === 'unknown') {
    const { training, facts } = assumedTraining(source, 'Ask the board.');
    return { training, courseHours: null, facts: chosen ? [chosen, ...facts] : facts };
  }
  const { hours, months, courseHours } = route;
  const sort = sortOfTraining(route.training);
  const title = titleOfTraining(sort, route.training, sortOfCredential(rules) ?? 'post');
  const facts: RecipeFact[] = [chosen];
  if (courseHours !== null)
    facts.push(read('course', 'Course hours', courseHours, source, { unit: 'hours' }));
  if (hours !== null) {
    facts.push(
      read('training', 'Training hours', hours, source, { unit: 'hours' }),
      assumed('training', 'Planned hours per week', ASSUMED.hoursPerWeek, { unit: 'hours' }),
    );
    return {
      training: { amount: 'hours', hours, perWeek: ASSUMED.hoursPerWeek, title, sort },
      courseHours,
      facts,
    };
  }
  if (months !== null) {
    facts.push(read('training', 'Training length', months, source, { unit: 'months' }));
    return { training: { amount: 'months', length: months, title, sort: 'job' }, courseHours, facts };
  }
  if (route.amount === 'untimed') {
    facts.push(notKnown('training', 'Training hours', source));
    return { training: { amount: 'untimed', title: 'Approved training finished' }, courseHours, facts };
  }
  return { training: { amount: 'none' }, courseHours, facts };
}

function examsOf(rules: AssistedLivingRules | null): Exam[] {
  if (rules === null || rules.exams === null) {
    return [
      { key: 'exam', title: 'Exam, if the state asks one (assumed: NAB CORE and RCAL)', national: true },
    ];
  }
  return rules.exams.map((title, index) => ({
    key: `exam-${index + 1}`,
    title,
    national: /NAB|RCAL/.test(title),
  }));
}

function unreadFacts(place: AssistedLivingPlace | null): RecipeFact[] {
  const ask =
    place === null
      ? 'No state is chosen.'
      : `${place.state.name} was not read. Ask its agency for assisted living.`;
  return [
    'Personal license or certificate',
    'Lowest education',
    'Exam',
    'Renewal',
    'Continuing education',
  ].map((field) => notKnown(QUALIFICATION, field, 'ncal-regs', ask));
}

const PERSONAL: Record<AssistedLivingRules['kind'], string | null> = {
  license: 'License',
  certificate: 'Certificate, which works like a license',
  certification: 'Certification',
  qualification: 'None: a course and a test',
  none: 'None: the state has a training rule only',
  'facility-rule': 'None found: the rule for the facility says who qualifies',
  'not-regulated': 'None found: the board for nursing home administrators does not regulate it',
  'not-found': null,
};

function stateFacts(rules: AssistedLivingRules): RecipeFact[] {
  const { source, continuingEducation: ce, renewal } = rules;
  const personal = PERSONAL[rules.kind];
  const stated = (field: string, statement: AssistedLivingRules['exam']) =>
    statement
      ? read(QUALIFICATION, field, statement.text, statement.source)
      : notKnown(QUALIFICATION, field, source);
  return [
    read(QUALIFICATION, 'Title', rules.title, source),
    personal === null
      ? notKnown(QUALIFICATION, 'Personal license or certificate', source)
      : read(QUALIFICATION, 'Personal license or certificate', personal, source),
    stated('Lowest education', rules.education),
    stated('Training', rules.training),
    stated('Exam', rules.exam),
    ...rules.routes.map((route, index) =>
      read(QUALIFICATION, `Route ${index + 1}`, labelOfAssistedLivingRoute(route), source),
    ),
    rules.minAge === null
      ? notKnown(QUALIFICATION, 'Minimum age', source)
      : read(QUALIFICATION, 'Minimum age', rules.minAge, source, { unit: 'years' }),
    renewal === null
      ? notKnown(QUALIFICATION, 'Renewal', source)
      : read(QUALIFICATION, 'Renewal', renewal.years, renewal.source, { unit: 'years' }),
    ce === null
      ? notKnown(QUALIFICATION, 'Continuing education', source)
      : read(QUALIFICATION, 'Continuing education', ce.hours, ce.source, {
          unit: `hours in ${ce.years === 1 ? 'one year' : `${ce.years} years`}`,
        }),
    ...(rules.note ? [read(QUALIFICATION, 'Note', rules.note.text, rules.note.source)] : []),
    read(
      QUALIFICATION,
      'How the state was read',
      `Newest text of ${rules.newestText ?? 'a year that is not known'}`,
      source,
      {
        note: `Read: ${rules.read.map((id) => `${sourceOf(id).title} (${sourceOf(id).asOfText})`).join('; ')}.`,
      },
    ),
  ];
}
