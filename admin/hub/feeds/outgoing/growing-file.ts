// A file that is written a piece at a time and held in memory by no more than a buffer.
import { type FileHandle, open } from 'node:fs/promises';

const bufferCharacters = 64 * 1024;

export class GrowingFile {
  readonly #file: FileHandle;
  #pieces: string[] = [];
  #length = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Throws when there is such a file already. */
  static async create(path: string): Promise<GrowingFile> {
    return new GrowingFile(await open(path, 'wx'));
  }

  async write(text: string): Promise<void> {
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= bufferCharacters) await this.#flush();
  }

  async close(): Promise<void> {
    try {
      await this.#flush();
    } finally {
      await this.#file.close();
    }
  }

  async #flush(): Promise<void> {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    if (text !== '') await this.#file.writeFile(text);
  }
}
