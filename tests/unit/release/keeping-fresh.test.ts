// Keys, root metadata and signatures over time: made once, kept private, renewed before they run out.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '#hub/publish/node-crypto.ts';
import { publishFolders } from '#hub/publish/publish-folders.ts';
import { withPublishLock } from '#hub/publish/publish-lock.ts';
import { prepareReleaseFolder, refreshTimestamp } from '#hub/publish/refresh-metadata.ts';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { dayMs, FakeHub } from './fake-source.ts';
import { newSigner } from './memory-repository.ts';

let hub: FakeHub;
beforeEach(() => {
  hub = new FakeHub().fill(5);
});
afterEach(() => hub.dispose());

const verify = () => verifyReleaseFolder(hub.release, { nowMs: hub.nowMs });
const refresh = () => refreshTimestamp(hub.dataDir, hub.nowMs);

test('first start › when there is no release yet › keys and root are made, for the hub’s user only', async () => {
  await prepareReleaseFolder(hub.dataDir, hub.source, hub.nowMs);
  const { keys } = publishFolders(hub.dataDir);
  expect(statSync(keys).mode & 0o777).toBe(0o700);
  for (const role of ['root', 'targets', 'snapshot', 'timestamp']) {
    expect(statSync(join(keys, `${role}.json`)).mode & 0o777).toBe(0o600);
  }
  const root = readFileSync(join(hub.release, 'metadata/1.root.json'));
  await hub.publish();
  expect(readFileSync(join(hub.release, 'metadata/1.root.json'))).toEqual(root);
  expect(root.toString()).not.toContain('private');
});

test('first start › when two processes do it at once › they agree on the keys', async () => {
  const { createMissingKeys, loadKeys } = await import('#hub/publish/keys.ts');
  const folder = join(hub.dataDir, 'keys');
  await Promise.all([1, 2, 3, 4].map(() => createMissingKeys(folder)));
  const [a, b] = [await loadKeys(folder), await loadKeys(folder)];
  expect(a.root?.publicKey).toEqual(b.root?.publicKey);
});

test('a key › when it is lost or damaged › publishing refuses and makes no new one', async () => {
  await hub.publish();
  const path = join(hub.dataDir, 'keys/snapshot.json');
  const key = readFileSync(path, 'utf8');
  hub.source.put(1, '改');
  rmSync(path);
  await expect(hub.publish()).rejects.toMatchObject({ code: 'release.key-missing' });
  writeFileSync(path, key.replace(/"private": "../, '"private": "00'));
  await expect(hub.publish()).rejects.toMatchObject({ code: 'release.key-damaged' });
  expect(await verify()).toMatchObject({ ok: true, version: 1 });
  writeFileSync(path, key);
  expect(await hub.publish()).toMatchObject({ version: 2 });
});

test('keys of another hub › when they take the place of ours › publishing refuses', async () => {
  await hub.publish();
  const other = new FakeHub();
  await prepareReleaseFolder(other.dataDir, other.source, hub.nowMs);
  const key = readFileSync(join(other.dataDir, 'keys/targets.json'));
  other.dispose();
  writeFileSync(join(hub.dataDir, 'keys/targets.json'), key);
  await expect(hub.publish()).rejects.toMatchObject({ code: 'release.key-damaged' });
});

test('the root key › when it has been moved offline › publishing goes on', async () => {
  await hub.publish();
  rmSync(join(hub.dataDir, 'keys/root.json'));
  hub.source.put(1, '改');
  expect(await hub.publish()).toMatchObject({ version: 2 });
  expect(await verify()).toMatchObject({ ok: true });
});

test('the root key › when it is offline as the root’s end nears › the rest is still signed every day', async () => {
  await hub.publish();
  rmSync(join(hub.dataDir, 'keys/root.json'));
  hub.nowMs += 3400 * dayMs;
  expect(await refresh()).toEqual(['targets', 'snapshot', 'timestamp']);
  expect(await verify()).toMatchObject({ ok: true });
});

test('a root signed offline › when it is put among the metadata › the hub and terminals take it over', async () => {
  await hub.publish();
  const { loadKeys, requireKey } = await import('#hub/publish/keys.ts');
  const { parseMetadata } = await import('#shared/release/tuf/parse-metadata.ts');
  const { keyId, keyJson, signMetadata } = await import('#shared/release/tuf/sign-metadata.ts');
  const old = requireKey(await loadKeys(join(hub.dataDir, 'keys')), 'root');
  const offline = [newSigner(), newSigner()];
  const { signed } = parseMetadata(readFileSync(join(hub.release, 'metadata/1.root.json')), 'root');
  const listed = await Promise.all(
    offline.map(
      async ({ publicKey }) => [await keyId(keyJson(publicKey), sha256), keyJson(publicKey)] as const,
    ),
  );
  const next = {
    ...signed,
    version: 2,
    keys: { ...signed.keys, ...Object.fromEntries(listed) },
    roles: { ...signed.roles, root: { keyids: listed.map(([id]) => id), threshold: 2 } },
  };
  const bytes = await signMetadata(next, [old, ...offline], sha256);
  writeFileSync(join(hub.release, 'metadata/2.root.json'), bytes);
  hub.source.put(1, '改');
  expect(await hub.publish()).toMatchObject({ version: 2 });
  expect(existsSync(join(hub.dataDir, 'keys/2.root.json'))).toBe(true);
  expect(await verify()).toMatchObject({ ok: true, version: 2 });
  rmSync(join(hub.release, 'metadata/2.root.json'));
  await refresh();
  expect(readFileSync(join(hub.release, 'metadata/2.root.json'))).toEqual(Buffer.from(bytes));
});

test('start › when another process is publishing › it does not wait or fail', async () => {
  await withPublishLock(publishFolders(hub.dataDir).lock, async () => {
    await expect(prepareReleaseFolder(hub.dataDir, hub.source, hub.nowMs)).resolves.toBeUndefined();
  });
});

test('refresh › when nothing was published › it signs nothing', async () => {
  expect(await refresh()).toEqual([]);
});

test('refresh › when a day has passed › only the timestamp is signed again', async () => {
  await hub.publish();
  expect(await refresh()).toEqual([]);
  hub.nowMs += dayMs;
  expect(await refresh()).toEqual(['timestamp']);
  expect(await refresh()).toEqual([]);
  expect(existsSync(join(hub.release, 'metadata/2.snapshot.json'))).toBe(false);
});

test('a release › when it is refreshed daily for 11 years › it verifies on every day looked at', async () => {
  await hub.publish();
  const signed = new Set<string>();
  for (let day = 0; day < 11 * 365; day += 25) {
    hub.nowMs += 25 * dayMs;
    for (const role of await refresh()) signed.add(role);
    if (day % 500 === 0) expect(await verify()).toMatchObject({ ok: true, version: 1, problems: [] });
  }
  expect([...signed].sort()).toEqual(['root', 'snapshot', 'targets', 'timestamp']);
  expect(await verify()).toMatchObject({ ok: true });
  hub.source.put(1, '改');
  expect(await hub.publish()).toMatchObject({ version: 2 });
  expect(await verify()).toMatchObject({ ok: true, version: 2 });
});

test('a release › when nobody refreshed it for 31 days › verify says that it is past its time', async () => {
  await hub.publish();
  hub.nowMs += 31 * dayMs;
  const check = await verify();
  expect(check).toMatchObject({ ok: false, problems: [{ code: 'release.metadata-expired' }] });
  expect(check.problems[0]?.message).toContain('过期');
  await refresh();
  expect(await verify()).toMatchObject({ ok: true });
});

test('a clock set back › when something is published › it counts from the last publish', async () => {
  await hub.publish();
  const then = hub.nowMs;
  hub.nowMs = 0;
  hub.source.put(1, '改');
  await hub.publish();
  hub.nowMs = then;
  expect(await verify()).toMatchObject({ ok: true, version: 2 });
});

test('the lock › when it is held › others are refused at once, and it is free again afterwards', async () => {
  const { lock } = publishFolders(hub.dataDir);
  await withPublishLock(lock, async () => {
    await expect(refresh()).rejects.toMatchObject({ code: 'release.publish-in-progress' });
  });
  await expect(withPublishLock(lock, async () => 'free')).resolves.toBe('free');
});
