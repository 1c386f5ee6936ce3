// Reading the metadata of releases no longer in force: signed by any root of the chain, of whatever age.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { metadataFilePath, targetFilePath } from '#shared/release/release-path.ts';
import {
  maxMetadataBytes,
  type RootMetadata,
  type SignedFile,
  type TargetInfo,
} from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import { requireDigest, verifyThreshold } from '#shared/release/tuf/verify-metadata.ts';
import { checkTarget } from './check-files.ts';
import { readBounded } from './disk-fetcher.ts';
import { sha256, verifyEd25519 } from './node-crypto.ts';

/** Throws `release.…` unless the file is there, whole, of the version its name says and signed. */
export async function readOlderMetadata<R extends 'snapshot' | 'targets'>(
  folder: string,
  role: R,
  version: number,
  roots: readonly RootMetadata[],
): Promise<SignedFile<R>> {
  const path = metadataFilePath(role, version);
  const file = parseMetadata(await readBounded(join(folder, path), maxMetadataBytes[role], path), role);
  if (file.signed.version !== version) {
    throw new AppError('release.version-mismatch', { role, expected: version, found: file.signed.version });
  }
  let refusal: unknown = new AppError('release.no-trusted-root');
  for (const root of roots.toReversed()) {
    try {
      await verifyThreshold(root, role, file, verifyEd25519);
      return file;
    } catch (thrown) {
      refusal = thrown;
    }
  }
  throw refusal;
}

/** An older snapshot together with the targets metadata it names. Throws `release.…`. */
export async function checkOlderSnapshot(
  folder: string,
  version: number,
  roots: readonly RootMetadata[],
): Promise<void> {
  const { signed } = await readOlderMetadata(folder, 'snapshot', version, roots);
  const meta = signed.meta['targets.json'];
  const path = metadataFilePath('targets', meta.version);
  const bytes = await readBounded(join(folder, path), maxMetadataBytes.targets, path);
  await requireDigest(bytes, meta, path, sha256);
}

/** Tells whether files of releases are there, asking the disk once for each file. */
export class FileInspector {
  readonly #folder: string;
  readonly #isThorough: boolean;
  readonly #known = new Map<string, boolean>();

  /** `isThorough`: by digest; otherwise by length only. */
  constructor(folder: string, isThorough: boolean) {
    this.#folder = folder;
    this.#isThorough = isThorough;
  }

  async areWhole(targets: Iterable<readonly [string, TargetInfo]>): Promise<boolean> {
    for (const [path, info] of targets) if (!(await this.#isWhole(path, info))) return false;
    return true;
  }

  async #isWhole(path: string, info: TargetInfo): Promise<boolean> {
    const file = targetFilePath(path, info.hashes.sha256);
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const isWhole = await (this.#isThorough ? this.#hasDigest(path, info) : this.#hasLength(file, info));
    this.#known.set(file, isWhole);
    return isWhole;
  }

  async #hasDigest(path: string, info: TargetInfo): Promise<boolean> {
    return checkTarget(this.#folder, path, info).then(
      () => true,
      () => false,
    );
  }

  async #hasLength(file: string, { length }: TargetInfo): Promise<boolean> {
    return stat(join(this.#folder, file)).then(
      ({ size }) => size === length,
      () => false,
    );
  }
}
