// Killed at any instant, the watched folder has taken each file once, and every file lies where it belongs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { createTransferService } from '#hub/transfers/transfer-service.ts';
import { agencyInput, clerk } from '../support/temp-desk.ts';
import { documentsCsv } from '../support/transfer-files.ts';

const agencies = ['民政局', '水务局', '无此局'];
const filesEach = 12;
/** The time between two kills; short beside the whole work, so that many kills fall into it. */
const longestMs = 220;
/** After so many kills it may do the rest undisturbed. */
const mostKills = 10;
const child = fileURLToPath(new URL('../support/inbox-child.ts', import.meta.url));
const seed = Number(process.env.MINGCHUANG_TEST_SEED ?? Date.now() % 1_000_000);

let dataDir: string;
let root: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-kill-inbox-'));
  root = join(dataDir, 'inbox');
  const folder = await openDataFolder({ dataDir });
  for (const name of agencies.slice(0, 2)) await createAgency(folder.desk, agencyInput(name), clerk);
  await folder.close();
  for (const agency of agencies) {
    mkdirSync(join(root, agency), { recursive: true });
    for (let at = 0; at < filesEach; at += 1)
      writeFileSync(
        join(root, agency, `${at}.csv`),
        documentsCsv([[`${agency}第${at}号`, '', '2024-04-01']]),
      );
  }
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** True when it was killed before it had done everything; `null` leaves it alone. */
async function workAndKill(delayMs: number | null): Promise<boolean> {
  const running = spawn(process.execPath, [child, dataDir, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (delayMs !== null) running.stdout.once('data', () => setTimeout(() => running.kill('SIGKILL'), delayMs));
  const [status] = await once(running, 'close');
  return status === null;
}

it(`a watched folder killed at random instants (seed ${seed}) › every file is taken or refused exactly once`, async () => {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let kills = 0;
  while (kills < mostKills && (await workAndKill(random() * longestMs))) kills += 1;
  expect(kills).toBeGreaterThan(0);
  expect(await workAndKill(null)).toBe(false);
  const folder = await openDataFolder({ dataDir });
  const names = Array.from({ length: filesEach }, (_, at) => `${at}.csv`).sort();
  const service = createTransferService(folder.desk);
  const { transfers } = await service.list({ limit: 50 }, clerk);
  const details = await Promise.all(transfers.map(({ id }) => service.detail(id, clerk)));
  const held = details.map(({ agencyName, fileList }) => [
    agencyName,
    fileList.map(({ name }) => name).sort(),
  ]);
  expect(held.sort()).toEqual([
    ['民政局', names],
    ['水务局', names],
  ]);
  for (const agency of agencies.slice(0, 2))
    expect(readdirSync(join(root, 'done', agency)).sort()).toEqual(names);
  const refused = readdirSync(join(root, 'refused', '无此局')).filter((name) => !name.endsWith('.txt'));
  expect(refused.sort()).toEqual(names);
  for (const agency of agencies) expect(readdirSync(join(root, agency))).toEqual([]);
  expect(folder.store.checkIntegrity()).toEqual([]);
  expect(await verifyAuditChain(folder.desk.db)).toMatchObject({ isSound: true });
  await folder.close();
}, 120_000);
