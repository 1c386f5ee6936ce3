// Which files a release is made of, with what each is for, its length and its digest.
import { AppError } from '../errors/app-error.ts';
import { manifestPath, type ReleaseManifest } from './manifest.ts';
import type { TargetInfo } from './tuf/metadata.ts';

type Targets = ReadonlyMap<string, TargetInfo>;

/** What a file is for. */
export type FileUse =
  | { readonly type: 'blocks'; readonly segmentId: string; readonly file: number }
  | { readonly type: 'deleted-list'; readonly segmentId: string }
  | { readonly type: 'attachment'; readonly sha256: string };

/** One file of a release with its place, size and digest. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly use: FileUse;
}

/**
 * Every file of a release in the order of its manifest: segments first, then attachments. Throws
 * `release.manifest-mismatch` when the manifest names a file that the signed list lacks or describes otherwise.
 */
export function listReleaseFiles(manifest: ReleaseManifest, targets: Targets): PlannedFile[] {
  const files: PlannedFile[] = [];
  for (const segment of manifest.segments) {
    segment.files.forEach(({ path, bytes }, file) => {
      files.push(plan(targets, path, { type: 'blocks', segmentId: segment.id, file }, bytes));
    });
    if (segment.deleted !== null) {
      files.push(plan(targets, segment.deleted, { type: 'deleted-list', segmentId: segment.id }));
    }
  }
  for (const { path, sha256, bytes } of manifest.attachments) {
    const file = plan(targets, path, { type: 'attachment', sha256 }, bytes);
    if (file.sha256 !== sha256) throw mismatch(path, 'digest');
    files.push(file);
  }
  return files;
}

function plan(targets: Targets, path: string, use: FileUse, bytes?: number): PlannedFile {
  const info = targets.get(path);
  if (info === undefined || path === manifestPath) throw mismatch(path, 'not in the signed list');
  if (bytes !== undefined && info.length !== bytes) throw mismatch(path, 'length');
  return { path, bytes: info.length, sha256: info.hashes.sha256, use };
}

function mismatch(path: string, reason: string): AppError {
  return new AppError('release.manifest-mismatch', { path, reason });
}
