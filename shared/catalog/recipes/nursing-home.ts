import type { RecipeFact } from '#shared/domain/template/recipe.ts';
import { nationalLicense } from '../data.ts';
import type { NursingHomeRoute, NursingHomeRules } from '../types.ts';
import { assumed, notKnown, read, sourceOf } from './facts.ts';
import {
  ASSUMED,
  assumedTraining,
  hoursPerWeek,
  licensePiece,
  sortOfTraining,
  titleOfTraining,
} from './license.ts';
import type { Exam, Training } from './license.ts';
import type { RecipePiece } from './piece.ts';

export const LICENSE = 'license';

const NATIONAL_EXAMS: Exam[] = [
  { key: 'exam-core', title: 'NAB CORE exam', national: true },
  { key: 'exam-nha', title: 'NAB NHA exam', national: true },
];

/**
 * The way to the license of a nursing home administrator. Without a jurisdiction everything is assumed.
 * `route` is the place among the state's routes, from 1; without one it is that for an unrelated degree.
 */
export function nursingHomePiece(rules: NursingHomeRules | null, route: number | null): RecipePiece {
  const { training, facts } = rules
    ? trainingOf(rules, route)
    : assumedTraining('nab-mobility', 'No state is chosen: 51 jurisdictions, 51 sets of rules.');
  return licensePiece({
    authority: rules ? `the ${rules.board.replace(/^the /i, '')}` : 'the state board',
    authorityUrl: rules?.boardUrl ?? null,
    training,
    trainingNotes:
      "Log the hours by day and name the preceptor. Hours worked before the board's approval may not count.",
    courseHours: null,
    issues: 'license',
    exams: examsOf(rules),
    goal: {
      kind: 'credential',
      key: LICENSE,
      title: rules ? `${rules.license} license (${rules.name})` : 'Nursing home administrator license',
      phase: 'licensure',
      sort: 'license',
      issuer: rules?.board ?? null,
      jurisdiction: rules?.code ?? null,
      url: rules?.boardUrl ?? null,
      renewMonths: months(rules?.renewal.years),
      ceMonths: months(rules?.continuingEducation.years),
      ceHours: rules?.continuingEducation.hours ?? null,
      ceTopics: rules?.continuingEducation.topics ?? [],
      reminders: [90],
    },
    facts: [...facts, ...nationalFacts(), ...(rules ? stateFacts(rules) : noStateFacts())],
  });
}

/** A route as one line, such as "Bachelor's degree: AIT, 1,000 hours". */
export function labelOfRoute({ education, training, hours, months, weeks }: NursingHomeRoute): string {
  const amounts = [
    hours ? `${hours.toLocaleString('en-US')} hours` : null,
    months ? `${months} months` : null,
    weeks ? `${weeks} weeks` : null,
  ].filter((each) => each !== null);
  const asked =
    training === 'None' || training.startsWith('None ') ? `no training${training.slice(4)}` : training;
  return `${education}: ${[asked, ...amounts].join(', ')}`;
}

const SLOWER =
  'Our own assumption: the most whole hours a week, up to 40, at which the hours last as long as the state also asks.';

const months = (years: number | null | undefined): number | null => (years ? years * 12 : null);

function trainingOf(
  rules: NursingHomeRules,
  asked: number | null,
): { training: Training; facts: RecipeFact[] } {
  const route = rules.routes[(asked ?? rules.usualRoute ?? 0) - 1];
  const unrelated =
    "For a bachelor's degree in an unrelated field; your degree may need fewer: ask the board.";
  const note =
    asked === null ? unrelated : `Route ${asked} of those read. Ask the board whether it fits you.`;
  const unknown = (source: string) => assumedTraining(source, 'Ask the board.');
  if (!route) return unknown(rules.education.source);

  const chosen = read('training', 'Route planned', labelOfRoute(route), route.source, { note });
  const sort = sortOfTraining(route.training);
  const title = titleOfTraining(sort, route.training);
  if (route.hours === 0) {
    return {
      training: { amount: 'none' },
      facts: [
        { ...chosen, about: LICENSE },
        read(LICENSE, 'Training hours', 0, route.source, { unit: 'hours', note }),
      ],
    };
  }
  if (route.hours !== null) {
    const perWeek = hoursPerWeek(route.hours, route.months, route.weeks);
    return {
      training: { amount: 'hours', hours: route.hours, perWeek, title, sort },
      facts: [
        chosen,
        read('training', 'Training hours', route.hours, route.source, { unit: 'hours', note }),
        assumed('training', 'Planned hours per week', perWeek, {
          unit: 'hours',
          ...(perWeek < ASSUMED.hoursPerWeek ? { note: SLOWER } : {}),
        }),
      ],
    };
  }
  const unit = route.months === null ? 'weeks' : 'months';
  const length = route.months ?? route.weeks;
  if (length === null) {
    const { training, facts } = unknown(route.source);
    return { training, facts: [chosen, ...facts] };
  }
  return {
    training: { amount: unit, length, title, sort },
    facts: [
      chosen,
      read('training', 'Training length', length, route.source, { unit, note }),
      notKnown('training', 'Training hours', route.source, `The rule read counts ${unit}. Ask the board.`),
    ],
  };
}

function examsOf(rules: NursingHomeRules | null): Exam[] {
  if (!rules?.stateExam) return NATIONAL_EXAMS;
  const state: Exam = { key: 'exam-state', title: `State exam (${rules.name})`, national: false };
  // Illinois takes the application for its own exam only after the national ones.
  return [...NATIONAL_EXAMS, rules.code === 'IL' ? { ...state, after: 'exam-nha' } : state];
}

function nationalFacts(): RecipeFact[] {
  const alreadyOnSteps = ['Order', 'Time', 'Passing', 'Attempts', 'Score'];
  const { hse } = nationalLicense;
  return [
    ...nationalLicense.rules
      .filter(({ field }) => !alreadyOnSteps.some((start) => field.startsWith(start)))
      .map(({ field, text, source }) => read(LICENSE, field, text, source)),
    read(LICENSE, hse.field, hse.text, hse.source, {
      note: `Read as well: ${(hse.alsoRead ?? []).map((id) => sourceOf(id).title).join('; ')}.`,
    }),
  ];
}

function noStateFacts(): RecipeFact[] {
  return ['State exam', 'Renewal', 'Continuing education'].map((field) =>
    notKnown(LICENSE, field, 'nab-mobility', 'Choose a state, then ask its board.'),
  );
}

function stateFacts(rules: NursingHomeRules): RecipeFact[] {
  const {
    education,
    renewal,
    continuingEducation: ce,
    stateExam,
    hse,
    requiredCourse,
    nabParts,
    note,
    name,
  } = rules;
  const nearest = education.source;
  const choice = nationalLicense.degreeChoices.find(({ code }) => code === rules.code);
  const levels = {
    high_school: 'High school',
    some_college: 'Some college',
    associate: 'Associate degree',
    bachelor: "Bachelor's degree",
  };
  return [
    read(LICENSE, 'Board', rules.board, nearest, { note: rules.boardUrl }),
    education.level === null
      ? notKnown(LICENSE, 'Lowest education', nearest, askWith(education.note))
      : read(LICENSE, 'Lowest education', levels[education.level], nearest, { note: education.note }),
    ...rules.routes.map((route, index) =>
      read(LICENSE, `Route ${index + 1}`, labelOfRoute(route), route.source),
    ),
    read(LICENSE, "The state's word for the training", rules.trainingTerm, nearest),
    ...(choice ? [read(LICENSE, 'A degree that helps', choice.text, choice.source)] : []),
    rules.minAge === null
      ? notKnown(LICENSE, 'Minimum age', nearest)
      : read(LICENSE, 'Minimum age', rules.minAge, nearest, { unit: 'years' }),
    ...(requiredCourse ? [read(LICENSE, 'Required course', requiredCourse.text, requiredCourse.source)] : []),
    ...(nabParts ? [read(LICENSE, 'NAB exams the state names', nabParts.text, nabParts.source)] : []),
    stateExam
      ? read(LICENSE, 'State exam', 'Yes', stateExam.source)
      : notKnown(LICENSE, 'State exam', nearest),
    renewal.years === null
      ? notKnown(LICENSE, 'Renewal', renewal.source ?? nearest, askWith(renewal.note))
      : read(LICENSE, 'Renewal', renewal.years, renewal.source ?? nearest, {
          unit: 'years',
          note: renewal.note,
        }),
    ...continuingEducationFacts(ce, nearest),
    hse?.accepted === true
      ? read(LICENSE, 'HSE accepted', 'Yes', hse.source, { note: hse.note })
      : notKnown(LICENSE, 'HSE accepted', hse?.source ?? nearest, askWith(hse?.note)),
    ...(note ? [read(LICENSE, `Note on ${name}`, note.text, note.source)] : []),
    read(LICENSE, 'How well the state was read', `Confidence: ${rules.confidence}`, nearest, {
      note:
        `Newest text of ${rules.newestText ?? 'a year that is not known'}. Read: ` +
        `${rules.read.map((id) => `${sourceOf(id).title} (${sourceOf(id).asOfText})`).join('; ')}.`,
    }),
  ];
}

const askWith = (note: string | null | undefined): string =>
  [note, 'Ask the board.'].filter(Boolean).join(' ');

function continuingEducationFacts(
  ce: NursingHomeRules['continuingEducation'],
  nearest: string,
): RecipeFact[] {
  const source = ce.source ?? nearest;
  const field = 'Continuing education';
  return [
    ce.hours === null
      ? notKnown(LICENSE, field, source, askWith(ce.note))
      : read(LICENSE, field, ce.hours, source, { unit: 'hours in each period', note: ce.note }),
    ce.years === null
      ? notKnown(LICENSE, `${field}: period`, source)
      : read(LICENSE, `${field}: period`, ce.years, source, { unit: 'years' }),
  ];
}
