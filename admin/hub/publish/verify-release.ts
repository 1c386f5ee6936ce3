// Checks a release folder from its metadata down, every byte of every file it refers to, and says in words what is wrong.
//
// First the release in force, as a terminal would: roots, timestamp, snapshot, targets, manifest, then each file
// and each block. Then the older releases still kept there: their signatures and every file only they refer to.
// Files nobody refers to (of a publish that was killed) are no problem and are not looked at.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, type ErrorCode, type ErrorDetails, type Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { listReleaseFiles } from '#shared/release/install-plan.ts';
import { manifestPath } from '#shared/release/manifest.ts';
import { metadataFilePath, targetFilePath, timestampFilePath } from '#shared/release/release-path.ts';
import { maxMetadataBytes, type RootMetadata } from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import { checkFile, checkTarget } from './check-files.ts';
import { readBounded } from './disk-fetcher.ts';
import { systemErrorCode } from './durable-files.ts';
import { type LoadedRelease, loadRelease } from './load-release.ts';
import { checkOlderSnapshot, readOlderMetadata } from './older-releases.ts';

/** One thing that is wrong. */
export interface ReleaseProblem {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly message: string;
}

export interface ReleaseCheck {
  readonly ok: boolean;
  /** Version of the release in force; null when that could not be established. */
  readonly version: number | null;
  /** Files looked at. */
  readonly files: number;
  /** At most 200. */
  readonly problems: readonly ReleaseProblem[];
}

export interface VerifyOptions {
  /** Milliseconds since 1970, for expiry. */
  readonly nowMs: number;
  readonly language?: Language;
  /** Root to begin from; by default the folder's own first root, which proves that it is whole, not whose it is. */
  readonly trustedRoot?: Uint8Array;
}

const mostProblems = 200;
const mostAttempts = 3;

/** Never throws for what is wrong with the folder. A publish that ends meanwhile makes it look again. */
export async function verifyReleaseFolder(folder: string, options: VerifyOptions): Promise<ReleaseCheck> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await readTimestamp(folder);
    const check = await new FolderCheck(folder, options).run();
    if (check.ok || attempt === mostAttempts || (await readTimestamp(folder)) === before) return check;
  }
}

async function readTimestamp(folder: string): Promise<string> {
  const bytes = await readBounded(join(folder, timestampFilePath), maxMetadataBytes.timestamp, '').catch(
    () => [],
  );
  return Buffer.from(bytes).toString('base64');
}

class FolderCheck {
  readonly #folder: string;
  readonly #options: VerifyOptions;
  readonly #problems: ReleaseProblem[] = [];
  /** Paths on disk that have been looked at. */
  readonly #seen = new Set<string>();

  constructor(folder: string, options: VerifyOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  async run(): Promise<ReleaseCheck> {
    let release: LoadedRelease | null = null;
    await this.#attempt(async () => {
      release = await loadRelease(this.#folder, this.#options);
    });
    if (release !== null) await this.#checkInForce(release);
    if (release !== null) await this.#checkOlder(release);
    return {
      ok: this.#problems.length === 0,
      version: (release as LoadedRelease | null)?.manifest.version ?? null,
      files: this.#seen.size,
      problems: this.#problems,
    };
  }

  async #checkInForce({ metadata, manifest }: LoadedRelease): Promise<void> {
    const { root, timestamp, snapshot, targets } = metadata;
    for (let version = 1; version <= root.version; version += 1) {
      this.#seen.add(metadataFilePath('root', version));
    }
    this.#seen.add(timestampFilePath);
    this.#seen.add(metadataFilePath('snapshot', snapshot.version));
    this.#seen.add(metadataFilePath('targets', metadata.targetsVersion));
    await this.#attempt(() => {
      if (timestamp.release === manifest.version) return;
      const details = { role: 'timestamp', expected: manifest.version, found: timestamp.release };
      throw new AppError('release.version-mismatch', details);
    });
    await this.#attempt(async () => {
      for (const file of listReleaseFiles(manifest, targets)) {
        this.#seen.add(targetFilePath(file.path, file.sha256));
        await this.#attempt(() => checkFile(this.#folder, manifest, file));
      }
    });
    const manifestInfo = targets.get(manifestPath);
    if (manifestInfo !== undefined) this.#seen.add(targetFilePath(manifestPath, manifestInfo.hashes.sha256));
    await this.#checkTargets(targets);
  }

  /** Files in the signed list that have not been looked at yet. */
  async #checkTargets(targets: LoadedRelease['metadata']['targets']): Promise<void> {
    for (const [path, info] of targets) {
      const file = targetFilePath(path, info.hashes.sha256);
      if (this.#seen.has(file)) continue;
      this.#seen.add(file);
      await this.#attempt(() => checkTarget(this.#folder, path, info));
    }
  }

  async #checkOlder({ metadata }: LoadedRelease): Promise<void> {
    const roots = await this.#readRoots(metadata.root.version);
    for (const version of await this.#versionsBelow('snapshot', metadata.snapshot.version)) {
      this.#seen.add(metadataFilePath('snapshot', version));
      await this.#attempt(() => checkOlderSnapshot(this.#folder, version, roots));
    }
    for (const version of await this.#versionsBelow('targets', metadata.targetsVersion)) {
      this.#seen.add(metadataFilePath('targets', version));
      await this.#attempt(() => this.#checkOlderTargets(version, roots));
    }
  }

  async #checkOlderTargets(version: number, roots: readonly RootMetadata[]): Promise<void> {
    const { signed } = await readOlderMetadata(this.#folder, 'targets', version, roots);
    await this.#checkTargets(new Map(Object.entries(signed.targets)));
  }

  async #readRoots(newest: number): Promise<RootMetadata[]> {
    const roots: RootMetadata[] = [];
    for (let version = 1; version <= newest; version += 1) {
      await this.#attempt(async () => {
        const path = metadataFilePath('root', version);
        const bytes = await readBounded(join(this.#folder, path), maxMetadataBytes.root, path);
        roots.push(parseMetadata(bytes, 'root').signed);
      });
    }
    return roots;
  }

  async #versionsBelow(role: 'snapshot' | 'targets', current: number): Promise<number[]> {
    const names = await readdir(join(this.#folder, 'metadata')).catch(() => []);
    return names
      .map((name) => new RegExp(`^(\\d{1,10})\\.${role}\\.json$`).exec(name)?.[1])
      .map(Number)
      .filter((version) => version < current)
      .sort((left, right) => left - right);
  }

  /** Runs a check and keeps what it throws as a problem. */
  async #attempt(check: () => void | Promise<void>): Promise<void> {
    try {
      await check();
    } catch (thrown) {
      if (this.#problems.length >= mostProblems) return;
      const { code, details } = asProblem(thrown);
      const message = describeError(code, details, this.#options.language ?? 'zh-CN');
      this.#problems.push({ code, details, message });
    }
  }
}

function asProblem(thrown: unknown): { readonly code: ErrorCode; readonly details: ErrorDetails } {
  if (thrown instanceof AppError) return thrown;
  const reason = systemErrorCode(thrown);
  if (reason !== null) return { code: 'release.unreadable', details: { reason } };
  throw thrown;
}
