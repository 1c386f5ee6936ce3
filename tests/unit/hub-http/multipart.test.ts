// The multipart reader against every way a body can be cut into chunks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, parseMultipart } from '#hub/http/multipart/parse-multipart.ts';

interface Sent {
  readonly name: string;
  readonly content: Uint8Array;
}

function encode(parts: readonly Sent[], boundary: string): Buffer {
  const pieces = parts.flatMap(({ name, content }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function receive(body: AsyncIterable<Uint8Array>, boundary: string): Promise<Sent[]> {
  const received: Sent[] = [];
  for await (const part of parseMultipart(body, boundary)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.content) chunks.push(chunk);
    received.push({ name: part.fileName ?? '', content: new Uint8Array(Buffer.concat(chunks)) });
  }
  return received;
}

/** Bytes rich in what delimiters are made of. */
const tricky = fc
  .array(fc.constantFrom('\r', '\n', '-', '--', '\r\n', '\r\n-', '\r\n--', '\r\n--b', '--b', 'b', 'x'), {
    maxLength: 40,
  })
  .map((pieces) => new Uint8Array(Buffer.from(pieces.join('').replaceAll('\r\n--b', '\r\n--c'))));
const sent = fc.record({ name: fc.stringMatching(/^[\w 表.]{1,12}$/), content: tricky });

describe('multipart bodies', () => {
  it('any parts in any chunks › they arrive byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sent, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        async (parts, sizes) => {
          expect(await receive(inChunks(encode(parts, 'b'), sizes), 'b')).toEqual(parts);
        },
      ),
    );
  });

  it('any truncation › it is refused, never taken for the whole', async () => {
    const whole = encode([{ name: 'a', content: Buffer.from('hello\r\nworld') }], 'boundary');
    for (let length = 0; length < whole.length - 4; length += 1) {
      const cut = inChunks(whole.subarray(0, length), [7]);
      await expect(receive(cut, 'boundary')).rejects.toMatchObject({ code: 'http.upload-broken' });
    }
  });

  it('any bytes at all › it ends with an answer or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const outcome = await receive(inChunks(bytes, [13]), 'b').catch(
          (error: { code: string }) => error.code,
        );
        expect(Array.isArray(outcome) || outcome === 'http.upload-broken').toBe(true);
      }),
    );
  });

  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['Multipart/Form-Data;boundary=x', 'x'],
  ])('the type %s › it names its boundary', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });

  it.each([
    null,
    '',
    'text/plain',
    'multipart/form-data',
    'multipart/mixed; boundary=a',
    `multipart/form-data; boundary=${'x'.repeat(71)} `,
  ])('the type %s › it is refused', (type) => {
    expect(() => boundaryOf(type)).toThrow(expect.objectContaining({ code: 'http.wrong-media-type' }));
  });
});
