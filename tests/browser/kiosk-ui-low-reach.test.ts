// Low reach: switched on and off, asked, ended; where a screen is not tall the aid is not offered. Every screen in it is
// looked over with the other modes.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type viewports } from '#tests/support/browser.ts';
import { controlsAboveMiddle, openInModes } from '#tests/support/kiosk-fixture/look-over.ts';
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

const openIn = (modes: string, viewport: keyof typeof viewports = 'portrait') =>
  openInModes(browser, server.url, modes, viewport);

test('low reach › when the visitor is asked › the answers lie in the lower half', async () => {
  const page = await openFixture(browser, server.url, {
    modes: 'low elder',
    path: '/browse',
    frozenAt: '2026-11-22T01:00:00Z',
  });
  await page.locator('.node').first().waitFor();
  await page.clock.runFor(121_000);
  await page.getByRole('alertdialog').waitFor();
  expect(await controlsAboveMiddle(page)).toEqual([]);
  await page.context().close();
});

test('low reach › when switched on and off › controls move down and back, and the title stands above', async () => {
  const page = await openIn('');
  await page.locator('.row').first().waitFor();
  expect((await controlsAboveMiddle(page)).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: '低位' }).click();
  await expect.poll(() => controlsAboveMiddle(page)).toEqual([]);
  const stage = page.locator('.stage__words');
  await expect.poll(() => stage.textContent()).toBe('您想查什么？');
  await page
    .getByRole('link', { name: /政策文件/ })
    .first()
    .click();
  await page.locator('.result').first().click();
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await expect.poll(() => stage.textContent()).toBe(title);
  await page.getByRole('button', { name: '低位' }).click();
  await stage.waitFor({ state: 'detached' });
  await page.context().close();
});

test('low reach › when the visit ends › it is off', async () => {
  const page = await openIn('low');
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.locator('html.is-low-reach').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => sessionStorage.getItem('mingchuang.modes'))).toBeNull();
  await page.context().close();
});

test.each(['landscape', 'small', 'phone'] as const)(
  'low reach › on a screen that is not tall, %s › is not offered',
  async (viewport) => {
    const page = await openIn('low', viewport);
    await page.getByRole('button', { name: '高对比' }).waitFor();
    expect(await page.getByRole('button', { name: '低位' }).count()).toBe(0);
    expect(await page.locator('html.is-low-reach').count()).toBe(0);
    await page.context().close();
  },
);
