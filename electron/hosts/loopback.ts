import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '#electron/core/context.ts';
import type { Assets } from './assets.ts';
import { HostError } from './host-error.ts';
import { sendPage, sendReply, sendSentence, type Exchange } from './loopback-answer.ts';
import { API, denialOf, pathOf } from './loopback-rules.ts';
import { readBody } from './request-body.ts';
import { replyText } from './route.ts';

export interface LoopbackParts {
  /** 0 for any free port. */
  port: number;
  /** Answers a request as JSON text; never rejects. */
  invoke: (text: string) => Promise<string>;
  assets: Assets;
  log: Log;
}

export interface Loopback {
  /** The page's address with the token of this start behind `#`, where no server and no log ever sees it. */
  url: string;
  port: number;
  /** Stops serving and ends every connection, idle ones too. */
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';
const MAX_CONNECTIONS = 256;

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  // How often the timeouts above are looked at; Node's own choice is every 30 seconds.
  connectionsCheckingInterval: 1_000,
  // Our own rule about hosts answers 421 instead.
  requireHostHeader: false,
};

/**
 * Serves the page and the application on this computer's loopback address, to whoever has the token of this start.
 * @throws HostError `port-in-use` or `port-refused` when the port cannot be had.
 */
export async function startLoopback(parts: LoopbackParts): Promise<Loopback> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer(LIMITS);
  server.maxConnections = MAX_CONNECTIONS;
  const port = await listen(server, parts.port);

  server.on('request', (request, response) => {
    answer({ request, response }, parts, port, token).catch((error: unknown) => {
      // A sender that left in the middle is not a fault of ours, and there is nobody to answer.
      if (!request.complete) return;
      parts.log({
        level: 'error',
        event: 'loopback',
        error: error instanceof Error ? error.name : typeof error,
      });
      response.destroy();
    });
  });

  return {
    url: `http://${ADDRESS}:${port}/#t=${token}`,
    port,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  exchange: Exchange,
  { assets, invoke }: LoopbackParts,
  port: number,
  token: string,
): Promise<void> {
  const { method = '', url: target = '', headersDistinct: headers } = exchange.request;
  const denial = denialOf({ method, target, headers }, port, token);
  if (denial) return sendSentence(exchange, denial.status, denial.sentence, denial.headers);
  if (pathOf(target) !== API) return sendPage(exchange, assets, pathOf(target));
  const body = await readBody(exchange.request);
  if (!body.ok) return sendReply(exchange, body.status, replyText(body.error));
  sendReply(exchange, 200, await invoke(body.text));
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen({ host: ADDRESS, port, exclusive: true });
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    if (code === 'EADDRINUSE') throw new HostError({ code: 'port-in-use', port }, cause);
    throw new HostError({ code: 'port-refused', port, detail: code }, cause);
  }
  return (server.address() as AddressInfo).port;
}
