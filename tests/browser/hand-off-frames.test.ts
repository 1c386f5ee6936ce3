// Long texts from the terminal's screen to a phone: a third of the symbols is missed, the rest comes in any order.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListeningHub, listen } from '#hub/http/listen.ts';
import { launchBrowser, viewports } from '#tests/support/browser.ts';
import { longGuide } from '#tests/support/kiosk-fixture/long-guide.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import type { Raster } from '#tests/support/raster.ts';
import { captureSymbol, readByJsQr } from '#tests/support/read-symbols.ts';
import { takenRecords } from '#tests/support/taken-records.ts';
import { toVideo } from '#tests/support/test-video.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

const frozenAt = '2026-11-22T01:00:00Z';
/** Once symbols play, the terminal's clock stands here, and they change when the test says so. */
const stopsAt = new Date('2026-11-22T01:02:00Z');
const textWay = '.ways__choice:nth-child(2)';
const wholeDepth = '.handoff__depth .switch__choice:nth-child(2)';

let browser: Browser;
let kiosk: FixtureServer;
let fake: FakeHub;
let hub: ListeningHub;

beforeAll(async () => {
  fake = fakeHub({ distDir: fileURLToPath(new URL('../../dist', import.meta.url)) });
  [browser, kiosk, hub] = await Promise.all([
    launchBrowser(),
    serveFixture(),
    listen(fake.hub, { host: '127.0.0.1', port: 0 }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await kiosk?.close();
  await hub?.close();
  fake?.remove();
});

interface Seen {
  readonly text: string;
  readonly raster: Raster;
}

/** Every symbol of one round, as the screen shows them in turn. */
async function watch(page: Page): Promise<Seen[]> {
  const symbol = page.getByRole('img', { name: /^二维码/ });
  await symbol.waitFor();
  await page.getByRole('button', { name: '停在这张' }).waitFor();
  await page.clock.pauseAt(stopsAt);
  const seen = new Map<string, Seen>();
  for (;;) {
    const raster = await captureSymbol(symbol);
    const text = readByJsQr(raster) ?? '';
    if (seen.has(text)) return [...seen.values()];
    seen.set(text, { text, raster });
    const before = await symbol.getAttribute('aria-label');
    // In steps shorter than a symbol stands: when it began to play is known to within a frame only.
    const stepOn = async () => {
      await page.clock.runFor(100);
      return await symbol.getAttribute('aria-label');
    };
    await expect.poll(stepOn).not.toBe(before);
  }
}

/** A third of the symbols lost, the rest in another order, the same in every run. */
function missAThird<Item>(items: readonly Item[]): Item[] {
  let state = 20190515;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const order = items.map((item) => ({ item, key: draw() })).sort((a, b) => a.key - b.key);
  return order.slice(Math.ceil(items.length / 3)).map(({ item }) => item);
}

async function openOnPhone(use: (context: BrowserContext, url: string) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: viewports.phone, locale: 'zh-CN' });
  try {
    await use(context, `http://127.0.0.1:${hub.port}`);
  } finally {
    await context.close();
  }
}

/** The long guide's symbols, playing. */
async function watchGuide(scenario: string): Promise<Seen[]> {
  const page = await openFixture(browser, kiosk.url, { frozenAt, scenario, path: `/record/${longGuide.id}` });
  for (const touch of ['.dock__main', textWay, wholeDepth]) await page.locator(touch).click();
  if (scenario === 'hallOnly') await page.getByRole('button', { name: '连续播放' }).click();
  const seen = await watch(page);
  await page.context().close();
  return seen;
}

test('a list of twelve › when a third of its symbols is missed and each other one opened by itself › the phone has it all', async () => {
  const page = await openFixture(browser, kiosk.url, { frozenAt });
  const list = JSON.stringify(takenRecords(12));
  await page.evaluate((kept) => sessionStorage.setItem('mingchuang.take-home', kept), list);
  await page.goto(`${kiosk.url}/list`);
  await page.locator(textWay).click();
  const seen = await watch(page);
  await page.context().close();
  expect(seen.length).toBeGreaterThan(6);

  await openOnPhone(async (context, url) => {
    for (const { text } of missAThird(seen)) {
      const opened = await context.newPage();
      await opened.goto(`${url}/m/part${text.slice(text.indexOf('#'))}`);
      await opened.locator('#gather:visible, #whole:visible').waitFor();
      if (await opened.locator('#whole').isVisible()) {
        const words = (await opened.locator('#text').textContent()) ?? '';
        for (const { title, code } of takenRecords(12)) {
          expect(words).toContain(title);
          expect(words).toContain(`编号：${code}-`);
        }
        expect(await opened.evaluate(() => localStorage.length)).toBe(0);
        return;
      }
      expect(await opened.getByRole('status').first().textContent()).toMatch(/^已收到 \d+ 张，需要 \d+ 张$/);
      await opened.close();
    }
    expect.unreachable('the text never became whole');
  });
});

test('a guide of 6 kB as readable pages › when a third is missed and the rest pasted › the phone has it all', async () => {
  const seen = await watchGuide('hallOnly');
  await openOnPhone(async (context, url) => {
    const page = await context.newPage();
    await page.goto(`${url}/m/receive`);
    const pasted = missAThird(seen).map(({ text }) => text);
    await page.getByLabel('也可以把扫出来的文字粘贴在这里').fill(pasted.join('\n'));
    await page.getByRole('button', { name: '加入' }).click();
    await expectWholeGuide(page);
  });
});

async function expectWholeGuide(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '收齐了' }).waitFor();
  const words = (await page.locator('#text').textContent()) ?? '';
  expect(new TextEncoder().encode(words).length).toBeGreaterThan(6000);
  expect(words.startsWith('建设工程消防验收和备案抽查\n')).toBe(true);
  expect(words).toContain('40. 送达（第 40 步） · 第 12 号窗口工作人员 · 8 个工作日 · 第 40 号办理文书');
  expect(words.split('\n').filter((line) => line.startsWith('20. '))).toHaveLength(2);
}

test('a guide of 6 kB › when the phone’s camera looks at the screen and misses a third › it has it all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchuang-video-'));
  const file = join(folder, 'screen.y4m');
  writeFileSync(file, toVideo(missAThird(await watchGuide('ready')).map(({ raster }) => raster)));
  const withCamera = await launchBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]);
  try {
    const page = await withCamera.newPage({ viewport: viewports.phone });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${hub.port}/m/receive`);
    await page.getByRole('button', { name: '用相机接收' }).click();
    await expectWholeGuide(page);
    expect(await page.locator('#video').evaluate((video: HTMLVideoElement) => video.srcObject)).toBeNull();
    expect(complaints).toEqual([]);
  } finally {
    await withCamera.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
