// Reading aloud: the button only where a voice is, what is read and marked, the bar, and when it falls silent.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { installFakeSpeech } from '#tests/support/kiosk-fixture/fake-speech.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;
const { law } = namedRecords;
const lawPath = `/record/${law.record.id}`;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Setting {
  readonly path?: string;
  readonly languages?: readonly string[];
  readonly modes?: string;
  readonly frozenAt?: string;
}

/** The page over a fake speech engine: it must be there before the page's own script runs. */
async function openSpeaking({ path = '/', languages, modes, frozenAt }: Setting): Promise<Page> {
  const page = await openFixture(browser, server.url, {
    ...(modes ? { modes } : {}),
    ...(frozenAt ? { frozenAt } : {}),
    context: { reducedMotion: 'reduce' },
  });
  await installFakeSpeech(page, languages);
  await page.goto(server.url + path);
  await page.locator('.shell').waitFor();
  return page;
}

const button = (page: Page) => page.getByRole('button', { name: '朗读', exact: true });
const inBar = (page: Page, name: string) =>
  page.getByRole('group', { name: '朗读' }).getByRole('button', { name });
const said = (page: Page) => page.evaluate(() => window.fakeSpeech.said.map(({ text }) => text));
const finish = (page: Page, type?: 'end' | 'error') =>
  page.evaluate((how) => window.fakeSpeech.finish(how), type);
const isSpeaking = (page: Page) => page.evaluate(() => window.fakeSpeech.isSpeaking);
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('reading') ?? [])].map(String).join());

/** Ends pieces until one holds `words`; it fails after as many as no test needs. */
async function readUntil(page: Page, words: string): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    if ((await said(page)).at(-1)?.includes(words)) return;
    await finish(page);
  }
  throw new Error(`never read: ${words}`);
}

test('read aloud › when no local Chinese voice is there › no button; when one arrives late › it comes', async () => {
  const page = await openSpeaking({ languages: ['en-GB', 'yue'] });
  await page.getByRole('button', { name: 'English' }).waitFor();
  expect(await button(page).count()).toBe(0);
  await page.evaluate(() => window.fakeSpeech.setVoices(['zh-CN']));
  await button(page).waitFor();
  await page.context().close();
});

test('read aloud › of a record › it reads title, header and body, marks the sentence and keeps it in sight', async () => {
  const page = await openSpeaking({ path: lawPath });
  await page.locator('.article-rail').waitFor();
  await button(page).click();
  expect(await said(page)).toEqual([law.record.title]);
  expect(await marked(page)).toBe(law.record.title);
  await readUntil(page, '第三条');
  expect(await marked(page)).toContain('第三条');
  const isInSight = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('reading') ?? [])] as Range[];
    const area = document.querySelector('.main')?.getBoundingClientRect();
    const place = range?.getBoundingClientRect();
    return place !== undefined && area !== undefined && place.top >= area.top && place.bottom <= area.bottom;
  });
  expect(isInSight).toBe(true);
  const texts = await said(page);
  expect(texts.every((text) => text.length <= 120)).toBe(true);
  await page.context().close();
});

test('read aloud › when paused, resumed, repeated, slowed › the sentence begins anew, slower', async () => {
  const page = await openSpeaking({ path: lawPath });
  await page.locator('.article-rail').waitFor();
  await button(page).click();
  await finish(page);
  const [, second] = await said(page);
  await inBar(page, '暂停').click();
  expect(await isSpeaking(page)).toBe(false);
  await inBar(page, '继续').click();
  await inBar(page, '重读').click();
  await inBar(page, '慢一点').click();
  expect((await said(page)).slice(1)).toEqual([second, second, second, second]);
  const rates = await page.evaluate(() => window.fakeSpeech.said.map(({ rate }) => rate));
  expect(rates.at(-1)).toBeLessThan(rates[0] ?? 0);
  await inBar(page, '停止').click();
  expect(await isSpeaking(page)).toBe(false);
  expect(await marked(page)).toBe('');
  expect(await page.getByRole('group', { name: '朗读' }).count()).toBe(0);
  await page.context().close();
});

test('read aloud › of home in English › words of the interface by the English voice, content by the Chinese', async () => {
  const page = await openSpeaking({ modes: 'en' });
  await page.locator('.row').first().waitFor();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  for (let count = 0; count < 40; count += 1) await finish(page);
  const all = await page.evaluate(() => window.fakeSpeech.said);
  expect(all[0]).toMatchObject({ text: 'What are you looking for?', lang: 'en-GB' });
  const languageOf = (words: string) => all.find(({ text }) => text.includes(words))?.lang;
  expect(languageOf('Service guides')).toBe('en-GB');
  const firstRow = (await page.locator('.row__title').first().textContent()) ?? '';
  expect(languageOf(firstRow.slice(0, 8))).toBe('cmn');
  await page.context().close();
});

test('read aloud › when another screen is opened or the visit ends › it is silent, and at its usual pace again', async () => {
  const page = await openSpeaking({ path: lawPath });
  await page.locator('.article-rail').waitFor();
  await button(page).click();
  await inBar(page, '快一点').click();
  await page.getByRole('button', { name: '首页' }).click();
  await page.locator('.row').first().waitFor();
  await expect.poll(() => isSpeaking(page)).toBe(false);
  await button(page).click();
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.locator('.row').first().waitFor();
  await expect.poll(() => isSpeaking(page)).toBe(false);
  await expect.poll(() => marked(page)).toBe('');
  await button(page).click();
  await expect.poll(() => page.evaluate(() => window.fakeSpeech.said.at(-1)?.rate)).toBe(1);
  await page.context().close();
});

test('read aloud › when the engine falls silent or fails › the bar says so', async () => {
  const page = await openSpeaking({ path: lawPath });
  await page.locator('.article-rail').waitFor();
  await button(page).click();
  await finish(page, 'error');
  await page.getByText('这台机器现在发不出声音').waitFor();
  await page.context().close();
});

test('idle › while something is read aloud › nobody is asked; after it ends › they are, a full time later', async () => {
  const page = await openSpeaking({ path: '/browse', frozenAt: '2026-11-22T01:00:00Z' });
  await page.locator('.node').first().waitFor();
  await button(page).click();
  const warning = page.getByRole('alertdialog');
  // Longer than the time after which a silent visitor is asked.
  for (let seconds = 0; seconds < 70; seconds += 5) {
    await page.clock.runFor(5_000);
    await finish(page);
  }
  expect(await isSpeaking(page)).toBe(true);
  expect(await warning.count()).toBe(0);
  await inBar(page, '暂停').press('Enter');
  await page.clock.runFor(58_000);
  expect(await warning.count()).toBe(0);
  await page.clock.runFor(4_000);
  await warning.waitFor();
  await page.context().close();
});
