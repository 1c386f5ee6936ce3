// From a search at the terminal to the sums at the desk, and from there back to everybody in the next release.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, viewports } from '#tests/support/browser.ts';
import { openDesk } from '#tests/support/desk-page.ts';
import { type RunningHub, runHubCommand, startHub } from '#tests/support/hub.ts';

let browser: Browser;
let hub: RunningHub;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), startHub()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** Everything the page's databases hold under a name, as text. */
function stored(page: Page, database: string, store: string): Promise<string> {
  return page.evaluate(
    async ([name, inside]) => {
      const known = await indexedDB.databases();
      if (!known.some((one) => one.name === name)) return '';
      const ask = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const opened = await ask(indexedDB.open(name));
      const all = opened.objectStoreNames.contains(inside)
        ? await ask(opened.transaction(inside).objectStore(inside).getAll())
        : [];
      opened.close();
      return JSON.stringify(all);
    },
    [database, store] as const,
  );
}

test('statistics › when a visitor searches, reads and leaves › the desk has the sums, and everybody what may be told', async () => {
  const context = await browser.newContext({ viewport: viewports.portrait, timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(`${hub.url}/`);
  const status = page.getByRole('status', { name: '内容状态' });
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).toContain('可离线使用');
  await page.getByRole('searchbox').fill('低保');
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().click();
  await page.locator('.record h1').waitFor();
  await page.getByRole('button', { name: '结束并清除' }).click();
  // The visit is sums now, and its words are nowhere.
  await expect.poll(() => stored(page, 'mingchuang', 'settings')).toContain('"visits":1');
  expect(await stored(page, 'mingchuang', 'settings')).not.toContain('低保');

  // An hour later the hour is over: its sums go into the outbox, and from there to the hub.
  await page.clock.setFixedTime(Date.now() + 3_600_000);
  await page.reload();
  await expect.poll(() => stored(page, 'mingchuang-outbox', 'items')).toContain('counts');
  await page.reload();
  await expect.poll(() => stored(page, 'mingchuang-outbox', 'items'), { timeout: 60_000 }).toBe('[]');

  const desk = await openDesk(browser, hub);
  await desk.open('/admin/statistics');
  const figure = (name: string) =>
    desk.page.locator('.use-figure').filter({ hasText: name }).locator('.figure').textContent();
  await desk.page.locator('.use-figures').waitFor();
  expect([await figure('利用人次'), await figure('打开件次'), await figure('检索次数')]).toEqual([
    '1',
    '1',
    '1',
  ]);
  await desk.close();

  const { status: code } = await runHubCommand(['publish', '--data', hub.dataDir, '--json']);
  expect(code).toBe(0);
  await page.reload();
  await page.locator('.figures-line').waitFor({ timeout: 90_000 });
  await page.locator('.figures-line').click();
  await page.getByRole('heading', { level: 1, name: '公开数据' }).waitFor();
  // One visit is fewer than five: it is told as such, also without the network.
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '公开数据' }).waitFor();
  expect(await page.locator('.figure').first().textContent()).toContain('少于 5');
  await context.close();
});
