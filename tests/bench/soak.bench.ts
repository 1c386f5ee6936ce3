// Day after day on one page: thousands of sessions, and what page and process hold at the end and near the beginning; then
// the fresh start a terminal makes of itself at night, and what is held after it.
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { buildPages } from '#scripts/build.ts';
import { startHub } from '../support/hub.ts';
import { median } from './measure/figures.ts';
import { privateMb, residentMb } from './measure/process-memory.ts';
import { type BareBrowser, type Send, startBareBrowser } from './soak/bare-browser.ts';
import { playVisits } from './soak/visit-script.ts';

/** Sessions in all: `MINGCHUANG_SOAK_SESSIONS`, or 5,000. */
const sessions = Number(process.env.MINGCHUANG_SOAK_SESSIONS ?? 5_000);
/** After these everything that is loaded once has been loaded, and caches are full. */
const warmUp = Math.min(500, Math.floor(sessions / 3));
const batch = 25;
/** Growth a promise allows, in percent. */
const mostGrowth = 10;
const words = [
  '低保',
  '预算',
  '医保',
  '学区',
  '征地',
  '公租房',
  '渚政规',
  '2026',
  '养老',
  '没有这样的词赑屃',
  '招聘',
  '停水',
];

interface Held {
  readonly heapMb: number;
  readonly workersMb: number;
  /** What the kernel counts, programs and fonts on disk included. */
  readonly processMb: number;
  /** The part of it that is the process's own. */
  readonly privateMb: number;
  readonly nodes: number;
  readonly listeners: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Bytes in use after everything unused was collected. */
async function usedAfterCollecting(send: Send): Promise<number> {
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  return Number((await send('Runtime.getHeapUsage')).usedSize);
}

/**
 * After page and workers were collected: garbage is memory the browser has yet to take back, not memory that is held. The
 * process's figures are the middle of several, for the kernel takes its time.
 */
async function measure(browser: BareBrowser): Promise<Held> {
  const held = { heapMb: 0, workersMb: 0, nodes: 0, listeners: 0 };
  await browser.withEach(async (send, isPage) => {
    const mb = (await usedAfterCollecting(send)) / 1e6;
    if (!isPage) held.workersMb += mb;
    else {
      held.heapMb = mb;
      const counted = await send('Memory.getDOMCounters');
      held.nodes = Number(counted.nodes);
      held.listeners = Number(counted.jsEventListeners);
    }
  });
  const pid = await browser.rendererPid();
  const resident: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await pause(1_000);
    resident.push(residentMb(pid, 'VmRSS'));
    own.push(privateMb(pid));
  }
  return { ...held, processMb: median(resident), privateMb: median(own) };
}

/** Resolves when home is drawn, and from then on keeps what goes wrong unseen. */
async function waitForHome(browser: BareBrowser): Promise<void> {
  const isThere = `document.readyState === 'complete' && document.querySelector('.home__topics .chip') !== null`;
  for (const end = performance.now() + 120_000; ; await pause(250)) {
    // A page that is being exchanged for another answers nothing.
    if (await browser.evaluate<boolean>(isThere).catch(() => false)) break;
    if (performance.now() > end) throw new Error('The home screen did not come.');
  }
  await browser.evaluate(`void (globalThis.problems = [],
    addEventListener('error', ({ message }) => problems.push('error: ' + message)),
    addEventListener('unhandledrejection', ({ reason }) => problems.push('unhandled: ' + reason)))`);
}

async function play(browser: BareBrowser, from: number, to: number): Promise<string[]> {
  const problems: string[] = [];
  for (let first = from; first < to; first += batch) {
    const plan = JSON.stringify({ first, count: Math.min(batch, to - first), words });
    problems.push(...(await browser.evaluate<string[]>(`(${playVisits})(${plan})`)));
    if (process.env.MINGCHUANG_SOAK_TRACE) process.stderr.write(`${first + batch} `);
  }
  return [...problems, ...(await browser.evaluate<string[]>('problems.splice(0)'))];
}

function growthRows(early: Held, late: Held): BenchRow[] {
  const row = (what: string, key: keyof Held, unit: string): BenchRow => ({
    what: `${what} after ${sessions} sessions`,
    value: late[key],
    unit,
    peer: { what: `after ${warmUp} sessions`, value: early[key] },
  });
  const growth = (what: string, key: keyof Held): BenchRow => ({
    what: `growth of ${what}`,
    value: (late[key] / early[key] - 1) * 100,
    unit: '%',
    peer: null,
    goal: mostGrowth,
  });
  return [
    row('heap of the page', 'heapMb', 'MB'),
    growth('the heap', 'heapMb'),
    row('heaps of the workers', 'workersMb', 'MB'),
    growth("the workers' heaps", 'workersMb'),
    row('memory of the process', 'processMb', 'MB'),
    growth('the process', 'processMb'),
    row('of it the process’s own', 'privateMb', 'MB'),
    row('nodes', 'nodes', ''),
    growth('the nodes', 'nodes'),
    row('listeners', 'listeners', ''),
    growth('the listeners', 'listeners'),
  ];
}

function freshRows(early: Held, fresh: Held): BenchRow[] {
  const row = (what: string, key: keyof Held): BenchRow => ({
    what: `${what}, ${warmUp} sessions after a fresh start`,
    value: fresh[key],
    unit: 'MB',
    peer: { what: `${warmUp} sessions after the first`, value: early[key] },
    goal: Number((early[key] * (1 + mostGrowth / 100)).toFixed(2)),
  });
  return [row('heap', 'heapMb'), row('process', 'processMb'), row('of it its own', 'privateMb')];
}

async function run(): Promise<readonly BenchRow[]> {
  await buildPages({ isQuiet: true });
  const [hub, browser] = await Promise.all([startHub(), startBareBrowser()]);
  try {
    await browser.open(`${hub.url}/`);
    await waitForHome(browser);
    const problems = await play(browser, 0, warmUp);
    const early = await measure(browser);
    problems.push(...(await play(browser, warmUp, sessions)));
    const late = await measure(browser);
    await browser.reload();
    await waitForHome(browser);
    problems.push(...(await play(browser, sessions, sessions + warmUp)));
    const fresh = await measure(browser);
    for (const problem of problems.slice(0, 20)) process.stdout.write(`  ${problem}\n`);
    const stuck = {
      what: 'errors and sessions stuck',
      value: problems.length,
      unit: '',
      peer: null,
      goal: 0,
    };
    return [...growthRows(early, late), ...freshRows(early, fresh), stuck];
  } finally {
    await browser.close();
    await hub.stop();
  }
}

export const bench: Bench = { name: 'soak', run };
