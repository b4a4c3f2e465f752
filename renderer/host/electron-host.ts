import type { Bridge } from '#shared/contract/bridge.ts';
import { actThrough, failureText, type Host } from './host.ts';

declare global {
  interface Window {
    /** Put there by the preload script; missing in a browser. */
    readonly bridge?: Bridge;
  }
}

/** The host of the desktop window: everything, actions too, goes through the one door the preload script opened. */
export function electronHost(bridge: Bridge): Host {
  const invoke = (request: string) => bridge.invoke(request).catch(() => failureText({ code: 'host-lost' }));
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
      'file.choose': act('file.choose'),
      'file.save': act('file.save'),
      'link.open': act('link.open'),
      'notice.show': act('notice.show'),
    },
    onMenu: (run) => bridge.onMenu(run),
  };
}
