// Puts a hub on a socket, with the timeouts a public server needs, and closes it gracefully.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hub } from './create-hub.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** How long requests under way may take to end when closing; default 5 s. */
  readonly graceMs?: number;
}

export interface ListeningHub {
  readonly host: string;
  readonly port: number;
  /** Refuses new connections, lets requests end, then closes the hub itself. */
  close(): Promise<void>;
}

/**
 * A client has 10 s for its headers and 10 minutes for a whole upload, so that slow senders can't hold
 * connections for ever; idle connections are dropped after 10 s.
 */
const serverOptions = {
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
} as const;

const maxConnections = 4000;
const defaultGraceMs = 5000;

/** Rejects when the address can't be had (EADDRINUSE, EACCES). The caller has called `hub.start()`. */
export async function listen(hub: Hub, options: ListenOptions): Promise<ListeningHub> {
  const server = createServer(
    serverOptions,
    getRequestListener((request, env) => hub.app.fetch(request, env)),
  );
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  return {
    host: options.host,
    port,
    close() {
      closing ??= closeServer(server, options.graceMs ?? defaultGraceMs).then(() => hub.close());
      return closing;
    },
  };
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
