// Killed at any instant, a reply is there with its event, its words and its line in the trail, or there is nothing of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOfRow } from '#hub/cases/handling/opened-case.ts';
import { openCaseDesk } from '#hub/cases/open-case-desk.ts';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';

const rounds = 6;
const longestMs = 400;
const child = fileURLToPath(new URL('../support/handling-child.ts', import.meta.url));
/** Printed with every failure; set it to repeat a run's instants as closely as the machine allows. */
const seed = Number(process.env.MINGCHUANG_TEST_SEED ?? Date.now() % 1_000_000);

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-kill-handling-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the child until it has told of its start, kills it after `delayMs`, and gives what it had acknowledged. */
async function workAndKill(delayMs: number): Promise<string[]> {
  const running = spawn(process.execPath, [child, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => running.kill('SIGKILL'), delayMs);
    said += text;
  });
  const [status] = await once(running, 'close');
  expect(status).toBeNull();
  return said.split('\n').slice(1, -1);
}

/** Row, event, words and trail tell the same of every case. */
async function expectWhole(folder: DataFolder, acknowledged: readonly string[]): Promise<void> {
  const { db } = folder.desk;
  expect(folder.store.checkIntegrity()).toEqual([]);
  expect(await verifyAuditChain(db)).toMatchObject({ isSound: true });
  const events = await db.selectFrom('case_events').select(['case_id', 'kind']).execute();
  const trail = await db.selectFrom('audit_entries').select(['action', 'details']).execute();
  const replied = new Set(events.filter(({ kind }) => kind === 'replied').map(({ case_id }) => case_id));
  const acts = trail.filter(({ action }) => action === 'case.act');
  const actsOn = (id: string) => acts.filter(({ details }) => JSON.parse(details).id === id).length;
  for (const row of await db.selectFrom('cases').selectAll().execute()) {
    const { words } = await wordsOfRow(openCaseDesk(folder), row);
    const isReplied = replied.has(row.id);
    const own = events.filter(({ case_id }) => case_id === row.id);
    expect(row.state).toBe(isReplied ? 'answered' : 'received');
    // Every act is one event, one note in the trail and one revision, and a draft lasts until it is given.
    expect([own.length, actsOn(row.id)]).toEqual([row.revision, row.revision - 1]);
    expect(words?.answer !== '').toBe(isReplied);
    expect((words?.draft ?? null) !== null).toBe(!isReplied && row.revision > 1);
  }
  for (const id of acknowledged) expect(replied.has(id)).toBe(true);
}

it('replies to cases › when the process is killed at any instant › each is there whole or not at all', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const delayMs = ((seed * 7919 + round * 104_729) % 1000) * (longestMs / 1000);
    acknowledged.push(...(await workAndKill(delayMs)));
    const folder = await openDataFolder({ dataDir });
    try {
      await expectWhole(folder, acknowledged);
    } finally {
      await folder.close();
    }
  }
  expect(acknowledged.length, `seed ${seed}`).toBeGreaterThan(0);
});
