// Killed at any instant, an import loses nothing it has acknowledged, and importing again completes it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseContent } from '#hub/editorial/stored-content.ts';
import { openAttachmentFiles } from '#hub/store/attachment-files.ts';
import { openStore, type Store } from '#hub/store/open-store.ts';

const rounds = Number(process.env.MINGCHUANG_TEST_KILLS ?? 15);
const listRows = 1500;
const documents = 8;
const child = fileURLToPath(new URL('../support/import-child.ts', import.meta.url));
/** Printed with every failure; set it to repeat a run's instants as closely as the machine allows. */
const seed = Number(process.env.MINGCHUANG_TEST_SEED ?? Date.now() % 1_000_000);

let dir: string;
let files: string[];
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-kill-'));
  const list = join(dir, 'list.jsonl');
  const lines = Array.from({ length: listRows }, (_, number) =>
    JSON.stringify({
      title: `关于第${number}号事项的通知`,
      agency: `机构${number % 7}`,
      docNo: `测发〔2024〕${number}号`,
      body: `第${number}号事项的正文。`.repeat(40),
    }),
  );
  writeFileSync(list, lines.join('\n'));
  files = [list];
  for (let number = 0; number < documents; number++) {
    const path = join(dir, `document-${number}.html`);
    writeFileSync(path, `<h1>第${number}份文件的说明</h1><p>${'正文。'.repeat(2000 + number)}</p>`);
    files.push(path);
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs an import and kills it after `delayMs`; gives the rows it had acknowledged, and whether it got to its end. */
async function importAndKill(dataDir: string, delayMs: number) {
  const running = spawn(process.execPath, [child, dataDir, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    // The clock starts when the import does, so that the instants fall into it.
    if (said === '') timer = setTimeout(() => running.kill('SIGKILL'), delayMs);
    said += chunk;
  });
  await once(running, 'close');
  clearTimeout(timer);
  const lines = said.split('\n').slice(0, -1);
  const acknowledged =
    lines
      .map(Number)
      .filter((rows) => rows > 0)
      .at(-1) ?? 0;
  return { acknowledged, isFinished: lines.includes('finished') };
}

async function expectWhole(store: Store, dataDir: string): Promise<number> {
  expect(store.checkIntegrity()).toEqual([]);
  expect((await sql`pragma foreign_key_check`.execute(store.db)).rows).toEqual([]);
  const versions = await store.db
    .selectFrom('record_versions as version')
    .leftJoin('bodies as body', 'body.hash', 'version.body_hash')
    .innerJoin('records as record', 'record.id', 'version.record_id')
    .select(['version.content_json', 'version.body_hash', 'body.html', 'record.approved_version'])
    .execute();
  const attachments = openAttachmentFiles(join(dataDir, 'attachments'));
  for (const { content_json, body_hash, html, approved_version } of versions) {
    expect(approved_version).toBe(1);
    expect(
      createHash('sha256')
        .update(html ?? '')
        .digest('hex'),
    ).toBe(body_hash);
    for (const { sha256, bytes } of parseContent(content_json).attachments) {
      const content = readFileSync(attachments.pathOf(sha256));
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  }
  const { n } = await store.db
    .selectFrom('records')
    .select((table) => table.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(versions).toHaveLength(n);
  return n;
}

describe(`an import killed at random instants (seed ${seed})`, () => {
  it(`when killed ${rounds} times › all acknowledged rows are there and the next import goes on from them`, async () => {
    let state = seed;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    let dataDir = mkdtempSync(join(dir, 'data-'));
    let longestMs = 1500;
    let kills = 0;
    for (let round = 0; kills < rounds && round < rounds * 3; round++) {
      const startedAt = performance.now();
      const { acknowledged, isFinished } = await importAndKill(dataDir, random() * longestMs);
      const store = openStore(join(dataDir, 'store.sqlite'));
      const stored = await expectWhole(store, dataDir);
      await store.close();
      expect(stored).toBeGreaterThanOrEqual(Math.min(acknowledged, listRows + documents));
      expect(stored).toBeLessThanOrEqual(listRows + documents);
      if (!isFinished) {
        kills++;
        continue;
      }
      expect(stored).toBe(listRows + documents);
      // An import that was quicker than the instant drawn for it: draw earlier ones, from an empty folder.
      longestMs = Math.max(50, Math.min(longestMs, (performance.now() - startedAt) * 0.8));
      rmSync(dataDir, { recursive: true, force: true });
      dataDir = mkdtempSync(join(dir, 'data-'));
    }
    expect(kills).toBe(rounds);
    const last = await importAndKill(dataDir, 600_000);
    const store = openStore(join(dataDir, 'store.sqlite'));
    expect(last.isFinished).toBe(true);
    expect(await expectWhole(store, dataDir)).toBe(listRows + documents);
    await store.close();
  }, 300_000);
});
