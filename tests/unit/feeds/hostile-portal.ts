// A portal on this machine that answers as a test tells it, and counts what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestPortal {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly url: (path: string) => string;
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[];
  /** What each path answers; others answer 404. */
  readonly routes: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  close(): Promise<void>;
}

export async function openPortal(): Promise<TestPortal> {
  const asked: TestPortal['asked'] = [];
  const routes: TestPortal['routes'] = new Map();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    response.on('error', () => {});
    const route = routes.get(path);
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ host, asked, routes },
    url: (path) => `http://${host}${path}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a body and headers. */
export const say =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };

export const rssType = { 'content-type': 'application/rss+xml; charset=utf-8' };

/** A small RSS 2.0 feed of these items, each given as the inside of `<item>`. */
export const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>市政府门户</title><link>http://portal.example/</link>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;

export const rssItem = (id: string, title: string, more = ''): string =>
  `<guid>${id}</guid><title>${title}</title><link>http://portal.example/${id}</link>${more}`;
