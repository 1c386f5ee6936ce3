// Updates of the application itself: never under a visitor, at once when nobody is there, and a way to undo it all.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { buildServiceWorker } from '#tests/support/engine-harness/build-harness.ts';
import {
  type Harness,
  openEngine,
  setUpHarness,
  statusOf,
  waitForEngine,
  waitForVersion,
} from '#tests/support/engine-harness/harness-setup.ts';

let harness: Harness;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let builds = 0;

beforeAll(async () => {
  harness = await setUpHarness([{ records: 5, edition: '一' }]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await openEngine(context, harness);
  await waitForVersion(page, 1);
  await page.waitForFunction(() => window.engine.status.value.isOfflineReady);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
});
afterEach(async () => {
  await context.close();
});

/** Puts a page with another title behind another service worker, as a new build would. */
async function deployNewBuild(): Promise<string> {
  builds += 1;
  const title = `Build ${builds}`;
  const pageFolder = join(harness.folder, 'page');
  const html = await readFile(join(pageFolder, 'index.html'), 'utf8');
  await writeFile(
    join(pageFolder, 'index.html'),
    html.replace(/<title>.*?<\/title>/, `<title>${title}</title>`),
  );
  await buildServiceWorker(pageFolder);
  return title;
}

async function lookForUpdate(): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

describe('kiosk application update', () => {
  it('a new build › when a visitor is there › it waits, and is applied when they have left', async () => {
    const titleBefore = await page.title();
    await page.mouse.click(5, 5);
    const title = await deployNewBuild();
    await lookForUpdate();
    await page.waitForFunction(() => window.engine.status.value.isUpdateWaiting);
    expect(await page.title()).toBe(titleBefore);
    await page.evaluate(() => window.engine.visitorLeft());
    await page.waitForFunction((wanted) => document.title === wanted, title);
    await waitForEngine(page);
    expect(await statusOf(page)).toMatchObject({ phase: 'ready', version: 1 });
  });

  it('a new build › when nobody is there › it is applied by itself and works offline', async () => {
    const title = await deployNewBuild();
    await lookForUpdate().catch(() => null);
    await page.waitForFunction((wanted) => document.title === wanted, title);
    await waitForEngine(page);
    await context.setOffline(true);
    await page.reload();
    await waitForEngine(page);
    expect(await page.title()).toBe(title);
    expect(await statusOf(page)).toMatchObject({ phase: 'ready', version: 1 });
  });

  it('the kill switch › when the hub serves it as the worker › worker and caches go, the page and catalogue stay', async () => {
    const pageFolder = join(harness.folder, 'page');
    await copyFile(join(pageFolder, 'sw-retired.js'), join(pageFolder, 'sw.js'));
    await lookForUpdate().catch(() => null);
    await expect
      .poll(
        async () =>
          await page
            .evaluate(async () => [
              (await navigator.serviceWorker.getRegistrations()).length,
              (await caches.keys()).length,
              navigator.serviceWorker.controller === null,
            ])
            .catch(() => null),
        { timeout: 20_000 },
      )
      .toEqual([0, 0, true]);
    await waitForEngine(page);
    expect(await statusOf(page)).toMatchObject({ phase: 'ready', version: 1 });
  });
});
