// How the wall turns: long texts whole and slow, emergencies always in sight, releases between pages, for months.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VenueDisplay, Weekday } from '#shared/catalogue/venue-display.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import {
  alarmMorning,
  calmMorning,
  openWall,
  pageCount,
  turnOf,
  turnPage,
  wallRoot,
} from '#tests/support/wall-fixture/open-wall.ts';

let browser: Browser;
let server: FixtureServer;
const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture(wallRoot)]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const titleOf = (page: Page) => page.locator('.wall-body h2').first().innerText();
/** Turns on until the page with this title is on the wall. */
async function toTitle(page: Page, title: string): Promise<void> {
  for (let turns = 0; turns < 30 && (await titleOf(page)) !== title; turns += 1) await turnPage(page);
  expect(await titleOf(page)).toBe(title);
}

const layoutOf = (page: Page) => page.locator('.wall').getAttribute('data-layout');

/** Tells the page that nobody can see it, as a display that was switched to another input does. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

describe('wall › notices', () => {
  it('their order › when walked through › important, then the newest; what has ended is not shown', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=notices' });
    const titles: string[] = [];
    for (let left = await pageCount(page); left > 0; left -= 1) {
      titles.push(await titleOf(page));
      if (left > 1) await turnPage(page);
    }
    expect([...new Set(titles)]).toEqual([
      '关于 2026 年第四批公共租赁住房拟配租对象的公示',
      '森林防火禁火令',
      '关于鹤鸣里、纺织巷片区供水主管改造期间计划停水和临时取水点安排的公告',
      '2026 年度区级文物保护单位拟公布名单公示',
    ]);
    await page.context().close();
  });

  it('a long text › when paged › no sentence is missing, each page stays as long as reading takes', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=notices' });
    await toTitle(page, '关于鹤鸣里、纺织巷片区供水主管改造期间计划停水和临时取水点安排的公告');
    let text = '';
    for (let part = 1; part <= 4; part += 1) {
      const shown = await page.locator('.notice__text').innerText();
      text += shown;
      const turn = await turnOf(page);
      const slowest = Math.floor((shown.length / 6 - 1) * 1_000);
      await page.clock.runFor(slowest);
      expect(await turnOf(page)).toBe(turn);
      if (part < 4) await turnPage(page);
      else expect(await page.locator('.notice__place').innerText()).toContain('全文');
    }
    const numbers = [...text.matchAll(/（(\d+)）/g)].map((match) => Number(match[1]));
    expect(numbers.length).toBeGreaterThan(7);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    await page.context().close();
  });

  it('a period › when days pass › its countdown follows, and after its last day the notice is gone', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=notices' });
    expect(await page.locator('.is-side').innerText()).toContain('2 天');
    await page.clock.fastForward('24:00:00');
    await toTitle(page, '关于 2026 年第四批公共租赁住房拟配租对象的公示');
    expect(await page.locator('.is-side').innerText()).toContain('1 天');
    await page.clock.fastForward('48:00:00');
    await toTitle(page, '森林防火禁火令');
    const titles: string[] = [];
    for (let left = await pageCount(page); left > 0; left -= 1) {
      await turnPage(page);
      titles.push(await titleOf(page));
    }
    expect(titles).not.toContain('关于 2026 年第四批公共租赁住房拟配租对象的公示');
    await page.context().close();
  });
});

describe('wall › emergencies', () => {
  it('one that stands › on every page of every layout › it is in sight', async () => {
    for (const layout of ['mixed', 'charts', 'guide'] as const) {
      const page = await openWall(browser, server.url, { query: `?layout=${layout}`, at: alarmMorning });
      expect(await titleOf(page)).toBe('暴雨红色预警：请沿河低洼地带居民立即转移');
      for (let left = await pageCount(page); left > 1; left -= 1) {
        await turnPage(page);
        expect(await page.locator('.wall-strip').innerText()).toContain('暴雨红色预警');
      }
      await page.context().close();
    }
  });

  it('a new one › when released › its page comes at once, and two take turns on the strip', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=rankings', at: alarmMorning });
    await turnPage(page);
    await page.evaluate(() =>
      window.wallEngine?.publish({
        title: '山洪红色预警',
        date: '2026-11-22',
        publishedOn: '2026-11-22',
        details: { type: 'notice', level: 'emergency', startsOn: null, endsOn: null, contact: null },
      }),
    );
    // No page is turned: the clock stands still.
    await expect.poll(() => titleOf(page)).toBe('山洪红色预警');
    await turnPage(page);
    const seen = new Set<string>();
    for (let turns = 0; turns < 2; turns += 1) {
      await turnPage(page);
      seen.add(await page.locator('.wall-strip__title').innerText());
    }
    expect([...seen].sort()).toEqual(['山洪红色预警', '暴雨红色预警：请沿河低洼地带居民立即转移']);
    await page.context().close();
  });
});

describe('wall › plan and hours', () => {
  it('the plan › when its next entry begins › the layout changes with the next page', async () => {
    const display: Partial<VenueDisplay> = {
      wall: {
        plan: [
          { layout: 'guide', span: { days: week, from: '08:00', to: '10:22' } },
          { layout: 'charts', span: null },
        ],
        pageSeconds: 20,
      },
    };
    const page = await openWall(browser, server.url, { display });
    expect(await layoutOf(page)).toBe('guide');
    await page.clock.runFor(60_000);
    expect(await layoutOf(page)).toBe('guide');
    await page.clock.runFor(100_000);
    expect(await layoutOf(page)).toBe('charts');
    await page.context().close();
  });

  it('quiet hours › when they hold › the glass is dark and the clock moves; an emergency keeps it awake', async () => {
    const display: Partial<VenueDisplay> = { quiet: [{ days: week, from: '10:00', to: '10:30' }] };
    const page = await openWall(browser, server.url, { display });
    const clock = page.locator('.quiet__clock');
    expect(await clock.innerText()).toContain('10:20');
    expect(await page.locator('.wall').count()).toBe(0);
    const before = await clock.boundingBox();
    await page.clock.runFor(60_000);
    expect(await clock.innerText()).toContain('10:21');
    const after = await clock.boundingBox();
    expect([after?.x, after?.y]).not.toEqual([before?.x, before?.y]);
    await page.clock.runFor(9 * 60_000);
    await page.locator('.wall-panel').first().waitFor();
    await page.context().close();
    const awake = await openWall(browser, server.url, { display, at: alarmMorning });
    await expect.poll(() => awake.locator('.alert__title').count()).toBe(1);
    await awake.context().close();
  });

  it('opening hours › when they end › the hall guide says closed and when it opens', async () => {
    const display: Partial<VenueDisplay> = { opening: [{ days: [3, 4], from: '09:00', to: '10:25' }] };
    const page = await openWall(browser, server.url, { query: '?layout=guide', display });
    const sign = page.locator('.open-now');
    expect(await sign.innerText()).toMatch(/正在开放\s*开到 10:25/);
    expect(await page.locator('.hall-facts').innerText()).toContain('周三、周四 9:00—10:25');
    await page.clock.runFor(5 * 60_000);
    while (!(await sign.isVisible())) await turnPage(page);
    expect(await sign.innerText()).toMatch(/现在休息\s*明天 9:00 开门/);
    await page.context().close();
  });
});

describe('wall › releases and faults', () => {
  const notice = { title: '新到的公告', date: '2026-11-25', publishedOn: '2026-11-25' } as const;

  it('a new release › when it comes › the page stays whole until it turns, then the newest is shown', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=notices' });
    await turnPage(page);
    const before = await page.locator('.wall-body').innerHTML();
    await page.evaluate((record) => window.wallEngine?.publish(record), notice);
    expect(await page.locator('.wall-body').innerHTML()).toBe(before);
    expect(await page.evaluate(() => window.wallEngine?.leftCount)).toBeGreaterThan(0);
    await turnPage(page);
    expect(await titleOf(page)).toBe('新到的公告');
    await turnPage(page);
    expect(await titleOf(page)).not.toBe('新到的公告');
    await page.context().close();
  });

  it('a store that fails › when a release cannot be read › the old pages go on, and it mends itself', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=notices' });
    await page.evaluate(() => {
      window.wallEngine?.breakDown(true);
      window.wallEngine?.renew();
    });
    await turnPage(page);
    expect(await titleOf(page)).toBe('森林防火禁火令');
    await page.evaluate((record) => {
      window.wallEngine?.breakDown(false);
      window.wallEngine?.publish(record);
    }, notice);
    await turnPage(page);
    expect(await titleOf(page)).toBe('新到的公告');
    await page.context().close();
  });

  it('a store that fails at first › when it recovers › content comes without anybody’s help', async () => {
    const page = await openWall(browser, server.url, { scenario: 'broken' });
    await expect.poll(() => page.locator('.wall-message').innerText()).toContain('search.block-damaged');
    expect(await page.locator('.wall-message').innerText()).toContain('自动再试');
    await page.evaluate(() => window.wallEngine?.breakDown(false));
    await page.clock.runFor(11_000);
    await expect.poll(() => page.locator('.wall-body h2').first().innerText()).toContain('公共租赁住房');
    await page.context().close();
  });
});

describe('wall › for months', () => {
  it('hidden › while nobody can see it › no page turns, and it goes on when it is seen again', async () => {
    const page = await openWall(browser, server.url);
    await setHidden(page, true);
    const turn = await turnOf(page);
    await page.clock.runFor(10 * 60_000);
    expect(await turnOf(page)).toBe(turn);
    await setHidden(page, false);
    await turnPage(page);
    expect(await turnOf(page)).toBe(turn + 1);
    await page.context().close();
  });

  it('five hundred pages › with a new release every fifty › leave no node behind', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=mixed', at: calmMorning });
    const client = await page.context().newCDPSession(page);
    const nodes = async () => {
      await client.send('HeapProfiler.collectGarbage');
      const { nodes: all, jsEventListeners } = await client.send('Memory.getDOMCounters');
      return {
        all,
        jsEventListeners,
        inDocument: await page.evaluate(() => document.querySelectorAll('*').length),
      };
    };
    /** Lets time pass until the first page of the cycle is on the wall again. */
    const toFirstPage = async () => {
      while (!(await page.locator('.wall-footer__place').innerText()).startsWith('1 /')) await turnPage(page);
    };
    await page.clock.runFor(10 * 60_000);
    await toFirstPage();
    const before = await nodes();
    const start = await turnOf(page);
    while ((await turnOf(page)) < start + 500) {
      await page.clock.runFor(10 * 60_000);
      await page.evaluate(() => window.wallEngine?.renew());
    }
    await turnPage(page);
    await toFirstPage();
    // What one collection finds let go, the next one frees.
    await expect.poll(async () => (await nodes()).all).toBeLessThan(before.all * 1.1);
    const after = await nodes();
    expect(after.inDocument).toBe(before.inDocument);
    expect(after.jsEventListeners).toBe(before.jsEventListeners);
    await page.context().close();
  });
});
