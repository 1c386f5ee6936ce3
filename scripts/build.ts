// Builds the pages into dist/, and only when their sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeHandwritingFiles } from './make-handwriting-model.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = [
  'kiosk',
  'admin/page',
  'admin/phone',
  'shared',
  'public',
  'vite.config.ts',
  'scripts/build.ts',
  'scripts/make-handwriting-model.ts',
  'package-lock.json',
];
const fingerprintFile = join(root, 'dist', '.fingerprint');

/** One file of the service worker's precache list. `revision` is null where the address names the content. */
interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = /\.\w+$/.test(source) ? [path] : await listFiles(path);
    for (const file of files)
      hash
        .update(file.slice(root.length))
        .update('\0')
        .update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Every file of the built kiosk, as the service worker is to hold it. */
async function precacheList(folder: string): Promise<PrecacheEntry[]> {
  const list: PrecacheEntry[] = [];
  for (const file of await listFiles(folder)) {
    const name = file.slice(folder.length + 1).replaceAll('\\', '/');
    if (/^sw(-retired)?\.js$/.test(name) || name.endsWith('.map')) continue;
    const revision = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
      .slice(0, 16);
    // Pages are held under the address they are asked for by: `/`, `/screen/`.
    if (/(^|\/)index\.html$/.test(name))
      list.push({ url: `/${name.slice(0, -'index.html'.length)}`, revision });
    else list.push({ url: `/${name}`, revision: name.startsWith('assets/') ? null : revision });
  }
  return list;
}

async function buildAll(isQuiet: boolean): Promise<void> {
  const { build } = await import('vite');
  const configFile = join(root, 'vite.config.ts');
  const logLevel = isQuiet ? 'warn' : 'info';
  await build({ configFile, mode: 'kiosk', logLevel });
  await writeHandwritingFiles(join(root, 'dist', 'kiosk'));
  const manifest = await precacheList(join(root, 'dist', 'kiosk'));
  const define = {
    'self.__PRECACHE_MANIFEST': JSON.stringify(manifest),
    'process.env.NODE_ENV': '"production"',
  };
  await build({ configFile, mode: 'service-worker', logLevel, define });
  await build({ configFile, mode: 'retired-service-worker', logLevel });
  await build({ configFile, mode: 'admin', logLevel });
  await build({ configFile, mode: 'phone', logLevel });
}

/** Brings dist/ up to date. Returns false when it already was. */
export async function buildPages(options: { isQuiet: boolean }): Promise<boolean> {
  const wanted = await fingerprint();
  const built = existsSync(fingerprintFile) ? await readFile(fingerprintFile, 'utf8') : '';
  if (built === wanted) return false;
  await rm(fingerprintFile, { force: true });
  await mkdir(join(root, 'dist'), { recursive: true });
  await buildAll(options.isQuiet);
  await writeFile(fingerprintFile, wanted);
  return true;
}

if (import.meta.main) await buildPages({ isQuiet: false });
