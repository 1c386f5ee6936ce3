// The staff's list over 100,000 records: the server's time for every kind of page, against a trivial request.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { fillCases } from '../support/fill-cases.ts';
import { fillDesk } from '../support/fill-desk.ts';
import { fillPaperwork } from '../support/fill-paperwork.ts';
import { adminPassword, type RunningHub, startHub } from '../support/hub.ts';

const recordCount = 100_000;
const rounds = 15;
/** What staff may wait for a page of the list, at the server. */
const goalMs = 200;

/** The pages staff ask for; `{…}` stand for what the store holds. */
const pages: readonly (readonly [what: string, query: string])[] = [
  ['first page', ''],
  ['awaiting review', 'state=awaiting'],
  ['awaiting review, by title', 'state=awaiting&sort=title&order=asc'],
  ['changed after approval', 'state=changed'],
  ['withdrawn (few), by date', 'state=withdrawn&sort=date'],
  ['one kind', 'kind=notice'],
  ['one kind, by title', 'kind=guide&sort=title&order=asc'],
  ['one agency', 'agencyId={agency}'],
  ['one agency, by date', 'agencyId={agency}&sort=date'],
  ['one year, by title', 'year=2019&sort=title'],
  ['words most records have', 'q=通知'],
  ['words one record has', 'q=第00777号'],
  ['words no record has', 'q=没有这样的词'],
  ['words, kind, agency and state', 'q=通知&kind=document&agencyId={agency}&state=awaiting'],
];

/** What else staff open; those of a hub that does not have them yet are passed over. */
const otherLists: readonly (readonly [what: string, path: string])[] = [
  ['the overview', '/overview'],
  ['the audit trail', '/audit?limit=100'],
  ['the tree', '/tree'],
  ['agencies', '/agencies'],
  ['deadlines, figures', '/deadlines/summary'],
  ['deadlines, overdue', '/deadlines?state=overdue&limit=100'],
  ['deadlines, due soon', '/deadlines?state=soon&limit=100'],
  ['deadlines, later', '/deadlines?state=later&limit=100'],
  ['deadlines, overdue of one agency', '/deadlines?state=overdue&agencyId={agency}&limit=100'],
  ['deadlines, cannot be counted', '/deadlines?state=uncounted&limit=100'],
  ['deadlines by agency and person', '/deadlines/agencies'],
  ['out of date', '/stale?limit=100'],
  ['reviews that wait', '/reviews?limit=100'],
  ['reviews that wait for me (10,000)', '/reviews?mine=1&limit=100'],
  ['reviews at one step', '/reviews?step=secrecy&limit=100'],
  ['findings to be answered', '/findings?limit=100'],
  ['release groups', '/release-groups'],
  ['transfers', '/transfers?limit=100'],
  ['transfers of a year', '/transfers/summary?year=2023'],
  ['transfers that wait', '/transfers/waiting'],
  ['the non-disclosure register', '/withheld?limit=100'],
  ['non-disclosure, to be looked at again', '/withheld?due=1&limit=100'],
  ['ledger of publications, a year', '/ledgers/publications?from=2024-01-01&to=2024-12-31'],
  ['ledger of reviews, a year', '/ledgers/reviews?from=2024-01-01&to=2024-12-31'],
  ['ledger of transfers, a year', '/ledgers/transfers?from=2023-01-01&to=2023-12-31'],
  ['ledger of opinions, a year', '/ledgers/opinions?from=2023-01-01&to=2023-12-31'],
  ['coverage by agency', '/coverage'],
  ['releases', '/releases'],
  ['20,000 cases', '/cases?limit=50'],
  ['cases that are overdue', '/cases?state=overdue&limit=50'],
  ['cases of one agency', '/cases?agency={agency}&limit=50'],
  ['a page deep in the cases', '/cases?offset=15000&limit=50'],
  ['statistics of a year', '/statistics?period=year'],
];

interface Desk {
  readonly url: string;
  readonly cookie: string;
}

async function signIn({ url }: RunningHub): Promise<Desk> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'admin', password: adminPassword }),
  });
  return { url, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

async function ask(desk: Desk, path: string): Promise<unknown> {
  const response = await fetch(`${desk.url}/api${path}`, { headers: { cookie: desk.cookie } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return await response.json();
}

/** Milliseconds of the request, the median of the rounds. */
async function medianMs(desk: Desk, path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await ask(desk, path);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}

/** The address of a page halfway down, reached as the list reaches it. */
async function deepPage(desk: Desk, query: string): Promise<string> {
  let cursor = '';
  for (let shown = 0; shown < recordCount / 2; shown += 200) {
    const page = (await ask(desk, `/records?${query}&limit=200${cursor}`)) as { next: string | null };
    if (page.next === null) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  return `/records?${query}&limit=100${cursor}`;
}

async function hasRoute(desk: Desk, path: string): Promise<boolean> {
  const response = await fetch(`${desk.url}/api${path}`, { headers: { cookie: desk.cookie } });
  await response.arrayBuffer();
  return response.status !== 404;
}

/** A store that was filled behind the hub's back is worked out in the background; the lists are measured after it. */
async function settle(desk: Desk): Promise<void> {
  for (;;) {
    const { pending } = (await ask(desk, '/deadlines/summary')) as { pending: number };
    if (pending === 0) return;
  }
}

async function measure(desk: Desk): Promise<readonly BenchRow[]> {
  const { agencies } = (await ask(desk, '/agencies')) as { agencies: { id: string }[] };
  const started = performance.now();
  await settle(desk);
  const settledMs = performance.now() - started;
  // Code that runs the first time is compiled first; nobody waits for that on a hub that has been up for a minute.
  await medianMs(desk, '/session');
  const floor = { what: 'a trivial request, ms', value: await medianMs(desk, '/session') };
  const rows: BenchRow[] = [];
  const add = async (what: string, path: string) =>
    rows.push({ what, value: await medianMs(desk, path), unit: 'ms', peer: floor, goal: goalMs });
  for (const [what, query] of pages)
    await add(what, `/records?${query.replace('{agency}', agencies[0]?.id ?? '')}&limit=100`);
  await add('page 500, newest first', await deepPage(desk, 'sort=updated'));
  await add('page 500, by title', await deepPage(desk, 'sort=title&order=asc'));
  for (const [what, path] of otherLists) {
    const address = path.replace('{agency}', agencies[0]?.id ?? '');
    if (await hasRoute(desk, address)) await add(what, address);
  }
  rows.push({ what: 'working out 100,000 deadlines', value: settledMs / 1000, unit: 's', peer: null });
  return rows;
}

async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  try {
    await fillDesk(dataDir, recordCount);
    await fillPaperwork(dataDir);
    await fillCases(dataDir);
    const hub = await startHub({ dataDir, isEmpty: true });
    try {
      return await measure(await signIn(hub));
    } finally {
      await hub.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

export const bench: Bench = { name: 'desk', run };
