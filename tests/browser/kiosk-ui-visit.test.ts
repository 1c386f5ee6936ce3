// A visit from arrival to reset: idle warning, one touch stays, nothing of the visitor remains.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;
const frozenAt = '2026-11-22T01:00:00Z';

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const warning = (page: Page) => page.getByRole('alertdialog', { name: '您还在看吗？' });
const leftCount = (page: Page) => page.evaluate(() => window.fakeEngine?.leftCount);

test('idle › when nobody touches a search for 60 s › it warns, and after 20 s more it is home and empty', async () => {
  const page = await openFixture(browser, server.url, { frozenAt });
  await page.getByRole('button', { name: '高对比' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('searchbox').fill('预算');
  await page.clock.runFor(300);
  await page.waitForURL(/q=/);
  await page.clock.runFor(58_000);
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  await page.clock.runFor(3_000);
  await page.getByRole('alertdialog').waitFor();
  await page.clock.runFor(21_000);
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  expect(await page.locator('html').getAttribute('class')).not.toContain('contrast');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await leftCount(page)).toBe(1);
  expect(await page.getByRole('button', { name: '返回' }).isDisabled()).toBe(true);
  await page.context().close();
});

test('idle › when the warned visitor touches anywhere › everything stays as it was', async () => {
  const page = await openFixture(browser, server.url, { frozenAt, path: '/search?q=临溪' });
  await page.getByRole('list', { name: '搜索结果' }).waitFor();
  await page.clock.runFor(61_000);
  await warning(page).waitFor();
  await page.mouse.click(30, 900);
  await warning(page).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('q')).toBe('临溪');
  expect(await leftCount(page)).toBe(0);
  await page.clock.runFor(61_000);
  await warning(page).waitFor();
  await page.context().close();
});

test('idle › when the warned visitor ends the visit › it ends at once', async () => {
  const page = await openFixture(browser, server.url, { frozenAt, path: '/browse' });
  await page.clock.runFor(61_000);
  await warning(page).getByRole('button', { name: '结束并清除' }).click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  expect(await warning(page).count()).toBe(0);
  expect(await leftCount(page)).toBe(1);
  await page.context().close();
});

test('idle › when a record is open › it gives 180 s, and large text elsewhere 120 s', async () => {
  const page = await openFixture(browser, server.url, { frozenAt, path: '/record/r5' });
  await page.clock.runFor(170_000);
  expect(await warning(page).count()).toBe(0);
  await page.clock.runFor(11_000);
  await warning(page).waitFor();
  await page.context().close();
  const elder = await openFixture(browser, server.url, { frozenAt, path: '/browse', modes: 'elder' });
  await elder.clock.runFor(110_000);
  expect(await warning(elder).count()).toBe(0);
  await elder.clock.runFor(11_000);
  await warning(elder).waitFor();
  await elder.context().close();
});

test('idle › when the home screen is untouched › it never asks', async () => {
  const page = await openFixture(browser, server.url, { frozenAt });
  await page.clock.runFor(600_000);
  expect(await warning(page).count()).toBe(0);
  await page.context().close();
});

test('end and clear › when touched deep in a visit › nothing leads back to what was read', async () => {
  const page = await openFixture(browser, server.url);
  await page
    .getByRole('link', { name: /公告公示/ })
    .first()
    .click();
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().click();
  await page.getByRole('button', { name: '手机继续' }).waitFor();
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  await expect.poll(() => page.evaluate(() => (history.state as { depth?: number } | null)?.depth)).toBe(0);
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.getByRole('button', { name: '返回' }).isDisabled()).toBe(true);
  await page.getByRole('link', { name: /公开机构/ }).click();
  await page.goForward();
  expect(new URL(page.url()).pathname).toBe('/browse/agency');
  // The next visitor touches before a busy browser has gone back: what they open stays open, one step from home.
  await page.evaluate(() => {
    const go = history.go.bind(history);
    history.go = (steps) => void setTimeout(() => go(steps), 400);
  });
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.getByRole('link', { name: /办事指南/ }).click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/guides');
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  await page.context().close();
});

test('back › when a long list was scrolled › it returns to the same place', async () => {
  const page = await openFixture(browser, server.url, { path: '/search?q=临溪' });
  await page.getByRole('list', { name: '搜索结果' }).waitFor();
  const main = page.getByRole('main');
  await main.evaluate((element) => element.scrollTo(0, 900));
  await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(900);
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').nth(8).click();
  await page.getByRole('button', { name: '手机继续' }).waitFor();
  await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(0);
  await page.getByRole('button', { name: '返回' }).click();
  await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(900);
  await page.context().close();
});

test('reading aids › when switched on › they last over a reload of the same visit', async () => {
  const page = await openFixture(browser, server.url);
  await page.getByRole('button', { name: '大字' }).click();
  await page.reload();
  await page.getByRole('button', { name: '大字', pressed: true }).waitFor();
  await page.context().close();
});
