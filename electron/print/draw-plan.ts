import type { OutputOf, ParsedOf } from '#shared/contract/contract.ts';
import type { ActionReply } from '#shared/contract/define.ts';
import { base64Of, fileNameOf } from './named-file.ts';
import { PrintError, type Printer } from './printer.ts';

/** The action `plan.draw` on every host: the PNG of a plan's timeline, named after it. */
export function createDrawPlan(printer: Pick<Printer, 'draw'>, dispatch: (text: string) => string) {
  return async (request: ParsedOf<'plan.draw'>): Promise<ActionReply<OutputOf<'plan.draw'>>> => {
    const name = fileNameOf(dispatch, request.planId, 'png');
    if (!name.ok) return name;
    try {
      return { ok: true, value: { name: name.value, base64: base64Of(await printer.draw(request)) } };
    } catch (error) {
      if (error instanceof PrintError) return { ok: false, error: error.failure };
      throw error;
    }
  };
}
