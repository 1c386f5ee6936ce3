// An uploaded file is known by its content and kept without what it says of its maker.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFile } from '#hub/cases/files/cleaned-file.ts';
import { readImage } from '#hub/lint/read-image.ts';
import { AppError } from '#shared/errors/app-error.ts';
import {
  jpeg,
  jpegExtras,
  pdf,
  png,
  pngChunk,
  pngExtras,
  webp,
  webpChunk,
  webpExtras,
} from '../../support/pictures.ts';

const secret = 'PLANTED-4711';
const kinds = [
  ['image/jpeg', jpeg(), (orientation: number) => jpeg(jpegExtras(orientation, secret))],
  ['image/png', png(), (orientation: number) => png(pngExtras(orientation, secret))],
  [
    'image/webp',
    webp([webpChunk('none', Buffer.alloc(2))]),
    (orientation: number) => webp(webpExtras(orientation, secret), 0x2c),
  ],
] as const;
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe.each(kinds)('%s › when it carries what cameras and editors write', (mediaType, bare, withExtras) => {
  it('it keeps the picture and nothing else', () => {
    const full = withExtras(1);
    expect(text(full)).toContain(secret);
    const cleaned = cleanFile(full);
    expect(cleaned.mediaType).toBe(mediaType);
    expect(cleaned.bytes).toEqual(cleanFile(bare).bytes);
    expect(text(cleaned.bytes)).not.toMatch(/PLANTED|GPS|Exif|xmp/u);
  });

  it('turned on its side › it still says so, and still not where it was taken', () => {
    const full = withExtras(6);
    expect(readImage(full).findings).not.toEqual([]);
    const { bytes } = cleanFile(full);
    expect(text(bytes)).not.toContain(secret);
    expect(readImage(bytes).findings).toEqual([]);
    expect(Buffer.from(bytes).includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
    expect(cleanFile(bytes).bytes).toEqual(bytes);
  });

  it('cut short anywhere › it is refused', () => {
    for (let length = 0; length < bare.length; length += 1) {
      expect(() => cleanFile(bare.subarray(0, length))).toThrow(AppError);
    }
  });

  it('with another file hung on behind it › that goes', () => {
    const archive = Buffer.concat([bare, Buffer.from(`PK\x03\x04<script>${secret}</script>%PDF-1.4`)]);
    expect(cleanFile(archive).bytes).toEqual(cleanFile(bare).bytes);
  });

  it('with any bytes changed › it is refused or cleaned, never anything else', () => {
    fc.assert(
      fc.property(fc.nat(bare.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(bare);
        changed[at] = byte;
        try {
          cleanFile(changed);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a picture › when it claims more pixels than a memory holds', () => {
  it.each([
    ['jpeg', jpeg([], { width: 65_000, height: 65_000 })],
    ['png', png([], { width: 2_000_000_000, height: 1 })],
    ['png of too many pixels', png([], { width: 19_000, height: 19_000 })],
  ])('%s › it is refused', (_name, bytes) => {
    expect(() => cleanFile(bytes)).toThrow(expect.objectContaining({ code: 'cases.picture-too-large' }));
  });
});

describe('a file › when it is none of the kinds taken', () => {
  const html = Buffer.from('<html><script>alert(1)</script></html>');
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', html],
    ['a picture of vectors', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('MZ\x90\0')],
    ['an archive', Buffer.from('PK\x03\x04')],
    ['GIF', Buffer.from('GIF89a')],
    ['the magic of JPEG before a page', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), html])],
    ['PNG without its end', png().subarray(0, -12)],
    ['PNG with a wrong checksum', Buffer.concat([png().subarray(0, -1), Buffer.from([0])])],
    [
      'PNG whose first chunk is a text',
      Buffer.concat([png().subarray(0, 8), pngChunk('tEXt', html), png().subarray(8)]),
    ],
    ['a moving WebP', webp([webpChunk('ANIM', Buffer.alloc(6))], 2)],
    ['WebP without a picture', Buffer.from('RIFF\x04\0\0\0WEBP')],
    ['sound in RIFF', Buffer.from('RIFF\x04\0\0\0WAVE')],
    ['PDF behind a page', Buffer.concat([html, pdf()])],
    ['PDF without a table', Buffer.from('%PDF-1.4\n%%EOF')],
    ['PDF cut short', pdf().subarray(0, -30)],
  ])('%s › it is refused', (_name, bytes) => {
    expect(() => cleanFile(bytes)).toThrow(expect.objectContaining({ code: 'cases.file-type' }));
  });
});

describe('a PDF', () => {
  it('when it is plain › it is taken up to its end', () => {
    const hung = Buffer.concat([pdf(), Buffer.from('PK\x03\x04 something else')]);
    expect(text(cleanFile(hung).bytes)).toBe(text(pdf()).trimEnd());
  });

  it.each([
    '<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert) >> >>',
    '<< /Type /Catalog /OpenAction << /S /J#61vaScript >> >>',
    '<< /Type /Catalog /Names << /EmbeddedFiles 3 0 R >> >>',
    '<< /S /Launch /F (cmd.exe) >>',
  ])('when it would run or carry something: %s › it is refused', (object) => {
    expect(() => cleanFile(pdf(object))).toThrow(expect.objectContaining({ code: 'cases.file-active' }));
  });
});
