// Small pictures and papers as bytes, with and without what cameras write into them.
import { deflateSync } from 'node:zlib';
import { crc32 } from '#shared/handoff/checksum.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A TIFF block as a camera writes it: orientation, maker, and a place in GPS. */
export function cameraTiff(orientation: number, secret: string): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const text = latin(`${secret}\0`);
  const head = Buffer.concat([latin('II*\0'), Buffer.from([8, 0, 0, 0]), Buffer.from([3, 0])]);
  const entries = [
    entry(0x010f, 2, text.length, 50),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, 50 + text.length),
  ];
  const gps = Buffer.concat([
    Buffer.from([1, 0]),
    entry(2, 5, 3, 0),
    Buffer.alloc(4),
    latin(`GPS ${secret}`),
  ]);
  return Buffer.concat([head, ...entries, Buffer.alloc(4), text, gps]);
}

const segment = (marker: number, payload: Uint8Array) =>
  Buffer.concat([
    Buffer.from([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 255]),
    payload,
  ]);

/** A picture of one block of grey, 8 by 8, as baseline JPEG. */
export function jpeg(extra: readonly Uint8Array[] = [], size = { width: 8, height: 8 }): Buffer {
  const frame = Buffer.from([
    8,
    size.height >> 8,
    size.height & 255,
    size.width >> 8,
    size.width & 255,
    1,
    1,
    0x11,
    0,
  ]);
  // One code of one bit each: difference nought for DC, end of block for AC.
  const codes = (kind: number) => Buffer.from([kind, 1, ...new Array(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...extra,
    segment(0xdb, Buffer.from([0, ...new Array(64).fill(1)])),
    segment(0xc0, frame),
    segment(0xc4, codes(0x00)),
    segment(0xc4, codes(0x10)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** Segments as cameras and editors write them, each with the secret in it. */
export const jpegExtras = (orientation: number, secret: string): readonly Buffer[] => [
  segment(0xe0, Buffer.concat([latin('JFIF\0'), Buffer.from([1, 2, 0, 0, 1, 0, 1, 0, 0]), latin(secret)])),
  segment(0xe1, Buffer.concat([latin('Exif\0\0'), cameraTiff(orientation, secret)])),
  segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="${secret}"/>`)),
  segment(0xe2, latin(`ICC_PROFILE\0${secret}`)),
  segment(0xed, latin(`Photoshop 3.0\0${secret}`)),
  segment(0xee, latin(`Adobe${secret}`)),
  segment(0xfe, latin(secret)),
];

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([latin(type), data]);
  const chunk = Buffer.alloc(8 + body.length);
  chunk.writeUInt32BE(data.length);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), chunk.length - 4);
  return chunk;
}

export function png(extra: readonly Uint8Array[] = [], size = { width: 2, height: 2 }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width);
  header.writeUInt32BE(size.height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 9, 9, 0, 9, 9]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const pngExtras = (orientation: number, secret: string): readonly Buffer[] => [
  pngChunk('tEXt', latin(`Author\0${secret}`)),
  pngChunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(latin(secret))])),
  pngChunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)),
  pngChunk('tIME', Buffer.from([7, 234, 1, 1, 1, 1, 1])),
  pngChunk('iCCP', latin(`${secret}\0\0`)),
  pngChunk('eXIf', cameraTiff(orientation, secret)),
  pngChunk('prVt', latin(secret)),
];

export function webpChunk(type: string, data: Uint8Array): Buffer {
  const head = latin(`${type}\0\0\0\0`);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** A lossless picture of one colour; with `extra` in the extended form. */
export function webp(extra: readonly Uint8Array[] = [], flags = 0): Buffer {
  const sizes = Buffer.alloc(5);
  sizes[0] = 0x2f;
  sizes.writeUInt32LE(7 | (7 << 14), 1);
  const picture = webpChunk(
    'VP8L',
    Buffer.concat([sizes, Buffer.from([0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0x08])]),
  );
  const extended = webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 7, 0, 0, 7, 0, 0]));
  const body = Buffer.concat([latin('WEBP'), ...(extra.length > 0 ? [extended] : []), picture, ...extra]);
  const head = latin('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

export const webpExtras = (orientation: number, secret: string): readonly Buffer[] => [
  webpChunk('ICCP', latin(secret)),
  webpChunk('EXIF', cameraTiff(orientation, secret)),
  webpChunk('XMP ', latin(`<x:xmpmeta>${secret}</x:xmpmeta>`)),
  webpChunk('priv', latin(secret)),
];

/** A paper of one empty page. */
export function pdf(object = '<< /Type /Catalog /Pages 2 0 R >>'): Buffer {
  const body = `%PDF-1.4\n1 0 obj\n${object}\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n`;
  const table = 'xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\n';
  return latin(`${body}${table}startxref\n${body.length}\n%%EOF\n`);
}
