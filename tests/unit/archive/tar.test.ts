// The tar format: it comes back as it went in, other programs read it, and nothing malformed is let through.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileShrank, TarWriter } from '#hub/archive/tar-writer.ts';
import { encodeTarHeader, isPlainPath, tarFootprint } from '#shared/archive/tar-header.ts';
import { type ByteSource, walkTar } from '#shared/archive/walk-tar.ts';
import { codeOf } from '#tests/support/error-code.ts';

let dir: string;
let count = 0;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-tar-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Files = readonly { readonly path: string; readonly bytes: Uint8Array }[];

async function writeTar(files: Files): Promise<{ file: string; bytes: Uint8Array }> {
  count += 1;
  const file = join(dir, `${count}.tar`);
  const handle = await open(file, 'wx');
  const writer = new TarWriter(handle, { seconds: 1_750_000_000, mode: 0o644 });
  for (const { path, bytes } of files) await writer.addBytes(path, bytes);
  await writer.end();
  await handle.close();
  return { file, bytes: readFileSync(file) };
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
}

async function readTar(bytes: Uint8Array): Promise<{ path: string; bytes: Uint8Array }[]> {
  const files: { path: string; bytes: Uint8Array }[] = [];
  for await (const { path, at, bytes: length } of walkTar(sourceOf(bytes)))
    files.push({ path, bytes: new Uint8Array(bytes.subarray(at, at + length)) });
  return files;
}

const some: Files = [
  { path: 'a.json', bytes: Buffer.from('{}') },
  { path: `long/${'x'.repeat(120)}/${'y'.repeat(140)}.bin`, bytes: new Uint8Array(700).fill(7) },
  { path: 'z/empty', bytes: new Uint8Array() },
  { path: 'z/block', bytes: new Uint8Array(512).fill(1) },
];
const plain = fc.stringMatching(/^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,90}$/);

test('any files › when written and read › are the same, at the length foretold', async () => {
  const files = fc.uniqueArray(
    fc.record({
      path: fc.array(plain, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
      bytes: fc.uint8Array({ maxLength: 1500 }),
    }),
    { selector: ({ path }) => path, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(files, async (list) => {
      const { bytes } = await writeTar(list);
      expect(await readTar(bytes)).toEqual(list.map((one) => ({ ...one, bytes: new Uint8Array(one.bytes) })));
      const foretold = list.reduce(
        (sum, { path, bytes: own }) => sum + tarFootprint({ path, bytes: own.length }),
        1024,
      );
      expect(bytes.length).toBe(foretold);
    }),
    { numRuns: 60 },
  );
});

test('another tar program › when it reads or writes one › agrees', async () => {
  const { file } = await writeTar(some);
  const out = mkdtempSync(join(dir, 'out-'));
  execFileSync('tar', ['-xf', file, '-C', out]);
  for (const { path, bytes } of some) expect(readFileSync(join(out, path)).equals(bytes)).toBe(true);
  const again = join(dir, 'again.tar');
  execFileSync('tar', ['--format=posix', '-cf', again, '-C', out, 'a.json', 'long', 'z']);
  const read = await readTar(readFileSync(again));
  expect(read.map(({ path }) => path).sort()).toEqual(some.map(({ path }) => path).sort());
});

test('a length beyond eleven octal digits › when encoded › is told by an extension', async () => {
  const member = { path: 'huge', bytes: 2 ** 40 + 1 };
  const header = encodeTarHeader(member, 0, 0o644);
  const found: unknown[] = [];
  const size = header.length + 2 ** 40 + 512 + 1024;
  const read = async (at: number, length: number) => {
    const piece = new Uint8Array(length);
    piece.set(header.subarray(Math.min(at, header.length), at + length));
    return piece;
  };
  for await (const { path, bytes } of walkTar({ size, read })) found.push({ path, bytes });
  expect(found).toEqual([member]);
});

test('cut off anywhere › is refused', async () => {
  const { bytes } = await writeTar(some);
  for (let end = 0; end < bytes.length; end += 1)
    expect(await codeOf(readTar(bytes.subarray(0, end))), `cut at ${end}`).toBe('archive.damaged');
});

test('a bit turned anywhere outside the files’ own bytes › is refused, or seen by another name', async () => {
  const { bytes } = await writeTar(some);
  const names = (files: Files) => files.map(({ path }) => path).join(' ');
  const inside = new Set<number>();
  for await (const { at, bytes: length } of walkTar(sourceOf(bytes)))
    for (let byte = at; byte < at + length; byte += 1) inside.add(byte);
  for (let at = 0; at < bytes.length; at += 1) {
    if (inside.has(at)) continue;
    const turned = Uint8Array.from(bytes);
    turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8));
    const outcome = await readTar(turned).then(names, (thrown) => thrown.code);
    // Extensions have no checksum of their own: what is read of them then is another name.
    expect(outcome, `bit ${at % 8} of byte ${at}`).not.toBe(names(some));
  }
});

test.each([
  ['../outside'],
  ['/etc/passwd'],
  ['a/../../b'],
  ['a//b'],
  ['a\\b'],
  ['a/.hidden'],
  ['.'],
  [''],
  ['a\0b'],
  ['名'],
])('the path %j › is not plain, and a file of that name is refused', async (path) => {
  expect(isPlainPath(path)).toBe(false);
  const { bytes } = await writeTar([{ path: 'ok', bytes: new Uint8Array(1) }]);
  const forged = encodeTarHeader({ path, bytes: 1 }, 0, 0o644);
  const changed = Uint8Array.from(bytes);
  changed.set(forged.subarray(0, 512));
  if (path !== 'a\0b') expect(await codeOf(readTar(changed))).toBe('archive.damaged');
});

test('a file named twice, a link, a length beyond the end › are refused', async () => {
  const twice = await writeTar([some[0], some[0]].filter((one) => one !== undefined));
  expect(await codeOf(readTar(twice.bytes))).toBe('archive.damaged');
  const target = join(dir, 'target');
  writeFileSync(target, 'x');
  execFileSync('ln', ['-s', target, join(dir, 'link')]);
  const linked = join(dir, 'linked.tar');
  execFileSync('tar', ['-cf', linked, '-C', dir, 'link']);
  expect(await codeOf(readTar(readFileSync(linked)))).toBe('archive.damaged');
  const claim = encodeTarHeader({ path: 'claim', bytes: 2 ** 45 }, 0, 0o644);
  expect(await codeOf(readTar(Buffer.concat([claim, new Uint8Array(2048)])))).toBe('archive.damaged');
});

test('a file that cannot be opened or shrinks while it is copied › leaves no trace in the archive', async () => {
  const file = join(dir, 'traceless.tar');
  const handle = await open(file, 'wx');
  const writer = new TarWriter(handle, { seconds: 0, mode: 0o600 });
  await expect(writer.addFile('gone', join(dir, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  // Its length is said to be 4096 and a read ends after a few bytes, as with a file that was cut meanwhile.
  await expect(writer.addFile('cut', '/sys/devices/system/cpu/online')).rejects.toBeInstanceOf(FileShrank);
  await writer.addFile('whole', join(dir, 'target'));
  await writer.end();
  await handle.close();
  expect((await readTar(readFileSync(file))).map(({ path }) => path)).toEqual(['whole']);
});
