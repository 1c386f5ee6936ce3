// Reading on the terminal: long laws, hostile bodies, links, tables, attachments, and what cannot be shown.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { enterStaff } from '#tests/support/kiosk-fixture/enter-staff.ts';
import { files, namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { collectComplaints, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;
const at = (name: keyof typeof namedRecords) => `/record/${namedRecords[name].record.id}`;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('long law › when opened › its last article arrives and the list of articles leads there', async () => {
  const page = await openFixture(browser, server.url, { path: at('law') });
  await page.getByRole('heading', { name: '第一章 总则' }).waitFor();
  const parts = namedRecords.law.parts.length;
  await expect.poll(() => page.locator('.body__part').count()).toBe(parts);
  await page.getByRole('button', { name: '条文目录' }).click();
  await page.getByRole('dialog').getByText('第八章 监督和保障').click();
  const article = page.getByRole('dialog').getByRole('button', { name: '第二百六十条', exact: true });
  await article.click();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('.body__text p')];
        const found = paragraphs.find((one) => one.textContent?.startsWith('第二百六十条　'));
        const main = document.querySelector('main')?.getBoundingClientRect();
        const top = found?.getBoundingClientRect().top ?? -1;
        return main !== undefined && top >= main.top && top < main.top + 200;
      }),
    )
    .toBe(true);
  const slider = page.getByRole('slider', { name: '阅读位置' });
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('第二百六十条');
  await slider.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('第二百六十一条');
  await page.context().close();
});

const hostile = [
  '<script>window.pwned=1</script><p>一</p>',
  '<img src=x onerror="window.pwned=1"><p>二</p>',
  '<svg onload="window.pwned=1"><animate onbegin="window.pwned=1"></svg>',
  '<a href="javascript:window.pwned=1">三</a>',
  '<a href="java\nscript:window.pwned=1">四</a>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<form action="https://evil.example"><button formaction="javascript:window.pwned=1">五</button></form>',
  '<p style="position:fixed;inset:0" onclick="window.pwned=1">六</p>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=1&gt;">',
  '<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css">',
  '<object data="data:text/html,<script>parent.pwned=1</script>"></object><embed src="data:text/html,x">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<details open ontoggle="window.pwned=1"><summary>七</summary></details>',
  '<input autofocus onfocus="window.pwned=1"><video><source onerror="window.pwned=1"></video>',
  '<noscript><p title="</noscript><img src=x onerror=window.pwned=1>"></noscript>',
  '<a href="https://ok.example" target="_blank" id="app" name="body">八</a>',
];

test('body › when it carries scripts, handlers and foreign frames › none of them runs or stays', async () => {
  const page = await openFixture(browser, server.url);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluate((bodies) => {
    const engine = window.fakeEngine;
    if (!engine) return;
    const find = engine.record.bind(engine);
    engine.record = async (id) => {
      const record = await find(id);
      return record && { ...record, body: { parts: bodies.length, characters: 9 } };
    };
    engine.bodyPart = async (_id, part) => bodies[part] ?? '';
  }, hostile);
  await page
    .getByRole('link', { name: /公告公示/ })
    .first()
    .click();
  await page
    .getByRole('list', { name: '搜索结果' })
    .getByRole('link', { name: /公共租赁住房/ })
    .click();
  await page.getByRole('button', { name: '八' }).waitFor();
  const left = await page.locator('.body__text').evaluate((body) => ({
    tags: [...body.querySelectorAll('*')].map((one) => one.tagName.toLowerCase()),
    attributes: [...body.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()),
  }));
  const allowed = new Set(['div', 'p', 'button', 'table', 'tbody', 'tr', 'td', 'span']);
  expect(left.tags.filter((tag) => !allowed.has(tag))).toEqual([]);
  expect(
    left.attributes.filter((name) => name.startsWith('on') || name === 'style' || name === 'id'),
  ).toEqual([]);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(requests.filter((url) => url.includes('evil.example'))).toEqual([]);
  await page.context().close();
});

test('link in a body › when touched › it shows its address and a code, and goes nowhere', async () => {
  const page = await openFixture(browser, server.url, { path: at('normative') });
  await page.getByRole('button', { name: '办事流程说明' }).click();
  const sheet = page.getByRole('dialog', { name: '用手机打开这个网址' });
  await sheet.getByText('https://example.org/zhengce/dibao/liucheng').waitFor();
  await sheet.getByRole('img', { name: /^二维码/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe(at('normative'));
  await sheet.getByRole('button', { name: '关闭' }).click();
  await sheet.waitFor({ state: 'detached' });
  await page.context().close();
});

test('table of 2,000 rows › when opened › it shows the first and lets the rest come in steps', async () => {
  const page = await openFixture(browser, server.url, { path: at('table') });
  const table = page.getByRole('region', { name: /^表格/ });
  await table.waitFor();
  const visible = () => table.locator('tr:not([hidden])').count();
  expect(await visible()).toBe(60);
  await page.getByRole('button', { name: /^再显示 200 行/ }).click();
  expect(await visible()).toBe(260);
  await page.context().close();
});

test('table › when a column holds figures only › it stands flush right with its heading, names and months do not', async () => {
  const page = await openFixture(browser, server.url, { path: at('table') });
  const table = page.getByRole('region', { name: /^表格/ });
  await table.waitFor();
  const right = (row: number) =>
    table
      .locator('tr')
      .nth(row)
      .locator('th, td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign === 'right'));
  const expected = [false, false, false, true, true, false];
  expect(await right(0)).toEqual(expected);
  expect(await right(7)).toEqual(expected);
  await page.context().close();
});

test('record › when the screen is wide › what its kind says comes first, the header beside it, the text below', async () => {
  const page = await openFixture(browser, server.url, { path: at('notice'), viewport: 'landscape' });
  const box = async (name: string) => {
    const found = await page.locator(name).first().boundingBox();
    if (!found) throw new Error(`${name} is not on the screen.`);
    return found;
  };
  const [period, header, body] = [await box('.period'), await box('.record__header'), await box('.body')];
  expect(header.x).toBeGreaterThan(period.x + period.width);
  expect(header.y).toBeLessThan(body.y);
  expect(body.y).toBeGreaterThan(period.y + period.height);
  await page.context().close();
});

test('record › when hardly anything is stated › it still shows its title and header', async () => {
  const page = await openFixture(browser, server.url, { path: at('bare') });
  await page.getByRole('heading', { level: 1, name: /农村公路养护补助标准/ }).waitFor();
  expect(await page.getByText('这条信息没有正文').count()).toBe(1);
  await page.context().close();
});

test('PDF › when opened › it is drawn page by page under the strict policy, with its words for everyone', async () => {
  const page = await openFixture(browser, server.url);
  const complaints = collectComplaints(page);
  await page.goto(`${server.url}${at('budget')}/file/${files.pdf.sha256}`);
  await page.getByText('第 1 页，共 3 页').waitFor();
  const inked = () =>
    page.getByRole('img', { name: '第 1 页的图像' }).evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
      return pixels?.some((value, index) => index % 4 === 0 && value < 80) ?? false;
    });
  await expect.poll(inked, { timeout: 20_000 }).toBe(true);
  await expect.poll(() => page.locator('.viewer__frame p').textContent()).toContain('区级部门收支预算总表');
  const width = () => page.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().width);
  const fitted = await width();
  await page.getByRole('button', { name: '放大' }).click();
  await expect.poll(width).toBeGreaterThan(fitted * 1.3);
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('第 2 页，共 3 页').waitFor();
  await page.getByRole('button', { name: '第 2 页，共 3 页' }).click();
  const pad = page.getByRole('group', { name: '去第几页' });
  expect(await pad.getByRole('button', { name: '4', exact: true }).isDisabled()).toBe(true);
  await pad.getByRole('button', { name: '3', exact: true }).click();
  await pad.getByRole('button', { name: '去第 3 页' }).click();
  await page.getByRole('img', { name: '第 3 页的图像' }).waitFor();
  // Of the pages read before nothing stays.
  expect(await page.locator('canvas').count()).toBe(1);
  const left = () => page.locator('.viewer__frame').evaluate((frame) => frame.scrollLeft);
  expect(await left()).toBe(0);
  await page.getByRole('button', { name: '看右边' }).click();
  await expect.poll(left).toBeGreaterThan(100);
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: '缩小' }).click();
  await expect.poll(width).toBeLessThan(fitted * 0.6);
  await page.getByRole('button', { name: /^现在 50%/ }).click();
  await expect.poll(width).toBe(fitted);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('attachment › when the terminal lacks it or cannot show it › it says so and offers the phone', async () => {
  const page = await openFixture(browser, server.url, {
    path: `${at('notice')}/file/${files.missing.sha256}`,
  });
  await page.getByRole('heading', { name: '附件现在打不开' }).waitFor();
  expect(await page.getByText('kiosk.attachment-missing').count()).toBe(1);
  await page.goto(`${server.url}${at('budget')}/file/${files.oldWord.sha256}`);
  await page.getByText('这种文件在手机或电脑上打开更合适').waitFor();
  await page.getByRole('button', { name: '手机继续' }).click();
  await page.getByRole('img', { name: /^二维码/ }).waitFor();
  await page.context().close();
});

test('never blank › when data fails, is missing or still arriving › words and a way on are there', async () => {
  const broken = await openFixture(browser, server.url, { path: '/search?q=预算', scenario: 'broken' });
  await broken.getByText('search.block-damaged').waitFor();
  await broken.getByRole('button', { name: '再试一次' }).waitFor();
  await broken.context().close();
  const empty = await openFixture(browser, server.url, { path: '/record/r1', scenario: 'empty' });
  await empty.getByRole('heading', { level: 1, name: '正在准备内容' }).waitFor();
  expect(await empty.getByRole('progressbar').getAttribute('value')).toBe('14800000');
  await empty.context().close();
  const gone = await openFixture(browser, server.url, { path: '/record/nothing' });
  await gone.getByRole('heading', { level: 1, name: '没有找到这条信息' }).waitFor();
  await gone.goto(`${server.url}/nowhere`);
  await gone.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor();
  await gone.context().close();
});

test('staff › when the hub is away › the status says so in words and code, and sync can be asked for', async () => {
  const page = await openFixture(browser, server.url, { scenario: 'offline' });
  await page.locator('.header .emblem').click({ clickCount: 5 });
  await enterStaff(page);
  await page.getByText(/kiosk\.hub-unreachable/).waitFor();
  await page.getByText('T-7Q2M').waitFor();
  await page.getByRole('button', { name: '现在同步' }).click();
  expect(await page.evaluate(() => window.fakeEngine?.syncCount)).toBe(1);
  await page.context().close();
});

test('first minutes › when the hub has published nothing yet › it says so and speaks of no trouble', async () => {
  const page = await openFixture(browser, server.url, { scenario: 'unpublished' });
  await page.getByText('中枢还没有发布过内容').waitFor();
  expect(await page.getByText(/release\.file-missing|没有连上/).count()).toBe(0);
  await page.context().close();
});
