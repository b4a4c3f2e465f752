import { z } from 'zod';
import {
  COURSE_STATUSES,
  CREDENTIAL_SORTS,
  EXPERIENCE_SORTS,
  LENGTH_UNITS,
  MILESTONE_SORTS,
  PHASES,
  PROGRAM_LEVELS,
  SEASONS,
  STEP_SORTS,
  SYSTEMS,
  type Item,
} from '#shared/domain/plan/items.ts';
import {
  amount,
  gradePoint,
  id,
  isoDate,
  line,
  notes,
  optionalLine,
  position,
  positive,
  storedWebLinks,
  text,
  webAddress,
  webLinks,
  wholePositive,
} from './fields.ts';

/** The fields every item has and a person may change, except `title`, which `add` asks for, and links. */
const common = {
  programId: id.nullable(),
  phase: z.enum(PHASES).nullable(),
  position,
  notes,
  url: webAddress,
  costCents: z.int().min(0).max(100_000_000_000).nullable(),
  notBefore: isoDate.nullable(),
  pinStart: isoDate.nullable(),
  pinEnd: isoDate.nullable(),
  actualStart: isoDate.nullable(),
  actualEnd: isoDate.nullable(),
  length: positive.nullable(),
  lengthUnit: z.enum(LENGTH_UNITS).nullable(),
  bestLength: positive.nullable(),
  reminders: z.array(z.int().min(0).max(3_650)).max(20),
};

/** The same as they are stored and written to files. */
const stored = { ...common, webLinks: storedWebLinks };

/** Per kind: the fields of its own, and which of them a new item must bring. */
const own = {
  program: {
    level: z.enum(PROGRAM_LEVELS),
    field: optionalLine,
    institution: optionalLine,
    degreeType: optionalLine,
    cip: optionalLine,
    system: z.enum(SYSTEMS),
    accreditor: optionalLine,
    accreditation: optionalLine,
    creditsRequired: amount.nullable(),
    gpaMinimum: gradePoint.nullable(),
    gpaGoal: gradePoint.nullable(),
    repeats: z.enum(['latest', 'all']),
    mustEndBy: isoDate.nullable(),
  },
  term: {
    index: wholePositive,
    season: z.enum(SEASONS),
    firstDay: isoDate,
    lastDay: isoDate,
    creditLimit: amount.nullable(),
    creditMinimum: amount.nullable(),
  },
  course: {
    termId: id.nullable(),
    requirementId: id.nullable(),
    prefix: text.trim().max(40),
    number: text.trim().max(40),
    credits: amount.nullable(),
    status: z.enum(COURSE_STATUSES),
    grade: optionalLine,
    offered: z.array(z.enum(SEASONS)).nullable(),
    locked: z.boolean(),
    repeatsId: id.nullable(),
    importedId: optionalLine,
    canonicalName: optionalLine,
    institution: optionalLine,
  },
  experience: {
    sort: z.enum(EXPERIENCE_SORTS),
    organization: optionalLine,
    supervisor: optionalLine,
    hoursRequired: positive.nullable(),
    hoursPerWeek: positive.max(168).nullable(),
  },
  step: {
    sort: z.enum(STEP_SORTS),
    retakeDays: z.int().min(0).max(36_500).nullable(),
    validDays: wholePositive.nullable(),
  },
  credential: {
    sort: z.enum(CREDENTIAL_SORTS),
    issuer: optionalLine,
    jurisdiction: optionalLine,
    issued: isoDate.nullable(),
    expires: isoDate.nullable(),
    renewMonths: wholePositive.nullable(),
    ceMonths: wholePositive.nullable(),
    ceHours: amount.nullable(),
    ceTopics: z.array(z.strictObject({ topic: line, hours: positive })).max(50),
  },
  milestone: {
    sort: z.enum(MILESTONE_SORTS),
    doneOn: isoDate.nullable(),
  },
} as const;

const loggedHours = z.strictObject({ id, day: isoDate, hours: positive.max(24), note: optionalLine });
const attempt = z.strictObject({
  id,
  day: isoDate,
  result: z.enum(['passed', 'failed']),
  score: optionalLine,
});
const continuingEducation = z.strictObject({
  id,
  day: isoDate,
  hours: positive,
  topic: optionalLine,
  title: optionalLine,
});

/** A whole item as it is stored, read and written to plan files. */
export const item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('program'), id, title: line, ...stored, ...own.program }),
  z.strictObject({ kind: z.literal('term'), id, title: line, ...stored, ...own.term }),
  z.strictObject({ kind: z.literal('course'), id, title: line, ...stored, ...own.course }),
  z.strictObject({
    kind: z.literal('experience'),
    id,
    title: line,
    ...stored,
    ...own.experience,
    log: z.array(loggedHours),
  }),
  z.strictObject({
    kind: z.literal('step'),
    id,
    title: line,
    ...stored,
    ...own.step,
    attempts: z.array(attempt),
  }),
  z.strictObject({
    kind: z.literal('credential'),
    id,
    title: line,
    ...stored,
    ...own.credential,
    ce: z.array(continuingEducation),
  }),
  z.strictObject({ kind: z.literal('milestone'), id, title: line, ...stored, ...own.milestone }),
]) satisfies z.ZodType<Item>;

/** Fields of a kind, all optional: what `<kind>.update` takes as `changes`. */
export function changesOf<S extends z.ZodRawShape>(fields: S) {
  return z
    .strictObject({ title: line, ...common, webLinks, ...fields })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, {
      error: 'must name at least one field to change',
    });
}

/** What `<kind>.add` takes: the plan, the title, what is required, and any other field; the rest gets the kind's defaults. */
export function additionOf<S extends z.ZodRawShape, R extends z.ZodRawShape>(fields: S, required: R) {
  return z
    .strictObject({ ...common, webLinks, ...fields })
    .partial()
    .extend({ planId: id, title: line, ...required });
}

export { own as ownFields, common as commonFields, loggedHours, attempt, continuingEducation };
