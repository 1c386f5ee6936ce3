// A page that has served long begins anew in a real browser: unseen, without a network, never under a visitor.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { mostVisits } from '#kiosk/state/fresh-start.ts';
import { launchBrowser, viewports } from '#tests/support/browser.ts';
import { type HarnessServer, startHarnessServer } from '#tests/support/engine-harness/harness-server.ts';
import { keepRelease, publishLibrary } from '#tests/support/engine-harness/publish-library.ts';
import { SmallLibrary } from '#tests/support/engine-harness/small-library.ts';

const builtKiosk = fileURLToPath(new URL('../../dist/kiosk', import.meta.url));
/** Thursday, 9:00 in Shanghai. */
const frozenAt = '2026-11-26T01:00:00Z';
const query = '第7号河道';

let folder: string;
let releases: readonly string[];
let server: HarnessServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

declare global {
  interface Window {
    /** Set on the page that is open: a new one has none. */
    isSamePage?: boolean;
    /** Set when it goes. */
    isLeaving?: boolean;
    /** Whether home was ever drawn without the waiting screen over it. */
    wasHomeBare?: boolean;
    /** Set by a finger that came while the page was about to go. */
    wasTouched?: boolean;
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-fresh-'));
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const kept: string[] = [];
  for (const edition of ['一', '二']) {
    await publishLibrary(dataDir, new SmallLibrary(folder, { records: 20, edition }), Date.now());
    kept.push(await keepRelease(dataDir, join(folder, edition)));
  }
  releases = kept;
  server = await startHarnessServer(builtKiosk, releases[0] ?? '');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  server.releaseFolder = releases[0] ?? '';
  context = await browser.newContext({
    viewport: viewports.portrait,
    hasTouch: true,
    timezoneId: 'Asia/Shanghai',
  });
  page = await context.newPage();
});
afterEach(async () => {
  server.interfere = null;
  await context.close();
});

const waiting = () => page.getByRole('region', { name: '待机画面' });
const home = () => page.getByRole('heading', { level: 1, name: '您想查什么？' });
const isSamePage = () => page.evaluate(() => window.isSamePage === true);
const isStaying = () => page.evaluate(() => window.isSamePage === true && window.isLeaving !== true);
/** A navigation that is taken back disturbs what is asked of the page meanwhile. */
const wasTouched = () => page.evaluate(() => window.wasTouched).catch(() => false);
const beginsAnew = () => page.waitForFunction(() => window.isSamePage === undefined);

/** A terminal that can do without a network; its page goes by a clock of its own where the test moves it on. */
async function openTerminal({ hasOwnClock }: { hasOwnClock: boolean }): Promise<void> {
  if (hasOwnClock) await page.clock.install({ time: frozenAt });
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('.shell') && !document.querySelector('.attract')) window.wasHomeBare = true;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.url);
  await page.getByText('可离线使用').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(() => {
    window.isSamePage = true;
    const { navigation } = window as unknown as { navigation: EventTarget };
    navigation.addEventListener('navigate', (event) => {
      if ((event as Event & { navigationType: string }).navigationType === 'reload') window.isLeaving = true;
    });
  });
}

/**
 * Minutes go by on the page's clock, a quarter at a time and no further than until it begins anew. Workers go by the real clock:
 * in one step they would not answer for minutes of the page's, be taken for hung and started again until nobody does any more.
 */
async function letPass(minutes: number): Promise<void> {
  for (let quarter = 0; quarter < minutes * 4 && (await isStaying().catch(() => false)); quarter += 1) {
    await page.clock.runFor(15_000).catch(() => undefined);
    for (const worker of page.workers()) await worker.evaluate(() => undefined).catch(() => undefined);
  }
}

/** Three days go by in one step: timers come once, as after a sleep. */
async function growOld(): Promise<void> {
  await page.clock.fastForward(72 * 3_600_000);
  await waiting().waitFor();
}

async function visit(): Promise<void> {
  await page.getByRole('button', { name: '高对比' }).tap();
  await page.getByRole('searchbox').fill(query);
  await page.clock.runFor(1_000);
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().tap();
  await page.clock.runFor(1_000);
  await page.getByRole('heading', { level: 1, name: /第7号河道/ }).waitFor();
}

test('an old page › when nobody is there and the network is cut › is exchanged under the waiting screen, whole and empty', async () => {
  await openTerminal({ hasOwnClock: true });
  await visit();
  await page.getByRole('button', { name: '结束并清除' }).tap();
  await page.clock.runFor(1_000);
  await home().waitFor();
  await context.setOffline(true);
  await growOld();
  await letPass(11);
  await beginsAnew();
  await waiting().getByText('清溪区政务公开查阅点').waitFor();
  expect(await page.evaluate(() => window.wasHomeBare)).toBeUndefined();
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  expect(await page.content()).not.toContain(query);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');

  await page.touchscreen.tap(500, 900);
  await page.clock.runFor(100);
  await waiting().waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.locator('html.is-contrast').count()).toBe(0);
  await visit();
});

test('an old page › when somebody touches it in the very moment › stays, and the visit begins', async () => {
  await openTerminal({ hasOwnClock: true });
  await growOld();
  await page.evaluate(() => {
    const { navigation } = window as unknown as { navigation: EventTarget };
    const touch = () => {
      const finger = { bubbles: true, pointerId: 1, pointerType: 'touch' };
      for (const part of ['pointerdown', 'pointerup'])
        document.querySelector('.attract')?.dispatchEvent(new PointerEvent(part, finger));
      document.querySelector<HTMLElement>('.attract')?.click();
      window.wasTouched = true;
    };
    navigation.addEventListener('navigate', () => queueMicrotask(touch), { once: true });
  });
  await letPass(9);
  for (let second = 0; second < 90 && !(await wasTouched()); second += 1) await page.clock.runFor(1_000);
  await waiting().waitFor({ state: 'detached' });
  await visit();
  expect(await isSamePage()).toBe(true);
  expect(await page.evaluate(() => sessionStorage.getItem('mingchuang.waiting'))).toBeNull();
});

test('an old page › while a visitor is there › stays', async () => {
  await openTerminal({ hasOwnClock: true });
  await growOld();
  await page.touchscreen.tap(500, 900);
  await page.clock.runFor(100);
  await visit();
  for (let minute = 0; minute < 15; minute += 1) {
    await page.mouse.move(300 + minute, 300);
    await letPass(1);
  }
  expect(await isStaying()).toBe(true);
  expect(await page.getByRole('heading', { level: 1, name: /第7号河道/ }).isVisible()).toBe(true);
});

test('an old page › while a release is being fetched › waits until it is in place', async () => {
  await openTerminal({ hasOwnClock: true });
  let release = () => {};
  const isHeld = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isAsked = () => {};
  const isFetching = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  server.interfere = async (path) => {
    if (!path.startsWith('targets/')) return undefined;
    isAsked();
    await isHeld;
    return undefined;
  };
  server.releaseFolder = releases[1] ?? '';
  // The sync worker looks at once when it hears this; the others do not listen.
  for (const worker of page.workers()) await worker.evaluate(() => dispatchEvent(new Event('online')));
  await isFetching;
  await growOld();
  await letPass(30);
  expect(await isStaying()).toBe(true);
  release();
  await expect
    .poll(
      async () => {
        await letPass(1);
        return await isSamePage().catch(() => true);
      },
      { timeout: 30_000 },
    )
    .toBe(false);
  await page.getByRole('main').getByText('第二版').first().waitFor();
  // The minute that was let go by may have been the new page's: it then draws what it has, and the waiting screen as it comes.
  await waiting().waitFor();
});

test('a page that is never left alone › behind the end of its last visit › is exchanged at home', async () => {
  await openTerminal({ hasOwnClock: false });
  await context.setOffline(true);
  await page.evaluate(async (visits) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const end = async () => {
      document.querySelector<HTMLElement>('.rail__button--end')?.click();
      const before = document.querySelector('.shell');
      while (document.querySelector('.shell') === before) await frame();
    };
    for (let number = 1; number < visits; number += 1) await end();
  }, mostVisits);
  expect(await isSamePage()).toBe(true);
  await page.getByRole('button', { name: '结束并清除' }).tap();
  await beginsAnew();
  await home().waitFor();
  await page.getByRole('searchbox').fill(query);
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().waitFor();
});
