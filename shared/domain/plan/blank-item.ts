import { FIRST_DATE } from '../time/day.ts';
import type { ItemBase, ItemKind, ItemOf } from './items.ts';

/** A new item of a kind with nothing decided yet: no dates, no length, everything unknown `null`. */
export function blankItem<K extends ItemKind>(
  kind: K,
  id: string,
  title: string,
  position: number,
): ItemOf<K> {
  const base: ItemBase = {
    id,
    programId: null,
    phase: null,
    title,
    position,
    notes: '',
    url: null,
    costCents: null,
    notBefore: null,
    pinStart: null,
    pinEnd: null,
    actualStart: null,
    actualEnd: null,
    length: null,
    lengthUnit: null,
    bestLength: null,
    reminders: [],
  };
  return { kind, ...base, ...BLANKS[kind]() } as unknown as ItemOf<K>;
}

type Own<K extends ItemKind> = Omit<ItemOf<K>, keyof ItemBase | 'kind'>;

/** Functions, so that no two items share a list. */
const BLANKS: { [K in ItemKind]: () => Own<K> } = {
  program: () => ({
    level: 'bachelor',
    field: null,
    institution: null,
    degreeType: null,
    cip: null,
    system: 'semester',
    accreditor: null,
    accreditation: null,
    creditsRequired: null,
    gpaMinimum: null,
    gpaGoal: null,
    repeats: 'latest',
    mustEndBy: null,
  }),
  term: () => ({
    index: 1,
    season: 'fall',
    firstDay: FIRST_DATE,
    lastDay: FIRST_DATE,
    creditLimit: null,
    creditMinimum: null,
  }),
  course: () => ({
    termId: null,
    requirementId: null,
    prefix: '',
    number: '',
    credits: null,
    status: 'planned',
    grade: null,
    offered: null,
    locked: false,
    repeatsId: null,
    importedId: null,
    canonicalName: null,
    institution: null,
  }),
  experience: () => ({
    sort: 'job',
    organization: null,
    supervisor: null,
    hoursRequired: null,
    hoursPerWeek: null,
    log: [],
  }),
  step: () => ({ sort: 'other', retakeDays: null, validDays: null, attempts: [] }),
  credential: () => ({
    sort: 'license',
    issuer: null,
    jurisdiction: null,
    issued: null,
    expires: null,
    renewMonths: null,
    ceMonths: null,
    ceHours: null,
    ceTopics: [],
    ce: [],
  }),
  milestone: () => ({ sort: 'event', doneOn: null }),
};
