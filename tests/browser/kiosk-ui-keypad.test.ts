// The keypad by touch: words that find something, keys that are dimmed, numbers, a keyboard, a scanner.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { type OpenOptions, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
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

const touch = { context: { hasTouch: true } } as const;

async function openKeypad(options: OpenOptions = {}): Promise<Page> {
  const page = await openFixture(browser, server.url, { ...touch, ...options });
  await page.getByRole('searchbox').tap();
  await page.getByRole('region', { name: '屏幕键盘' }).waitFor();
  return page;
}

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const words = (page: Page) => page.getByRole('list', { name: '可以点选的词' }).getByRole('button');
const results = (page: Page) => page.getByRole('list', { name: '搜索结果' });

test('keypad › when initials are touched › a word is offered and one more touch shows what it finds', async () => {
  const page = await openKeypad();
  for (const letter of 'YS') await key(page, letter).tap();
  const word = words(page).filter({ hasText: '预算' }).first();
  const count = Number((await word.innerText()).match(/(\d+)\+?$/)?.[1]);
  await word.tap();
  await page.getByText(`找到 ${count} 项`).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toContain('预算');
  await page.context().close();
});

test('keypad › when a letter leads nowhere › it is dimmed and touching it changes nothing', async () => {
  const page = await openKeypad();
  await key(page, 'Y').tap();
  const dimmed = page.locator('.keypad__key[aria-disabled="true"]').first();
  await dimmed.waitFor();
  await dimmed.tap({ force: true });
  expect(await page.getByRole('searchbox').inputValue()).toBe('y');
  await page.context().close();
});

test('keypad › when every lit letter is touched once › none shows an empty result', async () => {
  const page = await openKeypad();
  await page.locator('.keypad__key[aria-disabled="true"]').first().waitFor();
  const lit = await page.locator('.keypad__letters .keypad__key[aria-disabled="false"]').allInnerTexts();
  expect(lit.length).toBeGreaterThan(10);
  for (const letter of lit) {
    await key(page, letter).tap();
    await page.getByText(/^下面是“.+”的结果/).waitFor();
    await results(page).waitFor();
    await key(page, '删去一个字').tap();
    await page.getByText(/^下面是“.+”的结果/).waitFor({ state: 'detached' });
  }
  await page.context().close();
});

test('keypad › when a document number is wanted › year, digit and number are touched, no bracket is typed', async () => {
  const page = await openKeypad();
  await key(page, '数字、文号').tap();
  await key(page, '〔2026〕').tap();
  await key(page, '1').tap();
  await words(page).filter({ hasText: '〔2026〕1号' }).tap();
  expect(await page.getByRole('searchbox').inputValue()).toMatch(/〔2026〕1号$/);
  await results(page).getByRole('link').first().tap();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('region', { name: '屏幕键盘' }).count()).toBe(0);
  await page.context().close();
});

test('keypad › when the visit ends › neither text nor keypad is left', async () => {
  const page = await openKeypad();
  await key(page, 'Y').tap();
  await page.getByRole('button', { name: '结束并清除' }).tap();
  await page.getByRole('heading', { name: '您想查什么？' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  expect(await page.getByRole('region', { name: '屏幕键盘' }).count()).toBe(0);
  await page.context().close();
});

test('real keyboard › when keys are pressed on a record › the search opens with all of them', async () => {
  const page = await openFixture(browser, server.url, { path: '/about' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.type('2025', { delay: 40 });
  await page.waitForURL(/\/search\?q=2025$/);
  expect(await page.getByRole('searchbox').inputValue()).toBe('2025');
  await page.context().close();
});

/** A record the engine finds, by the code a hand-off carries, and its title. */
const findCode = (page: Page) =>
  page.evaluate(async () => {
    const { hits } = await (window.fakeEngine as NonNullable<typeof window.fakeEngine>).search({
      text: '预算',
      filters: {},
      sort: 'relevance',
      offset: 0,
      limit: 1,
    });
    return { code: hits[0]?.record.code, title: hits[0]?.record.title ?? '' };
  });

test.each(['/', '/search?q=低保'])(
  'barcode scanner › when it reads a hand-off code after %s › the record opens',
  async (path) => {
    const page = await openFixture(browser, server.url, { path });
    const { code, title } = await findCode(page);
    if (path !== '/') {
      await page.locator('.result').first().click();
      await page.locator('.record').waitFor();
    }
    await page.keyboard.type(`http://hub.linxi.example:8080/m/${code}-1`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/record\//);
    await page.context().close();
  },
);

test('finding within a text › when letters are touched › words of that text are offered and marked', async () => {
  const page = await openFixture(browser, server.url, {
    ...touch,
    path: `/record/${namedRecords.law.record.id}`,
  });
  await page.getByRole('button', { name: '文中查找' }).tap();
  const field = page.getByRole('textbox', { name: '在文中找一个词' });
  await field.tap();
  await page.getByRole('region', { name: '屏幕键盘' }).waitFor();
  await page.locator('.keypad__key[aria-disabled="true"]').first().waitFor();
  await page.locator('.keypad__letters .keypad__key[aria-disabled="false"]').first().tap();
  const word = words(page).first();
  const [, text = '', count = ''] = /^(\S+)\s+([\d,]+)$/.exec(await word.innerText()) ?? [];
  await word.tap();
  expect(await field.inputValue()).toBe(text);
  await page.getByText(`1 / ${count}`).waitFor();
  await page.context().close();
});
