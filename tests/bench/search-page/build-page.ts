// Builds the page of the search bench as the kiosk itself is built.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compileHint } from '#scripts/compile-hint.ts';
import { installPeers } from '../peers/install-peers.ts';

/** Resolves with a folder that can be served as the root of an origin; the caller removes it. */
export async function buildSearchPage(): Promise<string> {
  installPeers();
  const outDir = await mkdtemp(join(tmpdir(), 'mingchuang-bench-page-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es', rolldownOptions: { output: { postBanner: compileHint } } },
    build: { target: 'es2024', outDir, emptyOutDir: true, assetsInlineLimit: 0, reportCompressedSize: false },
  });
  return outDir;
}
