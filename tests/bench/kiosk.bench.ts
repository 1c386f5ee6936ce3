// The terminal under a slowed processor: the longest law, the answer to every touch, the start with a full archive.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { buildPages } from '#scripts/build.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { runHubCommand, startHub } from '../support/hub.ts';
import { hasSharedData, sharedData, sharedDataReason } from '../support/shared-data.ts';
import { startsToUsable } from './kiosk-page/start-to-usable.ts';
import { measureTouches } from './kiosk-page/tap-to-paint.ts';
import { touches } from './kiosk-page/touches.ts';
import { publishCorpus } from './measure/publish-corpus.ts';
import { corpusOptions } from './measure/settings.ts';

const rounds = 5;
/** Some screens are touched once a round: of five touches the slowest would be told, whatever disturbed it. */
const touchRounds = 12;
/** Chromium's throttling slows the page's own thread; workers run at full speed. */
const slowdown = 4;

interface Law {
  readonly title: string;
  readonly body: string;
}

/** The longest law, and one of ordinary length as its peer. */
async function chooseLaws(): Promise<{ long: Law; short: Law }> {
  let long: Law = { title: '', body: '' };
  let short: Law | null = null;
  for await (const line of createInterface({
    input: createReadStream(sharedData('laws.jsonl.gz')).pipe(createGunzip()),
  })) {
    const law = JSON.parse(line) as Law;
    if (law.body.length > long.body.length) long = law;
    if (!short && law.body.length > 2000 && law.body.length < 3000) short = law;
  }
  return { long, short: short ?? long };
}

/** Milliseconds from the tap on the first result to the first text of the body on the screen. */
async function tapToText(page: Page, url: string, law: Law): Promise<number> {
  await page.goto(`${url}/search?q=${encodeURIComponent(law.title)}`);
  const link = page.getByRole('list', { name: '搜索结果' }).getByRole('link').first();
  await link.waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const passed = await page.evaluate(
    ({ label }) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const look = () => {
          const part = document.querySelector('.body__part');
          if (part && part.getBoundingClientRect().height > 0) {
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
          } else requestAnimationFrame(look);
        };
        document.querySelector<HTMLAnchorElement>(`[aria-label="${label}"] a`)?.click();
        look();
      }),
    { label: '搜索结果' },
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return passed;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function prepareData(dataDir: string): Promise<void> {
  const files = ['laws.jsonl.gz', 'gov_work_reports.jsonl.gz', 'service_items_guangan.csv'].map(sharedData);
  for (const command of [['import', ...files, '--approve'], ['publish']]) {
    const { status, stderr } = await runHubCommand([...command, '--data', dataDir]);
    if (status !== 0) throw new Error(stderr);
  }
}

const tailOf = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** The 95th of a hundred touches on each screen of the demonstration venue, and of all. */
async function touchRows(): Promise<BenchRow[]> {
  const hub = await startHub();
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: viewports.portrait, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`${hub.url}/`);
    await page.getByText('可离线使用').waitFor({ timeout: 120_000 });
    const figures = await measureTouches(page, hub.url, touches, touchRounds, slowdown);
    const rowOf = (what: string, values: readonly number[]): BenchRow => {
      return { what, value: tailOf(values), unit: 'ms', peer: null, goal: 100 };
    };
    const screens = [...new Set(figures.map(({ screen }) => screen))];
    return [
      ...screens.map((screen) =>
        rowOf(
          `tap to paint, p95, ${screen}, ${slowdown}× slower`,
          figures.filter((figure) => figure.screen === screen).map(({ ms }) => ms),
        ),
      ),
      rowOf(
        `tap to paint, p95, every screen, ${slowdown}× slower`,
        figures.map(({ ms }) => ms),
      ),
    ];
  } finally {
    await browser.close();
    await hub.stop();
  }
}

/** Opening the page on a terminal that holds the whole archive, beside one that holds little. */
async function startRow(): Promise<BenchRow> {
  const archive = await publishCorpus(corpusOptions, 'first');
  const small = await publishCorpus({ ...corpusOptions, records: 1_000 }, 'first');
  const value = median(await startsToUsable(archive.folder, rounds, slowdown));
  const peer = median(await startsToUsable(small.folder, rounds, slowdown));
  return {
    what: `start to usable, ${corpusOptions.records} records, ${slowdown}× slower`,
    value,
    unit: 'ms',
    peer: { what: 'with 1,000 records', value: peer },
    goal: 1500,
  };
}

async function run(): Promise<readonly BenchRow[] | null> {
  if (!hasSharedData) {
    process.stdout.write(`  skipped: ${sharedDataReason}\n`);
    return null;
  }
  await buildPages({ isQuiet: true });
  return [...(await lawRows()), ...(await touchRows()), await startRow()];
}

async function lawRows(): Promise<BenchRow[]> {
  const { long, short } = await chooseLaws();
  const dataDir = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  await prepareData(dataDir);
  const hub = await startHub({ dataDir, isEmpty: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: viewports.portrait });
    const started = performance.now();
    await page.goto(`${hub.url}/`);
    await page.getByRole('searchbox').waitFor({ timeout: 120_000 });
    const synced = (performance.now() - started) / 1000;
    const figures = { long: [] as number[], short: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      figures.long.push(await tapToText(page, hub.url, long));
      figures.short.push(await tapToText(page, hub.url, short));
    }
    const peer = { what: `a law of ${short.body.length} characters`, value: median(figures.short) };
    return [
      { what: 'first visit to usable, 4,124 records', value: synced, unit: 's', peer: null },
      {
        what: `tap to text, ${long.body.length} characters, 4× slower`,
        value: median(figures.long),
        unit: 'ms',
        peer,
        goal: 1000,
      },
    ];
  } finally {
    await browser.close();
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export const bench: Bench = { name: 'kiosk', run };
