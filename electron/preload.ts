import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '#shared/contract/bridge.ts';

// The page gets these two functions and nothing they are made of: no event object, no other channel.
contextBridge.exposeInMainWorld('bridge', {
  invoke: (request) => ipcRenderer.invoke('app', request) as Promise<string>,
  onMenu: (run) => {
    const listen = (_event: IpcRendererEvent, command: string): void => run(command);
    ipcRenderer.on('menu', listen);
    return () => void ipcRenderer.off('menu', listen);
  },
} satisfies Bridge);
