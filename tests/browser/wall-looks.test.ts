// Every page of every layout at every size: nothing cut off, large enough for five metres, nothing to touch.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type VenueDisplay, wallLayouts } from '#shared/catalogue/venue-display.ts';
import { graveViolations } from '#tests/support/axe.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { collectComplaints } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import { readQrFromScreen } from '#tests/support/read-qr.ts';
import {
  alarmMorning,
  openWall,
  pageCount,
  turnPage,
  wallRoot,
  wallSizes,
} from '#tests/support/wall-fixture/open-wall.ts';

let browser: Browser;
let server: FixtureServer;

const display: Partial<VenueDisplay> = {
  opening: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
    { days: [1, 2, 3, 4, 5], from: '14:00', to: '17:00' },
    { days: [6], from: '09:00', to: '12:00' },
  ],
};

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture(wallRoot)]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What is cut off at the bottom of its box, sticks out of its panel or out of the glass. */
async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    // Glyphs reach a little out of lines set tighter than their font would: not what is meant by cut off.
    const slack = Math.min(innerWidth, innerHeight) * 0.005;
    const name = (element: Element) => `${element.className} "${element.textContent?.slice(0, 30)}"`;
    const cut = [
      ...document.querySelectorAll(
        '.wall-panel, .notice__text, .wall-body, .wall-footer, .wall-header, .panes, .wall-panel ul, .wall-panel ol, .wall-panel dl',
      ),
    ]
      .filter(
        (box) => box.scrollHeight > box.clientHeight + slack || box.scrollWidth > box.clientWidth + slack,
      )
      .map((box) => `cut: ${name(box)} ${box.scrollHeight} > ${box.clientHeight}`);
    const out = [...document.querySelectorAll('.wall-panel > *, .wall-qr, .wall > *, .alert > *')]
      .filter((inner) => inner.checkVisibility())
      .filter((inner) => {
        const box = inner.getBoundingClientRect();
        const around = inner.closest('.wall-panel')?.getBoundingClientRect();
        const { left, top, right, bottom } = around ?? new DOMRect(0, 0, innerWidth, innerHeight);
        return box.left < left - 1 || box.top < top - 1 || box.right > right + 1 || box.bottom > bottom + 1;
      })
      .map((inner) => `out: ${name(inner)}`);
    return [...cut, ...out];
  });
}

/** The smallest type of titles, of running text and of anything, as shares of the screen's short side. */
async function typeShares(page: Page): Promise<{ title: number; text: number; smallest: number }> {
  return await page.evaluate(() => {
    const short = Math.min(innerWidth, innerHeight);
    const smallestOf = (elements: readonly Element[]) =>
      Math.min(
        Number.POSITIVE_INFINITY,
        ...elements.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ) / short;
    const withText = [...document.querySelectorAll('.wall *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    const seen = withText.filter(
      (element) => element.checkVisibility() && !element.closest('.visually-hidden, svg'),
    );
    return {
      title: smallestOf([
        ...document.querySelectorAll('.wall-body h2:not(.visually-hidden), .wall-header h1'),
      ]),
      text: smallestOf([...document.querySelectorAll('.notice__text')]),
      smallest: smallestOf(seen),
    };
  });
}

async function violations(page: Page): Promise<string[]> {
  return await graveViolations(page);
}

describe('wall › every page', () => {
  /** Kinds of sheets axe has looked at: the same markup of another layout tells it nothing new. */
  const examined = new Set<string | null>();
  const cases = [
    ...wallLayouts.map((layout) => ['landscape', layout] as const),
    ...wallLayouts.map((layout) => ['portrait', layout] as const),
    ['small', 'mixed'] as const,
    ['small', 'charts'] as const,
    ['small', 'guide'] as const,
    ['large', 'notices'] as const,
  ];

  it.each(cases)(
    '%s, %s › when shown › it fits, is large enough, and says nothing of errors',
    async (size, layout) => {
      // Under an alarm a strip takes room from every page: the harder case goes to the smaller half of the sizes.
      const at = size === 'small' || size === 'portrait' ? alarmMorning : undefined;
      const page = await openWall(browser, server.url, {
        size,
        query: `?layout=${layout}`,
        scenario: 'registers',
        display,
        ...(at ? { at } : {}),
      });
      const complaints = collectComplaints(page);
      await page.locator('.wall-panel').first().waitFor();
      const pages = await pageCount(page);
      for (let index = 0; index < pages; index += 1) {
        const place = `page ${index + 1} of ${pages}`;
        expect(await misfits(page), place).toEqual([]);
        const { title, text, smallest } = await typeShares(page);
        // Reasons stand at `typeSizes` in the wall's geometry: 4.3 % of the short side is 29 mm on a 55-inch display.
        expect(title, place).toBeGreaterThan(1 / 24);
        expect(text, place).toBeGreaterThan(1 / 27);
        expect(smallest, place).toBeGreaterThanOrEqual(1 / 36);
        expect(await page.locator('h1').count(), place).toBe(1);
        const hasStrip = (await page.locator('.wall-strip').count()) > 0;
        const kind = hasStrip ? 'strip' : await page.locator('.wall-panel').first().getAttribute('class');
        if (!examined.has(kind)) expect(await violations(page), place).toEqual([]);
        examined.add(kind);
        if (index < pages - 1) await turnPage(page);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    ['english', { query: '?lang=en' }],
    ['first sync', { scenario: 'empty' }],
    ['hub not reached yet', { scenario: 'unreachable' }],
    ['hub that never published', { scenario: 'unpublished' }],
    ['offline and stale', { scenario: 'offline' }],
    ['release without records', { scenario: 'nothing' }],
    ['broken store', { scenario: 'broken' }],
  ])('%s › when shown › it has words, fits, and axe finds nothing serious', async (_, options) => {
    const page = await openWall(browser, server.url, { display, ...options });
    await page.locator('.wall-body').waitFor();
    expect((await page.locator('.wall-body').innerText()).length).toBeGreaterThan(8);
    expect(await misfits(page)).toEqual([]);
    const kind = await page.locator('.wall-body section, .wall-body article').first().getAttribute('class');
    if (!examined.has(kind)) expect(await violations(page)).toEqual([]);
    examined.add(kind);
    await page.context().close();
  });
});

describe('wall › codes', () => {
  it('beside a notice › when scanned › it opens that notice on the phone', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=notices' });
    const symbol = page.locator('.qr');
    await symbol.waitFor();
    const read = await readQrFromScreen(symbol);
    expect(read).toMatch(/^http:\/\/hub\.linxi\.example:8080\/m\/[0-9A-Z]{8}-1$/);
    const { width } = (await symbol.boundingBox()) ?? { width: 0 };
    // 29 modules and a quiet zone of eight: on a 55-inch display a module is 3.8 mm, which a phone resolves from 2 m.
    expect(width / wallSizes.landscape.height).toBeGreaterThan(0.2);
    await page.context().close();
  });

  it('a hub no phone can reach › when shown › the wall draws no code that leads nowhere', async () => {
    const page = await openWall(browser, server.url, {
      query: '?layout=guide',
      publicUrl: 'http://localhost:8080',
    });
    await page.locator('.hall-facts').waitFor();
    expect(await page.locator('.qr').count()).toBe(0);
    await page.context().close();
  });
});

describe('wall › its venue', () => {
  it('colour and emblem › when the venue has its own › the wall wears them, and its words stay readable', async () => {
    const own = await openWall(browser, server.url, { display: { accent: '#7a1f5c', emblem: '临溪' } });
    await own.locator('.is-side').waitFor();
    const ground = await own.locator('.is-side').evaluate((side) => getComputedStyle(side).backgroundColor);
    expect(ground).toBe('rgb(122, 31, 92)');
    expect(await own.locator('.emblem').textContent()).toBe('临溪');
    expect(await violations(own)).toEqual([]);
    await own.context().close();
  });
});

describe('wall › to touch', () => {
  it('mouse, finger and keys › when used › nothing can be focused and nothing happens', async () => {
    const page = await openWall(browser, server.url, { query: '?layout=mixed' });
    await page.locator('.wall-panel').first().waitFor();
    const before = await page.locator('.wall').innerHTML();
    const address = page.url();
    for (const [x, y] of [
      [5, 5],
      [960, 540],
      [1_900, 1_060],
      [1_700, 700],
    ] as const) {
      await page.mouse.click(x, y, { button: x > 900 ? 'left' : 'right' });
      await page.mouse.dblclick(x, y);
    }
    for (const key of ['Tab', 'Tab', 'Enter', 'Space', 'ArrowDown', 'F1']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    expect(await page.evaluate(() => getComputedStyle(document.body).cursor)).toBe('none');
    expect(await page.locator('.wall').innerHTML()).toBe(before);
    expect(page.url()).toBe(address);
    await page.context().close();
  });
});
