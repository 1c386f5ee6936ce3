// The staff's door and panel in a real browser: the number first, ever slower guessing, and what the panel does.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { enterStaff, givePin, staffPin } from '#tests/support/kiosk-fixture/enter-staff.ts';
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

const panel = (page: Page) => page.getByRole('heading', { level: 1, name: '终端状态' });
const gate = (page: Page) => page.getByRole('heading', { level: 1, name: '请输入工作人员密码' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('the door › when opened first › it asks for a number twice, refuses simple ones, and asks for it ever after', async () => {
  const page = await openFixture(browser, server.url, { path: '/staff' });
  await page.getByRole('heading', { name: '设置工作人员密码' }).waitFor();
  await givePin(page, '123456');
  await page.getByText('太简单').waitFor();
  await givePin(page, staffPin);
  await page.getByRole('heading', { name: '再输入一次' }).waitFor();
  await givePin(page, '999111');
  await page.getByText('两次不一样').waitFor();
  await enterStaff(page);
  await page.getByRole('button', { name: '首页', exact: true }).click();
  await page.goBack();
  await gate(page).waitFor();
  expect(await panel(page).count()).toBe(0);
  await page.reload();
  await gate(page).waitFor();
  await enterStaff(page);
  await button(page, '结束并清除').click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  await page.goto(`${server.url}/staff`);
  await gate(page).waitFor();
  await page.context().close();
});

test('the door › when wrong numbers are given › it waits longer each time, also after the page was loaded anew', async () => {
  const page = await openFixture(browser, server.url, { path: '/staff' });
  await enterStaff(page);
  await page.reload();
  for (let wrong = 0; wrong < 3; wrong += 1) {
    await gate(page).waitFor();
    await givePin(page, '111222');
    await page.getByText(wrong < 2 ? '密码不对' : /0:(30|2\d) 后再试/).waitFor();
  }
  expect(await button(page, '确定').isDisabled()).toBe(true);
  await page.reload();
  await page.getByText(/后再试/).waitFor();
  await page.keyboard.type(staffPin);
  await page.keyboard.press('Enter');
  expect(await panel(page).count()).toBe(0);
  const kept = await page.evaluate(() => sessionStorage.getItem('fixture.settings') ?? '');
  expect(kept).not.toContain(staffPin);
  await page.evaluate(() => {
    const settings = JSON.parse(sessionStorage.getItem('fixture.settings') ?? '{}');
    settings.pinTries.lastAtMs -= 31_000;
    sessionStorage.setItem('fixture.settings', JSON.stringify(settings));
  });
  await page.reload();
  await enterStaff(page);
  expect(await page.evaluate(() => sessionStorage.getItem('fixture.settings'))).not.toContain('pinTries');
  await page.context().close();
});

test('the panel › when used › it shows the version before, names the terminal, measures, and logs no visitor’s word', async () => {
  const page = await openFixture(browser, server.url, { path: '/search?q=低保' });
  await page.getByRole('list', { name: '搜索结果' }).waitFor();
  await page.locator('.header .emblem').click({ clickCount: 5 });
  await enterStaff(page);
  await button(page, '换回上一版（第 41 版）').click();
  await page.getByText(/第 42 版先不显示/).waitFor();
  await button(page, '回到最新的第 42 版').click();
  await button(page, '换回上一版（第 41 版）').waitFor();
  for (const part of ['大厅', '3', '号']) await page.getByRole('button', { name: part, exact: true }).click();
  await button(page, '保存').click();
  await button(page, '已保存').waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem('fixture.settings'))).toContain('大厅3号');
  await button(page, '测一次往返').click();
  await page.getByText(/往返 \d+ 毫秒/).waitFor();
  await page.getByText(/可用上限/).waitFor();
  const log = page.locator('.log');
  for (const entry of ['换回上一版', '改了终端名称', '页面启动'])
    await log.getByText(entry).first().waitFor();
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem('fixture.settings')))
    .toContain('"kind":"renamed"');
  const kept = await page.evaluate(() => sessionStorage.getItem('fixture.settings') ?? '');
  expect(kept).not.toContain('低保');
  await page.context().close();
});

test('the panel › when the glass is tested › cells are painted and fingers counted', async () => {
  const page = await openFixture(browser, server.url, { path: '/staff', context: { hasTouch: true } });
  await enterStaff(page);
  await button(page, '开始触摸测试').click();
  await page.getByText(/已涂 0 \/ 240 格/).waitFor();
  const cdp = await page.context().newCDPSession(page);
  const touchPoints = [
    { x: 45, y: 48, id: 1 },
    { x: 500, y: 300, id: 2 },
    { x: 900, y: 1800, id: 3 },
  ];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.getByText('已涂 3 / 240 格 · 同时最多 3 指').waitFor();
  await button(page, '结束测试').click();
  await panel(page).waitFor();
  await page.context().close();
});

test('the panel › when the keyboard is released › shortcuts reach the browser until staff leave', async () => {
  const page = await openFixture(browser, server.url, { path: '/staff' });
  await enterStaff(page);
  const isClosed = () =>
    page.evaluate(() => {
      const event = new KeyboardEvent('keydown', {
        key: 'F4',
        altKey: true,
        bubbles: true,
        cancelable: true,
      });
      return !document.body.dispatchEvent(event);
    });
  expect(await isClosed()).toBe(true);
  await button(page, '放开键盘两分钟').click();
  await expect.poll(isClosed).toBe(false);
  await button(page, '锁上并回首页').click();
  await page.getByRole('heading', { level: 1, name: '您想查什么？' }).waitFor();
  await expect.poll(isClosed).toBe(true);
  await page.context().close();
});
