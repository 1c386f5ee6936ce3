// Every screen in every mode: no serious axe violation, nothing too small to touch, nothing wider than the glass.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graveViolations } from '#tests/support/axe.ts';
import { launchBrowser, type viewports } from '#tests/support/browser.ts';
import { collectComplaints, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type Screen, screens, showScreen } from '#tests/support/kiosk-fixture/screens.ts';
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

const show = (page: Page, screen: Screen) => showScreen(page, server.url, screen);

async function openIn(modes: string, viewport: keyof typeof viewports): Promise<Page> {
  return await openFixture(browser, server.url, { modes, viewport, context: { reducedMotion: 'reduce' } });
}

/** Serious and critical findings, one line each. */
async function violations(page: Page): Promise<string[]> {
  // A modal dialog hides what is behind it; the later parts of a long body are like its first.
  const isOpen = (await page.locator('dialog[open]').count()) > 0;
  const look = isOpen
    ? { include: ['dialog[open]'] }
    : { exclude: ['.body__part:not(:first-child)', 'tr:nth-child(n+8)'] };
  return await graveViolations(page, look);
}

/** What can be touched but is smaller than 12 mm, and what sticks out of the window. */
async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
    const top = document.querySelector('dialog[open]') ?? document;
    const targets = [...top.querySelectorAll('a[href], button, input, summary, [role=slider]')];
    return targets
      .filter((target) => target.checkVisibility() && !target.matches('.body-link, .search-field__input'))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => {
        const isSmall = Math.min(box.width, box.height) < 12 * mm - 0.5;
        return isSmall || box.right > innerWidth + 1 || box.left < -1;
      })
      .map(
        ({ target, box }) => `${target.outerHTML.slice(0, 120)} ${box.width}×${box.height} at ${box.left}`,
      );
  });
}

test.each([
  ['normal', ''],
  ['elder', 'elder'],
  ['contrast', 'contrast'],
  ['English, low reach', 'en low'],
] as const)(
  'every screen, %s › when looked at › axe finds nothing serious and all fits',
  async (_, modes) => {
    const page = await openIn(modes, 'portrait');
    const complaints = collectComplaints(page);
    for (const [name, screen] of Object.entries(screens)) {
      await show(page, screen);
      expect(await violations(page), name).toEqual([]);
      expect(await misfits(page), name).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).count(), name).toBeLessThanOrEqual(1);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  300_000,
);

test.each([
  ['landscape', ''],
  ['small', 'elder'],
  ['small', 'en elder'],
  ['portrait', 'en elder'],
] as const)(
  'every screen, %s %s › when looked at › all targets are large enough and inside',
  async (viewport, modes) => {
    const page = await openIn(modes, viewport);
    for (const [name, screen] of Object.entries(screens)) {
      await show(page, screen);
      expect(await misfits(page), name).toEqual([]);
    }
    await page.context().close();
  },
  300_000,
);

test('rail › on every screen › it stays where it is, in the bottom quarter, with primary targets', async () => {
  const page = await openIn('', 'portrait');
  const places = new Set<string>();
  for (const name of ['home', 'results', 'law', 'pdf']) {
    const screen = screens[name];
    if (screen) await show(page, screen);
    const boxes = await page.locator('.rail__button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
    places.add(JSON.stringify(boxes));
    for (const box of boxes) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(80);
      expect(box.y).toBeGreaterThan(1920 * 0.75);
    }
  }
  expect(places.size).toBe(1);
  await page.context().close();
});
