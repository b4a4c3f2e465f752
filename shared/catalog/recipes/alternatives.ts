import type { RecipeFact } from '#shared/domain/template/recipe.ts';
import {
  admissions,
  associateOfHealthInformation,
  bachelorOfSocialServices,
  certificateOfMedicalRecords,
  paths,
} from '../data.ts';
import {
  certificationFacts,
  certificationKey,
  certificationOf,
  certificationPart,
} from './certifications.ts';
import { accreditorFacts, articleFacts, occupationFacts, reminderFacts } from './context.ts';
import { assumed, notKnown, read } from './facts.ts';
import { assumedHours, internship } from './internships.ts';
import { NOTES } from './piece.ts';
import type { RecipeBody } from './piece.ts';
import { courseFacts, graduation, programPart } from './programs.ts';

/** Bachelor's in a social field, related work, and the post of a social or community service manager. */
export function socialServiceManager(): RecipeBody {
  const hours = internship({
    key: 'bachelor-internship',
    title: 'Supervised internship in community services',
    program: 'bachelor',
    term: '8',
    sort: 'internship',
    hours: 240,
    perWeek: 16,
    notes: 'The hours of the internship. SSV 495 holds its credits.',
  });
  const { experience, master, fields, skills, license } = paths.scsm;
  return {
    goal: 'manager',
    notes: NOTES,
    parts: [
      programPart(bachelorOfSocialServices, { key: 'bachelor', phase: 'undergraduate' }),
      hours.part,
      graduation('bachelor', "Bachelor's degree awarded", 'undergraduate'),
      {
        kind: 'experience',
        key: 'work',
        title: 'Related work, for example as a social worker or counselor',
        phase: 'experience',
        sort: 'job',
        length: { amount: 24, unit: 'month' },
      },
      {
        kind: 'milestone',
        key: 'manager',
        title: 'Social or community service manager',
        phase: 'experience',
        sort: 'event',
      },
    ],
    links: [
      hours.link,
      { from: 'bachelor', to: 'bachelor-graduation', kind: 'FF' },
      { from: 'bachelor', to: 'work', kind: 'FS' },
      { from: 'work', to: 'manager', kind: 'FS' },
    ],
    facts: [
      assumed('bachelor', 'Length', 4, { unit: 'years' }),
      assumed('bachelor', 'Credits', bachelorOfSocialServices.credits, { unit: 'credits' }),
      read('bachelor', 'Fields', fields.text, fields.source),
      ...courseFacts(bachelorOfSocialServices, 'bachelor'),
      ...assumedHours('bachelor-internship', 240, 16),
      read('work', 'Related work experience', experience.text, experience.source),
      assumed('work', 'Length', 24, { unit: 'months' }),
      read('manager', "A master's degree", master.text, master.source),
      read('manager', 'License', license.text, license.source),
      read('manager', 'Skills', skills.text, skills.source),
      ...occupationFacts('11-9151'),
      ...articleFacts('social-community-service-manager'),
      ...reminderFacts(['all']),
    ],
  };
}

/** A certificate of two terms, and the work of a medical records specialist. */
export function medicalRecordsSpecialist(): RecipeBody {
  const { entry, certification, advancement } = paths.records;
  return {
    goal: 'specialist',
    notes: NOTES,
    parts: [
      programPart(certificateOfMedicalRecords, { key: 'certificate', phase: 'undergraduate' }),
      graduation('certificate', 'Certificate awarded', 'undergraduate'),
      {
        kind: 'milestone',
        key: 'specialist',
        title: 'Medical records specialist',
        phase: 'experience',
        sort: 'event',
      },
      {
        kind: 'credential',
        key: 'certification',
        title: 'Certification in coding or records, if your employer asks for one',
        phase: 'licensure',
        sort: 'certification',
        issuer: null,
        jurisdiction: null,
        renewMonths: null,
        ceMonths: null,
        ceHours: null,
        notes: 'Voluntary: a suggestion, not part of the way to the goal.',
      },
    ],
    links: [
      { from: 'certificate', to: 'certificate-graduation', kind: 'FF' },
      { from: 'certificate', to: 'specialist', kind: 'FS' },
      { from: 'certificate', to: 'certification', kind: 'FS' },
    ],
    facts: [
      assumed('certificate', 'Length', 1, { unit: 'years' }),
      assumed('certificate', 'Credits', certificateOfMedicalRecords.credits, { unit: 'credits' }),
      ...courseFacts(certificateOfMedicalRecords, 'certificate'),
      read('specialist', 'Other ways in', entry.text, entry.source),
      read('specialist', 'What it can lead to', advancement.text, advancement.source),
      read('certification', 'Who asks for one', certification.text, certification.source),
      ...occupationFacts('29-2072'),
      ...articleFacts('health-information-technician'),
      ...healthInformationContext(),
    ],
  };
}

/** An associate degree with its practice, the RHIT exam, and the certification with its renewal. */
export function healthInformationTechnologist(): RecipeBody {
  const { practice, practiceSeen, deadline, advancement } = paths.technologist;
  const [first = 0, second = 0, third = 0] = practice.parts;
  const summer = internship({
    key: 'practice-1',
    title: 'Professional practice experience I',
    program: 'associate',
    term: '3',
    sort: 'practicum',
    hours: first + second,
    perWeek: 24,
    notes: 'The hours of the practice. HIT 190 holds its credits.',
  });
  const last = internship({
    key: 'practice-2',
    title: 'Professional practice experience II',
    program: 'associate',
    term: '5',
    sort: 'practicum',
    hours: third,
    perWeek: 16,
    notes: 'The hours of the practice. HIT 290 holds its credits.',
  });
  const rhit = certificationOf('RHIT');
  const goal = certificationKey(rhit.id);
  return {
    goal,
    notes: NOTES,
    parts: [
      programPart(associateOfHealthInformation, {
        key: 'associate',
        phase: 'undergraduate',
        accreditor: 'CAHIIM',
        accreditation: 'Accreditation of the program, which the RHIT exam asks: check before you enroll',
      }),
      summer.part,
      last.part,
      graduation('associate', 'Associate degree awarded', 'undergraduate'),
      {
        kind: 'step',
        key: 'exam',
        title: 'RHIT exam',
        phase: 'licensure',
        sort: 'exam',
        length: { amount: 1, unit: 'day' },
      },
      { ...certificationPart(rhit), notes: 'From AHIMA. Keep it by renewal.' },
      {
        kind: 'milestone',
        key: 'technologist',
        title: 'Health information technologist or medical registrar',
        phase: 'experience',
        sort: 'event',
      },
    ],
    links: [
      summer.link,
      last.link,
      { from: 'associate', to: 'associate-graduation', kind: 'FF' },
      { from: 'associate', to: 'exam', kind: 'FS' },
      { from: 'exam', to: goal, kind: 'FS' },
      { from: 'associate', to: 'technologist', kind: 'FS' },
    ],
    facts: [
      read('associate', 'Length', 'About two years', 'wall-hit'),
      ...admissions.associatesSeen.map(({ school, text, source }) =>
        read('associate', `Credits or length at ${school}`, text, source),
      ),
      read('associate', 'Application deadline (example)', deadline.text, deadline.source),
      ...courseFacts(associateOfHealthInformation, 'associate'),
      read('practice-1', 'Practice hours (example)', practice.hours, practice.source, {
        unit: 'hours in all',
        note: practice.text,
      }),
      read('practice-1', 'Practice', practiceSeen.text, practiceSeen.source),
      ...['practice-1', 'practice-2'].map((key) =>
        assumed(
          key,
          'How the hours are split',
          `${first + second} in the summer, ${third} in the last term`,
          {
            note: 'The total is that of one school; how it is split and the hours per week are our own.',
          },
        ),
      ),
      notKnown('exam', 'Time for the application to the exam', 'rhit-oep', 'Ask AHIMA.'),
      ...certificationFacts(rhit),
      read('technologist', 'What it can lead to', advancement.text, advancement.source),
      ...occupationFacts('29-9021'),
      ...articleFacts('health-information-technician'),
      ...healthInformationContext(),
    ],
  };
}

function healthInformationContext(): RecipeFact[] {
  return [...accreditorFacts(), ...reminderFacts(['all', 'health'])];
}
