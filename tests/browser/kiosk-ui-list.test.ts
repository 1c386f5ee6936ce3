// The take-home list on the terminal: collecting, taking off, one code for all, and nothing left for the next visitor.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostListed } from '#shared/handoff/list-payload.ts';
import { graveViolations } from '#tests/support/axe.ts';
import { launchBrowser, type viewports } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import {
  collectComplaints,
  type OpenOptions,
  openFixture,
} from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import { takenRecords } from '#tests/support/taken-records.ts';

let browser: Browser;
let server: FixtureServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const { guide, law } = namedRecords;
const railButton = (page: Page) => page.getByRole('button', { name: /^我的清单/ });
const kept = (page: Page) => page.evaluate(() => sessionStorage.getItem('mingchuang.take-home'));

/** Opens the list screen with this many records on the list. */
async function openList(count: number, options: OpenOptions = {}): Promise<Page> {
  const page = await openFixture(browser, server.url, options);
  const list = JSON.stringify(takenRecords(count));
  await page.evaluate((stored) => sessionStorage.setItem('mingchuang.take-home', stored), list);
  await page.goto(`${server.url}/list`);
  await page.locator('.list__items').waitFor();
  return page;
}

test('list › when records are added from a record and from results › both are on it, in that order, once', async () => {
  const page = await openFixture(browser, server.url, { path: `/record/${guide.record.id}` });
  await page.getByRole('button', { name: '加入清单' }).click();
  expect(await page.getByRole('button', { name: '已在清单' }).getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: '搜索', exact: true }).click();
  await page.getByRole('searchbox').fill('查阅服务条例');
  await page.getByRole('button', { name: `加入清单：${law.record.title}` }).click();
  expect(await page.getByRole('list', { name: '搜索结果' }).count()).toBe(1);
  expect(await railButton(page).textContent()).toContain('2');
  await railButton(page).click();
  const items = page.getByRole('list', { name: '清单里的内容' }).getByRole('link');
  await items.first().waitFor();
  const titles = await items.locator('.list__title').allTextContents();
  expect(titles).toEqual([guide.record.title, law.record.title]);
  await items.first().click();
  await page.getByRole('heading', { level: 1, name: guide.record.title }).waitFor();
  await page.context().close();
});

test('list › when items are taken off and the rest is cleared › the code goes with them and the screen says what to do', async () => {
  const page = await openList(3);
  const symbol = page.getByRole('img', { name: /^二维码/ });
  const before = await symbol.locator('.qr__dark').getAttribute('d');
  const [first] = takenRecords(1);
  await page.getByRole('button', { name: `移出：${first?.title}` }).click();
  await expect.poll(() => page.locator('.list__item').count()).toBe(2);
  expect(await symbol.locator('.qr__dark').getAttribute('d')).not.toBe(before);
  await page.getByRole('button', { name: '清空清单' }).click();
  await page.getByRole('heading', { level: 1, name: '清单还是空的' }).waitFor();
  expect(await symbol.count()).toBe(0);
  expect(await kept(page)).toBeNull();
  await page.context().close();
});

test('list › when the page is loaded anew within the visit › it is still there; after the visit it is nowhere', async () => {
  const page = await openList(2);
  await page.reload();
  await page.locator('.list__item').first().waitFor();
  expect(await page.locator('.list__item').count()).toBe(2);
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  expect(await kept(page)).toBeNull();
  expect(await railButton(page).textContent()).toBe('我的清单');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  expect(await railButton(page).textContent()).toBe('我的清单');
  await page.context().close();
});

test('list › when only the list is left on the home screen › the visit still ends by itself', async () => {
  const page = await openFixture(browser, server.url, { frozenAt: '2026-11-22T01:00:00Z' });
  const list = JSON.stringify(takenRecords(1));
  await page.evaluate((stored) => sessionStorage.setItem('mingchuang.take-home', stored), list);
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  await page.clock.runFor(61_000);
  await page.getByRole('alertdialog').waitFor();
  await page.clock.runFor(21_000);
  await expect.poll(() => kept(page)).toBeNull();
  await page.context().close();
});

test('list › when it is full › more cannot be added, and it says why', async () => {
  const page = await openList(mostListed);
  await page.getByText(`一次最多带走 ${mostListed} 条`).waitFor();
  await page.goto(`${server.url}/record/${guide.record.id}`);
  const taken = takenRecords(mostListed).some(({ id }) => id === guide.record.id);
  const label = taken ? '已在清单' : '清单已满';
  await page.getByRole('button', { name: label }).waitFor();
  expect(await page.getByRole('button', { name: label }).isDisabled()).toBe(!taken);
  await page.context().close();
});

test('hand-off › when the hall’s address is its own network’s › the code stays and the text is offered beside it', async () => {
  const page = await openFixture(browser, server.url, {
    scenario: 'hallOnly',
    path: `/record/${guide.record.id}`,
  });
  await page.getByRole('button', { name: '手机继续' }).click();
  await page.getByRole('img', { name: /^二维码：http:\/\/192\.168\.8\.20:8080\/m\// }).waitFor();
  await page.getByText('要连接本大厅的无线网络').waitFor();
  await page.getByRole('button', { name: '文字码' }).click();
  await page.getByRole('img', { name: `二维码：文字：${guide.record.title}` }).waitFor();
  expect(await page.getByText('二维码').count()).toBe(0);
  await page.context().close();
});

test('symbols in turn › when motion is reduced › nothing plays until asked, and buttons step through the pages', async () => {
  const page = await openFixture(browser, server.url, {
    path: '/record/long-guide',
    context: { reducedMotion: 'reduce' },
  });
  await page.getByRole('button', { name: '手机继续' }).click();
  await page.getByRole('button', { name: '文字码' }).click();
  await page.getByRole('button', { name: '全部内容' }).click();
  await page.getByRole('img', { name: /^二维码：第 1 张/ }).waitFor();
  expect(await page.getByRole('button', { name: '连续播放' }).count()).toBe(1);
  await page.getByRole('button', { name: '下一张' }).click();
  await page.getByRole('img', { name: /^二维码：第 2 张/ }).waitFor();
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: '上一张' }).click();
  const name = await page.getByRole('img', { name: /^二维码/ }).getAttribute('aria-label');
  expect(name).toMatch(/^二维码：第 (\d+) 张，共 \1 张$/);
  await page.context().close();
});

interface Shown {
  readonly open: (options: OpenOptions) => Promise<Page>;
  readonly ready: string;
}

async function openText(path: string, options: OpenOptions, isWhole: boolean): Promise<Page> {
  const page = await openFixture(browser, server.url, { ...options, path });
  await page.locator('.dock__main').click();
  await page.locator('.ways__choice').nth(1).click();
  if (isWhole) await page.locator('.handoff__depth .switch__choice').nth(1).click();
  return page;
}

const screens: Readonly<Record<string, Shown>> = {
  list: { open: (options) => openList(12, options), ready: '.qr' },
  split: { open: (options) => openList(30, { ...options, scenario: 'offline' }), ready: '.frames' },
  empty: {
    open: (options) => openFixture(browser, server.url, { ...options, path: '/list' }),
    ready: '.state',
  },
  text: { open: (options) => openText(`/record/${guide.record.id}`, options, false), ready: '.qr' },
  frames: { open: (options) => openText('/record/long-guide', options, true), ready: '.frames' },
};

/** What can be touched but is smaller than 12 mm, and what sticks out of the window sideways. */
async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
    const top = document.querySelector('dialog[open]') ?? document;
    return [...top.querySelectorAll('a[href], button, .qr')]
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(
        ({ box }) =>
          Math.min(box.width, box.height) < 12 * mm - 0.5 || box.right > innerWidth + 1 || box.left < -1,
      )
      .map(
        ({ target, box }) => `${target.outerHTML.slice(0, 100)} ${box.width}×${box.height} at ${box.left}`,
      );
  });
}

async function violations(page: Page): Promise<string[]> {
  const isOpen = (await page.locator('dialog[open]').count()) > 0;
  return await graveViolations(page, isOpen ? { include: ['dialog[open]'] } : {});
}

test.each([
  ['portrait', 'elder'],
  ['small', 'en elder'],
  ['landscape', 'contrast'],
] as const)(
  'every screen of it, %s %s › when looked at › axe finds nothing serious and all fits',
  async (viewport, modes) => {
    for (const [name, { open, ready }] of Object.entries(screens)) {
      const page = await open({
        viewport: viewport satisfies keyof typeof viewports,
        modes,
        context: { reducedMotion: 'reduce' },
      });
      const complaints = collectComplaints(page);
      await page.locator(ready).first().waitFor();
      // Colours and names are the same at every size: two looks are enough for them.
      if (viewport === 'portrait' && modes !== 'elder') expect(await violations(page), name).toEqual([]);
      expect(await misfits(page), name).toEqual([]);
      expect(complaints, name).toEqual([]);
      await page.context().close();
    }
  },
);
