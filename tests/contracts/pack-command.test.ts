// `hub pack` and `hub verify` of a pack as scripts rely on them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BackupFolder, openBackupFolder } from '#tests/support/backup-folder.ts';
import { runHubCommand } from '#tests/support/hub.ts';

let own: BackupFolder;
beforeAll(async () => {
  own = await openBackupFolder();
  await own.approve('关于开放档案的公告');
  await own.publish();
});
afterAll(() => own.close());

async function json(...args: string[]) {
  const { status, stdout } = await runHubCommand([...args, '--data', own.dataDir, '--json']);
  return { status, value: JSON.parse(stdout) };
}

it('pack and verify › answer as promised, refuse what is damaged, and leave no half file', async () => {
  const file = join(own.root, 'stick.tar');
  const made = await json('pack', file);
  expect(made).toMatchObject({ status: 0, value: { file, version: 2, since: null } });
  expect(Date.parse(made.value.expires)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  expect(made.value.bytes).toBe(readFileSync(file).length);
  const news = join(own.root, 'news.tar');
  expect(await json('pack', news, '--since', '1')).toMatchObject({ status: 0, value: { since: 1 } });
  expect(await json('verify', news)).toMatchObject({ status: 0, value: { ok: true, version: 2, since: 1 } });
  const none = join(own.root, 'none.tar');
  const unknown = await json('pack', none, '--since', '9');
  expect(unknown).toMatchObject({ status: 1, value: { problem: { code: 'pack.unknown-base' } } });
  expect(existsSync(none)).toBe(false);
  writeFileSync(none, readFileSync(file).subarray(0, -2000));
  expect(await json('verify', none)).toMatchObject({ status: 1, value: { ok: false } });
  expect((await runHubCommand(['pack', '--data', own.dataDir])).status).toBe(2);
  expect((await runHubCommand(['pack', none, '--since', 'x', '--data', own.dataDir])).status).toBe(2);
}, 60_000);
