// What the results say of themselves: words searched as well, sounds, counts beyond the bound, and ways on from nothing.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path: string) => openFixture(browser, server.url, { path });

test('results › when other names were searched as well › they are named', async () => {
  const page = await open('/search?q=低保');
  await page.getByText('也搜索了：最低生活保障').waitFor();
  await page.getByRole('searchbox').fill('预算');
  await page.getByText('也搜索了').waitFor({ state: 'detached' });
  await page.context().close();
});

test('results › when they were found by sound only › they say so', async () => {
  const page = await open('/search?q=预蒜');
  await page.getByText(/^按读音找到的相近结果，共 \d+ 项$/).waitFor();
  await page.context().close();
});

test('results › when there are more than can be counted › totals and filters say so', async () => {
  const page = await open('/search?q=的');
  await page.getByText('找到 10,000+ 项').waitFor();
  expect(await page.getByRole('button', { name: /^公文.*约|^文件.*约|约 \d/ }).count()).toBeGreaterThan(1);
  await page.getByRole('button', { name: '年份' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('找到 10,000+ 项').waitFor();
  expect(await sheet.getByRole('button', { name: /约 \d/ }).count()).toBeGreaterThan(0);
  await page.context().close();
});

test('results › when filters leave nothing › one touch lifts them and says what that finds', async () => {
  const page = await open('/search?q=预算&year=1987');
  const lift = page.getByRole('button', { name: /^不限条件，找到 \d+ 项$/ });
  await lift.click();
  await page.getByRole('list', { name: '搜索结果' }).waitFor();
  expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: '预算' })}`);
  await page.context().close();
});

test('results › when nothing is found › every category offered leads to something', async () => {
  const page = await open('/search?q=绝无此事qq');
  await page.getByRole('heading', { name: '这里有这些内容' }).waitFor();
  const offers = page.locator('.state__offers').getByRole('link');
  expect(await offers.count()).toBeGreaterThan(4);
  await offers.first().click();
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().waitFor();
  await page.context().close();
});

test('results › when new ones come while a finger is down › the list stays until it is lifted', async () => {
  const page = await open('/search?q=预算');
  const results = page.getByRole('list', { name: '搜索结果' });
  const titles = () => results.getByRole('link').allTextContents();
  await results.waitFor();
  const before = await titles();
  const press = (type: string) =>
    page.evaluate((name) => window.dispatchEvent(new PointerEvent(name, { pointerId: 9 })), type);
  await press('pointerdown');
  await page.getByRole('searchbox').fill('社会保障卡');
  await page.waitForURL((url) => url.searchParams.get('q') === '社会保障卡');
  // A screen is numbered when its new address is drawn.
  await page.waitForFunction(() => history.state !== null);
  expect(await titles()).toEqual(before);
  expect(await page.locator('.main [aria-busy]').getAttribute('aria-busy')).toBe('true');
  await press('pointerup');
  await results.getByRole('link', { name: /社会保障卡申领/ }).waitFor();
  expect(await titles()).not.toEqual(before);
  expect(await page.locator('.main [aria-busy]').getAttribute('aria-busy')).toBe('false');
  await page.context().close();
});

test('field › when what is shown was not searched for › what was typed before no longer stands in it', async () => {
  const page = await open('/search?q=预算');
  await page.locator('.result').first().click();
  await page
    .getByRole('link', { name: /^看全部/ })
    .first()
    .click();
  await page.getByRole('list', { name: '搜索结果' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: '返回' }).click();
  await page.waitForURL(/q=/);
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('预算');
  await page.context().close();
});
