// Checks a file of a release byte by byte: length, digest, and what its kind promises inside.
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { isBlockWhole, parseBlockFile } from '#shared/release/block-file.ts';
import { parseDeletedList } from '#shared/release/deleted-list.ts';
import type { PlannedFile } from '#shared/release/install-plan.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import { targetFilePath } from '#shared/release/release-path.ts';
import type { TargetInfo } from '#shared/release/tuf/metadata.ts';
import { requireDigest } from '#shared/release/tuf/verify-metadata.ts';
import { readBounded } from './disk-fetcher.ts';
import { systemErrorCode } from './durable-files.ts';
import { sha256 } from './node-crypto.ts';
import { digestFile } from './target-writer.ts';

/** Throws `release.…` unless the file is exactly what metadata and manifest say. */
export async function checkFile(folder: string, manifest: ReleaseManifest, file: PlannedFile): Promise<void> {
  const info = { length: file.bytes, hashes: { sha256: file.sha256 } };
  if (file.use.type === 'attachment') return checkTarget(folder, file.path, info);
  const path = targetFilePath(file.path, file.sha256);
  const bytes = await readBounded(join(folder, path), file.bytes, path);
  await requireDigest(bytes, info, path, sha256);
  const { segmentId } = file.use;
  const segment = manifest.segments.find(({ id }) => id === segmentId);
  if (segment === undefined) throw mismatch(file.path, 'segment');
  if (file.use.type === 'blocks') await checkBlocks(bytes, segment, file.use.file, path);
  else parseDeletedList(bytes, segment.records, segmentId);
}

/** The check of length and digest alone, in bounded memory, for files of any size. */
export async function checkTarget(folder: string, path: string, info: TargetInfo): Promise<void> {
  const file = targetFilePath(path, info.hashes.sha256);
  const found = await digestFile(join(folder, file)).catch((thrown) => {
    const isAbsent = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemErrorCode(thrown) ?? '');
    throw isAbsent ? new AppError('release.file-missing', { file }, { cause: thrown }) : thrown;
  });
  if (found.bytes !== info.length) {
    throw new AppError('release.length-mismatch', { file, expected: info.length, found: found.bytes });
  }
  if (found.sha256 !== info.hashes.sha256) throw new AppError('release.hash-mismatch', { file });
}

async function checkBlocks(
  bytes: Uint8Array,
  segment: SegmentEntry,
  file: number,
  path: string,
): Promise<void> {
  const parsed = parseBlockFile(bytes, path);
  if (parsed.rows.length !== segment.files[file]?.blocks) throw mismatch(path, 'number of blocks');
  for (const [index, { digest }] of parsed.rows.entries()) {
    if (!(await isBlockWhole(parsed.block(index), digest, sha256))) {
      throw new AppError('release.block-file-damaged', { file: path, reason: `digest of block ${index}` });
    }
  }
}

function mismatch(path: string, reason: string): AppError {
  return new AppError('release.manifest-mismatch', { path, reason });
}
