import type { PlanSummary } from '#shared/contract/answers.ts';
import type { ActionReply, Reply } from '#shared/contract/define.ts';

/** Characters of a file's name before its extension. */
const LONGEST_NAME = 100;

/** The name of a plan's file. Asked here, where it takes no time, instead of by a page opened only to say no. */
export function fileNameOf(
  dispatch: (text: string) => string,
  planId: string,
  extension: string,
): ActionReply<string> {
  const plans = JSON.parse(dispatch('{"name":"plan.list","input":{}}')) as Reply<PlanSummary[]>;
  if (!plans.ok) return plans;
  const plan = plans.value.find(({ id }) => id === planId);
  if (!plan) return { ok: false, error: { code: 'not-found', noun: 'plan', id: planId } };
  // Cut so that the name of a file may hold it; no half of a character is left.
  const name = Array.from(plan.name).slice(0, LONGEST_NAME).join('').trim();
  return { ok: true, value: `${name}.${extension}` };
}

export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
