// Puts the files of a new release under `targets/`, each under its digest, and remembers what it wrote.
import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { targetFilePath } from '#shared/release/release-path.ts';
import type { TargetInfo } from '#shared/release/tuf/metadata.ts';
import { ensureFolder, syncFolder, writeDurably } from './durable-files.ts';
import { sha256Hex } from './node-crypto.ts';
import type { PublishFolders } from './publish-folders.ts';

/** A file that was copied, as it turned out to be. */
export interface CopiedFile {
  readonly bytes: number;
  readonly sha256: string;
}

export class TargetWriter {
  /** Every file written, with its length and digest, by target path. */
  readonly written = new Map<string, TargetInfo>();
  readonly #folders: PublishFolders;
  readonly #touched = new Set<string>();

  constructor(folders: PublishFolders) {
    this.#folders = folders;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const sha256 = sha256Hex(bytes);
    const place = await this.#placeOf(path, sha256);
    await writeDurably(place, bytes, this.#folders.staging);
    this.written.set(path, { length: bytes.length, hashes: { sha256 } });
  }

  /**
   * Copies a file that should have the digest given, sharing its blocks on disk where the file system can. When it
   * turns out different nothing is put in place and the caller sees by the answer. A copy and not a hard link: the
   * release must not change with the store's file, nor the store's file with the release.
   */
  async copy(path: string, from: string, expectedSha256: string): Promise<CopiedFile> {
    const temporary = join(this.#folders.staging, `${expectedSha256}.tmp`);
    try {
      await copyFile(from, temporary, constants.COPYFILE_FICLONE);
      const found = await digestFile(temporary);
      if (found.sha256 !== expectedSha256) return found;
      const file = await open(temporary, 'r+');
      await file.sync().finally(() => file.close());
      await rename(temporary, await this.#placeOf(path, found.sha256));
      this.written.set(path, { length: found.bytes, hashes: { sha256: found.sha256 } });
      return found;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Makes all names written so far survive a power cut. */
  async sync(): Promise<void> {
    for (const folder of this.#touched) await syncFolder(folder);
    this.#touched.clear();
  }

  async #placeOf(path: string, sha256: string): Promise<string> {
    const place = join(this.#folders.release, targetFilePath(path, sha256));
    const folder = dirname(place);
    if (!this.#touched.has(folder)) {
      await ensureFolder(folder);
      // The folder's own name lives in its parent, and so on up to the release folder.
      for (let at = folder; at.length >= this.#folders.targets.length; at = dirname(at))
        this.#touched.add(at);
    }
    return place;
  }
}

/** Length and SHA-256 of a file of any size, read as a stream. */
export async function digestFile(path: string): Promise<CopiedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
