// Every sort of QR code, from real screenshots: two readers, at half size, tilted, blurred and under glare.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeList } from '#shared/handoff/list-payload.ts';
import { launchBrowser, type viewports } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { type OpenOptions, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import { captureSymbol, readAllWays } from '#tests/support/read-symbols.ts';
import { takenRecords } from '#tests/support/taken-records.ts';

let browser: Browser;
let server: FixtureServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Sort {
  readonly path: string;
  readonly scenario?: string;
  readonly taken?: number;
  /** Has so many modules that the screen's size decides how fine they are. */
  readonly isDense?: boolean;
  /** What is touched, in order, until the symbol stands. */
  readonly touches: readonly string[];
  readonly expected: (text: string) => void;
}

const { guide, normative } = namedRecords;
const textWay = '.ways__choice:nth-child(2)';
const wholeDepth = '.handoff__depth .switch__choice:nth-child(2)';
const host = 'http://hub.linxi.example:8080';

function expectReadable(text: string): void {
  expect(text).toContain('最低生活保障的申请与审核确认\n');
  expect(text).toContain('\n窗口：民政综合 6 号窗\n');
  expect(text).toContain('\n电话：0999-5550 1107\n');
  expect(text).toContain('1. 最低生活保障申请书（原件，1 份）');
}

const sorts: Readonly<Record<string, Sort>> = {
  'a record': {
    path: `/record/${normative.record.id}`,
    touches: ['.dock__main'],
    expected: (text) => expect(text).toBe(`${host}/m/${normative.record.code}-1`),
  },
  'a link': {
    path: `/record/${normative.record.id}`,
    touches: ['.body-link'],
    expected: (text) => expect(text).toBe('https://example.org/zhengce/dibao/liucheng'),
  },
  'a list of twelve': {
    path: '/list',
    taken: 12,
    touches: [],
    expected: (text) => {
      const [address = '', list = ''] = text.split('#');
      expect(address).toBe(`${host}/m/list`);
      expect(decodeList(list)).toEqual(takenRecords(12).map(({ code, version }) => ({ code, version })));
    },
  },
  'a list under a short code': {
    path: '/list',
    taken: 30,
    touches: [],
    expected: (text) => expect(text).toBe(`${host}/m/L-7Q2MK9X4`),
  },
  'one of several lists, without the hub': {
    path: '/list',
    taken: 30,
    scenario: 'offline',
    touches: [],
    expected: (text) => expect(decodeList(text.split('#')[1] ?? '')).toHaveLength(15),
  },
  'the essentials of a guide': {
    isDense: true,
    path: `/record/${guide.record.id}`,
    touches: ['.dock__main', textWay],
    expected: expectReadable,
  },
  'the essentials where the hall has no address': {
    path: `/record/${guide.record.id}`,
    scenario: 'nowhere',
    touches: ['.dock__main'],
    expected: expectReadable,
  },
  'a page of a long text': {
    isDense: true,
    path: '/record/long-guide',
    scenario: 'hallOnly',
    touches: ['.dock__main', textWay, wholeDepth],
    expected: (text) => expect(text).toMatch(/^「1\/\d+·[0-9A-Z]{4}」\n建设工程消防验收和备案抽查\n/),
  },
  'a frame of a long text': {
    isDense: true,
    path: '/record/long-guide',
    touches: ['.dock__main', textWay, wholeDepth],
    expected: (text) => expect(text).toMatch(/^http:\/\/hub\.linxi\.example:8080\/m\/part#[0-9A-Z]+$/),
  },
};

async function show(sort: Sort, viewport: keyof typeof viewports): Promise<Page> {
  const options: OpenOptions = {
    viewport,
    scenario: sort.scenario ?? 'ready',
    context: { reducedMotion: 'reduce' },
  };
  const page = await openFixture(browser, server.url, options);
  if (sort.taken) {
    const list = JSON.stringify(takenRecords(sort.taken));
    await page.evaluate((kept) => sessionStorage.setItem('mingchuang.take-home', kept), list);
  }
  await page.goto(server.url + sort.path);
  for (const touch of sort.touches) await page.locator(touch).first().click();
  return page;
}

test.each(
  Object.entries(sorts).flatMap(([name, sort]) =>
    // The small screen draws the same symbols; only the ones of many modules come out finer there.
    (sort.isDense ? (['portrait', 'small'] as const) : (['portrait'] as const)).map(
      (viewport) => [name, viewport, sort] as const,
    ),
  ),
)('%s on a %s screen › two readers read it, also small, tilted, blurred and under glare', async (...row) => {
  const [, viewport, sort] = row;
  const page = await show(sort, viewport);
  const symbol = page.getByRole('img', { name: /^二维码/ });
  await symbol.waitFor();
  const width = Number(await symbol.getAttribute('width'));
  const modules = Number((await symbol.getAttribute('viewBox'))?.split(' ')[2]);
  expect(width / modules).toBeGreaterThanOrEqual(4);
  expect(Number.isInteger(width / modules)).toBe(true);
  const read = readAllWays(await captureSymbol(symbol));
  const text = read['plain jsQR'] ?? '';
  sort.expected(text);
  for (const [way, found] of Object.entries(read)) expect(found, way).toBe(text);
  await page.context().close();
});
