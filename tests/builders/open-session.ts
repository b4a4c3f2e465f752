import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { createApi } from '#renderer/api/api.ts';
import { Session } from '#renderer/state/session.svelte.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { FakeHost, memoryStorage } from './fake-host.ts';
import WithSession from './WithSession.svelte';

/** A session on a fake host that holds these plans; the first one is open. */
export async function openSession(
  plans: PlanDocument | PlanDocument[],
  options: { today?: string } = {},
): Promise<{ session: Session; host: FakeHost }> {
  const host = new FakeHost({ plans: Array.isArray(plans) ? plans : [plans], ...options });
  const session = new Session(createApi(host), memoryStorage());
  await session.start();
  return { session, host };
}

/** Draws a part of the page below a session, with the styles of the page. */
export async function renderPart<Props extends Record<string, unknown>>(
  session: Session,
  part: Component<Props>,
  props: Props = {} as Props,
): Promise<{ unmount: () => Promise<void> }> {
  await Promise.all([
    import('#renderer/styles/tokens.css'),
    import('#renderer/styles/base.css'),
    import('#renderer/styles/controls.css'),
  ]);
  // One component type stands for all of them here: what fits is checked where `part` and `props` meet above.
  const anyPart: unknown = part;
  const { unmount } = await render(WithSession, { session, part: anyPart as Component, with: props });
  return { unmount: () => Promise.resolve(unmount()) };
}
