// Builds the terminal's page over the fake engine and serves it under the hub's content security policy.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { appPolicy } from '#hub/http/content-security-policy.ts';
import { modelPath } from '#kiosk/handwriting/model-files.ts';
import { loadHandwritingModel } from '#scripts/make-handwriting-model.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
};

/** Every file of the built page by its path. */
async function buildFixture(root: string): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2024', write: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = new Map<string, string | Uint8Array>();
  for (const one of outputs) {
    if (!('output' in one)) continue;
    for (const file of one.output) {
      files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
    }
  }
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
export async function serveFixture(root = at('.')): Promise<FixtureServer> {
  const files = await buildFixture(root);
  files.set(modelPath, await loadHandwritingModel());
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = files.get(path) ?? (await readPdfFile(path)) ?? files.get('/index.html');
    const isPage = !files.has(path) && !path.startsWith('/pdfjs/');
    const ending = isPage ? 'html' : path.slice(path.lastIndexOf('.') + 1);
    response.setHeader('content-type', types[ending] ?? 'application/octet-stream');
    response.setHeader('content-security-policy', appPolicy);
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
