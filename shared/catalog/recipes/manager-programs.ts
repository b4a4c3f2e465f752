import type { RecipeFact, RecipePart } from '#shared/domain/template/recipe.ts';
import { admissions, bachelorOfHealthServices, masterOfHealthAdministration, paths } from '../data.ts';
import { assumed, notKnown, read } from './facts.ts';
import { assumedHours, internship } from './internships.ts';
import type { RecipePiece } from './piece.ts';
import { courseFacts, graduation, programPart } from './programs.ts';

/** The bachelor's program in health services administration, with the hours of its internship. */
export function bachelorPiece(): RecipePiece {
  const hours = internship({
    key: 'bachelor-internship',
    title: "Supervised internship (bachelor's)",
    program: 'bachelor',
    term: '8',
    sort: 'internship',
    hours: 240,
    perWeek: 16,
    notes: 'The hours of the internship. HSA 495 holds its credits.',
  });
  return {
    parts: [
      programPart(bachelorOfHealthServices, {
        key: 'bachelor',
        phase: 'undergraduate',
        accreditor: 'AUPHA',
        accreditation: 'Certification, which is not accreditation: check before you enroll',
        gpaGoal: 3,
      }),
      hours.part,
      graduation('bachelor', "Bachelor's degree awarded", 'undergraduate'),
    ],
    links: [hours.link, { from: 'bachelor', to: 'bachelor-graduation', kind: 'FF' }],
    facts: [
      read('bachelor', 'Credits', 120, 'herzing', { unit: 'credits' }),
      ...admissions.bachelorsSeen.map(({ school, text, source }) =>
        read('bachelor', `Credits at ${school}`, text, source),
      ),
      assumed('bachelor', 'Length', 4, { unit: 'years' }),
      ...admissions.gpa.map(({ text, value, source }) =>
        read('bachelor', 'Grade point average asked', value, source, { note: `${text}.` }),
      ),
      read('bachelor', 'Grades', 'Very good ones, from high school through college', 'seed', {
        note: 'Admission to the accredited programs is competitive.',
      }),
      ...courseFacts(bachelorOfHealthServices, 'bachelor'),
      ...assumedHours('bachelor-internship', 240, 16),
    ],
  };
}

/** The two-year master's program, its summer internship and the way to its admission. */
export function masterPiece(): RecipePiece {
  const hours = internship({
    key: 'master-internship',
    title: "Supervised administrative internship (master's)",
    program: 'master',
    term: '3',
    sort: 'internship',
    hours: 400,
    perWeek: 40,
    notes:
      'The hours of the internship. MHA 590 holds its credits. Name the preceptor and log the hours here.',
  });
  const milestones = admissions.milestones.map(({ key, monthsBefore, title, sort, notes }): RecipePart => ({
    kind: 'milestone',
    key: `admission-${key}`,
    title,
    phase: 'graduate',
    sort,
    notes,
    reminders: [30],
    pinned: { program: 'master', months: monthsBefore },
  }));
  return {
    parts: [
      ...milestones.slice(0, 2),
      {
        kind: 'step',
        key: 'admission-application',
        title: 'Write and send the applications',
        phase: 'graduate',
        sort: 'application',
        notes: admissions.checklist.map(({ text }) => `- ${text}`).join('\n'),
        costCents: admissions.exampleFee.cents,
        notBefore: { program: 'master', months: 12 },
        length: { amount: 6, unit: 'month' },
      },
      ...milestones.slice(2),
      programPart(masterOfHealthAdministration, {
        key: 'master',
        phase: 'graduate',
        accreditor: 'CAHME',
        accreditation: 'Accreditation of the program: check before you enroll',
      }),
      hours.part,
      graduation('master', "Master's degree awarded", 'graduate'),
    ],
    links: [
      { from: 'admission-application', to: 'admission-deadline', kind: 'FS' },
      { from: 'admission-transcript', to: 'master', kind: 'FS' },
      { from: 'bachelor', to: 'master', kind: 'FS' },
      hours.link,
      { from: 'master', to: 'master-graduation', kind: 'FF' },
    ],
    facts: [
      ...admissionFacts(),
      read('master', 'Length', 'About two years', 'seed'),
      read(
        'master',
        'Courses it is to contain',
        'Marketing, healthcare financing, healthcare policy, human resources, supervised internship',
        'seed',
        {
          note: 'Here: MHA 515, MHA 511, MHA 505, MHA 513 and MHA 590.',
        },
      ),
      assumed('master', 'Credits', 60, {
        unit: 'credits',
        note: 'Our own choice, at the top of what was seen; 48 to 54 would be nearer the middle.',
      }),
      ...admissions.creditsSeen.map(({ school, text, source }) =>
        read('master', `Credits at ${school}`, text, source),
      ),
      ...courseFacts(masterOfHealthAdministration, 'master'),
      ...assumedHours('master-internship', 400, 40),
      read(
        'master-graduation',
        'After the degree: a fellowship',
        paths.fellowship.text,
        paths.fellowship.source,
      ),
      ...paths.fellowship.alsoRead.map((source) =>
        read('master-graduation', 'Length of a fellowship, by CAHME', '6 to 12 months', source),
      ),
    ],
  };
}

function admissionFacts(): RecipeFact[] {
  const { service, exampleFee, examples, milestones, checklist } = admissions;
  const application = 'admission-application';
  return [
    read(application, 'Central application service', service.text, service.source),
    read(application, 'Application fee (example)', exampleFee.text, exampleFee.source, {
      note: "One school's fee, as an example of the cost. Look up those of your own list.",
    }),
    ...checklist.map(({ text, source }) =>
      source === null
        ? assumed(application, 'To hand in', text)
        : read(application, 'To hand in', text, source),
    ),
    notKnown(application, 'Fee of your programs', exampleFee.source, 'Ask the programs on your list.'),
    assumed(application, 'Time for the application', 6, { unit: 'months' }),
    ...examples.map(({ school, text, source }) =>
      read(application, `Dates at ${school} (example)`, text, source),
    ),
    ...milestones.map(({ key, monthsBefore, source }) => {
      const field = "Months before the first term of the master's";
      const note = 'Worked out by us from the dates of that school. Each program sets its own.';
      return source === null
        ? assumed(`admission-${key}`, field, monthsBefore, { unit: 'months' })
        : read(`admission-${key}`, field, monthsBefore, source, { unit: 'months', note });
    }),
  ];
}
