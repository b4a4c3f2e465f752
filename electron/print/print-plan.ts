import type { OutputOf, ParsedOf } from '#shared/contract/contract.ts';
import type { ActionReply, Reply } from '#shared/contract/define.ts';
import type { PlanSummary } from '#shared/contract/answers.ts';
import { PrintError, type Printer } from './printer.ts';

/** The action `plan.print` on every host: the PDF of a plan, named after it. */
export function createPrintPlan(printer: Printer, dispatch: (text: string) => string) {
  return async (request: ParsedOf<'plan.print'>): Promise<ActionReply<OutputOf<'plan.print'>>> => {
    const plans = JSON.parse(dispatch('{"name":"plan.list","input":{}}')) as Reply<PlanSummary[]>;
    if (!plans.ok) return plans;
    // Asked here, where it takes no time, instead of by a page that would have to be opened to say no.
    const plan = plans.value.find(({ id }) => id === request.planId);
    if (!plan) return { ok: false, error: { code: 'not-found', noun: 'plan', id: request.planId } };
    try {
      const pdf = await printer.print(request);
      return { ok: true, value: { name: `${plan.name}.pdf`, base64: Buffer.from(pdf).toString('base64') } };
    } catch (error) {
      if (error instanceof PrintError) return { ok: false, error: error.failure };
      throw error;
    }
  };
}
