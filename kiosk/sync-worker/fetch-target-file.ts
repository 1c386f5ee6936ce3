// Fetches one signed file and puts it, checked to the last byte, into the store.
import { AppError } from '#shared/errors/app-error.ts';
import type { CancelSignal } from '#shared/protocol/cancel-signal.ts';
import { blockTableBytes, isBlockWhole, parseBlockFile } from '#shared/release/block-file.ts';
import { fetchTarget } from '#shared/release/tuf/update-client.ts';
import { persistAttachment } from '../store/attachment-store.ts';
import { persistBlockFile } from '../store/block-store.ts';
import type { HeldTarget } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { SyncContext } from './sync-context.ts';

/** Blocks whose digests are worked out in one step. */
const checkedTogether = 16;

/** The file's bytes, of exactly the length and digest that were signed. */
export async function fetchSigned(
  context: SyncContext,
  file: HeldTarget,
  signal?: CancelSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  await context.aside.step();
  const info = { length: file.bytes, hashes: { sha256: file.sha256 } };
  const targets = new Map([[file.path, info]]);
  const client = { fetcher: context.fetcher, sha256, ...(signal ? { signal } : {}) };
  return (await fetchTarget({ targets }, file.path, client)) as Uint8Array<ArrayBuffer>;
}

/** Fetches a block file and stores it with every block checked against the file's own table. */
export async function fetchBlockFile(
  context: SyncContext,
  file: HeldTarget,
  signal?: CancelSignal,
): Promise<void> {
  const bytes = await fetchSigned(context, file, signal);
  const { rows, block } = parseBlockFile(bytes, file.path);
  const step = () => context.aside.step();
  for (let first = 0; first < rows.length; first += checkedTogether) {
    await step();
    const some = rows.slice(first, first + checkedTogether);
    const checks = some.map(({ digest }, at) => isBlockWhole(block(first + at), digest, sha256));
    if ((await Promise.all(checks)).includes(false)) {
      throw new AppError('release.block-file-damaged', { file: file.path, reason: 'digest of a block' });
    }
  }
  const table = bytes.slice(0, blockTableBytes(bytes, bytes.length, file.path));
  await persistBlockFile(
    context.store,
    { sha256: file.sha256, path: file.path, bytes: file.bytes, table },
    rows,
    ({ offset, length }) => bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length),
    step,
  );
}

/** Fetches an attachment and stores it under its media type. */
export async function fetchAttachment(
  context: SyncContext,
  file: HeldTarget,
  mediaType: string,
  signal?: CancelSignal,
): Promise<void> {
  const bytes = await fetchSigned(context, file, signal);
  await persistAttachment(context.store, file.sha256, new Blob([bytes], { type: mediaType }));
}
