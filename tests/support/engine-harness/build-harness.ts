// Builds the harness page and its service worker as the kiosk itself is built, into a folder of the caller's.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const configFile = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url));

/** @param outDir an empty folder; afterwards it can be served as the root of an origin */
export async function buildHarness(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { target: 'es2024', outDir, emptyOutDir: true, assetsInlineLimit: 0, minify: false },
  });
  await buildServiceWorker(outDir);
  await build({ configFile, mode: 'retired-service-worker', logLevel: 'warn', build: { outDir } });
}

/** Builds the worker for the files as they are in the folder now. */
export async function buildServiceWorker(outDir: string): Promise<void> {
  await build({
    configFile,
    mode: 'service-worker',
    logLevel: 'warn',
    define: {
      'self.__PRECACHE_MANIFEST': JSON.stringify(await precacheList(outDir)),
      'process.env.NODE_ENV': '"production"',
    },
    build: { outDir },
  });
}

async function precacheList(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/^sw(-retired)?\.js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return await Promise.all(
    paths.map(async (path) => {
      const revision = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
        .slice(0, 16);
      const url = path.slice(folder.length).replace(/^\/?/, '/');
      return { url: url === '/index.html' ? '/' : url, revision };
    }),
  );
}
