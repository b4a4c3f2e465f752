import type { ActionName, InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { ActionReply } from '#shared/contract/define.ts';
import { failureText, type Host } from './host.ts';

declare global {
  interface Window {
    /** Put there by the preload script; missing in a browser. */
    readonly bridge?: Bridge;
  }
}

/** The host of the desktop window: everything, actions too, goes through the one door the preload script opened. */
export function electronHost(bridge: Bridge): Host {
  const invoke = (request: string) => bridge.invoke(request).catch(() => failureText({ code: 'host-lost' }));
  const act =
    <N extends ActionName>(name: N) =>
    async (input: InputOf<N>) =>
      JSON.parse(await invoke(JSON.stringify({ name, input }))) as ActionReply<OutputOf<N>>;

  return {
    invoke,
    actions: {
      'plan.print': act('plan.print'),
      'plan.draw': act('plan.draw'),
      'file.choose': act('file.choose'),
      'file.save': act('file.save'),
      'link.open': act('link.open'),
      'notice.show': act('notice.show'),
    },
    onMenu: (run) => bridge.onMenu(run),
  };
}
