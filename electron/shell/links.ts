import type { MessageBoxOptions, Shell } from 'electron';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { ActionReply } from '#shared/contract/define.ts';
import type { Dialogs } from './dialogs.ts';

const OPEN = 0;
const CANCEL = 1;

/** The action `link.open`: shows where the link really leads, asks, and hands it to the system's own program. */
export function createOpenLink(dialogs: Pick<Dialogs, 'ask'>, shell: Pick<Shell, 'openExternal'>) {
  return async ({ url }: ParsedOf<'link.open'>): Promise<ActionReply<null>> => {
    const address = addressToOpen(url);
    if (address === null) return { ok: false, error: { code: 'cannot-open-link', url } };
    if ((await dialogs.ask(questionAbout(address))) !== OPEN) return { ok: true, value: null };
    try {
      await shell.openExternal(address);
      return { ok: true, value: null };
    } catch {
      return { ok: false, error: { code: 'cannot-open-link', url } };
    }
  };
}

/**
 * The address in the form in which it may leave the application, or null. Links come with plan files, that is from
 * anybody, and the system starts a program for every scheme it knows: only https and mailto are let through, without
 * anything that hides where they lead or that a program behind them could take for an option.
 */
export function addressToOpen(text: string): string | null {
  // eslint-disable-next-line no-control-regex
  if (text.length > 2_000 || /[\s\u0000-\u001f\u007f-\u009f\\"'`<>^|{}]|\p{Cf}/u.test(text)) return null;
  if (/^mailto:/i.test(text)) return /^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+$/i.test(text) ? text : null;
  if (!/^https:\/\/[^/@]/i.test(text) || !URL.canParse(text)) return null;
  const { protocol, username, password, hostname, href } = new URL(text);
  const named = hostname !== '' && !/[%\s]/.test(hostname);
  return protocol === 'https:' && username === '' && password === '' && named ? href : null;
}

function questionAbout(address: string): MessageBoxOptions {
  const mail = address.toLowerCase().startsWith('mailto:');
  return {
    type: 'question',
    message: mail ? 'Write to this address?' : 'Open this page in your browser?',
    detail: address,
    buttons: [mail ? 'Write' : 'Open', 'Cancel'],
    defaultId: CANCEL,
    cancelId: CANCEL,
    noLink: true,
  };
}
