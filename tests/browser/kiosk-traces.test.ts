// A visitor leaves every trace there is and goes: the next one finds none, on the screen, in the store, behind it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, viewports } from '#tests/support/browser.ts';
import { type RunningHub, startHub } from '#tests/support/hub.ts';
import { findInMemory } from '#tests/support/traces/heap-strings.ts';
import { readPageState } from '#tests/support/traces/page-state.ts';
import { traces } from '#tests/support/traces/traces.ts';

/** Stands in no catalogue and in no code of ours. */
const mark = '赑屃鼋鼍';

let browser: Browser;
let hub: RunningHub;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), startHub()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** Everything that waits for the hub, as text. */
const readOutbox = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('mingchuang-outbox');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const asking = database.transaction('items').objectStore('items').getAll();
          asking.onsuccess = () => {
            database.close();
            resolve(JSON.stringify(asking.result));
          };
        };
      }),
  );

const home = (page: Page) => page.getByRole('heading', { level: 1, name: '您想查什么？' });

async function openReadyKiosk(): Promise<Page> {
  const context = await browser.newContext({ viewport: viewports.portrait, timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(`${hub.url}/`);
  const status = page.getByRole('status', { name: '内容状态' });
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).toContain('可离线使用');
  await page.locator('.home__topics .chip').first().waitFor();
  return page;
}

test('reset › when a visitor left every trace › the page is as it was before, also behind and ahead of it', async () => {
  const page = await openReadyKiosk();
  // Code that is loaded when it is first needed is no trace: one visit goes before.
  for (let visit = 1; visit <= 2; visit += 1) {
    const before = await readPageState(page);
    for (const trace of traces) await trace.leave(page, mark);
    expect(JSON.stringify(await readPageState(page))).toContain(encodeURIComponent(mark));
    if (visit === 2) expect(await findInMemory(page, mark, 'page')).not.toEqual([]);
    await page.getByRole('button', { name: 'End and clear' }).click();
    await home(page).waitFor();
    await page.locator('.home__topics .chip').first().waitFor();
    await expect.poll(() => page.evaluate(() => (history.state as { depth?: number } | null)?.depth)).toBe(0);
    expect(await readPageState(page)).toEqual(before);
    expect(await page.content()).not.toContain(mark);
    // What was handed in waits for the hub alone, and goes as soon as that has it.
    await expect.poll(() => readOutbox(page), { timeout: 20_000 }).not.toContain(mark);
  }
  const entries = await (await page.context().newCDPSession(page)).send('Page.getNavigationHistory');
  expect(entries.entries.filter(({ url }) => url !== `${hub.url}/` && url !== 'about:blank')).toEqual([]);
  expect(entries.currentIndex).toBe(entries.entries.length - 1);
  expect(await findInMemory(page, mark, 'page and workers')).toEqual([]);
  await page.goBack();
  await home(page).waitFor();
  expect(await page.content()).not.toContain(mark);
  await page.goForward();
  await home(page).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  await page.context().close();
});
