// A streaming reader of multipart/form-data (RFC 7578, RFC 2046 §5.1): never holds more than one chunk of a part.
import { refuse } from '../problem.ts';

/** One part. Its content must be read to the end before the next part is asked for. */
export interface MultipartPart {
  /** Name of the form field. */
  readonly field: string;
  /** Name of the file as the sender gave it; null for a plain field. */
  readonly fileName: string | null;
  readonly content: AsyncIterable<Uint8Array>;
}

const maxHeaderBytes = 16 * 1024;
const crlf = Buffer.from('\r\n');
const blankLine = Buffer.from('\r\n\r\n');

/** The boundary named by a Content-Type header; throws `http.wrong-media-type` (415) when there is none. */
export function boundaryOf(contentType: string | null): string {
  const match =
    /^multipart\/form-data\s*;.*?boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/i.exec(
      contentType ?? '',
    );
  const boundary = match?.[1] ?? match?.[2];
  return boundary ?? refuse('http.wrong-media-type', { expected: 'multipart/form-data' });
}

/** The parts in order. Throws `http.upload-broken` when the body ends early or is not multipart. */
export async function* parseMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<MultipartPart> {
  // The first delimiter may stand at the very start; the line break put before it makes it like the others.
  const source = new ByteSource(body, crlf);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  await drain(source.until(delimiter));
  while (!(await source.startsWith('--'))) {
    const padding = await source.take(crlf, maxHeaderBytes);
    if (padding.toString('latin1').trim() !== '') refuse('http.upload-broken');
    const headers = await readHeaders(source);
    const content = source.until(delimiter);
    yield { ...describePart(headers), content };
    await drain(content);
  }
}

async function drain(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of content);
}

/** Header lines up to the blank line; a part without any headers has the blank line at once. */
async function readHeaders(source: ByteSource): Promise<string> {
  if (await source.startsWith('\r\n')) {
    await source.take(crlf, 2);
    return '';
  }
  return (await source.take(blankLine, maxHeaderBytes)).toString('utf8');
}

function describePart(headers: string): { field: string; fileName: string | null } {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const parameter = (name: string) => new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
  const fileName = parameter('filename');
  return {
    field: unescapeName(parameter('name') ?? ''),
    fileName: fileName === undefined ? null : unescapeName(fileName),
  };
}

/** Browsers escape exactly these three in names (WHATWG HTML, multipart/form-data encoding). */
function unescapeName(name: string): string {
  return name.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%22/g, '"');
}

/** Bytes of a stream with look-ahead. */
class ByteSource {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #held: Buffer;

  constructor(body: AsyncIterable<Uint8Array>, prefix: Buffer) {
    this.#iterator = body[Symbol.asyncIterator]();
    this.#held = prefix;
  }

  /** Whether the next bytes are `text` (ASCII); they are not consumed. */
  async startsWith(text: string): Promise<boolean> {
    while (this.#held.length < text.length) await this.#more();
    return this.#held.subarray(0, text.length).toString('latin1') === text;
  }

  /** Everything before `mark`, which is consumed too; throws when it does not come within `maxBytes`. */
  async take(mark: Buffer, maxBytes: number): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) return this.#consume(at, mark.length);
      if (this.#held.length > maxBytes) refuse('http.upload-broken');
      await this.#more();
    }
  }

  /** Streams everything before `mark` and consumes the mark; asking again after the end yields nothing. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const last = this.#consume(at, mark.length);
        if (last.length > 0) yield last;
        return;
      }
      const safe = this.#held.length - mark.length + 1;
      if (safe > 0) yield this.#consume(safe, 0);
      await this.#more();
    }
  }

  #consume(length: number, skip: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length + skip);
    return taken;
  }

  async #more(): Promise<void> {
    const next = await this.#iterator.next();
    if (next.done === true) refuse('http.upload-broken');
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
  }
}
