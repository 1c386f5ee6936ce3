// Writes a tar file member by member, in bounded memory, and tells the digest of each.
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { encodeTarHeader, tarBlock, tarPadding } from '#shared/archive/tar-header.ts';

/** Bytes held at once while a file is copied. */
const pieceBytes = 1024 * 1024;

export interface WrittenMember {
  readonly path: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

/** Tells of a file that became shorter while it was copied; nothing of it is in the archive. */
export class FileShrank extends Error {}

export class TarWriter {
  readonly #file: FileHandle;
  readonly #seconds: number;
  readonly #mode: number;
  #at = 0;

  /** @param file open for writing, empty. `seconds` since 1970 and `mode` are the same for all members. */
  constructor(file: FileHandle, { seconds, mode }: { readonly seconds: number; readonly mode: number }) {
    this.#file = file;
    this.#seconds = seconds;
    this.#mode = mode;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#at;
  }

  async addBytes(path: string, bytes: Uint8Array): Promise<WrittenMember> {
    return this.#add(path, bytes.length, async (hash) => {
      hash.update(bytes);
      await this.#write(bytes);
    });
  }

  /**
   * Copies a file as long as it is at this moment. Throws what opening and reading throw, and `FileShrank`; the archive
   * is then as it was before.
   */
  async addFile(path: string, from: string): Promise<WrittenMember> {
    const source = await open(from, 'r');
    try {
      const { size } = await source.stat();
      return await this.#add(path, size, (hash) => this.#copy(source, size, hash));
    } finally {
      await source.close();
    }
  }

  /** Two blocks of zeros end a tar file. What was given up behind them is cut off. */
  async end(): Promise<void> {
    await this.#write(new Uint8Array(2 * tarBlock));
    await this.#file.truncate(this.#at);
  }

  async #add(path: string, bytes: number, write: (hash: Hash) => Promise<void>): Promise<WrittenMember> {
    const before = this.#at;
    const hash = createHash('sha256');
    try {
      await this.#write(encodeTarHeader({ path, bytes }, this.#seconds, this.#mode));
      await write(hash);
      await this.#write(new Uint8Array(tarPadding(bytes)));
    } catch (thrown) {
      this.#at = before;
      throw thrown;
    }
    return { path, bytes, sha256: hash.digest('hex') };
  }

  async #copy(source: FileHandle, size: number, hash: Hash): Promise<void> {
    const buffer = new Uint8Array(Math.min(pieceBytes, size));
    for (let done = 0; done < size; ) {
      const { bytesRead } = await source.read(buffer, 0, Math.min(buffer.length, size - done), done);
      if (bytesRead === 0) throw new FileShrank();
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      await this.#write(piece);
      done += bytesRead;
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#at);
      done += bytesWritten;
      this.#at += bytesWritten;
    }
  }
}
