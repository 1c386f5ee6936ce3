// Raw DEFLATE (RFC 1951) by the browser.

/** Inflates. Throws a TypeError for bytes that are no DEFLATE stream. */
export async function inflateRaw(bytes: Uint8Array): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  // Written and read by hand: a Blob or Response between would make a detour through another process.
  const writer = writable.getWriter();
  const writing = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close());
  // What is wrong with the bytes is told by the reading end.
  writing.catch(() => undefined);
  const parts: Uint8Array[] = [];
  for await (const part of readable) parts.push(part);
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
