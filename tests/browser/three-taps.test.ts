// Browsing that never needs typing: from home to every record of the demonstration venue in three taps, scrolling apart.
// Rows of registers are looked up within theirs, which is a record itself.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordKinds } from '#shared/catalogue/record.ts';
import { launchBrowser, viewports } from '#tests/support/browser.ts';
import { type RunningHub, startHub } from '#tests/support/hub.ts';

const mostTaps = 3;
const kinds = recordKinds.filter((kind) => kind !== 'entry').join(',');

let browser: Browser;
let hub: RunningHub;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), startHub()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** Frames without growth after which a list has come to its end: to its own, or to where it waits for a touch. */
const stillFrames = 8;

/** Scrolls to the end of what loads by itself, as a finger would. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.locator('.main').evaluate(async (area, enough) => {
    for (let last = -1, still = 0; still < enough; still += 1) {
      area.scrollTop = area.scrollHeight;
      const isLoading = area.querySelector('.button--more:disabled, .skeleton') !== null;
      const isDone = area.querySelector('.button--more') === null && !isLoading;
      if (area.scrollHeight === last && isDone) return;
      if (area.scrollHeight !== last || isLoading) still = 0;
      last = area.scrollHeight;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
  }, stillFrames);
}

/** Where the links of the open screen lead, without their search marks. */
async function linksOf(page: Page): Promise<string[]> {
  await page.locator('.main .screen').first().waitFor();
  // A list is empty for a moment before its first answer, or still the one before, and that is not its end.
  if (page.url().includes('/search?')) {
    await page.waitForFunction(
      () =>
        document.querySelector('.main .result, .main .state') !== null &&
        document.querySelector('.main [aria-busy="true"]') === null,
    );
  }
  await scrollToEnd(page);
  return await page
    .locator('.main a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Opens an address as a touch would, and waits until nothing of the screen before is left. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    // A screen whose code is still on its way leaves the one before in its place.
    const isAnotherScreen = location.pathname.split('/')[1] !== to.split(/[/?]/)[1];
    for (const old of document.querySelectorAll('.main .screen'))
      old.toggleAttribute('data-left', isAnotherScreen);
    const link = document.createElement('a');
    link.href = to;
    document.querySelector('.main')?.append(link);
    link.click();
    link.remove();
  }, address);
  await page.waitForURL(`**${address}`);
  // A screen is numbered with its first drawing.
  await page.waitForFunction(() => history.state !== null && document.querySelector('[data-left]') === null);
}

/** Walks from home over real links, tap by tap; gives the records it came to. Stops when it has `total`. */
async function walk(page: Page, total: number): Promise<number> {
  const reached = new Set<string>();
  const seen = new Set(['/']);
  const visit = async (address: string): Promise<string[]> => {
    if (address !== '/') await goTo(page, address);
    const links = (await linksOf(page)).filter((link) => !seen.has(link));
    for (const link of links) seen.add(link);
    const isRecord = (link: string) => link.startsWith('/record/');
    for (const link of links.filter(isRecord)) {
      if (!link.startsWith('/record/e')) reached.add(link.split('?')[0] ?? '');
    }
    return links.filter((link) => !isRecord(link));
  };
  let open = ['/'];
  for (let taps = 1; taps <= mostTaps; taps += 1) {
    const next: string[] = [];
    for (const address of open) {
      next.push(...(await visit(address)));
      if (reached.size >= total) return reached.size;
    }
    // Lists lead to more than places do: with them first, most places need not be looked at.
    const isList = (address: string) => Number(address.startsWith('/search'));
    open = next.sort((a, b) => isList(b) - isList(a));
  }
  return reached.size;
}

test.each(['', 'elder'])(
  'three taps › mode “%s” › every record of the demonstration venue is reached',
  async (modes) => {
    const context = await browser.newContext({ viewport: viewports.portrait, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.addInitScript((words) => sessionStorage.setItem('mingchuang.modes', words), modes);
    await page.goto(hub.url);
    await page.locator('.tile').first().waitFor({ timeout: 60_000 });
    const answer = await fetch(`${hub.url}/api/search?q=&limit=1&kind=${kinds}`);
    const { total } = (await answer.json()) as { total: number };
    expect(await walk(page, total)).toBe(total);
    await context.close();
  },
  180_000,
);
