import type { Notification } from 'electron';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { ActionReply } from '#shared/contract/define.ts';

/** The action `notice.show`: a notice of the system, where the system has such a thing. */
export function createShowNotice(
  Notice: Pick<typeof Notification, 'isSupported'> &
    (new (options: { title: string; body: string }) => Pick<Notification, 'show'>),
) {
  return async ({ title, body }: ParsedOf<'notice.show'>): Promise<ActionReply<null>> => {
    if (Notice.isSupported()) new Notice({ title, body }).show();
    return { ok: true, value: null };
  };
}
