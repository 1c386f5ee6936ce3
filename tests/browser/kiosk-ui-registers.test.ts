// Registers by touch: from home to an entry, typing within one register, a chart as table, and its figures read aloud.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { installFakeSpeech } from '#tests/support/kiosk-fixture/fake-speech.ts';
import { entryIdOf, registerIds } from '#tests/support/kiosk-fixture/fixture-registers.ts';
import { collectComplaints, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
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

const open = (path: string, prepare?: (page: Page) => Promise<void>) =>
  openFixture(browser, server.url, {
    path,
    scenario: 'registers',
    ...(prepare ? { prepare } : {}),
    context: { reducedMotion: 'reduce' },
  });

test('registers › when a visitor comes from home › three touches open one, and typing stays within it', async () => {
  const page = await open('/');
  const complaints = collectComplaints(page);
  await page.getByRole('link', { name: /信息查询/ }).click();
  await page.getByRole('link', { name: /企业基本信息/ }).click();
  await page.getByRole('link', { name: '在“企业基本信息”里查找' }).click();
  await page.locator('.keypad').waitFor();
  await page.getByRole('searchbox').fill('松风');
  await page.getByText('找到 3 项').waitFor();
  expect(new URL(page.url()).searchParams.get('register')).toBe(registerIds.enterprises);
  await page.locator('.result').first().click();
  expect(await page.locator('.state-word--bad').innerText()).toBe('注销');
  await page.getByRole('link', { name: /出自/ }).click();
  await page.getByRole('heading', { level: 1, name: '企业基本信息' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an entry › when it is part of another › a touch leads to that, and the register is named with its period', async () => {
  const page = await open(`/record/${entryIdOf(registerIds.expenses, 4)}`);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: /出自[\s\S]*2025年/ }).waitFor();
  await page.getByRole('link', { name: /属于/ }).click();
  await page.waitForFunction((before) => document.querySelector('h1')?.innerText !== before, title);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('公务用车');
  await page.getByRole('heading', { name: '登记内容' }).waitFor();
  expect(await page.getByRole('link', { name: /属于/ }).count()).toBe(0);
  await page.context().close();
});

test('chart › when it is turned into its table, or read aloud › the figures are the same', async () => {
  const page = await open(`/record/${registerIds.monthly}`, installFakeSpeech);
  await page.getByRole('img', { name: /折线图/ }).waitFor();
  const spoken = await page.locator('[data-spoken] p').allInnerTexts();
  await page.getByRole('button', { name: '表', exact: true }).click();
  const rows = await page.locator('.chart__table tbody tr').allInnerTexts();
  expect(rows).toHaveLength(spoken.length);
  const figures = (text: string) => text.replace(/^\d+月/, '').match(/\d[\d,]*/g) ?? [];
  expect(rows.map(figures)).toEqual(spoken.map(figures));
  await page.getByRole('button', { name: '图', exact: true }).click();
  await page.getByRole('button', { name: '朗读', exact: true }).click();
  const isSaid = async () => {
    await page.evaluate(() => window.fakeSpeech.finish());
    return await page.evaluate(() => window.fakeSpeech.said.map(({ text }) => text).join(''));
  };
  await expect.poll(isSaid, { timeout: 15_000 }).toContain('社会保障 1,118 件');
  await page.context().close();
});
