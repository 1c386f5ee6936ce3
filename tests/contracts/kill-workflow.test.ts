// Killed at any instant of any step, the way to the public stands before or after an act, and its trail is sound.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { agencyInput, clerk } from '../support/temp-desk.ts';

const rounds = 8;
const longestMs = 700;
const child = fileURLToPath(new URL('../support/workflow-child.ts', import.meta.url));
/** Printed with every failure; set it to repeat a run's instants as closely as the machine allows. */
const seed = Number(process.env.MINGCHUANG_TEST_SEED ?? Date.now() % 1_000_000);

let dataDir: string;
let agencyId: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-kill-workflow-'));
  const folder = await openDataFolder({ dataDir });
  agencyId = (await createAgency(folder.desk, agencyInput('民政局'), clerk)).id;
  for (const name of ['lin', 'wang', 'zhao', 'pub']) await insertAccount(folder, name);
  await folder.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function insertAccount({ desk }: DataFolder, name: string): Promise<void> {
  const roles = 'contributor reviewer approver publisher';
  const columns = { id: name, name, name_key: name, display_name: name, roles, agency_id: null };
  await desk.db
    .insertInto('accounts')
    .values({ ...columns, disabled_at: null, password_hash: '', password_changed_at: '', created_at: '' })
    .execute();
}

/** Runs the child until it has told of its start, kills it after `delayMs`, and gives what it had acknowledged. */
async function workAndKill(delayMs: number): Promise<string[]> {
  const running = spawn(process.execPath, [child, dataDir, agencyId], {
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

/** Every rule that ties the tables of the workflow together holds for every record. */
async function expectWhole({ desk, store }: DataFolder): Promise<void> {
  expect(store.checkIntegrity()).toEqual([]);
  expect(await verifyAuditChain(desk.db)).toMatchObject({ isSound: true });
  const trail = await trailOf(desk.db);
  const reviews = await desk.db.selectFrom('reviews').selectAll().execute();
  const taken = await desk.db.selectFrom('review_steps').selectAll().execute();
  for (const review of reviews) {
    const steps = taken.filter(({ review_id }) => review_id === review.id);
    const all = review.steps.split(' ');
    const isOpen = review.state === 'in-review' || review.state === 'follow-up';
    expect(review.step).toBe(isOpen ? all[steps.length] : null);
    if (review.state === 'approved') expect(steps).toHaveLength(all.length);
    if (review.state !== 'recalled') expect(trail.has(`review.submit ${review.record_id}`)).toBe(true);
  }
  const groups = await desk.db.selectFrom('release_groups').selectAll().execute();
  for (const { id, released_at, order_id } of groups) {
    expect(released_at === null).toBe(order_id === null);
    const items = await desk.db
      .selectFrom('release_group_items as item')
      .innerJoin('records as record', 'record.id', 'item.record_id')
      .select('record.state')
      .where('group_id', '=', id)
      .execute();
    expect(items.map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => (released_at === null ? 'draft' : 'approved')),
    );
    expect(trail.has(`group.release ${id}`)).toBe(released_at !== null);
  }
  await expectPlans(desk.db, trail);
}

/** A schedule is there until the very transaction that carries it out, which also owes a publish. */
async function expectPlans(db: DataFolder['desk']['db'], trail: ReadonlySet<string>): Promise<void> {
  const planned = await db.selectFrom('record_schedules').select('record_id').execute();
  for (const { record_id } of planned) expect(trail.has(`release.due ${record_id}`)).toBe(false);
  const due = [...trail].filter((entry) => entry.startsWith('release.due ')).length;
  const groups = await db
    .selectFrom('release_groups')
    .select('id')
    .where('released_at', 'is not', null)
    .execute();
  const emergencies = [...trail].filter((entry) => entry.startsWith('record.emergency ')).length;
  const refused = await db.selectFrom('records').select('id').where('state', '=', 'withdrawn').execute();
  const orders = await db.selectFrom('publish_orders').select('id').execute();
  expect(orders).toHaveLength(due + groups.length + emergencies + refused.length);
}

/** “act id” of everything on record. */
async function trailOf(db: DataFolder['desk']['db']): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('audit_entries').select(['action', 'details']).execute();
  return new Set(
    rows.flatMap(({ action, details }) => {
      const { id, records = [] } = JSON.parse(details) as { id?: string; records?: { id: string }[] };
      return [...(id === undefined ? [] : [id]), ...records.map((record) => record.id)].map(
        (one) => `${action} ${one}`,
      );
    }),
  );
}

/** What was acknowledged before the kill is there after it. */
async function expectKept({ desk }: DataFolder, said: readonly string[]): Promise<void> {
  for (const line of said) {
    const [what, id = ''] = line.split(' ');
    const review = await desk.db
      .selectFrom('reviews')
      .select('state')
      .where('record_id', '=', id)
      .executeTakeFirst();
    const record = await desk.db
      .selectFrom('records')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst();
    if (what === 'submitted') expect(review).toBeDefined();
    if (what === 'passed') expect(review?.state).toBe('approved');
    if (what === 'due') expect(record?.state).toBe('approved');
    if (what === 'returned') expect(record?.state).toBe('withdrawn');
  }
}

it(`a desk killed ${rounds} times at random instants (seed ${seed}) › every act is there whole or not at all`, async () => {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let acts = 0;
  for (let round = 0; round < rounds; round += 1) {
    const said = await workAndKill(random() * longestMs);
    acts += said.length;
    const folder = await openDataFolder({ dataDir });
    await expectWhole(folder);
    await expectKept(folder, said);
    await folder.close();
  }
  expect(acts).toBeGreaterThan(rounds);
}, 120_000);
