// Killed at any instant, a submission is whole or absent, an upload goes on where it was, and what was erased stays erased.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOfCase, openWords } from '#hub/cases/case-words.ts';
import { readCaseFile } from '#hub/cases/files/keep-file.ts';
import { createCaseIntake } from '#hub/cases/intake/case-intake.ts';
import { openCaseDesk } from '#hub/cases/open-case-desk.ts';
import { createCasePrivacy } from '#hub/cases/privacy/case-privacy.ts';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { png, pngChunk } from '../support/pictures.ts';
import { lastFour, requestOf, submissionIdOf } from '../support/temp-cases.ts';

const rounds = 8;
const longestMs = 600;
const child = fileURLToPath(new URL('../support/cases-child.ts', import.meta.url));
/** Printed with every failure; set it to repeat a run's instants as closely as the machine allows. */
const seed = Number(process.env.MINGCHUANG_TEST_SEED ?? Date.now() % 1_000_000);
const picture = png([pngChunk('tEXt', Buffer.alloc(12_000, 'x'))]);

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-kill-cases-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the child until it has told of its start, kills it after `delayMs`, and gives what it had acknowledged. */
async function workAndKill(first: number, delayMs: number): Promise<string[]> {
  const running = spawn(process.execPath, [child, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => running.kill('SIGKILL'), delayMs);
    said += text;
  });
  const [status] = await once(running, 'close');
  expect(status).toBeNull();
  return said.split('\n').slice(1, -1);
}

/** Every case is whole: its events, its words, its file; the numbers are without gaps. */
async function expectWhole(folder: DataFolder): Promise<void> {
  const { db } = folder.desk;
  const cases = openCaseDesk(folder);
  expect(folder.store.checkIntegrity()).toEqual([]);
  expect(await verifyAuditChain(db)).toMatchObject({ isSound: true });
  const rows = await db.selectFrom('cases').selectAll().orderBy('id').execute();
  const numbers = rows.map(({ number }) => Number(/〕(\d+)号/u.exec(number)?.[1]));
  expect(numbers.sort((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1));
  for (const row of rows) {
    const events = await db.selectFrom('case_events').select('kind').where('case_id', '=', row.id).execute();
    const expected = row.state === 'withdrawn' ? ['received', 'withdrawn'] : ['received'];
    expect(events.map(({ kind }) => kind)).toEqual(expected);
    const files = await db.selectFrom('case_files').selectAll().where('case_id', '=', row.id).execute();
    const key = await keyOfCase(cases.vault, row);
    expect(files).toHaveLength(key === null ? 0 : 1);
    if (key === null) continue;
    expect(openWords(cases.vault, key, row.id, row.sealed ?? '').content).toMatch(/^关于第/u);
    for (const file of files) expect(Buffer.from((await readCaseFile(cases, file)).bytes)).toEqual(png());
  }
}

/** What was acknowledged before the kill is so after it, and what was under way goes on. */
async function expectKept(folder: DataFolder, said: readonly string[]): Promise<void> {
  const intake = createCaseIntake(openCaseDesk(folder));
  const erased = new Set(said.filter((line) => line.startsWith('erased')).map((line) => line.split(' ')[1]));
  for (const line of said) {
    const [what, subject = '', told = '', number = ''] = line.split(' ');
    const submission = requestOf(Number(subject));
    if (what === 'submitted') {
      const files = [submissionIdOf(Number(subject), 'upload')];
      expect(await intake.submit({ ...submission, files }, 'online')).toMatchObject({ code: told, number });
    }
    if (what === 'withdrawn')
      expect((await intake.progress(told, lastFour(submission))).state).toBe('withdrawn');
    if (what === 'erased')
      await expect(intake.progress(told, lastFour(submission))).rejects.toThrow('not-found');
  }
  const last = said.findLast((line) => /^(?:opened|received)/u.test(line))?.split(' ') ?? [];
  const [, uploadId = '', received = ''] = last;
  const index = Number(uploadId.split('-')[1]);
  if (uploadId === '' || erased.has(String(index))) return;
  await goOn(intake, uploadId, received);
}

/** Two days later nothing lies in the folder but the files of cases. */
async function expectSwept(): Promise<void> {
  const folder = await openDataFolder({ dataDir });
  const now = () => Date.now() + 2 * 86_400_000;
  const cases = openCaseDesk({ ...folder, desk: { ...folder.desk, now } });
  await createCaseIntake(cases).sweepUploads();
  const rows = await folder.desk.db.selectFrom('case_files').select('case_id').execute();
  await folder.close();
  expect(rows.every(({ case_id }) => case_id !== null)).toBe(true);
  expect(readdirSync(cases.filesDir)).toHaveLength(rows.length);
}

async function goOn(
  intake: ReturnType<typeof createCaseIntake>,
  uploadId: string,
  received: string,
): Promise<void> {
  let state = await intake.uploadState(uploadId).catch(() => null);
  // The case it went with was being erased when the kill came: then it is gone with it.
  if (state === null) return;
  if (received !== 'all') expect(state.received >= Number(received) || state.isComplete).toBe(true);
  while (!state.isComplete) {
    const piece: Uint8Array = picture.subarray(state.received, state.received + 5000);
    state = await intake.addPiece(uploadId, state.received, piece);
  }
}

it(`a hub killed ${rounds} times at random instants (seed ${seed}) › submissions are whole or absent, uploads go on`, async () => {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const said = await workAndKill(round * 10_000, random() * longestMs);
    acknowledged += said.length;
    const folder = await openDataFolder({ dataDir });
    await expectWhole(folder);
    await expectKept(folder, said);
    await createCasePrivacy(openCaseDesk(folder)).retain();
    await folder.close();
  }
  expect(acknowledged).toBeGreaterThan(rounds);
  await expectSwept();
}, 120_000);
