// A hub reduced to files, for the engine's tests: it can be told to lie, stall, fail and forget.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** What to do with a request for a release file instead of serving it; undefined serves it. */
export type Interference = (
  path: string,
  request: IncomingMessage,
) => Promise<Tampered | undefined> | Tampered | undefined;
export type Tampered =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'status'; readonly status: number }
  | { readonly type: 'cut' };

export interface HarnessServer {
  readonly url: string;
  /** Folder with `metadata/` and `targets/`; may be changed at any time. */
  releaseFolder: string;
  interfere: Interference | null;
  /** Release paths asked for, oldest first. */
  readonly requests: { readonly path: string; readonly range: string | undefined }[];
  readonly reports: unknown[];
  readonly enrolments: unknown[];
  /** While false the hub's API answers 503. */
  isApiUp: boolean;
  stop(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

/** Serves the page from `pageFolder`, on a port the system chose. */
export async function startHarnessServer(pageFolder: string, releaseFolder: string): Promise<HarnessServer> {
  const state: Omit<HarnessServer, 'url' | 'stop'> = {
    releaseFolder,
    interfere: null,
    requests: [],
    reports: [],
    enrolments: [],
    isApiUp: true,
  };
  const server = createServer((request, response) => {
    answer(state, pageFolder, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function answer(
  state: Omit<HarnessServer, 'url' | 'stop'>,
  pageFolder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
  if (path.startsWith('/release/')) await answerRelease(state, path.slice(9), request, response);
  else if (path.startsWith('/api/')) await answerApi(state, path, request, response);
  else await serveFile(join(pageFolder, path.endsWith('/') ? `${path}index.html` : path), request, response);
}

async function answerRelease(
  state: Omit<HarnessServer, 'url' | 'stop'>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  state.requests.push({ path, range: request.headers.range });
  const tampered = await state.interfere?.(path, request);
  if (tampered?.type === 'cut') response.destroy();
  else if (tampered?.type === 'status') response.writeHead(tampered.status).end();
  else if (tampered?.type === 'bytes') response.writeHead(200).end(tampered.bytes);
  else await serveFile(join(state.releaseFolder, path), request, response);
}

async function answerApi(
  state: Omit<HarnessServer, 'url' | 'stop'>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!state.isApiUp) return void response.writeHead(503).end();
  let text = '';
  for await (const chunk of request) text += chunk;
  const body: unknown = JSON.parse(text);
  response.setHeader('content-type', 'application/json');
  if (path === '/api/terminals') {
    state.enrolments.push(body);
    response.end(JSON.stringify({ terminalId: 't-1', token: 'secret-1', name: 'Terminal 1' }));
  } else if (request.headers.authorization === 'Bearer secret-1') {
    state.reports.push(body);
    response.end('{}');
  } else {
    response.writeHead(401).end('{}');
  }
}

async function serveFile(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const facts = await stat(path).catch(() => null);
  // Without a body a browser may call it an error of its own and leave the page it was on.
  if (!facts?.isFile())
    return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  const type = mediaTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  if (range) {
    const part = (await readFile(path)).subarray(Number(range[1]), Number(range[2]) + 1);
    return void response.writeHead(206, { 'content-type': type }).end(part);
  }
  response.writeHead(200, { 'content-type': type, 'content-length': facts.size });
  createReadStream(path).pipe(response);
}
