// Publishes small libraries with the real publisher and the real index builder.
import { cp } from 'node:fs/promises';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import type { SmallLibrary } from './small-library.ts';

/** Publishes into a data folder and resolves with the version. */
export async function publishLibrary(dataDir: string, library: SmallLibrary, nowMs: number): Promise<number> {
  const outcome = await publishRelease(await library.source(), {
    dataDir,
    publicUrl: 'http://localhost:8080',
    note: '',
    who: 'tests',
    now: () => nowMs,
    engine: nodeEngine,
  });
  return outcome.version;
}

/** Keeps the release in force as it is now: later publishes change the data folder's own. */
export async function keepRelease(dataDir: string, folder: string): Promise<string> {
  await cp(`${dataDir}/release`, folder, { recursive: true });
  return folder;
}
