// A plain static file server over a folder, as any mirror would be; it can be told to answer some paths otherwise.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** Answers instead of the file, for paths below `/`; return false to let the file be served. */
export type Interfere = (path: string, response: ServerResponse) => boolean;

export interface ReleaseServer {
  readonly url: string;
  interfere: Interfere;
  close(): Promise<void>;
}

export async function serveFolder(folder: string): Promise<ReleaseServer> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    if (self.interfere(path, response)) return;
    const place = join(folder, path);
    const isFile = await stat(place).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) {
      response.writeHead(404).end();
      return;
    }
    createReadStream(place).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const self: ReleaseServer = {
    url: `http://127.0.0.1:${port}`,
    interfere: () => false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return self;
}
