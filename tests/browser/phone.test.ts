// The phone page in a real browser at 390×844: with JavaScript off and on, in WeChat, checked by axe.
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListeningHub, listen } from '#hub/http/listen.ts';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { encodeList } from '#shared/handoff/list-payload.ts';
import { axeViolations } from '#tests/support/axe.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { registerRecords } from '../support/register-records.ts';
import { entry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub, place } from '../unit/hub-http/fake-services.ts';

const sha256 = '5'.repeat(64);
const file = { sha256, name: '检查表.pdf', mediaType: 'application/pdf', bytes: 7 };
const table =
  '<table><thead><tr><th>序号</th><th>场所</th><th>责任单位</th></tr></thead><tbody><tr><td>1</td><td>学校</td><td>教育局</td></tr></tbody></table>';
const prose = '<p>各有关单位应当按照职责分工，加强对人员密集场所的排查，发现问题立即整改。</p>'.repeat(60);
const weChat =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36 MicroMessenger/8.0.50';

const guide: GuideDetails = {
  type: 'guide',
  itemType: '行政许可',
  itemCode: '000000001',
  audience: '自然人',
  level: '县级',
  address: '云溪区望山路18号一楼3号窗口',
  window: '3号窗口',
  hours: '周一至周五 9:00–17:00',
  method: '窗口办理',
  phone: '0830-5550126',
  complaintPhone: '0830-5550111',
  statutoryLimit: '20个工作日',
  promisedLimit: '3个工作日',
  fee: '不收费',
  visits: 1,
  result: '营业执照',
  onlineUrl: 'https://example.org/apply',
  conditions: ['有固定的经营场所。'],
  materials: [{ name: '登记申请书', copies: '1', form: '原件', source: '申请人', required: true }],
  steps: [{ name: '受理', person: '窗口', limit: '当日', result: '受理通知书' }],
  basis: ['《市场主体登记管理条例》第十九条'],
  questions: [{ question: '可以代办吗？', answer: '可以，请带上委托书。' }],
};

const registers = [
  registerRecords('消费投诉排行（2026年第47周）.csv', 'RNK', '消费投诉排行（2026年第46周）.csv'),
  registerRecords('三公经费.csv', 'FEE'),
  registerRecords('权责清单.csv', 'PWR'),
].flatMap(({ register, tableHtml, entries }) => [
  { record: register, parts: tableHtml === '' ? [] : [tableHtml] },
  ...entries.map((record) => ({ record, parts: [] })),
]);

let fake: FakeHub;
let server: ListeningHub;
let browser: Browser;

beforeAll(async () => {
  fake = fakeHub({ distDir: fileURLToPath(new URL('../../dist', import.meta.url)) });
  fake.state.entries = [
    entry({ attachments: [file] }, [`<h2>一、重点场所</h2>${prose}${table}`, '<p>第二部分的文字</p>']),
    entry({ id: 'r2', code: 'GDE2Q9X4', kind: 'guide', title: '个体工商户设立登记', details: guide }, []),
    ...registers,
  ];
  fake.state.histories.set('G0NE2Q9X', {
    withdrawnAt: '2026-11-02T09:00:00Z',
    successorCode: null,
    versions: [],
  });
  await place(fake, `release/targets/attachments/${sha256}.${sha256.slice(0, 16)}.bin`, '%PDF-1.');
  server = await listen(fake.hub, { host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  fake.remove();
});

/** Opens a page in a context of its own and hands it to the test; anything the console complains of fails it. */
async function onPhone(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: viewports.phone, locale: 'zh-CN', ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${server.port}${path}`);
    await look(page);
    expect(complaints.filter((text) => !/status of 4(?:04|10)/.test(text))).toEqual([]);
  } finally {
    await context.close();
  }
}

describe('the phone page › with JavaScript off', () => {
  const noScript = { javaScriptEnabled: false };

  it('a record › it reads, turns its parts and downloads, with nothing that needs scripts on show', async () => {
    await onPhone('/m/K7M2Q9X4', noScript, async (page) => {
      expect(await page.locator('h1').textContent()).toContain('火灾防控');
      expect(await page.locator('button:visible').count()).toBe(0);
      expect(await page.getByRole('link', { name: '电话' }).getAttribute('href')).toBe('tel:08305550118');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载 检查表.pdf' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('检查表.pdf');
      await page.getByRole('link', { name: '下一部分' }).click();
      expect(await page.locator('.body').textContent()).toContain('第二部分的文字');
    });
  });

  it('an unknown code › it searches and finds', async () => {
    await onPhone('/m/ZZZZZZZZ', noScript, async (page) => {
      await page.getByRole('searchbox').fill('登记');
      await page.getByRole('button', { name: '搜索' }).click();
      await page.getByRole('link', { name: '个体工商户设立登记' }).click();
      expect(await page.locator('h1').textContent()).toBe('个体工商户设立登记');
    });
  });
});

describe('the phone page › with JavaScript on', () => {
  it('copying the link over plain http › the clipboard holds the public address and the button says so', async () => {
    await onPhone('/m/K7M2Q9X4-3', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.getByRole('button', { name: '复制链接' }).click();
      await page.getByRole('status').filter({ hasText: '已复制' }).waitFor({ state: 'attached' });
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        'http://localhost:8080/m/K7M2Q9X4',
      );
    });
  });
});

it('a short code › when the terminal’s page asks for one › the phone opens the list', async () => {
  const url = `http://127.0.0.1:${server.port}`;
  const terminal = await browser.newPage();
  await terminal.goto(`${url}/about`);
  const code = await terminal.evaluate(async () => {
    const response = await fetch('/api/handoff-lists', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ records: [{ code: 'GDE2Q9X4', version: 5 }] }),
    });
    return ((await response.json()) as { code: string }).code;
  });
  await terminal.close();
  await onPhone(`/m/L-${code}`, {}, async (page) => {
    await page.getByRole('link', { name: '个体工商户设立登记' }).click();
    expect(await page.locator('h1').textContent()).toBe('个体工商户设立登记');
  });
});

describe('the phone page › a list in the fragment', () => {
  const list = encodeList([
    { code: 'K7M2Q9X4', version: 3 },
    { code: 'GDE2Q9X4', version: 5 },
  ]);

  it('when it arrived whole › it opens the list, in the language of the link', async () => {
    await onPhone(`/m/list?lang=en#${list}`, {}, async (page) => {
      await page.getByRole('link', { name: '个体工商户设立登记' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/m/list/K7M2Q9X4-3,GDE2Q9X4-5');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
  });

  it('when it is damaged › it says so and offers the search', async () => {
    await onPhone(`/m/list#${list.slice(0, -1)}`, {}, async (page) => {
      await page.getByText('这个清单没有扫完整').waitFor();
      expect(await page.getByRole('searchbox').count()).toBe(1);
    });
  });

  it('when scripts are off › it says what to do instead', async () => {
    await onPhone(`/m/list#${list}`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('main').textContent()).toContain('扫单条的二维码');
    });
  });
});

const screens = [
  ['a record', '/m/K7M2Q9X4-5', {}],
  ['a record of which another version was scanned', '/m/K7M2Q9X4-3', {}],
  ['a record in WeChat', '/m/K7M2Q9X4', { userAgent: weChat }],
  ['a later part', '/m/K7M2Q9X4?part=2', {}],
  ['a guide', '/m/GDE2Q9X4', {}],
  ['a guide in English', '/m/GDE2Q9X4?lang=en', {}],
  ['the shelf of guides', '/m/guides', {}],
  ['guides for people, in English', '/m/guides?who=person&lang=en', {}],
  ['a ranking', '/m/RNK00000', {}],
  ['charts and figures in English', '/m/FEE00000?lang=en', {}],
  ['a register to look up in', '/m/PWR00000', {}],
  ['entries of a register', '/m/?register=g-PWR', {}],
  ['an entry with steps', '/m/PWR00001', {}],
  ['a withdrawn record', '/m/G0NE2Q9X', {}],
  ['an unknown code', '/m/ZZZZZZZZ', {}],
  ['the entrance', '/m/', {}],
  ['search results', '/m/?q=登记', {}],
  ['no results', '/m/?q=zzz', {}],
  ['a list', '/m/list/K7M2Q9X4-3,GDE2Q9X4-5,ZZZZZZZZ-1', {}],
  ['a list in English', '/m/list/K7M2Q9X4-3,ZZZZZZZZ-1?lang=en', {}],
  ['an expired short code', '/m/L-ZZZZZZZZ', {}],
  ['the receiving page', '/m/receive', {}],
  ['the receiving page in English', '/m/receive?lang=en', {}],
  ['the receiving page, damaged frame', '/m/part#ABC', {}],
] as const;

describe('every phone screen', () => {
  it.each(screens)(
    '%s › axe finds nothing, nothing overflows, what is tapped is large enough',
    async (_name, path, options) => {
      await onPhone(path, options, async (page) => {
        const violations = await axeViolations(page);
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
        const { width, small } = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          small: [...document.querySelectorAll<HTMLElement>('a:not(.skip), button, input, summary')]
            .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
            .map((element) => element.outerHTML),
        }));
        expect(width).toBeLessThanOrEqual(viewports.phone.width);
        expect(small).toEqual([]);
      });
    },
  );
});
