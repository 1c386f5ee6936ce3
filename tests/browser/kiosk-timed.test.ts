// What is shown for a time only leaves the terminal at that minute without a network, and no clock brings it back.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, viewports } from '../support/browser.ts';
import { makePublishable } from '../support/catalogue-records.ts';
import { type HarnessServer, startHarnessServer } from '../support/engine-harness/harness-server.ts';
import { publishLibrary } from '../support/engine-harness/publish-library.ts';
import { SmallLibrary } from '../support/engine-harness/small-library.ts';

const builtKiosk = fileURLToPath(new URL('../../dist/kiosk', import.meta.url));
const hourMs = 3_600_000;
const shown = { from: null, until: new Date(Date.now() + hourMs).toISOString() };
const today = new Date().toISOString().slice(0, 10);
const notice = '滨河路拓宽工程征收补偿公示';
const company = '清溪顺达运输有限公司';

const timed = [
  makePublishable(
    {
      id: 'notice-1',
      code: 'N0000001',
      kind: 'notice',
      title: notice,
      date: today,
      shown,
      details: { type: 'notice', level: 'ordinary', startsOn: today, endsOn: today, contact: null },
    },
    '公示期内可以书面提出意见。',
  ),
  makePublishable({
    id: 'entry-1',
    code: 'E0000001',
    kind: 'entry',
    title: company,
    date: today,
    shown,
    details: {
      type: 'entry',
      registerId: 'r-black',
      registerTitle: '严重失信主体名单',
      cells: [['name', company]],
      facets: ['经营异常'],
    },
  }),
];

let folder: string;
let server: HarnessServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-timed-'));
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  await publishLibrary(
    dataDir,
    new SmallLibrary(folder, { records: 5, edition: '一', others: timed }),
    Date.now(),
  );
  server = await startHarnessServer(builtKiosk, join(dataDir, 'release'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Sets the clock that what is shown follows, as if somebody had set the terminal's. */
async function setClock(page: Page, offsetMs: number): Promise<void> {
  for (const worker of page.workers()) {
    await worker.evaluate((offset) => {
      const now = () => performance.timeOrigin + performance.now() + offset;
      Date.now = now;
    }, offsetMs);
  }
}

const main = (page: Page) => page.locator('main');
const search = (page: Page, text: string) => page.goto(`${server.url}/search?q=${encodeURIComponent(text)}`);

it('terminal › when the time of a notice and an entry is over › they go at once, and stay away', async () => {
  const context = await browser.newContext({ viewport: viewports.portrait });
  const page = await context.newPage();
  await page.goto(server.url);
  await expect.poll(() => main(page).innerText(), { timeout: 60_000 }).toContain(notice);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByText('可离线使用').first().waitFor();
  await context.setOffline(true);
  await server.stop();

  await search(page, company);
  await expect.poll(() => main(page).innerText()).toContain('找到 1 项');
  await page.goto(`${server.url}/record/notice-1`);
  await expect.poll(() => main(page).innerText()).toContain('公示期内可以书面提出意见');

  await setClock(page, 2 * hourMs);
  await expect.poll(() => main(page).innerText(), { timeout: 30_000 }).toContain('公示期已过');
  expect(await main(page).innerText()).toContain(notice);
  expect(await main(page).innerText()).not.toContain('公示期内可以书面提出意见');

  await setClock(page, -24 * hourMs);
  await main(page).getByRole('link', { name: '回到首页' }).click();
  await expect.poll(() => main(page).innerText()).toContain('河道整治的通知');
  expect(await main(page).innerText()).not.toContain(notice);

  // A page loaded anew goes by the machine's clock again, by which neither has ended.
  await search(page, company);
  await expect.poll(() => main(page).innerText()).toContain('没有找到');
  await page.goto(server.url);
  await expect.poll(() => main(page).innerText()).toContain('河道整治的通知');
  expect(await main(page).innerText()).not.toContain(notice);
  await context.close();
});
