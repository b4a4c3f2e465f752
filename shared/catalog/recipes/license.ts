import type { RecipeFact, RecipeLink, RecipePart, RecipeStep } from '#shared/domain/template/recipe.ts';
import type { ExperienceSort } from '#shared/domain/plan/items.ts';
import { nationalLicense } from '../data.ts';
import { assumed, notKnown, read } from './facts.ts';
import type { RecipePiece } from './piece.ts';

/** Planned where nothing else is known. Facts of basis `own` say so in the plan. */
export const ASSUMED = { hours: 1000, hoursPerWeek: 40, approvalDays: 120, windowDays: 60, issuingDays: 30 };

const DAYS_BEFORE_GRADUATION = 30;

/** What the training before a license takes; `none` where the route asks none. */
export type Training =
  | { amount: 'none' }
  | { amount: 'untimed'; title: string }
  | { amount: 'hours'; hours: number; perWeek: number; title: string; sort: ExperienceSort }
  | { amount: 'months' | 'weeks'; length: number; title: string; sort: ExperienceSort };

export interface Exam {
  key: string;
  title: string;
  /** A national exam is taken within the window after the approval. */
  national: boolean;
  /** Key of an exam that comes before this one. */
  after?: string;
}

/** The way from the master's program to a license, or to whatever a state has in its place. */
export interface LicenseWay {
  /** Whom to ask, as in "Confirm the rules with …". */
  authority: string;
  authorityUrl: string | null;
  training: Training;
  trainingNotes: string;
  /** A course beside the training, in hours of class. */
  courseHours: number | null;
  /** What the state issues to a person, as in "the license is issued"; null where it issues nothing. */
  issues: string | null;
  exams: Exam[];
  goal: RecipePart;
  facts: RecipeFact[];
}

/** Parts and links of that way: rules confirmed, training, approval, exams, issue, goal. */
export function licensePiece(way: LicenseWay): RecipePiece {
  const { training, courseHours, exams, goal, issues } = way;
  const parts: RecipePart[] = [confirmRules(way)];
  const links: RecipeLink[] = [{ from: 'master/5', to: 'rules', kind: 'SS' }];
  /** Keys after which the next stage may begin. */
  let ready = ['master', 'rules'];
  const stage = (part: RecipePart, extra: Partial<RecipeLink> = {}): void => {
    parts.push(part);
    links.push(...ready.map((from): RecipeLink => ({ from, to: part.key, kind: 'FS', ...extra })));
  };

  const trained: string[] = [];
  if (courseHours !== null) {
    stage(step('course', 'Training course', 'other', Math.ceil(courseHours / 8)));
    trained.push('course');
  }
  const trainingPart = partOfTraining(training, way.trainingNotes);
  if (trainingPart) {
    if (trainingPart.kind === 'experience' && issues !== null) {
      parts.push(planApproval());
      links.push(
        { from: 'master', to: 'training-approval', kind: 'FF', lag: -DAYS_BEFORE_GRADUATION },
        { from: 'training-approval', to: 'training', kind: 'FS' },
      );
    }
    stage(trainingPart);
    trained.push('training');
  }
  if (trained.length > 0) ready = trained;

  if (issues !== null) {
    stage(step('application', `Send the application for the ${issues}`, 'application', 1));
    ready = ['application'];
    stage(
      step(
        'approval',
        'Approval of the application, by the board and for the exams',
        'approval',
        ASSUMED.approvalDays,
      ),
    );
    ready = ['approval'];
  }
  for (const exam of exams) {
    const before = exam.after === undefined ? ready : [exam.after];
    parts.push(step(exam.key, exam.title, 'exam', 1));
    links.push(
      ...before.map((from): RecipeLink => ({
        from,
        to: exam.key,
        kind: 'FS',
        ...(exam.national && issues !== null ? { window: ASSUMED.windowDays } : {}),
      })),
    );
  }
  if (exams.length > 0) ready = exams.map(({ key }) => key);
  if (issues !== null) {
    stage(step('issuing', `The ${issues} is issued`, 'issuing', ASSUMED.issuingDays));
    ready = ['issuing'];
  }
  stage(goal);
  return { parts, links, facts: [...stepFacts(way), ...way.facts] };
}

function confirmRules({ authority, authorityUrl }: LicenseWay): RecipePart {
  return {
    kind: 'milestone',
    key: 'rules',
    title: `Verify the rules with ${authority}`,
    phase: 'licensure',
    sort: 'event',
    url: authorityUrl,
    reminders: [30],
    notes:
      'Ask what your degrees count for, how long the training takes for you, which exams there are and what everything costs. ' +
      'Rules change, and what stands here may be old.',
  };
}

function planApproval(): RecipePart {
  return {
    kind: 'milestone',
    key: 'training-approval',
    title: 'Training plan and preceptor approved by the board',
    phase: 'licensure',
    sort: 'deadline',
    reminders: [60],
    notes: 'Hours worked before the approval may not count.',
  };
}

function partOfTraining(training: Training, notes: string): RecipePart | null {
  const common = { key: 'training', phase: 'experience', notes } as const;
  switch (training.amount) {
    case 'none':
      return null;
    case 'untimed':
      return { ...common, kind: 'milestone', sort: 'event', title: training.title };
    case 'hours':
      return {
        ...common,
        kind: 'experience',
        sort: training.sort,
        title: training.title,
        hours: { required: training.hours, perWeek: training.perWeek },
      };
    case 'months':
    case 'weeks':
      return {
        ...common,
        kind: 'experience',
        sort: training.sort,
        title: training.title,
        length: { amount: training.length, unit: training.amount === 'months' ? 'month' : 'week' },
      };
  }
}

function step(key: string, title: string, sort: RecipeStep['sort'], days: number): RecipeStep {
  return { kind: 'step', key, title, phase: 'licensure', sort, length: { amount: days, unit: 'day' } };
}

function stepFacts({ issues, courseHours, exams, training }: LicenseWay): RecipeFact[] {
  const applies = issues !== null;
  const rule = (field: string, about: string, label = field): RecipeFact => {
    const found = nationalLicense.rules.find((each) => each.field === field);
    if (!found) throw new Error(`the catalog has no national rule "${field}"`);
    return read(about, label, found.text, found.source);
  };
  const facts: RecipeFact[] = [];
  if (courseHours !== null) {
    facts.push(assumed('course', 'Hours of class a day', 8, { unit: 'hours' }));
  }
  if (applies && training.amount !== 'none' && training.amount !== 'untimed') {
    facts.push(
      assumed('training-approval', 'Days before graduation', DAYS_BEFORE_GRADUATION, { unit: 'days' }),
    );
  }
  if (applies) {
    facts.push(
      assumed('approval', 'Planned wait for the approval', ASSUMED.approvalDays, {
        unit: 'days',
        note: 'Our own assumption: the longest time NAB names. It may be shorter; the best case is not known.',
      }),
      rule('Order of the steps', 'approval'),
      rule('Time to approval', 'approval', 'Time to approval by NAB'),
      notKnown('approval', 'Time the board takes', 'nab-steps'),
      assumed('issuing', 'Planned time to issue', ASSUMED.issuingDays, { unit: 'days' }),
      notKnown('issuing', 'Time to issue', 'nab-steps'),
      notKnown('application', 'Application fee', 'nab-steps'),
    );
  }
  const first = exams.find((exam) => exam.national);
  if (applies && first) {
    facts.push(
      assumed(first.key, 'Planned window for the exams', ASSUMED.windowDays, {
        unit: 'days',
        note: 'Planned with the window NAB names, counted from the end of the approval.',
      }),
      rule('Time to take the exams', first.key),
      rule('Passing score', first.key),
      rule('Attempts', first.key),
      rule('Score transfer to another state', first.key),
      notKnown(first.key, 'Wait after a failed attempt', 'nab-faq-exam', 'Ask NAB.'),
      notKnown(first.key, 'Current exam fee', 'nab-fees-old', 'Ask NAB.'),
      ...nationalLicense.olderFees.items.map(({ exam, dollars }) =>
        read(first.key, `Older fee: ${exam}`, `$${dollars}`, nationalLicense.olderFees.source, {
          note: 'An old figure from an undated page: not the fee of today.',
        }),
      ),
    );
  }
  for (const { key, title } of exams) {
    const national = nationalLicense.exams.find(({ code }) => title.includes(` ${code}`));
    if (national) {
      facts.push(
        read(
          key,
          `Length of ${national.code}`,
          `${national.items} items in ${national.minutes} minutes`,
          national.source,
          {
            note: `${national.scored} items count, ${national.pretest} are being tried out.`,
          },
        ),
      );
    }
  }
  return facts;
}

/** The training nobody told us about, and the facts that say so. `source` is the nearest text read. */
export function assumedTraining(
  source: string,
  unknown: string,
): { training: Training; facts: RecipeFact[] } {
  const { hours, hoursPerWeek } = ASSUMED;
  return {
    training: {
      amount: 'hours',
      hours,
      perWeek: hoursPerWeek,
      sort: 'ait',
      title: 'Administrator-in-training (AIT), assumed length',
    },
    facts: [
      notKnown('training', 'Training hours', source, unknown),
      assumed('training', 'Planned training hours', hours, {
        unit: 'hours',
        note: 'Our own assumption: the commonest amount among the states read. Ask the board for yours.',
      }),
      assumed('training', 'Planned hours per week', hoursPerWeek, { unit: 'hours' }),
    ],
  };
}

/** The sort of training by the words a state uses for it. */
export function sortOfTraining(words: string): ExperienceSort {
  if (/\bAIT\b|administrator training/i.test(words)) return 'ait';
  if (/practicum/i.test(words)) return 'practicum';
  if (/residency/i.test(words)) return 'residency';
  if (/intern/i.test(words)) return 'internship';
  return /experience|management|work|year|administration/i.test(words) ? 'job' : 'ait';
}

/** How a kind of training is called in a plan, by its sort, the words of the state and what it leads to. */
export function titleOfTraining(sort: ExperienceSort, words: string, issues = 'license'): string {
  if (/mentoring/i.test(words)) return `Mentoring program for the ${issues}`;
  switch (sort) {
    case 'ait':
      return 'Administrator-in-training (AIT)';
    case 'practicum':
      return `Practicum for the ${issues}`;
    case 'residency':
      return `Residency training for the ${issues}`;
    case 'internship':
      return `Internship for the ${issues}`;
    case 'job':
      return `Work experience for the ${issues}`;
  }
}

/**
 * Whole hours a week, at most 40, so that the hours last at least the months or weeks the state also names:
 * 1,820 hours over no less than 12 months are 34 a week.
 */
export function hoursPerWeek(hours: number, months: number | null, weeks: number | null): number {
  const longestMonths = months === null ? 0 : Math.ceil(months * 30.5) + 1;
  const days = Math.max(longestMonths, (weeks ?? 0) * 7);
  return days === 0 ? ASSUMED.hoursPerWeek : Math.min(ASSUMED.hoursPerWeek, Math.floor((hours * 7) / days));
}
