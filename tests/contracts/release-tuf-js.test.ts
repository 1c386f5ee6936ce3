// An independent TUF client, tuf-js, against a folder we published: it accepts what we accept and refuses what we do.
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadRelease } from '#hub/publish/load-release.ts';
import { refreshTimestamp } from '#hub/publish/refresh-metadata.ts';
import { dayMs, FakeHub, sha256Hex } from '../unit/release/fake-source.ts';
import { type ReleaseServer, serveFolder } from './release-server.ts';

let hub: FakeHub;
let server: ReleaseServer;
let work: string;
let served: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'mingchuang-tuf-js-'));
  served = join(work, 'served');
  mkdirSync(served);
  server = await serveFolder(served);
  hub = new FakeHub().fill(120);
  // tuf-js reads the machine's clock, so the publisher lives in the same present.
  hub.nowMs = Date.now() - dayMs;
  hub.source.put(7, '有附件', [hub.source.attach('表.pdf', Buffer.from('%PDF-1.7 表'))]);
  await hub.publish();
  hub.source.put(9, '改过');
  await hub.publish();
});
afterAll(async () => {
  await server.close();
  hub.dispose();
  rmSync(work, { recursive: true, force: true });
});
beforeEach(() => {
  server.interfere = () => false;
  serveCopy(hub);
});

/** Each test gets a copy of the release to spoil. */
function serveCopy(from: FakeHub): void {
  rmSync(served, { recursive: true, force: true });
  cpSync(from.release, served, { recursive: true });
}

/** A tuf-js terminal of its own, beginning with the first root. */
function newTerminal(): Updater {
  const folder = mkdtempSync(join(work, 'terminal-'));
  copyFileSync(join(hub.release, 'metadata/1.root.json'), join(folder, 'root.json'));
  return updaterOf(folder);
}

function updaterOf(folder: string): Updater {
  return new Updater({
    metadataDir: folder,
    targetDir: folder,
    metadataBaseUrl: `${server.url}/metadata`,
    targetBaseUrl: `${server.url}/targets`,
    config: { fetchRetries: 0, fetchRetry: 0 },
  });
}

const acceptsOurs = () =>
  loadRelease(served, { nowMs: Date.now() }).then(
    () => true,
    () => false,
  );
const acceptsTheirs = () =>
  newTerminal()
    .refresh()
    .then(
      () => true,
      () => false,
    );

test('tuf-js › when pointed at a release › it updates and downloads every target', async () => {
  const terminal = newTerminal();
  await terminal.refresh();
  const { metadata } = await loadRelease(served, { nowMs: Date.now() });
  expect(metadata.targets.size).toBeGreaterThan(4);
  for (const [path, { hashes }] of metadata.targets) {
    const info = await terminal.getTargetInfo(path);
    if (info === undefined) throw new Error(`tuf-js does not know ${path}`);
    const file = await terminal.downloadTarget(info);
    expect(sha256Hex(readFileSync(file))).toBe(hashes.sha256);
  }
  expect(await terminal.getTargetInfo('other')).toBeUndefined();
});

test('tuf-js › when metadata was refreshed and a release added › the same terminal follows', async () => {
  const folder = mkdtempSync(join(work, 'follower-'));
  copyFileSync(join(hub.release, 'metadata/1.root.json'), join(folder, 'root.json'));
  await updaterOf(folder).refresh();
  await refreshTimestamp(hub.dataDir, hub.nowMs + dayMs);
  hub.source.put(11, '又改');
  const { version } = await hub.publish();
  serveCopy(hub);
  const terminal = updaterOf(folder);
  await terminal.refresh();
  const info = await terminal.getTargetInfo('catalogue.json');
  if (info === undefined) throw new Error('no manifest');
  const manifest = JSON.parse(readFileSync(await terminal.downloadTarget(info), 'utf8'));
  expect(manifest.version).toBe(version);
});

const newest = (role: string) =>
  readdirSync(join(served, 'metadata'))
    .filter((name) => name.endsWith(`.${role}.json`))
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))[0] ?? '';
const pathOf = (role: string) =>
  join(served, 'metadata', role === 'timestamp' ? 'timestamp.json' : newest(role));
const edit = (role: string, change: (text: string) => string) =>
  writeFileSync(pathOf(role), change(readFileSync(pathOf(role), 'utf8')));

test.each([
  [
    'a changed version in the timestamp',
    () => edit('timestamp', (t) => t.replace('"version":', '"version":9')),
  ],
  [
    'a later expiry in the timestamp',
    () => edit('timestamp', (t) => t.replace(/"expires":"20/, '"expires":"21')),
  ],
  ['a signature changed', () => edit('timestamp', (t) => t.replace(/"sig":"../, '"sig":"00'))],
  ['no signatures', () => edit('timestamp', (t) => t.replace(/"signatures":.*/, '"signatures":[]}'))],
  ['the timestamp cut short', () => edit('timestamp', (t) => t.slice(0, -20))],
  ['the timestamp missing', () => rmSync(pathOf('timestamp'))],
  ['the snapshot altered', () => edit('snapshot', (t) => t.replace('"version":', '"version":1'))],
  ['the snapshot missing', () => rmSync(pathOf('snapshot'))],
  ['the targets altered', () => edit('targets', (t) => t.replace('"length":', '"length":1'))],
  ['the targets missing', () => rmSync(pathOf('targets'))],
  [
    'older targets in their place',
    () => copyFileSync(join(served, 'metadata/1.targets.json'), pathOf('targets')),
  ],
  [
    'older snapshot in its place',
    () => copyFileSync(join(served, 'metadata/1.snapshot.json'), pathOf('snapshot')),
  ],
  ['a timestamp that is a snapshot', () => copyFileSync(pathOf('snapshot'), pathOf('timestamp'))],
  [
    'a forged second root',
    () => copyFileSync(join(served, 'metadata/1.root.json'), join(served, 'metadata/2.root.json')),
  ],
])('a release › when it has %s › tuf-js and we both refuse', async (_name, spoil) => {
  expect([await acceptsOurs(), await acceptsTheirs()]).toEqual([true, true]);
  spoil();
  expect([await acceptsOurs(), await acceptsTheirs()]).toEqual([false, false]);
});

test('a release › when every key is a stranger’s › tuf-js and we both refuse', async () => {
  const stranger = new FakeHub().fill(3);
  stranger.nowMs = Date.now() - dayMs;
  await stranger.publish();
  for (const name of ['timestamp.json', '1.snapshot.json', '1.targets.json']) {
    copyFileSync(join(stranger.release, 'metadata', name), join(served, 'metadata', name));
  }
  stranger.dispose();
  expect([await acceptsOurs(), await acceptsTheirs()]).toEqual([false, false]);
});

test('a release › when it was last signed 31 days ago › tuf-js and we both refuse', async () => {
  const old = new FakeHub().fill(3);
  old.nowMs = Date.now() - 31 * dayMs;
  await old.publish();
  serveCopy(old);
  const folder = mkdtempSync(join(work, 'old-'));
  copyFileSync(join(old.release, 'metadata/1.root.json'), join(folder, 'root.json'));
  old.dispose();
  expect(await acceptsOurs()).toBe(false);
  await expect(updaterOf(folder).refresh()).rejects.toThrow();
});

test('tuf-js › when a target was altered or endless › it refuses', async () => {
  const terminal = newTerminal();
  await terminal.refresh();
  const info = await terminal.getTargetInfo('catalogue.json');
  if (info === undefined) throw new Error('no manifest');
  server.interfere = (path, response) => {
    if (!path.endsWith('.catalogue.json')) return false;
    response.end(Buffer.alloc(info.length, 32));
    return true;
  };
  await expect(terminal.downloadTarget(info)).rejects.toThrow();
  server.interfere = (path, response) => {
    if (!path.endsWith('.catalogue.json')) return false;
    response.end(Buffer.alloc(info.length * 50, 32));
    return true;
  };
  await expect(terminal.downloadTarget(info)).rejects.toThrow();
});
