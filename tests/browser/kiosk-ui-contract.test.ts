// What outside checks rely on when they drive the terminal's page.
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
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

test('search › when a title is typed on the home screen › it lists links under 搜索结果, the title first', async () => {
  const page = await openFixture(browser, server.url);
  await page.getByRole('searchbox').pressSequentially('最低生活保障的申请');
  const first = page.getByRole('list', { name: '搜索结果' }).getByRole('link').first();
  await first.waitFor();
  expect(await page.getByRole('searchbox').count()).toBe(1);
  // Results follow the typing: those of its first letters may still be there when it ends.
  await expect.poll(() => first.locator('mark').first().textContent()).toBe('最低生活保障的申请');
  expect(await first.textContent()).toContain('最低生活保障的申请与审核确认');
  await first.click();
  await page.getByRole('heading', { level: 1, name: '最低生活保障的申请与审核确认' }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.getByRole('searchbox').count()).toBe(0);
  await page.context().close();
});

test('search › when an input method is composing › it waits for the composed words', async () => {
  const page = await openFixture(browser, server.url, { path: '/search' });
  const field = page.getByRole('searchbox');
  await field.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'shebao', selectionStart: 6, selectionEnd: 6 });
  await page.waitForFunction(() => document.querySelector('input')?.value === 'shebao');
  expect(new URL(page.url()).search).toBe('');
  await session.send('Input.insertText', { text: '社会保障卡' });
  await page.waitForURL(/q=/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('社会保障卡');
  await page
    .getByRole('list', { name: '搜索结果' })
    .getByRole('link', { name: /社会保障卡申领/ })
    .waitFor();
  await page.context().close();
});

test('search › when filters are chosen › it narrows, and going back from a record keeps them', async () => {
  const page = await openFixture(browser, server.url, { path: '/search?q=临溪' });
  await page.getByRole('button', { name: /^公告公示/ }).click();
  await page.waitForURL(/kind=notice/);
  const results = page.getByRole('list', { name: '搜索结果' });
  await expect.poll(async () => await results.getByRole('link').count()).toBeLessThan(20);
  const titles = await results.getByRole('link').allTextContents();
  await results.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  await results.waitFor();
  expect(await results.getByRole('link').allTextContents()).toEqual(titles);
  expect(await page.getByRole('searchbox').inputValue()).toBe('临溪');
  await page.context().close();
});

test('search › when nothing matches › it says so and offers shorter words that do find something', async () => {
  const page = await openFixture(browser, server.url, { path: '/search?q=社会保障卡挂失续约' });
  await page.getByRole('heading', { name: '没有找到“社会保障卡挂失续约”' }).waitFor();
  await page
    .getByRole('button', { name: /^社会保障卡?（\d+）|^社会（\d+）/ })
    .first()
    .click();
  await page.getByRole('list', { name: '搜索结果' }).waitFor();
  await page.context().close();
});

test('hand-off › when 手机继续 is touched › its QR code decodes to the phone page, large and with its quiet zone', async () => {
  const { record } = namedRecords.normative;
  const page = await openFixture(browser, server.url, { path: `/record/${record.id}` });
  await page.getByRole('button', { name: '手机继续' }).click();
  const symbol = page.getByRole('img', { name: /^二维码/ });
  await symbol.waitFor();
  await page
    .getByRole('dialog')
    .evaluate((dialog) =>
      Promise.all(dialog.getAnimations({ subtree: true }).map((animation) => animation.finished)),
    );
  const modules = Number((await symbol.getAttribute('viewBox'))?.split(' ')[2]);
  const width = Number(await symbol.getAttribute('width'));
  expect(width / modules).toBeGreaterThanOrEqual(4);
  expect(Number.isInteger(width / modules)).toBe(true);
  expect((width / modules) * (modules - 8)).toBeGreaterThanOrEqual(60 * 4);
  const expected = `http://hub.linxi.example:8080/m/${record.code}-${record.version}`;
  expect(await decodePng(page, await symbol.screenshot())).toBe(expected);
  expect(await page.getByText(expected.replace('http://', '')).count()).toBe(1);
  await page.context().close();
});

/** Reads a QR code from a screenshot; the browser itself turns the PNG into pixels. */
async function decodePng(page: Page, png: Buffer): Promise<string | undefined> {
  const pixels = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    let binary = '';
    for (const value of pixels) binary += String.fromCharCode(value);
    return { width: image.width, height: image.height, data: btoa(binary) };
  }, png.toString('base64'));
  return jsQR(new Uint8ClampedArray(Buffer.from(pixels.data, 'base64')), pixels.width, pixels.height)?.data;
}

test('status line › when the hub answers › it says how fresh the content is and that it works offline', async () => {
  const page = await openFixture(browser, server.url);
  const status = page.getByRole('status', { name: '内容状态' });
  expect(await status.textContent()).toMatch(/内容截至 11月20日 18:00/);
  expect(await status.textContent()).toContain('可离线使用');
  expect((await status.textContent())?.replace('可离线使用', '')).not.toContain('离线');
  await page.context().close();
});

test('status line › when the hub cannot be reached › it says 离线 and keeps the content', async () => {
  const page = await openFixture(browser, server.url, { scenario: 'offline' });
  const status = page.getByRole('status', { name: '内容状态' });
  expect((await status.textContent())?.replace('可离线使用', '')).toContain('离线');
  expect(await page.getByRole('link', { name: /办事指南/ }).count()).toBeGreaterThan(0);
  await page.context().close();
});

test('language › when the address says ?lang=en › the interface is English and content keeps its language', async () => {
  const page = await openFixture(browser, server.url, { path: '/?lang=en' });
  await page.getByRole('heading', { level: 1, name: 'What are you looking for?' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('.row__title').first().getAttribute('lang')).toBe('zh-CN');
  await page.context().close();
});

test('home › when someone only touches › any leaf of the tree is three touches from a record', async () => {
  const page = await openFixture(browser, server.url);
  await page
    .getByRole('link', { name: /公开目录/ })
    .first()
    .click();
  await page.getByRole('link', { name: /行政许可和办事指南/ }).click();
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().click();
  await page.getByRole('button', { name: '手机继续' }).waitFor();
  await page.context().close();
});
