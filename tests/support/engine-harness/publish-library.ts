// Publishes small libraries with the real publisher and the real index builder.
import { cp } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { publishRelease } from '#hub/publish/publish.ts';
import { buildSegment } from '#shared/search/build-segment.ts';
import type { SmallLibrary } from './small-library.ts';

const deflate = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Uint8Array>;

/** Publishes into a data folder and resolves with the version. */
export async function publishLibrary(dataDir: string, library: SmallLibrary, nowMs: number): Promise<number> {
  const outcome = await publishRelease(await library.source(), {
    dataDir,
    publicUrl: 'http://localhost:8080',
    note: '',
    who: 'tests',
    now: () => nowMs,
    engine: {
      build: (id, records, sink) => buildSegment(id, records, sink, { deflate }),
      open: () => Promise.reject(new Error('Publishing does not open catalogues.')),
    },
  });
  return outcome.version;
}

/** Keeps the release in force as it is now: later publishes change the data folder's own. */
export async function keepRelease(dataDir: string, folder: string): Promise<string> {
  await cp(`${dataDir}/release`, folder, { recursive: true });
  return folder;
}
