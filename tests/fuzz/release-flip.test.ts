// Flips random bits of random files of a release folder: not one may go unnoticed by `verify`.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { FakeHub } from '../unit/release/fake-source.ts';

let hub: FakeHub;
let files: string[];

beforeAll(async () => {
  hub = new FakeHub().fill(12);
  hub.source.put(3, '有附件', [hub.source.attach('表.pdf', Buffer.from('%PDF-1.7 表'))]);
  await hub.publish();
  hub.source.put(5, '改过');
  hub.source.remove('r000002');
  await hub.publish();
  files = readdirSync(hub.release, { recursive: true, encoding: 'utf8' })
    .map((name) => join(hub.release, name))
    .filter((path) => statSync(path).isFile());
});
afterAll(() => hub.dispose());

const verify = () => verifyReleaseFolder(hub.release, { nowMs: hub.nowMs });

/** Changes a file, verifies everything from scratch, puts the file back. */
async function isNoticed(path: string, change: (bytes: Buffer) => Uint8Array): Promise<boolean> {
  const good = readFileSync(path);
  writeFileSync(path, change(Buffer.from(good)));
  try {
    const { ok, problems } = await verify();
    return !ok && problems.length > 0;
  } finally {
    writeFileSync(path, good);
  }
}

test('a release folder › when nothing was touched › it verifies', async () => {
  expect(await verify()).toMatchObject({ ok: true, version: 2, files: files.length });
});

test('a release folder › when any of 1,500 random bits is flipped › verify notices every one', async () => {
  const place = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.nat(2 ** 31 - 1),
    mask: fc.integer({ min: 1, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(place, async ({ file, at, mask }) => {
      const noticed = await isNoticed(files[file] ?? '', (bytes) => {
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ mask;
        return bytes;
      });
      expect(noticed).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('a release folder › when any file is cut, lengthened, emptied or swapped › verify notices', async () => {
  for (const [index, path] of files.entries()) {
    const other = readFileSync(files[(index + 1) % files.length] ?? '');
    expect(await isNoticed(path, (bytes) => bytes.subarray(0, bytes.length - 1)), path).toBe(true);
    expect(await isNoticed(path, (bytes) => Buffer.concat([bytes, Buffer.from('x')])), path).toBe(true);
    expect(await isNoticed(path, () => Buffer.alloc(0)), path).toBe(true);
    expect(await isNoticed(path, () => other), path).toBe(true);
  }
});
