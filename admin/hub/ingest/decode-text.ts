// Finds out how a text file is encoded and decodes it in a stream.

export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DetectedEncoding {
  readonly encoding: TextEncodingName;
  /** Some bytes are no valid text in it; they become U+FFFD. */
  readonly isDamaged: boolean;
  /** Control characters say that this is no text at all. */
  readonly isBinary: boolean;
}

/** Share of control bytes past which a file is not text. */
const binaryShare = 0.002;

/** Text without characters that only stand in binary data. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const noControls = /^[^\u0000-\u0008\u000e-\u001f\ufffd\ufffe\uffff]*$/u;

/** Opens the file's bytes anew; called once or twice. */
export type OpenChunks = () => AsyncIterable<Uint8Array>;

/** Looks at all of a file's bytes: byte order mark, zero bytes, then what UTF-8 and GB18030 make of it. */
export async function detectEncoding(openChunks: OpenChunks): Promise<DetectedEncoding> {
  const wide = await detectWide(openChunks());
  if (wide) return { encoding: wide, isDamaged: false, isBinary: false };
  const utf8 = await probe(openChunks(), 'utf-8');
  if (utf8.damage === 0) return { encoding: 'utf-8', isDamaged: false, isBinary: utf8.isBinary };
  const gb = await probe(openChunks(), 'gb18030');
  // GB18030 rarely calls anything wrong, so a nearly sound UTF-8 file is taken for what it is.
  const isUtf8 = gb.damage > utf8.damage || utf8.damage * 200 < utf8.wide;
  const encoding = isUtf8 ? 'utf-8' : 'gb18030';
  return { encoding, isDamaged: (isUtf8 ? utf8 : gb).damage > 0, isBinary: utf8.isBinary };
}

interface ProbeResult {
  /** Replacement characters that decoding yields. */
  readonly damage: number;
  /** Characters beyond ASCII that decoded well. */
  readonly wide: number;
  readonly isBinary: boolean;
}

async function probe(chunks: AsyncIterable<Uint8Array>, encoding: TextEncodingName): Promise<ProbeResult> {
  const decoder = new TextDecoder(encoding);
  const count = { total: 0, controls: 0, damage: 0, wide: 0 };
  const take = (text: string): void => {
    for (let at = text.search(/[^\t\n\r\f -~]/u); at >= 0 && at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0xfffd) count.damage += 1;
      else if (code > 127) count.wide += 1;
      else if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) count.controls += 1;
    }
  };
  for await (const chunk of chunks) {
    count.total += chunk.length;
    take(decoder.decode(chunk, { stream: true }));
  }
  take(decoder.decode());
  const isBinary = count.controls > 2 && count.controls > count.total * binaryShare;
  return { damage: count.damage, wide: count.wide, isBinary };
}

async function detectWide(chunks: AsyncIterable<Uint8Array>): Promise<TextEncodingName | null> {
  for await (const chunk of chunks) return wideEncodingOf(chunk);
  return null;
}

function wideEncodingOf(chunk: Uint8Array): TextEncodingName | null {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of chunk.subarray(0, 4096).entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const guess = odd > 1 && even === 0 ? 'utf-16le' : even > 1 && odd === 0 ? 'utf-16be' : null;
  if (guess === null) return null;
  const text = new TextDecoder(guess).decode(chunk.subarray(0, 4096));
  return noControls.test(text) ? guess : null;
}

/** The text in pieces, without a byte order mark; wrong bytes become U+FFFD. */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncodingName,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
