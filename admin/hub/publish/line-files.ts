// Long lists of small JSON values on disk, one a line, written and read as streams, with a digest of what went by.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const bufferCharacters = 256 * 1024;

/** Appends JSON values to a new file; `close` syncs it. */
export class LineWriter {
  readonly #stream: WriteStream;
  readonly #hash = createHash('sha256');
  #buffer = '';
  #failure: unknown = null;
  #isClosed = false;

  constructor(path: string) {
    this.#stream = createWriteStream(path, { flags: 'w', flush: true, mode: 0o600 });
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  async write(value: unknown): Promise<void> {
    this.#buffer += `${JSON.stringify(value)}\n`;
    if (this.#buffer.length >= bufferCharacters) await this.#drain();
  }

  /** SHA-256 in hex of all lines so far. */
  async digest(): Promise<string> {
    await this.#drain();
    return this.#hash.copy().digest('hex');
  }

  /** Rejects when any of the writes failed. Closing again does nothing. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#drain();
    this.#stream.end();
    await finished(this.#stream);
  }

  async #drain(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const text = this.#buffer;
    this.#buffer = '';
    this.#hash.update(text);
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}

/** A line's value, and the digest of everything before it when asked for. */
export interface ReadLine {
  readonly value: unknown;
  /** SHA-256 in hex of all lines before this one. */
  digestBefore(): string;
}

/** The lines of a UTF-8 file, parsed as JSON. Throws SyntaxError for a broken line. */
export async function* readLines(path: string): AsyncGenerator<ReadLine> {
  const hash = createHash('sha256');
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: bufferCharacters })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield { value: JSON.parse(line), digestBefore: () => hash.copy().digest('hex') };
      hash.update(line).update('\n');
    }
  }
  if (rest !== '') yield { value: JSON.parse(rest), digestBefore: () => hash.copy().digest('hex') };
}
