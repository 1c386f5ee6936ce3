// Update packs: what is in them, that they bring a mirror up to date, and that nothing wrong with one goes unseen.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileSource } from '#hub/archive/file-source.ts';
import { makePack, type PackRequest } from '#hub/pack/make-pack.ts';
import { verifyPack } from '#hub/pack/verify-pack.ts';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { openPack } from '#shared/release/pack.ts';
import { codeOf } from '#tests/support/error-code.ts';
import { dayMs, FakeHub, june } from './fake-source.ts';

let root: string;
let hub: FakeHub;
let whole: string;
let delta: string;
let mirror: string;
const nowMs = june + 3_600_000;
const check = (file: string) => verifyPack(file, { nowMs, language: 'en' });
const pack = (changes: Partial<PackRequest>) =>
  makePack({ dataDir: hub.dataDir, file: '', since: null, nowMs, ...changes });
const beside = (name: string) => join(root, name);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mingchuang-pack-'));
  hub = new FakeHub(join(root, 'data'));
  hub.nowMs = june;
  for (let number = 0; number < 30; number += 1) hub.source.put(number, `第${number}号`);
  hub.source.put(40, '附件', [hub.source.attach('a.pdf', Buffer.alloc(30_000, 'a'))]);
  await hub.publish();
  mirror = beside('mirror');
  cpSync(join(hub.dataDir, 'release'), mirror, { recursive: true });
  hub.source.put(41, '新附件', [hub.source.attach('b.pdf', Buffer.alloc(30_000, 'b'))]);
  await hub.publish();
  [whole, delta] = [beside('whole.tar'), beside('delta.tar')];
  await pack({ file: whole });
  await pack({ file: delta, since: 1 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a whole pack › when checked › has every file of the release, and a delta only what is new', async () => {
  expect(await check(whole)).toMatchObject({ ok: true, version: 2, since: null, problems: [] });
  const checked = await check(delta);
  expect(checked).toMatchObject({ ok: true, version: 2, since: 1, problems: [] });
  const [source, small] = await Promise.all([openFileSource(whole), openFileSource(delta)]);
  const [all, news] = await Promise.all([openPack(source), openPack(small)]);
  const names = [...news.places.keys()];
  expect(names.at(-1)).toBe('metadata/timestamp.json');
  expect(names.filter((name) => !all.places.has(name))).toEqual([]);
  const attachments = (places: ReadonlyMap<string, unknown>) =>
    [...places.keys()].filter((name) => name.startsWith('targets/attachments/')).length;
  expect([attachments(all.places), attachments(news.places)]).toEqual([2, 1]);
  await Promise.all([source.close(), small.close()]);
});

test('a copy of the release folder › when a delta is unpacked over it › is up to date and whole', async () => {
  execFileSync('tar', ['-xf', delta, '-C', mirror]);
  expect(await verifyReleaseFolder(mirror, { nowMs })).toMatchObject({ ok: true, version: 2 });
});

test('a pack since the release in force › when made › holds signatures and manifest alone', async () => {
  const file = beside('renewed.tar');
  expect(await pack({ file, since: 2 })).toMatchObject({ version: 2, since: 2, files: 5 });
  expect(await check(file)).toMatchObject({ ok: true, files: 1 });
});

test.each([[3], [9]])('a pack since version %i, which is not here › is refused', async (since) => {
  const file = beside('none.tar');
  expect(await codeOf(pack({ file, since }))).toBe('pack.unknown-base');
  expect(existsSync(file)).toBe(false);
});

test('a pack of signatures that ran out, over a file, or in the data folder › is refused', async () => {
  const file = beside('never.tar');
  expect(await codeOf(pack({ file, nowMs: june + 40 * dayMs }))).toBe('release.metadata-expired');
  expect(await codeOf(pack({ file: whole }))).toBe('archive.exists');
  expect(await codeOf(pack({ file: join(hub.dataDir, 'x.tar') }))).toBe('archive.inside-data');
  expect(existsSync(file)).toBe(false);
});

test('a release with a damaged file › is not packed', async () => {
  const copy = beside('damaged');
  cpSync(hub.dataDir, copy, { recursive: true });
  const folder = join(copy, 'release', 'targets', 'attachments');
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), 'rotten');
  const file = beside('of-damaged.tar');
  expect(await codeOf(pack({ dataDir: copy, file }))).toBe('release.hash-mismatch');
  expect(existsSync(file)).toBe(false);
});

/** What checking says of a pack with these bytes. */
async function verdict(bytes: Uint8Array): Promise<boolean | string> {
  const file = beside('tried.tar');
  writeFileSync(file, bytes);
  try {
    return (await check(file)).ok;
  } catch (thrown) {
    return String((thrown as { code?: unknown }).code);
  }
}

test('a pack cut off anywhere › is never found sound', async () => {
  const bytes = readFileSync(delta);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (end) => {
      expect([false, 'pack.not-a-pack']).toContain(await verdict(bytes.subarray(0, end)));
    }),
    { numRuns: 60 },
  );
});

test('a bit turned in any file of a whole pack › is never found sound', async () => {
  const bytes = readFileSync(whole);
  // The head is for people: nothing of it is believed.
  const afterHead = bytes.indexOf('ustar', 600) - 257;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: afterHead, max: bytes.length - 1 }), async (at) => {
      const turned = Uint8Array.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8));
      expect([false, 'pack.not-a-pack'], `byte ${at}`).toContain(await verdict(turned));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['nothing', ''],
  ['a picture', '\x89PNG\r\n\x1a\n'.padEnd(4000, 'x')],
  ['zeros', '\0'.repeat(4096)],
])('%s › is no pack', async (_what, text) => {
  expect(await verdict(Buffer.from(text, 'latin1'))).toBe('pack.not-a-pack');
});
