// Long lists of small JSON values on disk, one a line, written and read as streams.
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const bufferCharacters = 256 * 1024;

/** Appends JSON values to a new file; `close` syncs it. */
export class LineWriter {
  readonly #stream: WriteStream;
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
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}

/** The lines of a UTF-8 file, parsed as JSON. Throws SyntaxError for a broken line. */
export async function* readLines(path: string): AsyncGenerator<unknown> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: bufferCharacters })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
  if (rest !== '') yield JSON.parse(rest);
}
