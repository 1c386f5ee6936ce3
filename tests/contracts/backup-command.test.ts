// `hub backup` and `hub restore` as staff use them: while the hub is written to, and killed at any instant.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { prepareReleaseFolder } from '#hub/publish/refresh-metadata.ts';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { type BackupFolder, openBackupFolder } from '#tests/support/backup-folder.ts';
import { runHubCommand, startHub } from '#tests/support/hub.ts';

const seed = Number(process.env.MINGCHUANG_TEST_SEED ?? Date.now() % 1_000_000);
const mostKills = 5;
/** About as long as a process takes to start and do the whole work. */
const longestMs = 1500;

let own: BackupFolder;
let count = 0;
beforeAll(async () => {
  own = await openBackupFolder();
});
afterAll(() => own.close());

async function json(...args: string[]) {
  const { status, stdout } = await runHubCommand([...args, '--json']);
  return { status, value: JSON.parse(stdout) };
}
const restoreArgs = (file: string, dataDir: string) => [
  ...['restore', file, '--data', dataDir],
  ...['--keys', join(own.dataDir, 'keys')],
];

/** Everything the store names is there, and the release verifies. */
async function expectWhole(dataDir: string): Promise<{ readonly records: number; readonly version: number }> {
  const folder = await openDataFolder({ dataDir });
  try {
    expect(folder.store.checkIntegrity()).toEqual([]);
    for (const { sha256 } of await folder.desk.db.selectFrom('attachments').select('sha256').execute())
      expect(folder.desk.attachments.has(sha256)).toBe(true);
    const check = await verifyReleaseFolder(join(dataDir, 'release'), { nowMs: Date.now() });
    expect(check.problems).toEqual([]);
    // A copy made between the switch to a release and its mark in the store is finished by the next start.
    await prepareReleaseFolder(dataDir, folder.source, Date.now());
    const told = await folder.desk.db.selectFrom('releases').select('version').execute();
    expect(Math.max(...told.map(({ version }) => version))).toBeGreaterThanOrEqual(check.version ?? 0);
    const { length: records } = await folder.desk.db.selectFrom('records').select('id').execute();
    return { records, version: check.version ?? 0 };
  } finally {
    await folder.close();
  }
}

it('backup and restore › answer as promised, refuse without changing anything, and say what was wrong', async () => {
  const file = join(own.root, 'command.tar');
  const made = await json('backup', file, '--data', own.dataDir);
  expect(made).toMatchObject({
    status: 0,
    value: { file, version: 1, hasKeys: false, damaged: [], files: expect.any(Number) },
  });
  expect(made.value.keysLeftOut).toContain('cases.key');
  const again = await json('backup', file, '--data', own.dataDir);
  expect(again).toMatchObject({ status: 1, value: { problem: { code: 'archive.exists' } } });
  expect((await runHubCommand(['backup'])).status).toBe(2);
  const restored = join(own.root, 'restored');
  expect(await json(...restoreArgs(file, restored))).toMatchObject({
    status: 0,
    value: { data: restored, version: 1, nextVersion: 101, keysMissing: [] },
  });
  expect(await json('verify', '--data', restored)).toMatchObject({ status: 0, value: { ok: true } });
  expect((await json('status', '--data', restored)).value).toMatchObject({ version: 1, stored: 2 });
  for (const [dataDir, action] of [
    [own.dataDir, 'backup.make'],
    [restored, 'backup.restore'],
  ] as const) {
    const trail = (await json('audit', 'export', '--data', dataDir)).value.entries;
    expect(JSON.stringify(trail), action).toContain(`"${action}"`);
  }
  const twice = await json(...restoreArgs(file, restored));
  expect(twice).toMatchObject({ status: 1, value: { problem: { code: 'backup.folder-not-empty' } } });
  expect((await runHubCommand(['restore', file, '--next-version', 'ten'])).status).toBe(2);
  // The address stays the same: the higher version that is owed is the only reason to publish.
  const args = ['--public-url', 'http://localhost:8080'];
  const hub = await startHub({ dataDir: restored, isEmpty: true, args });
  expect((await fetch(`${hub.url}/api/health`)).status).toBe(200);
  await hub.stop();
  expect((await json('status', '--data', restored)).value).toMatchObject({ version: 101 });
  const published = await json('publish', '--data', restored, '--next-version', '300');
  expect(published).toMatchObject({ status: 0, value: { version: 300 } });
}, 120_000);

it('backups made while records are approved and published without a pause › are whole, each of them', async () => {
  let isOver = false;
  const writing = (async () => {
    for (let number = 0; !isOver; number += 1) {
      await own.approve(`关于第${number}号路牌的通知`);
      await own.publish();
    }
    return own.folder.desk.db.selectFrom('records').select('id').execute();
  })();
  const held: { readonly records: number; readonly version: number }[] = [];
  for (const round of [1, 2, 3]) {
    const file = join(own.root, `busy-${round}.tar`);
    const { status, stderr } = await runHubCommand(['backup', file, '--data', own.dataDir]);
    expect(status, stderr).toBe(0);
    const dataDir = join(own.root, `busy-${round}`);
    expect(await json(...restoreArgs(file, dataDir))).toMatchObject({ status: 0 });
    held.push(await expectWhole(dataDir));
  }
  isOver = true;
  const all = (await writing).length;
  for (const [index, { records, version }] of held.entries()) {
    expect(records).toBeGreaterThan(held[index - 1]?.records ?? 1);
    expect(version).toBeGreaterThan(held[index - 1]?.version ?? 0);
    expect(records).toBeLessThanOrEqual(all);
  }
}, 240_000);

/** Runs a command until it ends or the moment comes; false when it was killed. */
async function runOrKill(args: readonly string[], delayMs: number): Promise<boolean> {
  const child = spawn(process.execPath, ['admin/hub/main.ts', ...args], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
  const [status] = await once(child, 'close');
  clearTimeout(timer);
  return status === 0;
}

it(`killed at random instants (seed ${seed}) › a backup and a folder are there whole or not at all`, async () => {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  await own.attach(Buffer.alloc(60_000_000, '很长的附件'));
  const place = join(own.root, 'killed');
  mkdirSync(place);
  let file = join(place, 'first.tar');
  while (!(await runOrKill(['backup', file, '--data', own.dataDir], 60_000)));
  for (let kill = 0; kill < mostKills; kill += 1) {
    count += 1;
    const dataDir = join(place, `data-${count}`);
    const isRestored = await runOrKill(restoreArgs(file, dataDir), random() * longestMs);
    if (existsSync(dataDir)) await expectWhole(dataDir);
    else expect(isRestored).toBe(false);
    const next = join(place, `backup-${count}.tar`);
    const isMade = await runOrKill(['backup', next, '--data', own.dataDir], random() * longestMs);
    expect(existsSync(next) || !isMade).toBe(true);
    if (existsSync(next)) file = next;
    // What a killed one left under another name is gone after the next one for the same name.
    const whole = existsSync(next) ? join(place, `again-${count}.tar`) : next;
    expect((await json('backup', whole, '--data', own.dataDir)).status).toBe(0);
    expect(readdirSync(place).filter((name) => name.startsWith(`backup-${count}.tar.`))).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
    if (whole !== file) rmSync(whole);
  }
  expect((await json(...restoreArgs(file, join(place, 'last')))).status).toBe(0);
  await expectWhole(join(place, 'last'));
}, 240_000);
