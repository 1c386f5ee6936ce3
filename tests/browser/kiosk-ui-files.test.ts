// Word files and spreadsheets read on the terminal itself, and those that mean harm.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { files, namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { collectComplaints, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;
const fileAt = (name: keyof typeof namedRecords, file: keyof typeof files) =>
  `/record/${namedRecords[name].record.id}/file/${files[file].sha256}`;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('Word file › when opened › its text, table and picture are shown, and words in it are found', async () => {
  const page = await openFixture(browser, server.url);
  const complaints = collectComplaints(page);
  await page.goto(server.url + fileAt('guide', 'word'));
  await page.getByRole('heading', { level: 2, name: '最低生活保障申请书' }).waitFor();
  expect(await page.getByText('<script>不是脚本</script>').count()).toBe(1);
  expect(await page.getByRole('cell', { name: '身份证号' }).count()).toBe(1);
  const drawn = () =>
    page.getByRole('img', { name: '样章' }).evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(drawn).toBe(5);
  await page.getByRole('button', { name: '文中查找' }).click();
  await page.getByRole('textbox', { name: '在文中找一个词' }).fill('（900）');
  await expect.poll(() => page.getByLabel('找到的位置').textContent()).toBe('1 / 1');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('spreadsheet › when opened › head, merged cells, steps, words and sheets work', async () => {
  const page = await openFixture(browser, server.url, { path: fileAt('budget', 'table') });
  const table = page.getByRole('region', { name: /^表格/ });
  await table.getByRole('columnheader', { name: '标准（元）' }).waitFor();
  await expect.poll(() => table.locator('tbody tr').count()).toBe(102);
  await page.getByRole('button', { name: /^再显示 100 行/ }).click();
  await expect.poll(() => table.locator('tbody tr').count()).toBe(204);
  await table.evaluate((frame) => frame.scrollTo(0, 2_000));
  const top = (name: string) =>
    table
      .locator(name)
      .first()
      .evaluate((one) => one.getBoundingClientRect().top);
  expect(
    Math.abs((await top('thead')) - (await table.evaluate((one) => one.getBoundingClientRect().top))),
  ).toBeLessThan(4);
  await page.getByRole('textbox', { name: '只看含有这些字的行' }).fill('第 2399 项');
  await expect.poll(() => table.locator('tbody tr').count()).toBe(1);
  await page.getByRole('button', { name: '汇总' }).click();
  await table.getByRole('cell', { name: '12.5' }).waitFor();
  await page.context().close();
});

test('changes › when a record has a version before › what went and what came is shown in words, and not as a file', async () => {
  const page = await openFixture(browser, server.url, {
    path: `/record/${namedRecords.normative.record.id}`,
  });
  await page.getByText('较上一版（2023年5月10日）有修改').waitFor();
  expect(await page.getByRole('button', { name: '附件 1' }).count()).toBe(1);
  expect(await page.locator('.attachment').count()).toBe(1);
  await page.getByRole('button', { name: '看改了什么' }).click();
  const sheet = page.getByRole('dialog', { name: '改了什么' });
  await sheet.getByText('改动 3 处：增 1 段、删 1 段、改 1 段').waitFor();
  expect(await sheet.getByRole('deletion').allTextContents()).toEqual([
    '删二十',
    expect.stringMatching(/^删三、民主评议/),
  ]);
  expect(await sheet.getByRole('insertion').first().textContent()).toMatch(/^增申请既可以/);
  expect(await sheet.getByText('…… 未改动 3 段 ……').count()).toBe(1);
  await page.context().close();
});

test('spreadsheet › when it claims to unpack to gigabytes › it is refused in words, and the phone is offered', async () => {
  const page = await openFixture(browser, server.url, { path: fileAt('budget', 'bomb') });
  await page.getByRole('heading', { name: '这个附件太大，本机不打开' }).waitFor();
  expect(await page.getByText('kiosk.file-too-large').count()).toBe(1);
  await page.getByRole('button', { name: '手机继续' }).waitFor();
  await page.context().close();
});
