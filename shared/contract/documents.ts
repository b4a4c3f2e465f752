import { z } from 'zod';
import type { Baseline } from '#shared/domain/baseline/types.ts';
import { FACILITIES, LINK_KINDS, type PlanDocument } from '#shared/domain/plan/document.ts';
import {
  amount,
  days,
  id,
  instant,
  isoDate,
  line,
  notes,
  optionalLine,
  position,
  storedWebLinks,
  text,
  webAddress,
  webLinks,
  wholePositive,
} from './fields.ts';
import { item } from './items.ts';

export const planFields = {
  name: line,
  goalId: id.nullable(),
  target: isoDate.nullable(),
  jurisdiction: optionalLine,
  facility: z.enum(FACILITIES).nullable(),
  notes,
  webLinks,
  position,
};

export const plan = z.strictObject({
  id,
  ...planFields,
  webLinks: storedWebLinks,
  template: optionalLine,
  catalogVersion: optionalLine,
});

export const requirementFields = {
  title: line,
  rule: z.enum(['all', 'credits', 'choose']),
  amount: amount.nullable(),
  minGrade: optionalLine,
  shared: z.boolean(),
  position,
  eligible: z.array(id).max(10_000),
};
export const requirement = z.strictObject({ id, programId: id, ...requirementFields });

export const requisiteNeeds = z
  .array(z.strictObject({ courseId: id, minGrade: optionalLine }))
  .min(1)
  .max(200);
export const requisiteSet = z.strictObject({
  id,
  courseId: id,
  kind: z.enum(['pre', 'co', 'strict']),
  need: wholePositive.nullable(),
  needs: requisiteNeeds,
});

export const linkFields = {
  kind: z.enum(LINK_KINDS),
  lag: days,
  window: wholePositive.nullable(),
  groupId: id.nullable(),
  position,
};
export const link = z.strictObject({ id, fromId: id, toId: id, ...linkFields });
export const linkGroup = z.strictObject({ id, toId: id, need: wholePositive });

export const factFields = {
  itemId: id.nullable(),
  field: line,
  value: text.trim().max(5_000).nullable(),
  unit: optionalLine,
  basis: z.enum(['source', 'seed', 'own']),
  sourceTitle: text.trim().max(1_000).nullable(),
  sourceUrl: webAddress,
  asOf: isoDate.nullable(),
  asOfText: optionalLine,
  checkedOn: isoDate.nullable(),
  note: text.trim().max(5_000).nullable(),
  position,
};
export const fact = z.strictObject({ id, ...factFields });
export const acknowledgement = z.strictObject({
  key: text.min(1).max(5_000),
  note: text.trim().max(5_000),
});

/** One plan with everything that is stored about it but its baselines. */
export const planDocument = z.strictObject({
  plan,
  items: z.array(item),
  requirements: z.array(requirement),
  requisiteSets: z.array(requisiteSet),
  links: z.array(link),
  linkGroups: z.array(linkGroup),
  facts: z.array(fact),
  acknowledgements: z.array(acknowledgement),
}) satisfies z.ZodType<PlanDocument>;

/** A plan can have so many baselines. */
export const MOST_BASELINES = 100;

export const baseline = z.strictObject({
  id,
  name: line,
  takenOn: isoDate,
  takenAt: instant,
  document: planDocument,
}) satisfies z.ZodType<Baseline>;
