// Serves the bench page, a release and the peers' files from one origin that keeps its address between runs.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';

/** Browsers keep what they store by origin, so the port must be the same in every run. */
const port = Number(process.env.MINGCHUANG_BENCH_PORT ?? 47_831);

export interface PageServer {
  readonly url: string;
  /** Folders by the first part of the path; may be changed at any time. */
  readonly folders: Map<string, string>;
  stop(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  wasm: 'application/wasm',
};

/** Only an isolated page may measure its memory. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

export async function servePage(pageFolder: string): Promise<PageServer> {
  const folders = new Map<string, string>();
  const server = createServer((request, response) => {
    answer(pageFolder, folders, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${port}`,
    folders,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  pageFolder: string,
  folders: ReadonlyMap<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
  const [, first = '', ...rest] = path.split('/');
  const folder = folders.get(first);
  const place =
    folder === undefined ? join(pageFolder, path === '/' ? 'index.html' : path) : join(folder, ...rest);
  const facts = await stat(place).catch(() => null);
  if (!facts?.isFile()) return void response.writeHead(404).end();
  const type = mediaTypes[place.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  // As the hub serves them: what a browser may keep, it keeps compiled.
  const caching: Record<string, string> =
    first === 'assets' ? { 'cache-control': 'public, max-age=31536000, immutable' } : {};
  response.writeHead(200, { 'content-type': type, 'content-length': facts.size, ...isolation, ...caching });
  createReadStream(place, { highWaterMark: 1 << 18 }).pipe(response);
}
