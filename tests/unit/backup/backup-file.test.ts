// The backup file: what it holds, what it leaves out, and that nothing but the whole of it is ever restored.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireRoom } from '#hub/archive/new-file.ts';
import { makeBackup } from '#hub/backup/make-backup.ts';
import { type RestoreRequest, restoreBackup } from '#hub/backup/restore-backup.ts';
import { openCaseDesk } from '#hub/cases/open-case-desk.ts';
import { createCasePrivacy } from '#hub/cases/privacy/case-privacy.ts';
import { operatorActor } from '#hub/http/actor.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { type BackupFolder, openBackupFolder } from '#tests/support/backup-folder.ts';
import { codeOf } from '#tests/support/error-code.ts';
import { personOf } from '#tests/support/temp-cases.ts';

let own: BackupFolder;
let file: string;
let bytes: Uint8Array;
let count = 0;
const nowMs = Date.now();

beforeAll(async () => {
  own = await openBackupFolder();
  file = join(own.root, 'first.tar');
  await makeBackup({ dataDir: own.dataDir, file, withKeys: false, nowMs });
  bytes = readFileSync(file);
});
afterAll(() => own.close());

/** A path nothing is at. */
function fresh(name: string): string {
  count += 1;
  return join(own.root, `${name}-${count}`);
}
const keysOf = () => ({ folder: join(own.dataDir, 'keys'), isWithout: false });
const request = (changes: Partial<RestoreRequest> = {}): RestoreRequest => ({
  ...{ file, dataDir: fresh('restored'), keys: keysOf(), nextVersion: null, nowMs },
  ...changes,
});
async function restoreBytes(content: Uint8Array): Promise<string> {
  const damaged = fresh('damaged');
  writeFileSync(damaged, content);
  const wanted = request({ file: damaged });
  const code = await codeOf(restoreBackup(wanted));
  expect(existsSync(wanted.dataDir)).toBe(false);
  expect(readdirSync(own.root).filter((name) => name.endsWith('.part'))).toEqual([]);
  return code;
}
const publishIn = async (dataDir: string) => {
  const folder = await openDataFolder({ dataDir });
  const context = { publicUrl: 'http://localhost:8080', note: '', who: 'tests', now: Date.now };
  return publishRelease(folder.source, { ...context, dataDir, engine: nodeEngine }).finally(() =>
    folder.close(),
  );
};

test('a backup › when restored › holds every record, file, release and case of the folder', async () => {
  const { dataDir, ...rest } = request();
  const result = await restoreBackup({ dataDir, ...rest });
  expect(result).toMatchObject({ version: 1, keysMissing: [] });
  const check = await verifyReleaseFolder(join(dataDir, 'release'), { nowMs });
  expect(check).toMatchObject({ ok: true, version: 1, problems: [] });
  const folder = await openDataFolder({ dataDir });
  const titles = await folder.desk.db.selectFrom('records').select('title').orderBy('title').execute();
  expect(titles.map(({ title }) => title)).toEqual(['关于夏季供水的公告', '关于调整公交线路的通知']);
  for (const { sha256 } of await folder.desk.db.selectFrom('attachments').select('sha256').execute())
    expect(folder.desk.attachments.has(sha256)).toBe(true);
  expect(folder.store.checkIntegrity()).toEqual([]);
  const found = await createCasePrivacy(openCaseDesk(folder)).find(personOf(1), operatorActor('tests'));
  expect(found).toHaveLength(1);
  await folder.close();
  for (const place of ['keys', 'case-files'].filter((one) => existsSync(join(dataDir, one))))
    expect(statSync(join(dataDir, place)).mode & 0o077, place).toBe(0);
  expect(statSync(join(dataDir, 'store.sqlite')).mode & 0o077).toBe(0);
});

test('secret keys › when not asked for › are not in the file; when asked for, they are', async () => {
  const secrets = ['cases.key', 'root.json', 'timestamp.json'].map((name) =>
    readFileSync(join(own.dataDir, 'keys', name), 'utf8'),
  );
  const secretOf = (text: string) => /[0-9a-f]{64}/.exec(text.replace(/.*"private"/s, ''))?.[0] ?? text;
  for (const secret of secrets) expect(Buffer.from(bytes).includes(secretOf(secret))).toBe(false);
  const withKeys = fresh('with-keys');
  await makeBackup({ dataDir: own.dataDir, file: withKeys, withKeys: true, nowMs });
  for (const secret of secrets) expect(readFileSync(withKeys).includes(secretOf(secret))).toBe(true);
  expect(statSync(withKeys).mode & 0o077).toBe(0);
  const wanted = request({ file: withKeys, keys: { folder: null, isWithout: false } });
  await restoreBackup(wanted);
  expect(await publishIn(wanted.dataDir)).toMatchObject({ version: 101 });
});

test('without the keys › it is refused; if they are lost, nothing new is sealed with another one', async () => {
  const none = { folder: null, isWithout: false };
  expect(await codeOf(restoreBackup(request({ keys: none })))).toBe('backup.keys-needed');
  const wanted = request({ keys: { folder: null, isWithout: true } });
  const { keysMissing } = await restoreBackup(wanted);
  expect(keysMissing).toContain('cases.key');
  const folder = await openDataFolder(wanted);
  const { vault } = openCaseDesk(folder);
  expect(await codeOf(vault.newKey('someone'))).toBe('cases.key-missing');
  await folder.close();
  expect(await codeOf(publishIn(wanted.dataDir))).toBe('release.key-missing');
  await cp(join(own.dataDir, 'keys'), join(wanted.dataDir, 'keys'), { recursive: true });
  expect(await publishIn(wanted.dataDir)).toMatchObject({ version: 101 });
});

test('who was erased after the backup › is forgotten again by the list kept with the keys', async () => {
  const keys = fresh('keys');
  await cp(join(own.dataDir, 'keys'), keys, { recursive: true });
  const [row] = await own.folder.desk.db.selectFrom('cases').select('id').execute();
  writeFileSync(join(keys, 'cases.erased'), `${row?.id}\n`);
  const wanted = request({ keys: { folder: keys, isWithout: false } });
  await restoreBackup(wanted);
  const folder = await openDataFolder(wanted);
  await createCasePrivacy(openCaseDesk(folder)).retain();
  const erased = await folder.desk.db.selectFrom('cases').select('erased_at').execute();
  expect(erased).toEqual([{ erased_at: expect.any(String) }]);
  await folder.close();
});

test('after an older backup › the next release is higher than what terminals saw, though nothing changed', async () => {
  const wanted = request({ nextVersion: 57 });
  expect(await restoreBackup(wanted)).toMatchObject({ version: 1, nextVersion: 57 });
  expect(await publishIn(wanted.dataDir)).toMatchObject({ version: 57, isUnchanged: false });
  expect(await publishIn(wanted.dataDir)).toMatchObject({ version: 57, isUnchanged: true });
  const late = request({ nowMs: nowMs + 30 * 86_400_000 });
  expect((await restoreBackup(late)).nextVersion).toBe(1 + 30 * 24);
});

test('a folder with anything in it › is left alone; an empty one is taken', async () => {
  const full = fresh('full');
  await mkdir(full);
  writeFileSync(join(full, 'note.txt'), 'mine');
  expect(await codeOf(restoreBackup(request({ dataDir: full })))).toBe('backup.folder-not-empty');
  expect(readdirSync(full)).toEqual(['note.txt']);
  await rm(join(full, 'note.txt'));
  await restoreBackup(request({ dataDir: full }));
  expect(readdirSync(full)).toContain('store.sqlite');
});

test('a backup › never replaces a file, lies in the data folder, or is made of nothing', async () => {
  const again = { dataDir: own.dataDir, withKeys: false, nowMs };
  expect(await codeOf(makeBackup({ ...again, file }))).toBe('archive.exists');
  expect(readFileSync(file).equals(bytes)).toBe(true);
  const inside = join(own.dataDir, 'release', 'copy.tar');
  expect(await codeOf(makeBackup({ ...again, file: inside }))).toBe('archive.inside-data');
  const nowhere = { ...again, dataDir: fresh('nothing'), file: fresh('none.tar') };
  expect(await codeOf(makeBackup(nowhere))).toBe('backup.no-data');
  const unwritable = { ...again, file: join(own.root, 'no', 'such', 'folder.tar') };
  expect(await codeOf(makeBackup(unwritable))).toBe('archive.cannot-write');
  expect(readdirSync(own.root).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a disk without room › is told before anything is written', async () => {
  const where = fresh('room');
  expect(await codeOf(requireRoom(where, 2 ** 60))).toBe('archive.disk-full');
  expect(await codeOf(requireRoom(where, 1))).toBe('done');
});

test('cut off anywhere › nothing is restored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (end) => {
      expect(['archive.damaged', 'backup.not-a-backup']).toContain(
        await restoreBytes(bytes.subarray(0, end)),
      );
    }),
    { numRuns: 25 },
  );
});

test('a bit turned anywhere › nothing is restored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: 0, max: 7 }),
      async (at, bit) => {
        const turned = Uint8Array.from(bytes);
        turned[at] = (turned[at] ?? 0) ^ (1 << bit);
        expect(['archive.damaged', 'backup.not-a-backup']).toContain(await restoreBytes(turned));
      },
    ),
    { numRuns: 25 },
  );
});

test('an attachment damaged on the disk › is in the backup as it is, and named', async () => {
  const copy = fresh('copy');
  await cp(own.dataDir, copy, { recursive: true });
  const [folder = ''] = readdirSync(join(copy, 'attachments'));
  const [name = ''] = readdirSync(join(copy, 'attachments', folder));
  writeFileSync(join(copy, 'attachments', folder, name), 'rotten');
  const { damaged } = await makeBackup({ dataDir: copy, file: fresh('of-rotten'), withKeys: false, nowMs });
  expect(damaged).toEqual([`attachments/${folder}/${name}`]);
});

test('a backup of a newer program › is refused', async () => {
  const text = Buffer.from(bytes).toString('latin1');
  const newer = text.replace(/"schema": \d\d/, '"schema": 99');
  expect(newer).not.toBe(text);
  expect(await restoreBytes(Buffer.from(newer, 'latin1'))).toBe('backup.newer');
});
