import type { PrintOptionsInput } from '#shared/contract/print-options.ts';
import { base64Of } from './base64.ts';
import type { Session } from './session.svelte.ts';

/** Lets a person choose a plan file, imports it and opens the new plan. Every line that was not used is reported. */
export async function importPlan(session: Session): Promise<void> {
  const chosen = await session.act('file.choose', { accept: ['.json', '.csv'] });
  if (!chosen.ok || chosen.value === null) return;
  const reply = await session.run('plan.import', { text: chosen.value.text });
  if (!reply.ok) return;
  await session.openPlan(reply.value.planId);
  session.notices.show({ kind: 'imported', report: reply.value });
}

/** Saves a plan as a plan file, from which it can be imported again without loss. */
export async function exportPlan(session: Session, planId: string): Promise<void> {
  const reply = await session.ask('plan.export', { planId });
  if (!reply.ok) return session.report(reply.error);
  await save(session, reply.value.name, base64Of(reply.value.text));
}

/** Prints a plan and saves the PDF. Resolves with false when that failed or was called off. */
export async function printPlan(
  session: Session,
  planId: string,
  options: PrintOptionsInput,
): Promise<boolean> {
  const printed = await session.act('plan.print', { planId, options });
  return printed.ok && save(session, printed.value.name, printed.value.base64);
}

async function save(session: Session, name: string, base64: string): Promise<boolean> {
  const saved = await session.act('file.save', { name, base64 });
  if (!saved.ok || !saved.value.saved) return false;
  session.notices.show({ kind: 'saved', file: name });
  return true;
}
