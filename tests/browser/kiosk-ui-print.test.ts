// The convenience card: offered only where there is a printer, alone on the paper, its code readable from it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { enterStaff } from '#tests/support/kiosk-fixture/enter-staff.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { collectComplaints, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import { readQrFromScreen } from '#tests/support/read-qr.ts';

let browser: Browser;
let server: FixtureServer;
const { guide, notice } = namedRecords;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The preview of a record's card on a terminal with this printer; printing is counted instead of done. */
async function openCard(paper: 'receipt' | 'a4', id: string, modes = ''): Promise<Page> {
  const context = { deviceScaleFactor: 2 };
  const page = await openFixture(browser, server.url, { path: '/about', modes, context });
  await page.evaluate((chosen) => localStorage.setItem('mingchuang.printer', chosen), paper);
  await page.goto(`${server.url}/record/${id}`);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: '打印便民卡' }).click();
  return page;
}

/** Width and height of the pages in millimetres, and how many there are. */
function paperOf(pdf: Buffer): { width: number; height: number; pages: number } {
  const text = pdf.toString('latin1');
  const [, width = 0, height = 0] = (/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []).map(Number);
  const toMm = (points: number) => Math.round((points / 72) * 25.4);
  return { width: toMm(width), height: toMm(height), pages: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
}

test('terminal › when staff said nothing of a printer › no card is offered; once they do, it is', async () => {
  const page = await openFixture(browser, server.url, { path: `/record/${guide.record.id}` });
  await page.getByRole('button', { name: '手机继续' }).waitFor();
  expect(await page.getByRole('button', { name: '打印便民卡' }).count()).toBe(0);
  await page.goto(`${server.url}/staff`);
  await enterStaff(page);
  await page.getByRole('group', { name: '打印机' }).getByRole('button', { name: 'A4' }).click();
  await page.goto(`${server.url}/record/${guide.record.id}`);
  await page.getByRole('button', { name: '打印便民卡' }).waitFor();
  await page.context().close();
});

test('receipt › when printed › one strip of 80 mm holds the card and nothing else, and its code can be scanned', async () => {
  const page = await openCard('receipt', guide.record.id, 'contrast');
  const complaints = collectComplaints(page);
  await page.getByRole('region', { name: '便民卡预览' }).getByText('☐').first().waitFor();
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await page.getByText('已送到打印机').waitFor();
  expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#app').isVisible()).toBe(false);
  const card = page.locator('.print-place .card');
  const text = await card.innerText();
  const { record } = guide;
  const wanted = [
    record.title,
    '民政综合 6 号窗',
    '0999-5550 1107',
    '户口簿',
    '15 个工作日',
    '2026年11月20日',
    '临溪区政务服务中心',
  ];
  for (const words of wanted) expect(text).toContain(words);
  expect(await card.getByRole('button').count()).toBe(0);
  const looks = await card.evaluate((element) =>
    [element, ...element.querySelectorAll('*')].map((one) => {
      const { fontSize, color } = getComputedStyle(one);
      return { points: Number.parseFloat(fontSize) * 0.75, color };
    }),
  );
  expect(Math.min(...looks.map(({ points }) => points))).toBeGreaterThanOrEqual(8.99);
  expect(new Set(looks.map(({ color }) => color))).toEqual(new Set(['rgb(0, 0, 0)']));
  expect(await readQrFromScreen(page.locator('.print-place .qr'))).toBe(
    `http://hub.linxi.example:8080/m/${record.code}-${record.version}`,
  );
  await page.emulateMedia({ media: null });
  const paper = paperOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(paper).toMatchObject({ width: 80, pages: 1 });
  expect(paper.height).toBeGreaterThan(150);
  await expect.poll(() => page.locator('.print-place').count()).toBe(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('A4 › when printed › the card is on one upright sheet; after two copies the button rests', async () => {
  const page = await openCard('a4', notice.record.id);
  await page.getByRole('button', { name: '打印', exact: true }).click();
  expect(paperOf(await page.pdf({ preferCSSPageSize: true }))).toEqual({ width: 210, height: 297, pages: 1 });
  await page.getByRole('button', { name: '再打印一份' }).click();
  expect(await page.getByRole('button', { name: '再打印一份' }).isDisabled()).toBe(true);
  await page.context().close();
});

test('visit › when it ends while a card waits to be printed › nothing of it stays beside the page', async () => {
  const page = await openCard('receipt', guide.record.id);
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await page.getByRole('button', { name: '关闭' }).click();
  await expect.poll(() => page.locator('.print-place').count()).toBe(0);
  await page.context().close();
});
