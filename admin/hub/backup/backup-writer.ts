// Writes the parts of a backup in their order and keeps the digests that end it.
import type { TarWriter, WrittenMember } from '../archive/tar-writer.ts';
import { type BackupHead, dataPrefix, headName, noteName, noteText, sumsName } from './backup-format.ts';

export class BackupWriter {
  /** Files whose digest is not the one expected, relative to the data folder. */
  readonly damaged: string[] = [];
  readonly #tar: TarWriter;
  readonly #written = new Map<string, string>();

  constructor(tar: TarWriter) {
    this.#tar = tar;
  }

  async begin(head: BackupHead): Promise<void> {
    this.#keep(await this.#tar.addBytes(headName, Buffer.from(`${JSON.stringify(head, null, 2)}\n`)));
    this.#keep(await this.#tar.addBytes(noteName, Buffer.from(noteText(head))));
  }

  /** Whether a path of the data folder is in already. */
  has(path: string): boolean {
    return this.#written.has(dataPrefix + path);
  }

  /** Copies a file of the data folder. Throws what `TarWriter.addFile` throws; nothing of the file is in then. */
  async file(path: string, from: string, expectedSha256?: string): Promise<void> {
    const member = await this.#tar.addFile(dataPrefix + path, from);
    if (expectedSha256 !== undefined && member.sha256 !== expectedSha256) this.damaged.push(path);
    this.#keep(member);
  }

  async bytes(path: string, bytes: Uint8Array): Promise<void> {
    this.#keep(await this.#tar.addBytes(dataPrefix + path, bytes));
  }

  /** Digests and end. Gives the length of the whole file and the number of the data folder's files in it. */
  async end(): Promise<{ readonly bytes: number; readonly files: number }> {
    const files = [...this.#written.keys()].filter((path) => path.startsWith(dataPrefix)).length;
    const lines = [...this.#written].map(([path, sha256]) => `${sha256}  ${path}\n`);
    await this.#tar.addBytes(sumsName, Buffer.from(lines.join('')));
    await this.#tar.end();
    return { bytes: this.#tar.length, files };
  }

  #keep({ path, sha256 }: WrittenMember): void {
    this.#written.set(path, sha256);
  }
}
