// Day after day on one page: thousands of sessions, and what page and process hold at the end and near the beginning.
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { buildPages } from '#scripts/build.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { startHub } from '../support/hub.ts';
import { median } from './measure/figures.ts';
import { residentMb } from './measure/process-memory.ts';
import { playVisits } from './soak/visit-script.ts';

/** Sessions in all: `MINGCHUANG_SOAK_SESSIONS`, or 5,000. */
const sessions = Number(process.env.MINGCHUANG_SOAK_SESSIONS ?? 5_000);
/** After these everything that is loaded once has been loaded, and caches are full. */
const warmUp = Math.min(500, Math.floor(sessions / 3));
const batch = 50;
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
  readonly processMb: number;
}

async function rendererPid(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  // The page's own is the one that holds most: others are spare.
  const [largest] = renderers.sort((a, b) => residentMb(b.id, 'VmRSS') - residentMb(a.id, 'VmRSS'));
  return largest?.id ?? 0;
}

/** After garbage was collected; the process's figure is the middle of several, for the kernel takes its time. */
async function measure(browser: Browser, cdp: CDPSession): Promise<Held> {
  const pid = await rendererPid(browser);
  const readings: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await cdp.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    readings.push(residentMb(pid, 'VmRSS'));
  }
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { heapMb: usedSize / 1e6, processMb: median(readings) };
}

async function play(page: Page, from: number, to: number): Promise<string[]> {
  const problems: string[] = [];
  for (let first = from; first < to; first += batch) {
    const count = Math.min(batch, to - first);
    problems.push(...(await page.evaluate(playVisits, { first, count, words })));
    if (process.env.MINGCHUANG_SOAK_TRACE) process.stderr.write(`${first + count} `);
  }
  return problems;
}

function rowsOf(early: Held, late: Held, problems: number): BenchRow[] {
  const growth = (key: keyof Held) => (late[key] / early[key] - 1) * 100;
  const before = `after ${warmUp} sessions`;
  return [
    {
      what: `heap of the page after ${sessions} sessions`,
      value: late.heapMb,
      unit: 'MB',
      peer: { what: before, value: early.heapMb },
    },
    { what: 'growth of the heap', value: growth('heapMb'), unit: '%', peer: null, goal: mostGrowth },
    {
      what: `memory of the process after ${sessions} sessions`,
      value: late.processMb,
      unit: 'MB',
      peer: { what: before, value: early.processMb },
    },
    { what: 'growth of the process', value: growth('processMb'), unit: '%', peer: null, goal: mostGrowth },
    { what: 'errors and sessions stuck', value: problems, unit: '', peer: null, goal: 0 },
  ];
}

async function run(): Promise<readonly BenchRow[]> {
  await buildPages({ isQuiet: true });
  const [hub, browser] = await Promise.all([startHub(), launchBrowser()]);
  try {
    const page = await browser.newPage({ viewport: viewports.portrait });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('crash', () => problems.push('the page crashed'));
    await page.goto(`${hub.url}/`);
    await page.locator('.home__topics .chip').first().waitFor({ timeout: 120_000 });
    const cdp = await page.context().newCDPSession(page);
    problems.push(...(await play(page, 0, warmUp)));
    const early = await measure(browser, cdp);
    problems.push(...(await play(page, warmUp, sessions)));
    const late = await measure(browser, cdp);
    for (const problem of problems.slice(0, 20)) process.stdout.write(`  ${problem}\n`);
    return rowsOf(early, late, problems.length);
  } finally {
    await browser.close();
    await hub.stop();
  }
}

export const bench: Bench = { name: 'soak', run };
