// The waiting screen: it comes when nobody is there, tells what holds, sleeps in quiet hours, and any touch ends it.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDisplay, type VenueDisplay } from '#shared/catalogue/venue-display.ts';
import { axeViolations } from '#tests/support/axe.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { type OpenOptions, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;
/** Sunday, 9:00 in Shanghai. */
const frozenAt = '2026-11-22T01:00:00Z';
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const waiting = (page: Page) => page.getByRole('region', { name: '待机画面' });
const leftCount = (page: Page) => page.evaluate(() => window.fakeEngine?.leftCount);

async function openWaiting(display: Partial<VenueDisplay> = {}, options: OpenOptions = {}): Promise<Page> {
  const page = await openFixture(browser, server.url, { frozenAt, ...options });
  await page.evaluate(
    (set) => {
      const engine = window.fakeEngine;
      const manifest = engine?.manifest.peek();
      if (engine && manifest)
        engine.manifest.value = { ...manifest, venue: { ...manifest.venue, display: set } };
    },
    { ...defaultDisplay, ...display },
  );
  await page.clock.runFor(121_000);
  await waiting(page).waitFor();
  return page;
}

test('waiting › when a visit ended and 30 s passed › it comes, and the engine may change what is shown', async () => {
  const page = await openFixture(browser, server.url, { frozenAt });
  await page.getByRole('link', { name: /公开机构/ }).click();
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  await page.clock.runFor(28_000);
  expect(await waiting(page).count()).toBe(0);
  await page.clock.runFor(3_000);
  await waiting(page).getByText('临溪区政务服务中心').waitFor();
  expect(await leftCount(page)).toBe(2);
  await page.context().close();
});

test('waiting › when somebody is at it › it does not come', async () => {
  const page = await openFixture(browser, server.url, { frozenAt });
  for (let half = 0; half < 6; half += 1) {
    await page.clock.runFor(25_000);
    await page.mouse.move(300 + half, 300);
  }
  await page.getByRole('button', { name: '大字' }).click();
  await page.clock.runFor(40_000);
  expect(await waiting(page).count()).toBe(0);
  await page.context().close();
});

test('waiting › when touched anywhere › home is there at once, and the touch did nothing else', async () => {
  const page = await openWaiting();
  const tile = await page.locator('.tile').first().boundingBox();
  await page.mouse.click((tile?.x ?? 0) + 20, (tile?.y ?? 0) + 20);
  await waiting(page).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/');
  await page.getByRole('link', { name: /公开机构/ }).click();
  await page.waitForURL(/browse\/agency/);
  await page.context().close();
});

test('waiting › when the click of a finger comes a moment after its release › what lies below does not get it', async () => {
  const page = await openWaiting();
  const box = await page.locator('.tile').first().boundingBox();
  const place = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20] as const;
  await page.evaluate(([x, y]) => {
    const finger = { bubbles: true, pointerId: 1, pointerType: 'touch' };
    for (const part of ['pointerdown', 'pointerup'])
      document.elementFromPoint(x, y)?.dispatchEvent(new PointerEvent(part, finger));
  }, place);
  await page.clock.runFor(50);
  await page.evaluate(([x, y]) => {
    document
      .elementFromPoint(x, y)
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }, place);
  await page.clock.runFor(50);
  await waiting(page).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/');
  await page.context().close();
});

test('waiting › when a key is pressed › Enter only wakes, and what a scanner types is not lost', async () => {
  const page = await openWaiting();
  await page.evaluate(() => document.querySelector<HTMLElement>('.tile')?.focus());
  await page.keyboard.press('Enter');
  await waiting(page).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/');
  await page.clock.runFor(31_000);
  await waiting(page).waitFor();
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('6');
  await waiting(page).waitFor({ state: 'detached' });
  expect(await page.getByRole('searchbox').inputValue()).toBe('6');
  await page.context().close();
});

test('waiting › when time passes › its cards take turns and everything walks a little', async () => {
  const page = await openWaiting({ opening: [{ days: everyDay, from: '08:30', to: '17:00' }] });
  await waiting(page).getByText('今日开放到 17:00').waitFor();
  const titles = new Set<string | null>();
  const places = new Set<string>();
  const body = page.locator('.attract__body');
  for (let beat = 0; beat < 24; beat += 1) {
    titles.add(await page.locator('.attract__title').textContent());
    places.add(await body.evaluate((element) => element.style.cssText));
    await page.clock.runFor(12_000);
  }
  expect([...titles].sort()).toEqual(['正在公示', '最新公开', '内容最多的主题', '这里能查到', '本馆'].sort());
  expect(places.size).toBeGreaterThanOrEqual(4);
  expect(await axeViolations(page, { include: ['.attract'] })).toEqual([]);
  await page.context().close();
});

test('waiting › when an emergency notice stands › it is on every card, and in the dark of quiet hours too', async () => {
  const page = await openWaiting();
  const emergency = waiting(page).getByText('紧急通知');
  for (let beat = 0; beat < 5; beat += 1) {
    await emergency.first().waitFor();
    await page.clock.runFor(12_000);
  }
  await page.context().close();
  const night = await openWaiting({ quiet: [{ days: everyDay, from: '22:00', to: '10:00' }] });
  await night.locator('.attract--quiet').waitFor();
  await waiting(night).getByText('紧急通知').first().waitFor();
  expect(await waiting(night).getByText('触摸屏幕开始').count()).toBe(0);
  await night.mouse.click(500, 500);
  await waiting(night).waitFor({ state: 'detached' });
  await night.clock.runFor(31_000);
  await night.locator('.attract--quiet').waitFor();
  await night.context().close();
});

test('waiting › when the terminal holds nothing yet › it still says whose it is and invites', async () => {
  const page = await openFixture(browser, server.url, { frozenAt, scenario: 'unreachable' });
  await page.clock.runFor(121_000);
  await waiting(page).getByText('触摸屏幕开始').first().waitFor();
  await waiting(page).getByText('内容正在准备').waitFor();
  await page.context().close();
});

test('waiting › when nobody can see the page › nothing moves', async () => {
  const page = await openWaiting();
  const title = () => page.locator('.attract__title').textContent();
  // Until notices are read, another card is the first.
  await waiting(page).getByText('正在公示').waitFor();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const before = await title();
  await page.clock.runFor(40_000);
  expect(await title()).toBe(before);
  await page.context().close();
});
