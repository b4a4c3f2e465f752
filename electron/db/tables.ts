/**
 * The tables of the user's data, every one of them journaled, parents before children. A test compares this
 * list with the schema, so a new table cannot be forgotten.
 */
export const JOURNALED_TABLES = [
  'plan',
  'item',
  'program',
  'requirement',
  'term',
  'course',
  'eligible',
  'requisite_set',
  'requisite',
  'experience',
  'hours',
  'step',
  'attempt',
  'credential',
  'ce_topic',
  'ce',
  'milestone',
  'reminder',
  'web_link',
  'link_group',
  'link',
  'fact',
  'acknowledgement',
  'baseline',
  'plan_web_link',
] as const;

export type JournaledTable = (typeof JOURNALED_TABLES)[number];
