import type { OutputOf, ParsedOf } from '#shared/contract/contract.ts';
import type { ActionReply, Reply } from '#shared/contract/define.ts';
import type { PlanSummary } from '#shared/contract/answers.ts';
import { PrintError, type Printer } from './printer.ts';

/** Characters of a file's name before its extension. */
const LONGEST_NAME = 100;

type Dispatch = (text: string) => string;

/** The action `plan.print` on every host: the PDF of a plan, named after it. */
export function createPrintPlan(printer: Pick<Printer, 'print'>, dispatch: Dispatch) {
  return (request: ParsedOf<'plan.print'>) =>
    fileOf(dispatch, request.planId, 'pdf', () => printer.print(request));
}

/** The action `plan.draw` on every host: the PNG of a plan's timeline, named after it. */
export function createDrawPlan(printer: Pick<Printer, 'draw'>, dispatch: Dispatch) {
  return (request: ParsedOf<'plan.draw'>) =>
    fileOf(dispatch, request.planId, 'png', () => printer.draw(request));
}

async function fileOf(
  dispatch: Dispatch,
  planId: string,
  extension: string,
  make: () => Promise<Uint8Array>,
): Promise<ActionReply<OutputOf<'plan.print'>>> {
  const plans = JSON.parse(dispatch('{"name":"plan.list","input":{}}')) as Reply<PlanSummary[]>;
  if (!plans.ok) return plans;
  // Asked here, where it takes no time, instead of by a page that would have to be opened to say no.
  const plan = plans.value.find(({ id }) => id === planId);
  if (!plan) return { ok: false, error: { code: 'not-found', noun: 'plan', id: planId } };
  try {
    const base64 = Buffer.from(await make()).toString('base64');
    // Cut so that the name of a file may hold it; no half of a character is left.
    const name = Array.from(plan.name).slice(0, LONGEST_NAME).join('').trim();
    return { ok: true, value: { name: `${name}.${extension}`, base64 } };
  } catch (error) {
    if (error instanceof PrintError) return { ok: false, error: error.failure };
    throw error;
  }
}
