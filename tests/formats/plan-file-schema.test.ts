import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planDocument } from '#shared/contract/documents.ts';
import { planFileSchema, readPlanFile, writePlanFile } from '#electron/formats/plan-file.ts';
import { arbitraryPlan } from '#tests/oracle/arbitrary-plan.ts';

/** A validator that knows nothing of zod. It is older than the dialect the schema names, but not than what it uses. */
const validate = (() => {
  const { $schema, ...schema } = planFileSchema();
  expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
  return new Ajv({ allErrors: true }).compile(schema);
})();

const example = readFileSync(
  join(import.meta.dirname, '../fixtures/worked-example.throughline.json'),
  'utf8',
);
const changed = (change: (file: Record<string, never>) => unknown): unknown => {
  const file = JSON.parse(example) as Record<string, never>;
  change(file);
  return file;
};

describe('the JSON Schema of the plan file', () => {
  it('fits every plan that is exported', () => {
    expect([validate(JSON.parse(example)), validate.errors]).toEqual([true, null]);
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        // The engine is tried on more than may be stored, such as days of 30 hours.
        fc.pre(planDocument.safeParse(plan).success);
        expect([validate(JSON.parse(writePlanFile(plan))), validate.errors]).toEqual([true, null]);
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, unknown]>([
    ['another format', changed((file) => Object.assign(file, { format: 'ganttproject' }))],
    ['a newer version', changed((file) => Object.assign(file, { version: 2 }))],
    ['a field nobody knows', changed((file) => Object.assign(file['plan'] ?? {}, { color: 'red' }))],
    ['a plan without a name', changed((file) => Object.assign(file['plan'] ?? {}, { name: '' }))],
    ['a day that is none', changed((file) => Object.assign(file['plan'] ?? {}, { target: 'soon' }))],
    ['a kind nobody knows', changed((file) => Object.assign(file['items']?.[0] ?? {}, { kind: 'dream' }))],
    ['no items', changed((file) => delete file['items'])],
  ])('does not fit %s, and neither does the reader take it', (_what, file) => {
    expect(validate(file)).toBe(false);
    expect(readPlanFile(JSON.stringify(file)).ok).toBe(false);
  });
});
