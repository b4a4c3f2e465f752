import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { FILE_REQUEST_LIMIT } from './limits.ts';
import { replyText } from './route.ts';

/** The only channel from a page to this process. */
export const CHANNEL = 'app';

export interface IpcParts {
  ipcMain: Pick<IpcMain, 'handle'>;
  /** The main frames of the windows that are open now and ours. */
  ownFrames: () => Iterable<WebFrameMain>;
  /** The origin of our pages, "app://bundle". */
  origin: string;
  invoke: (text: string) => Promise<string>;
}

/** Lets our windows' pages call the application: one channel, text in, text out. Everybody else is refused. */
export function registerIpc({ ipcMain, ownFrames, origin, invoke }: IpcParts): void {
  ipcMain.handle(CHANNEL, async (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    if (!isOwn(event.senderFrame, ownFrames(), origin))
      throw new Error('This frame may not call the application.');
    const [text] = args;
    if (typeof text !== 'string' || args.length !== 1) throw new TypeError('A request is one text.');
    const bytes = Buffer.byteLength(text);
    if (bytes > FILE_REQUEST_LIMIT)
      return replyText({ code: 'file-too-large', bytes, limit: FILE_REQUEST_LIMIT });
    return invoke(text);
  });
}

/** A frame inside a page, or a page that came from elsewhere, may look like ours in every other way. */
function isOwn(frame: WebFrameMain | null, own: Iterable<WebFrameMain>, origin: string): boolean {
  if (frame?.parent !== null || frame.origin !== origin) return false;
  // Two objects can stand for one frame, so identity alone would refuse our own.
  for (const { processId, frameToken } of own) {
    if (frame.processId === processId && frame.frameToken === frameToken) return true;
  }
  return false;
}
