import { z } from 'zod';
import { baseline, MOST_BASELINES, planDocument } from '#shared/contract/documents.ts';
import type { Failure } from '#shared/contract/failures.ts';
import { FILE_LIMIT } from '#shared/contract/interop.ts';
import { findKeptProblem } from '#shared/domain/baseline/check-baselines.ts';
import type { Baseline, KeptPlan } from '#shared/domain/baseline/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { describeDocumentProblem, describeFieldProblem } from '#shared/words/plan-file.ts';
import { problemOf } from './schema-problem.ts';
import { lineOfPath, lineOfSyntaxError } from './json-lines.ts';

export const PLAN_FORMAT = 'throughline-plan';
export const PLAN_FILE_VERSION = 1;

const planFile = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  version: z.literal(PLAN_FILE_VERSION),
  ...planDocument.shape,
  /** Left out where there are none, as in every file from before there were any. */
  baselines: z.array(baseline).min(1).max(MOST_BASELINES).optional(),
});

/** The text of a plan file: lossless, keys in the order of the schema, so that equal plans give equal bytes. */
export function writePlanFile(document: PlanDocument, baselines: readonly Baseline[] = []): string {
  const file = planFile.parse({
    format: PLAN_FORMAT,
    version: PLAN_FILE_VERSION,
    ...document,
    ...(baselines.length === 0 ? {} : { baselines }),
  });
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a baseline is stored as: the plan file without baselines. Whatever reads older plan files reads older baselines. */
export function writeFrozenPlan(document: PlanDocument): string {
  return JSON.stringify({ format: PLAN_FORMAT, version: PLAN_FILE_VERSION, ...document });
}

/** Reads what `writeFrozenPlan` has written. @throws an error of any kind when it is something else. */
export function readFrozenPlan(text: string): PlanDocument {
  return documentIn(planFile.parse(JSON.parse(text)));
}

function documentIn(file: z.output<typeof planFile>): PlanDocument {
  const { format: _format, version: _version, baselines: _baselines, ...document } = file;
  return document;
}

/** Reads a plan file, or says which line is wrong and why. Nothing is guessed and nothing is left out. */
export function readPlanFile(text: string): ({ ok: true } & KeptPlan) | { ok: false; failure: Failure } {
  const refuse = (failure: Failure) => ({ ok: false, failure }) as const;
  if (text.length > FILE_LIMIT)
    return refuse({ code: 'file-too-large', bytes: text.length, limit: FILE_LIMIT });
  // A byte-order mark is no part of JSON, but editors put it there.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!/^\s*[{[]/.test(json)) return refuse({ code: 'not-a-plan-file' });
    const line = lineOfSyntaxError(json, error);
    return refuse({ code: 'plan-file-invalid', path: '', problem: 'is not valid JSON', line });
  }
  const header = z.looseObject({ format: z.literal(PLAN_FORMAT), version: z.int().min(1) }).safeParse(value);
  if (!header.success) return refuse({ code: 'not-a-plan-file' });
  const { version } = header.data;
  if (version > PLAN_FILE_VERSION)
    return refuse({ code: 'plan-file-newer', version, supported: PLAN_FILE_VERSION });
  const parsed = planFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
    return refuse({
      code: 'plan-file-invalid',
      path: pathText(path),
      problem: issue ? describeFieldProblem(problemOf(issue, value)) : 'is not valid',
      line: lineOfPath(json, path),
    });
  }
  const kept = { document: documentIn(parsed.data), baselines: parsed.data.baselines ?? [] };
  const problem = findKeptProblem(kept);
  if (problem) {
    const path = problem.path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return refuse({
      code: 'plan-file-invalid',
      path: problem.path,
      problem: describeDocumentProblem(problem),
      line: lineOfPath(json, path),
    });
  }
  return { ok: true, ...kept };
}

/** The JSON Schema of a plan file, generated from the contract. */
export function planFileSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(planFile, { io: 'input', unrepresentable: 'any' });
  return { title: 'Throughline plan', ...schema };
}

const pathText = (path: readonly (string | number)[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
