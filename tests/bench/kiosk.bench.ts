// The terminal with all real laws: first sync, tap to text of the longest law, under a slowed processor.
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

const rounds = 5;
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

async function run(): Promise<readonly BenchRow[] | null> {
  if (!hasSharedData) {
    process.stdout.write(`  skipped: ${sharedDataReason}\n`);
    return null;
  }
  await buildPages({ isQuiet: true });
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
