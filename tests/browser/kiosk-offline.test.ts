// The engine with the network truly cut, with a hub that falls silent, and with two pages at once.
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import {
  editionOf,
  type Harness,
  openEngine,
  readWhole,
  setUpHarness,
  statusOf,
  syncNow,
  waitForEngine,
  waitForVersion,
  wholeOf,
} from '#tests/support/engine-harness/harness-setup.ts';

let harness: Harness;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  harness = await setUpHarness([
    { records: 40, edition: '一' },
    { records: 40, edition: '二', changed: 3 },
    { records: 40, edition: '三', changed: 5 },
    { records: 41, edition: '四', changed: 7 },
  ]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  harness.server.releaseFolder = editionOf(harness, 1).folder;
  harness.server.requests.length = 0;
});
afterEach(async () => {
  harness.server.interfere = null;
  harness.server.isApiUp = true;
  await context.close();
});

describe('kiosk engine offline', () => {
  it('first visit › when the first sync is done › the whole catalogue is there and it says so', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    await page.waitForFunction(() => window.engine.status.value.isOfflineReady);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
    expect(await statusOf(page)).toMatchObject({
      phase: 'ready',
      isHubReachable: true,
      isMetadataExpired: false,
      lastProblem: null,
    });
  });

  it('network cut › when the page is loaded again › everything can be read and searched', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    await page.waitForFunction(() => window.engine.status.value.isOfflineReady);
    await context.setOffline(true);
    await page.reload();
    await waitForEngine(page);
    expect(await statusOf(page)).toMatchObject({ phase: 'ready', version: 1 });
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
    const found = await page.evaluate(() =>
      window.engine.search({ text: '第7号河道', filters: {}, sort: 'relevance', offset: 0, limit: 5 }),
    );
    expect(found.hits[0]?.record.id).toBe('r007');
    await syncNow(page);
    expect(await statusOf(page)).toMatchObject({ isHubReachable: false, phase: 'ready', version: 1 });
  });

  it('addresses of the hub › when the network is cut › the service worker does not answer for them', async () => {
    const page = await openEngine(context, harness);
    await page.waitForFunction(() => window.engine.status.value.isOfflineReady);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    const answered = await page.evaluate(async () => {
      const paths = ['/release/metadata/timestamp.json', '/api/health', '/m/ABCD', '/admin/', '/screen/'];
      const answers = await Promise.all(
        paths.map((path) =>
          fetch(path)
            .then(() => path)
            .catch(() => null),
        ),
      );
      return answers.filter((path) => path !== null);
    });
    expect(answered).toEqual([]);
  });

  it('a newer release › when nobody is at the screen › only what is missing is fetched and it is shown', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    harness.server.requests.length = 0;
    harness.server.releaseFolder = editionOf(harness, 2).folder;
    const status = await syncNow(page);
    expect(status).toMatchObject({ version: 2, previousVersion: 1, lastProblem: null });
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 2)));
    const fetched = harness.server.requests.map(({ path }) => path).filter((path) => /attachment/.test(path));
    expect(fetched).toEqual([]);
  });

  it('a newer release › when a visitor is reading › it waits until they leave, and is not removed meanwhile', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    await page.mouse.click(10, 10);
    for (const version of [2, 3, 4]) {
      harness.server.releaseFolder = editionOf(harness, version).folder;
      await syncInSecondPage(version);
    }
    expect((await statusOf(page)).version).toBe(1);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
    await page.evaluate(() => window.engine.visitorLeft());
    await waitForVersion(page, 4);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 4)));
  });

  it('generations › when a third one comes › the first is removed and two stay', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    for (const version of [2, 3]) {
      harness.server.releaseFolder = editionOf(harness, version).folder;
      await syncNow(page);
      await waitForVersion(page, version);
    }
    // The generation on screen before the last switch is let go at the switch: the look after that tidies up.
    harness.server.releaseFolder = editionOf(harness, 4).folder;
    await syncNow(page);
    await waitForVersion(page, 4);
    await page.reload();
    await waitForVersion(page, 4);
    await page.waitForFunction(async () => {
      const open = indexedDB.open('mingchuang');
      const database = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result);
      });
      const keys = database.transaction('releases').objectStore('releases').getAllKeys();
      const versions = await new Promise((resolve) => {
        keys.onsuccess = () => resolve(keys.result);
      });
      database.close();
      return JSON.stringify(versions) === '[3,4]';
    });
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 4)));
  });

  it('the hub › when its API fails › nothing is disturbed, and once it is back the terminal enrols and reports', async () => {
    harness.server.isApiUp = false;
    harness.server.reports.length = 0;
    const enrolled = harness.server.enrolments.length;
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    expect(await statusOf(page)).toMatchObject({ lastProblem: null, terminalId: null });
    harness.server.isApiUp = true;
    await syncNow(page);
    await page.waitForFunction(() => window.engine.status.value.terminalId === 't-1');
    await expect.poll(() => harness.server.reports.length).toBeGreaterThan(0);
    expect(harness.server.enrolments.length).toBe(enrolled + 1);
    expect(harness.server.reports[0]).toMatchObject({ version: 1, problem: null, damagedBlocks: 0 });
  });

  async function syncInSecondPage(version: number): Promise<void> {
    const second = await context.newPage();
    await second.goto(harness.server.url);
    await waitForEngine(second);
    await syncNow(second);
    await waitForVersion(second, version);
    await second.close();
  }
});
