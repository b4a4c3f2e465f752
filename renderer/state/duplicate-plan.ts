import type { Session } from './session.svelte.ts';

/** Makes a scenario of a plan and opens it; the notice has its undo at hand. */
export async function duplicatePlan(session: Session, planId: string): Promise<void> {
  const reply = await session.run('plan.duplicate', { id: planId });
  if (reply.ok) await session.openPlan(reply.value.planId);
}
