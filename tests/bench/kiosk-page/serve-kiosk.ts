// Serves the built kiosk with a kept release, as any web server may, without a hub.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const pages = fileURLToPath(new URL('../../../dist/kiosk', import.meta.url));

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** Starts on a port the system chooses; the caller stops it. */
export async function serveKiosk(releaseFolder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const isRelease = path.startsWith('/release/');
    const place = isRelease ? join(releaseFolder, path.slice('/release/'.length)) : join(pages, path);
    const isFile = (await stat(place).catch(() => null))?.isFile() === true;
    if (!isFile && (isRelease || path.startsWith('/api/'))) return void response.writeHead(404).end();
    const file = isFile ? place : join(pages, 'index.html');
    const type = mediaTypes[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type });
    createReadStream(file, { highWaterMark: 1 << 18 }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
