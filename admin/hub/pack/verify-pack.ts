// Checks an update pack as a terminal would that already holds what the pack leaves out.
import { createHash } from 'node:crypto';
import { AppError, type Language, toAppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { type OpenPack, openPack } from '#shared/release/pack.ts';
import { metadataFilePath, targetFilePath } from '#shared/release/release-path.ts';
import { maxMetadataBytes, type TargetInfo } from '#shared/release/tuf/metadata.ts';
import { type FileSource, openFileSource } from '../archive/file-source.ts';
import { type LoadedRelease, loadRelease } from '../publish/load-release.ts';
import type { ReleaseProblem } from '../publish/verify-release.ts';

export interface PackCheck {
  readonly ok: boolean;
  readonly version: number | null;
  /** The release its terminal has to hold; null for a whole pack. */
  readonly since: number | null;
  readonly files: number;
  readonly problems: readonly ReleaseProblem[];
}

/**
 * Goes from the pack's own first root down: that proves the pack whole, not whose it is. Throws `pack.not-a-pack` and
 * `archive.cannot-read`; all else that is wrong is among the problems.
 */
export async function verifyPack(
  file: string,
  { nowMs, language }: { readonly nowMs: number; readonly language: Language },
): Promise<PackCheck> {
  const source = await openFileSource(file);
  const problems: ReleaseProblem[] = [];
  const attempt = async <T>(check: () => Promise<T>): Promise<T | null> => {
    try {
      return await check();
    } catch (thrown) {
      const { code, details } = toAppError(thrown);
      if (code === 'internal' || code === 'pack.not-a-pack' || code === 'archive.cannot-read') throw thrown;
      problems.push({ code, details, message: describeError(code, details, language) });
      return null;
    }
  };
  try {
    const pack = await attempt(() => openPack(source));
    const release = pack && (await attempt(() => loadFrom(pack, nowMs)));
    let files = 0;
    for (const [path, info] of release?.metadata.targets ?? []) {
      const place = targetFilePath(path, info.hashes.sha256);
      if (pack?.head.since !== null && !pack?.places.has(place)) continue;
      files += 1;
      await attempt(() => checkTarget(source, pack, place, info));
    }
    const version = release?.manifest.version ?? null;
    return { ok: problems.length === 0, version, since: pack?.head.since ?? null, files, problems };
  } finally {
    await source.close();
  }
}

async function loadFrom({ fetcher }: OpenPack, nowMs: number): Promise<LoadedRelease> {
  const trustedRoot = await fetcher.fetch(metadataFilePath('root', 1), maxMetadataBytes.root);
  return loadRelease('', { nowMs, trustedRoot, fetcher });
}

/** In bounded memory, whatever the file's length. */
async function checkTarget(
  source: FileSource,
  pack: OpenPack,
  file: string,
  { length, hashes }: TargetInfo,
): Promise<void> {
  const place = pack.places.get(file);
  if (place === undefined) throw new AppError('release.file-missing', { file });
  if (place.bytes !== length) {
    throw new AppError('release.length-mismatch', { file, expected: length, found: place.bytes });
  }
  const hash = createHash('sha256');
  for await (const piece of source.pieces(place.at, place.bytes)) hash.update(piece);
  if (hash.digest('hex') !== hashes.sha256) throw new AppError('release.hash-mismatch', { file });
}
