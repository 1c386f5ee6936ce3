// Writing by finger: the character written is offered, chosen and searched for; ways back; nothing is left.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stroke } from '#kiosk/handwriting/stroke.ts';
import { readMedians } from '#scripts/make-handwriting-model.ts';
import { launchBrowser } from '#tests/support/browser.ts';
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

const square = (page: Page) => page.getByRole('img', { name: /^写字格/ });
const candidates = (page: Page) => page.getByRole('list', { name: '可能是这些字' }).getByRole('button');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openPad(before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await openFixture(browser, server.url, { context: { hasTouch: true } });
  await before?.(page);
  await page.getByRole('searchbox').tap();
  await button(page, '手写').tap();
  await square(page).waitFor();
  return page;
}

async function write(page: Page, strokes: readonly Stroke[]): Promise<void> {
  const box = await square(page).boundingBox();
  if (!box) throw new Error('the square is not shown');
  for (const stroke of strokes) {
    for (const [i, { x, y }] of stroke.entries()) {
      await page.mouse.move(
        box.x + box.width * (0.1 + (0.8 * x) / 1024),
        box.y + box.height * (0.1 + (0.8 * y) / 1024),
      );
      if (i === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}

/** How many pixels of the square carry ink. */
const inkOf = (page: Page) =>
  square(page).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const context = canvas.getContext('2d');
    if (!context || canvas.width === 0) return 0;
    return context
      .getImageData(0, 0, canvas.width, canvas.height)
      .data.filter((value, i) => i % 4 === 3 && value > 0).length;
  });

test('handwriting › when characters are written and chosen › they are searched for and the pad is empty', async () => {
  const page = await openPad();
  for (const character of '预算') {
    await write(page, await readMedians(character));
    await candidates(page).filter({ hasText: character }).click();
    await candidates(page).first().waitFor({ state: 'detached' });
  }
  expect(await page.getByRole('searchbox').inputValue()).toBe('预算');
  expect(await inkOf(page)).toBe(0);
  await page.getByRole('list', { name: '搜索结果' }).getByRole('link').first().waitFor();
  await button(page, '删字').click();
  expect(await page.getByRole('searchbox').inputValue()).toBe('预');
  await page.context().close();
});

test('handwriting › when a stroke is undone or all is cleared › ink and candidates follow', async () => {
  const page = await openPad();
  await write(page, await readMedians('三'));
  await candidates(page).first().filter({ hasText: '三' }).waitFor();
  await button(page, '撤销一笔').click();
  await candidates(page).first().filter({ hasText: '二' }).waitFor();
  expect(await inkOf(page)).toBeGreaterThan(0);
  await button(page, '重写').click();
  await candidates(page).first().waitFor({ state: 'detached' });
  expect(await inkOf(page)).toBe(0);
  expect(await button(page, '撤销一笔').isDisabled()).toBe(true);
  await page.context().close();
});

test('handwriting › when a palm touches while a finger writes › only the finger leaves ink', async () => {
  const page = await openPad();
  await square(page).evaluate((element) => {
    const box = element.getBoundingClientRect();
    const send = (type: string, pointerId: number, x: number, y: number) =>
      element.dispatchEvent(
        new PointerEvent(type, {
          pointerId,
          pointerType: 'touch',
          bubbles: true,
          clientX: box.left + box.width * x,
          clientY: box.top + box.height * y,
        }),
      );
    (element as HTMLElement).setPointerCapture = () => undefined;
    send('pointerdown', 7, 0.1, 0.5);
    send('pointerdown', 8, 0.2, 0.95);
    send('pointermove', 7, 0.5, 0.49);
    send('pointermove', 8, 0.9, 0.1);
    send('pointerup', 8, 0.9, 0.1);
    send('pointermove', 7, 0.9, 0.48);
    send('pointerup', 7, 0.9, 0.48);
  });
  await candidates(page).first().filter({ hasText: '一' }).waitFor();
  await page.getByRole('img', { name: '写字格，已写 1 笔' }).waitFor();
  await page.context().close();
});

test('handwriting › when the templates cannot be had › it says so, with a code, and tries again when asked', async () => {
  const templates = '**/handwriting/templates.bin';
  const page = await openPad((opened) => opened.context().route(templates, (route) => route.abort()));
  await page.getByText('kiosk.handwriting-unavailable').waitFor();
  await page.context().unroute(templates);
  await button(page, '再试一次').click();
  await write(page, await readMedians('人'));
  await candidates(page).first().waitFor();
  await page.context().close();
});

test('handwriting › when the visit ends › no ink, no candidate and no worker is left', async () => {
  const page = await openPad();
  await write(page, await readMedians('钱'));
  await candidates(page).first().filter({ hasText: '钱' }).waitFor();
  expect(page.workers()).toHaveLength(1);
  const canvas = await square(page).elementHandle();
  await button(page, '结束并清除').click();
  await square(page).waitFor({ state: 'detached' });
  expect(await canvas?.evaluate((element) => (element as HTMLCanvasElement).width)).toBe(0);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await page.getByText('钱', { exact: true }).count()).toBe(0);
  await page.context().close();
});
