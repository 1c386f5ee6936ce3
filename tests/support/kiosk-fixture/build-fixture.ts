// Builds a page over a fake engine, the terminal's or the wall's.
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const kioskRoot = fileURLToPath(new URL('.', import.meta.url));

/** Builds the page of the folder `root` into a folder of its name inside `parent`, and resolves with that folder. */
export async function buildFixture(root: string, parent: string): Promise<string> {
  const outDir = join(parent, basename(root));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    root,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'es2024',
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  return outDir;
}
