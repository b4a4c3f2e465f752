import type { ActionReply, Reply } from '#shared/contract/define.ts';
import { isWebAddress } from '#shared/contract/fields.ts';
import { chooseTextFile, saveFile } from './browser-files.ts';
import { actThrough, failureText, type Host } from './host.ts';

const done: ActionReply<null> = { ok: true, value: null };

/**
 * The host of a page served by `throughline serve`: text goes to the loopback server with the token as a bearer
 * header; files, links and notices are the browser's. A server that is gone, or that no longer knows the token
 * because it was started again, answers `host-lost`.
 */
export function browserHost(token: string): Host {
  const invoke = async (request: string): Promise<string> => {
    try {
      const response = await fetch('/api', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: request,
      });
      const text = await response.text();
      return isReply(text) ? text : failureText({ code: 'host-lost' });
    } catch {
      return failureText({ code: 'host-lost' });
    }
  };

  const act = actThrough(invoke);

  return {
    invoke,
    actions: {
      'print.start': act('print.start'),
      'print.read': act('print.read'),
      'print.stop': act('print.stop'),
      'plan.draw': act('plan.draw'),
      'fill.start': act('fill.start'),
      'fill.read': act('fill.read'),
      'fill.stop': act('fill.stop'),
      'data.read': act('data.read'),
      'data.show': act('data.show'),
      'backup.create': act('backup.create'),
      'backup.preview': act('backup.preview'),
      'backup.restore': act('backup.restore'),
      'file.choose': ({ accept }) => chooseTextFile(accept),
      'file.save': async (file) => {
        saveFile(file);
        return { ok: true, value: { saved: true } };
      },
      'link.open': async ({ url }) => {
        if (!isWebAddress(url)) return { ok: false, error: { code: 'cannot-open-link', url } };
        window.open(url, '_blank', 'noopener,noreferrer');
        return done;
      },
      'notice.show': async ({ title, body }) => {
        if (Notification.permission === 'default') await Notification.requestPermission();
        if (Notification.permission === 'granted') new Notification(title, { body });
        return done;
      },
    },
    onMenu: () => () => undefined,
  };
}

/** A refusal of the server itself (no token, no such page) is not an answer of the core. */
function isReply(text: string): boolean {
  try {
    const reply = JSON.parse(text) as Partial<Reply> | null;
    return reply?.ok === true || (reply?.ok === false && typeof reply.error === 'object');
  } catch {
    return false;
  }
}
