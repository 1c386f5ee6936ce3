// Serves the terminal's page over the fake engine, or the wall's, under the hub's content security policy.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appPolicy } from '#hub/http/content-security-policy.ts';
import { modelPath } from '#kiosk/handwriting/model-files.ts';
import { loadHandwritingModel } from '#scripts/make-handwriting-model.ts';
import { madeBefore } from '../made-before.ts';
import { buildFixture, kioskRoot } from './build-fixture.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
};

/** Every file of the built page by its path. */
async function readFixture(root: string): Promise<Map<string, string | Uint8Array>> {
  const before = madeBefore(basename(root));
  const own = before === null ? await mkdtemp(join(tmpdir(), 'mingchuang-fixture-')) : null;
  const folder = own === null ? (before ?? '') : await buildFixture(root, own);
  const files = new Map<string, string | Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length), await readFile(path));
  }
  if (own !== null) await rm(own, { recursive: true, force: true });
  return files;
}

/** pdfjs-dist's own tables, as the built kiosk carries them. */
async function readPdfFile(path: string): Promise<Uint8Array | null> {
  if (!/^\/pdfjs\/[\w]+\/[\w.-]+$/.test(path)) return null;
  const file = path.replace('/pdfjs/', '../../../node_modules/pdfjs-dist/');
  return await readFile(at(file)).catch(() => null);
}

export interface FixtureServer {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts on a port the system chooses, with the page of the folder `root`; the caller closes it. */
export async function serveFixture(root = kioskRoot): Promise<FixtureServer> {
  const files = await readFixture(root);
  files.set(modelPath, await loadHandwritingModel());
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = files.get(path) ?? (await readPdfFile(path)) ?? files.get('/index.html');
    const isPage = !files.has(path) && !path.startsWith('/pdfjs/');
    const ending = isPage ? 'html' : path.slice(path.lastIndexOf('.') + 1);
    response.setHeader('content-type', types[ending] ?? 'application/octet-stream');
    response.setHeader('content-security-policy', appPolicy);
    // Named by what they hold: a page loaded again takes them, and what they were compiled to, from the browser.
    if (path.startsWith('/assets/')) response.setHeader('cache-control', 'max-age=31536000, immutable');
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
