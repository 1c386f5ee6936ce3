// A visitor speaks up while the network is away: the hub gets exactly that, once, and the next visitor finds nothing of it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, viewports } from '#tests/support/browser.ts';
import { type RunningHub, runHubCommand, startHub } from '#tests/support/hub.ts';
import { enterStaff } from '#tests/support/kiosk-fixture/enter-staff.ts';

const missing = '渚北湿地巡护排班';

let browser: Browser;
let context: BrowserContext;
let hub: RunningHub;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), startHub()]);
  context = await browser.newContext({
    viewport: viewports.portrait,
    hasTouch: true,
    acceptDownloads: true,
    timezoneId: 'Asia/Shanghai',
  });
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

const status = (page: Page) => page.getByRole('status', { name: '内容状态' });
const leave = (page: Page) => page.getByRole('button', { name: '结束并清除' }).tap();

/** What the hub's store holds, read beside it. */
function heldByHub() {
  const store = new DatabaseSync(join(hub.dataDir, 'store.sqlite'), { readOnly: true });
  const all = (sql: string) => store.prepare(sql).all();
  try {
    return {
      ratings: all('select overall, truth from voice_ratings'),
      unhelpful: all('select reason from voice_unhelpful'),
      wishes: all('select words, way from voice_wishes'),
      opinions: all("select count(*) as count from cases where channel = 'kiosk'"),
    };
  } finally {
    store.close();
  }
}

/** Ids that wait at the terminal. */
const waiting = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('mingchuang-outbox');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const asking = database.transaction('items').objectStore('items').getAll();
          asking.onsuccess = () => {
            database.close();
            const items = asking.result as { item: { kind: string } }[];
            resolve(items.filter(({ item }) => item.kind !== 'counts' && item.kind !== 'queries').length);
          };
        };
      }),
  );

/** A wish after a search that found nothing, a rating, an opinion that is first refused. */
async function speakUp(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill(missing);
  await page.getByRole('button', { name: `希望公开“${missing}”` }).tap();
  const wish = page.getByRole('textbox', { name: '希望公开的内容' });
  await wish.fill('');
  await page.getByRole('button', { name: '希望公开', exact: true }).tap();
  expect(await page.getByRole('status').filter({ hasText: '再多写几个字' }).textContent()).toContain(
    '希望公开什么',
  );
  await wish.fill(missing);
  await page.getByRole('button', { name: '希望公开', exact: true }).tap();
  await page.getByRole('heading', { name: `已记下：希望公开“${missing}”` }).waitFor();

  await page.getByRole('button', { name: '首页' }).tap();
  await page.locator('.home__latest a.row').first().tap();
  await page.getByRole('button', { name: '很满意', exact: true }).tap();
  await page.getByRole('button', { name: '满意', exact: true }).tap();
  await page.getByRole('button', { name: '真实 较好' }).tap();
  await page.getByRole('button', { name: '这条没有帮到我' }).tap();
  await page.getByRole('button', { name: '看不明白' }).tap();
  await page.getByText('记下的原因：看不明白').waitFor();

  await page.getByRole('button', { name: '写一句意见' }).tap();
  const field = page.getByRole('textbox', { name: '您的意见' });
  await field.fill('请打电话13800001380，座椅少');
  await page.getByRole('button', { name: '提交' }).tap();
  expect(await page.getByRole('alert').textContent()).toContain('电话号码');
  await field.fill('座椅少');
  await page.getByRole('button', { name: '常用语' }).tap();
  await page.getByRole('button', { name: '希望增加' }).tap();
  await page.getByRole('button', { name: '拼音', exact: true }).tap();
  for (const letter of 'YI') await page.getByRole('button', { name: letter, exact: true }).tap();
  await page.getByRole('list', { name: '选字词' }).getByRole('button', { name: '椅', exact: true }).tap();
  await expect.poll(() => field.inputValue()).toBe('座椅少希望增加椅');
  await page.getByRole('button', { name: '提交' }).tap();
  await page.getByRole('heading', { name: '收到了，谢谢您的意见' }).waitFor();
}

describe('the voice of visitors › when a terminal is offline while they speak', () => {
  it('reaches the hub exactly once after a reload, and leaves nothing to the next visitor', async () => {
    const page = await context.newPage();
    await page.goto(`${hub.url}/`);
    await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toContain('可离线使用');
    // The words and pads of a first use are fetched with the rest of the page.
    await page.goto(`${hub.url}/voice/opinion`);
    await page.getByRole('textbox', { name: '您的意见' }).waitFor();
    await page.goto(`${hub.url}/`);
    await context.setOffline(true);
    await speakUp(page);
    await leave(page);
    await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
    expect(await page.content()).not.toContain(missing);
    expect(await waiting(page)).toBe(4);

    await page.goto(`${hub.url}/voice`);
    await page.getByText('监督电话和地址').waitFor();
    expect(await page.getByText('您这次说的').count()).toBe(0);
    await page.goto(`${hub.url}/voice/opinion`);
    expect(await page.getByRole('textbox', { name: '您的意见' }).inputValue()).toBe('');

    await page.goto(`${hub.url}/staff`);
    await enterStaff(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存成文件' }).tap(),
    ]);
    const file = await download.path();
    expect((await readFile(file, 'utf8')).split('\n')[0]).toContain('"mingchuang-outbox"');
    const taken = await runHubCommand(['outbox', file, '--json', '--data', hub.dataDir]);
    expect(taken.status, taken.stderr).toBe(0);

    await context.setOffline(false);
    await page.goto(`${hub.url}/`);
    await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
    expect(heldByHub()).toEqual({
      ratings: [{ overall: 4, truth: 4 }],
      unhelpful: [{ reason: 'unclear' }],
      wishes: [{ words: missing, way: 'no-result' }],
      opinions: [{ count: 1 }],
    });
  });
});
