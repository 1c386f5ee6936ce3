// kill -9 of a serving hub in the middle of imports and publishes: what it has acknowledged over HTTP is still there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { openStore } from '#hub/store/open-store.ts';
import {
  agencySchema,
  bulkAnswerSchema,
  healthSchema,
  publishJobSchema,
  recordDetailSchema,
  recordListSchema,
} from '#shared/protocol/hub-api.ts';
import { importJobSchema } from '#shared/protocol/import-api.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { HubClient } from '../support/hub-client.ts';
import { agencyInput, documentInput } from '../support/temp-desk.ts';

const kills = Number(process.env.MINGCHUANG_TEST_KILLS ?? 8);
/** So many, where chance has left one of the works whole until then. */
const mostKills = kills + 12;
/** Printed with the test's name; set it to repeat a run's instants as closely as the machine allows. */
const seed = Number(process.env.MINGCHUANG_TEST_SEED ?? Date.now() % 1_000_000);
const rowsOfFile = 500;
const works = ['import', 'publish', 'both'] as const;
type Work = (typeof works)[number];

/** What the hub has said is done, so far. */
const acknowledged = {
  titles: new Set<string>(),
  /** Records written one by one, with their version, and the addresses of those that are published. */
  versions: new Map<string, number>(),
  publicCodes: [] as string[],
  release: 0,
};
let dataDir: string;
let hub: RunningHub;
let client: HubClient;
let agencyId: string;
let round = 0;
/** How long each work takes when nobody kills it: the instants are drawn from that. */
const takesMs: Record<Work, number> = { import: 0, publish: 0, both: 0 };

let state = seed;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

async function restart(): Promise<void> {
  hub = await startHub({ dataDir, isEmpty: true });
  client.url = hub.url;
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mingchuang-kill-hub-'));
  hub = await startHub({ dataDir, isEmpty: true });
  client = await HubClient.signIn(hub.url);
  ({ id: agencyId } = await client.ask('POST', '/api/agencies', agencySchema, agencyInput('清溪区档案局')));
  for (const work of works) {
    const begin = await prepare(work);
    const startedAt = performance.now();
    await begin();
    takesMs[work] = performance.now() - startedAt;
  }
});
afterAll(async () => {
  await hub?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Does what comes before the work; gives the work itself, which notes all that is acknowledged on the way. */
async function prepare(work: Work): Promise<() => Promise<unknown>> {
  round += 1;
  const importing = work === 'publish' ? null : await prepareImport();
  const publishing = work === 'import' ? null : await preparePublish();
  return () => Promise.all([importing?.(), publishing?.()]);
}

async function prepareImport(): Promise<() => Promise<void>> {
  const titles = Array.from({ length: rowsOfFile }, (_, row) => `关于第${round}轮第${row}号事项的通知`);
  const body = '办理本事项所需的材料和时限如下。'.repeat(20);
  const lines = titles.map((title) => JSON.stringify({ title, agency: '清溪区档案局', body }));
  const form = new FormData();
  form.append('file', new Blob([lines.join('\n')]), 'list.jsonl');
  const { id } = await client.ask('POST', '/api/imports', importJobSchema, form);
  const path = `/api/imports/${id}`;
  const look = () => client.ask('GET', path, importJobSchema);
  await client.ask('PUT', `${path}/options`, importJobSchema, { files: [], agency: null });
  while ((await look()).state === 'previewing');
  return async () => {
    let job = await client.ask('POST', `${path}/run`, importJobSchema, { approve: true });
    while (job.state === 'running') {
      job = await look();
      for (const title of titles.slice(0, job.progress.rows)) acknowledged.titles.add(title);
    }
    expect(job).toMatchObject({ state: 'done', files: [{ accepted: rowsOfFile }] });
    for (const title of titles) acknowledged.titles.add(title);
  };
}

async function preparePublish(): Promise<() => Promise<void>> {
  const codes: string[] = [];
  for (const number of [1, 2]) {
    const input = documentInput(agencyId, { title: `第${round}轮逐条录入的第${number}份文件` });
    const { id, code } = await client.ask('POST', '/api/records', recordDetailSchema, input);
    acknowledged.versions.set(id, 1);
    const change = { ...input, summary: '改过一次。', baseVersion: 1 };
    await client.ask('PUT', `/api/records/${id}`, recordDetailSchema, change);
    acknowledged.versions.set(id, 2);
    await client.ask('POST', '/api/records/approve', bulkAnswerSchema, { ids: [id] });
    codes.push(code);
  }
  return async () => {
    let job = await client.ask('POST', '/api/publish', publishJobSchema, { note: `第${round}轮` });
    while (job.state === 'running') job = await client.ask('GET', '/api/publish/job', publishJobSchema);
    expect(job).toMatchObject({ state: 'done', problem: null });
    acknowledged.release = job.result?.version ?? 0;
    acknowledged.publicCodes.push(...codes);
  };
}

/** Kills the hub in the middle of a work. True when the work was not over yet. */
async function killDuring(work: Work): Promise<boolean> {
  const begin = await prepare(work);
  let isOver = false;
  const startedAt = performance.now();
  const working = begin().then(
    () => {
      isOver = true;
      // The first of all took longer than those after it: an instant behind its end kills nothing.
      takesMs[work] = Math.min(takesMs[work], performance.now() - startedAt);
    },
    // The hub is gone in the middle of an answer: that is what this is about. Its own refusals are not.
    (thrown: Error) => {
      if (hub.process.signalCode === null && !hub.process.killed) throw thrown;
    },
  );
  await new Promise((resolve) => setTimeout(resolve, random() * takesMs[work]));
  const hitWork = !isOver;
  await hub.kill();
  await working;
  return hitWork;
}

async function expectEverythingAcknowledged(what: string): Promise<void> {
  const ask = () => client.ask('GET', '/api/health', healthSchema);
  // What the hub tells of its health may be five seconds old.
  const soon = { timeout: 20_000, message: what };
  await expect.poll(async () => (await ask()).version, soon).toBeGreaterThanOrEqual(acknowledged.release);
  const health = await ask();
  expect(health, what).toMatchObject({ status: 'ok', problems: [] });
  const check = await verifyReleaseFolder(join(dataDir, 'release'), { nowMs: Date.now() });
  expect(check, what).toMatchObject({ ok: true, problems: [], version: health.version });
  const titles = await listTitles();
  expect(
    [...acknowledged.titles].filter((title) => !titles.has(title)),
    what,
  ).toEqual([]);
  for (const [id, version] of acknowledged.versions) {
    const record = await client.ask('GET', `/api/records/${id}`, recordDetailSchema);
    expect(record.version, what).toBe(version);
    expect(record.content.bodyHtml, what).toBe(documentInput(agencyId).bodyHtml);
  }
  for (const code of acknowledged.publicCodes) {
    const page = await fetch(`${hub.url}/m/${code}`);
    expect(page.status, what).toBe(200);
    await page.body?.cancel();
  }
}

async function listTitles(): Promise<Set<string>> {
  const titles = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const place: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await client.ask('GET', `/api/records?limit=200&sort=title${place}`, recordListSchema);
    for (const { title } of page.records) titles.add(title);
    cursor = page.next;
  }
  return titles;
}

describe(`a serving hub killed at random instants (seed ${seed})`, () => {
  it(
    `when killed ${kills} times during imports and publishes › all it acknowledged is there and the release verifies`,
    async () => {
      const hits: Record<Work, number> = { import: 0, publish: 0, both: 0 };
      const isHit = (work: Work) => hits[work] > 0;
      for (let kill = 1; kill <= kills || (kill <= mostKills && !works.every(isHit)); kill += 1) {
        const open = kill <= kills ? works : works.filter((one) => !isHit(one));
        const work = open[kill % open.length] as Work;
        if (await killDuring(work)) hits[work] += 1;
        await restart();
        await expectEverythingAcknowledged(`seed ${seed}, kill ${kill}, during ${work}`);
      }
      const titles = acknowledged.titles.size;
      console.info(`killed in the middle: ${JSON.stringify(hits)}; acknowledged rows: ${titles}`);
      for (const work of works) expect(hits[work], `kills in the middle of ${work}`).toBeGreaterThan(0);
      const begin = await prepare('both');
      await begin();
      await expectEverythingAcknowledged(`seed ${seed}, after the last kill`);
      await hub.stop();
      const store = openStore(join(dataDir, 'store.sqlite'));
      expect(store.checkIntegrity()).toEqual([]);
      await store.close();
    },
    60_000 + mostKills * 15_000,
  );
});
