// Getting to a place in a long law without a keyboard: by the number of an article, and by its words.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;
const { law } = namedRecords;
const path = `/record/${law.record.id}`;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openWhole(address: string): Promise<Page> {
  const page = await openFixture(browser, server.url, { path: address });
  await expect.poll(() => page.locator('.body__part').count()).toBe(law.parts.length);
  return page;
}

/** How many places are marked, and the paragraph of the current one when it is in sight. */
const marked = (page: Page) =>
  page.evaluate(() => {
    const [place] = CSS.highlights.get('found-current') ?? [];
    const main = document.querySelector('main')?.getBoundingClientRect();
    const paragraph = place?.startContainer.parentElement?.closest('p, h2');
    const top = paragraph?.getBoundingClientRect().top ?? -1;
    const isSeen = main !== undefined && top > main.top - 100 && top < main.bottom;
    return {
      all: CSS.highlights.get('found')?.size ?? 0,
      current: isSeen ? (paragraph?.textContent ?? '') : '',
    };
  });

test('pad › when a number is touched › only digits that lead on are open, and it goes to the article', async () => {
  const page = await openWhole(path);
  await page.getByRole('button', { name: '条文目录' }).click();
  const pad = page.getByRole('group', { name: '按条号去' });
  const key = (digit: string) => pad.getByRole('button', { name: digit, exact: true });
  expect(await key('0').isDisabled()).toBe(true);
  for (const digit of ['2', '6', '0']) await key(digit).click();
  expect(await key('1').isDisabled()).toBe(true);
  await pad.getByRole('button', { name: '去第二百六十条' }).click();
  const slider = page.getByRole('slider', { name: '阅读位置' });
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('第二百六十条');
  await page.context().close();
});

test('find › when a word is typed › all places are marked and each step shows the next, round to the first', async () => {
  const page = await openWhole(path);
  await page.getByRole('button', { name: '文中查找' }).click();
  await page.getByRole('textbox', { name: '在文中找一个词' }).fill('第２６０条');
  await expect
    .poll(() => marked(page))
    .toMatchObject({ all: 1, current: expect.stringMatching(/^第二百六十条/) });
  await page.getByRole('textbox', { name: '在文中找一个词' }).fill('责任');
  const count = page.getByLabel('找到的位置');
  await expect.poll(() => count.textContent()).toBe('1 / 1');
  await page.getByRole('textbox', { name: '在文中找一个词' }).fill('索引号、 名称');
  const times = law.parts.join('').split('索引号、名称').length - 1;
  await expect.poll(async () => (await marked(page)).all).toBe(times);
  const [before = 0] = ((await count.textContent()) ?? '').split(' / ').map(Number);
  await page.getByRole('button', { name: '下一处' }).click();
  expect(await count.textContent()).toBe(`${(before % times) + 1} / ${times}`);
  expect((await marked(page)).current).toContain('索引号、名称');
  await page.getByRole('button', { name: '上一处' }).click();
  expect(await count.textContent()).toBe(`${before} / ${times}`);
  await page.getByRole('textbox', { name: '在文中找一个词' }).fill('没有这个词');
  await expect.poll(() => count.textContent()).toBe('没有找到');
  await page.context().close();
});

test('find › when nothing is typed › the words that led here can be touched, and leaving clears the marks', async () => {
  const page = await openWhole(`${path}?q=${encodeURIComponent('公开机构')}`);
  await page.getByRole('button', { name: '文中查找' }).click();
  const words = page.getByRole('group', { name: '可以找的词' }).getByRole('button');
  expect(await words.first().textContent()).toMatch(/^公开机构/);
  await words.first().click();
  await expect.poll(async () => (await marked(page)).all).toBeGreaterThan(100);
  expect(await page.getByRole('searchbox').count()).toBe(0);
  await page.getByRole('button', { name: '返回' }).click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.context().close();
});

test('find › when a place lies in rows that are folded away › it shows its row', async () => {
  const page = await openFixture(browser, server.url, { path: `/record/${namedRecords.table.record.id}` });
  await page.getByRole('button', { name: '文中查找' }).click();
  await page.getByRole('textbox', { name: '在文中找一个词' }).fill('1987');
  await page.getByText('1987', { exact: true }).waitFor({ state: 'visible' });
  await page.context().close();
});
