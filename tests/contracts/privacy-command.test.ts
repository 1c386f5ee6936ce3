// `hub privacy`: who somebody is comes in by standard input, and what backups still hold is part of the answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submitCase } from '#hub/cases/intake/submit-case.ts';
import { openCaseDesk } from '#hub/cases/open-case-desk.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { personOf, requestOf } from '../support/temp-cases.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-privacy-'));
  const folder = await openDataFolder({ dataDir });
  for (const index of [1, 2]) await submitCase(openCaseDesk(folder), requestOf(index), 'online');
  await folder.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function privacy(args: readonly string[], input = '') {
  const all = ['admin/hub/main.ts', 'privacy', ...args, '--data', dataDir, '--json'];
  const child = spawn(process.execPath, all, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  if (child.exitCode === null) await once(child, 'close');
  return { status: child.exitCode, value: stdout === '' ? null : JSON.parse(stdout), stderr };
}

it('find, export, erase › each works on what the one before it gave, and says nothing of the person', async () => {
  const { name, phone } = personOf(1);
  const found = await privacy(['find'], `${name}\n\n${phone}\n`);
  expect(found).toMatchObject({ status: 0, value: { cases: [{ kind: 'request', state: 'received' }] } });
  const [{ id, number }] = found.value.cases;
  expect(await privacy(['find', phone])).toMatchObject({ status: 2 });
  const file = join(dataDir, 'person.zip');
  expect(await privacy(['export', file, number])).toMatchObject({ status: 0, value: { file, cases: 1 } });
  const archive = unzipSync(readFileSync(file));
  expect(Buffer.from(archive['personal-data.json'] ?? []).toString()).toContain(phone);
  expect(await privacy(['erase', id])).toMatchObject({ status: 2 });
  const named = await privacy(['erase', id, '--reason', `${name}要求`]);
  expect(named).toMatchObject({ status: 1, value: { problem: { code: 'cases.reason-personal' } } });
  const erased = await privacy(['erase', id, '--reason', '本人要求']);
  expect(erased).toMatchObject({ status: 0, value: { erased: 1 } });
  expect(erased.value.backups).toContain('keys/cases.erased');
  expect(readFileSync(join(dataDir, 'keys', 'cases.erased'), 'utf8')).toBe(`${id}\n`);
  expect((await privacy(['find'], `\n\n${phone}\n`)).value).toEqual({ cases: [] });
  expect((await privacy(['retain'])).value).toMatchObject({ erased: 0 });
  for (const { stderr } of [found, named, erased]) expect(stderr).not.toContain(name);
}, 60_000);
