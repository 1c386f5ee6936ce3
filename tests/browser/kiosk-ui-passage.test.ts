// A hit in a body opens the record where the words stand, marked, also far down in a long law.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hitUrl } from '#kiosk/state/passage.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;
const { law } = namedRecords;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The address of a hit in article 260 of the law, near its end. */
function lateHit(word: string): string {
  const text = law.parts.join('').replace(/<[^>]+>/g, ' ');
  const article = text.indexOf('第二百六十条　');
  const start = text.indexOf(word, article);
  const from = article - 4;
  const snippet = `…${text.slice(from, start + 40).replace(/\s/g, ' ')}…`;
  const at = snippet.indexOf(word, start - from);
  const ranges = [[at, at + word.length] as const];
  return hitUrl({ record: law.record, score: 1, titleRanges: [], snippet: { text: snippet, ranges } });
}

/** The text of the paragraph or heading in the middle third of the screen that holds a mark, or the empty string. */
const markedInView = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main')?.getBoundingClientRect();
    const marks = [...document.querySelectorAll('.body__text mark')];
    const seen = marks.find((mark) => {
      const { top } = mark.getBoundingClientRect();
      return main !== undefined && top > main.top + main.height / 3 && top < main.bottom - main.height / 3;
    });
    return seen?.closest('p, h2, h3, h4')?.textContent ?? '';
  });

test('a hit deep in a long law › when opened › the passage stands in the middle, marked', async () => {
  const word = '公开机构';
  const page = await openFixture(browser, server.url, { path: lateHit(word) });
  await expect.poll(() => markedInView(page), { timeout: 20_000 }).toMatch(/^第二百六十条/);
  expect(await page.locator('.body__text mark').first().textContent()).toBe(word);
  await expect.poll(() => page.locator('.body__part').count()).toBe(law.parts.length);
  expect(await markedInView(page)).toMatch(/^第二百六十条/);
  await page.context().close();
});

test('a hit deep in a long law › when the visitor moves before it is there › nothing pulls them away', async () => {
  const page = await openFixture(browser, server.url);
  await page.evaluate(() => {
    const engine = window.fakeEngine;
    if (!engine) return;
    const read = engine.bodyPart.bind(engine);
    const opened = new Promise<void>((resolve) => {
      window.addEventListener('test-go-on', () => resolve(), { once: true });
    });
    engine.bodyPart = async (id, part) => {
      if (part === 1) await opened;
      return await read(id, part);
    };
  });
  await page.evaluate((url) => {
    const link = document.createElement('a');
    link.href = url;
    document.querySelector('main')?.append(link);
    link.click();
  }, lateHit('公开机构'));
  await page.locator('.body__part').first().waitFor();
  await page.locator('main').dispatchEvent('wheel');
  await page.evaluate(() => window.dispatchEvent(new Event('test-go-on')));
  await expect.poll(() => page.locator('.body__part').count()).toBe(law.parts.length);
  expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBe(0);
  await page.context().close();
});

test('a record › when its address carries only a word › it opens at the first place that holds it', async () => {
  const path = `/record/${law.record.id}?q=${encodeURIComponent('法律责任')}`;
  const page = await openFixture(browser, server.url, { path });
  await expect.poll(() => markedInView(page), { timeout: 20_000 }).toContain('法律责任');
  await page.context().close();
});

test('results › when the words were found in the text › the link leads to the passage', async () => {
  const page = await openFixture(browser, server.url, { path: '/search?q=共同生活的家庭成员' });
  const link = page.getByRole('list', { name: '搜索结果' }).getByRole('link').first();
  await link.click();
  await page.locator('.body__text mark').first().waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('共同生活的家庭成员');
  await page.context().close();
});
