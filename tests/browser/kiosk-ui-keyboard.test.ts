// Everything without a finger: a whole visit by Tab, arrows, Enter and Escape; every control of every screen; two switches.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { openInModes } from '#tests/support/kiosk-fixture/look-over.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { screens, showScreen } from '#tests/support/kiosk-fixture/screens.ts';
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

/** The words of the control that has the focus; none while it is on the page or its scrolling area. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active === null || active.matches('body, main') ? '' : (active.textContent ?? '').trim();
  });

/** Presses `key` until the focus stands on something whose words hold `words`. */
async function pressUntil(page: Page, key: string, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)).includes(words)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led to “${words}”, but to “${await focused(page)}”`);
}

test.each(['', 'elder', 'contrast', 'low', 'en'])(
  'keyboard, mode “%s” › a visit from home to the hand-off and back › needs no finger',
  async (modes) => {
    const page = await openFixture(browser, server.url, { modes });
    await page.locator('.row').first().waitFor();
    const words = modes === 'en' ? ['Policies', 'Continue on phone'] : ['政策文件', '手机继续'];
    await pressUntil(page, 'Tab', words[0] ?? '');
    await page.keyboard.press('Enter');
    await page.locator('.result').first().waitFor();
    await page.locator('.main').focus();
    const first = (await page.locator('.result').first().locator('.result__title').textContent()) ?? '';
    await pressUntil(page, 'Tab', first);
    await page.keyboard.press('ArrowDown');
    const second = (await page.locator('.result').nth(1).locator('.result__title').textContent()) ?? '';
    expect(await focused(page)).toContain(second);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: second }).waitFor({ state: 'attached' });
    await pressUntil(page, 'Shift+Tab', words[1] ?? '');
    await page.keyboard.press('Space');
    await page.locator('.qr').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.qr').waitFor({ state: 'detached' });
    expect(await focused(page)).toContain(words[1]);
    await page.keyboard.press('Escape');
    await page.locator('.result').first().waitFor();
    await page.context().close();
  },
);

/** Presses of Tab sent before the page is asked what they came to. */
const atOnce = 8;

/** From now on the page notes, of each control the focus comes to, that it came, and whether its ring can be seen. */
const watchFocus = (page: Page) =>
  page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document;
    const all = top.querySelectorAll('a[href], button:not(:disabled), input, summary, [role=slider]');
    const awaited = new Set([...all].filter((one) => one.checkVisibility()).slice(0, 30));
    const bare: string[] = [];
    const take = (control: Element | null) => {
      if (control === null || control === document.body) return;
      awaited.delete(control);
      const ringed = control.matches('.search-field__input') ? control.closest('.search-field') : control;
      const style = ringed && getComputedStyle(ringed);
      if (style?.outlineStyle === 'none' || Number.parseFloat(style?.outlineWidth ?? '') < 3) {
        bare.push(control.outerHTML.slice(0, 90));
      }
    };
    // The keypad opens with the focus in the field: the key has come there already.
    if (document.activeElement !== null) awaited.delete(document.activeElement);
    window.stopAwaiting?.abort();
    window.stopAwaiting = new AbortController();
    const { signal } = window.stopAwaiting;
    document.addEventListener('focusin', ({ target }) => take(target as Element), { signal });
    window.awaitedFocus = () => ({
      bare,
      missed: [...awaited].map((one) => one.outerHTML.slice(0, 90)),
      isOutdated: [...awaited].some((one) => !one.isConnected),
    });
    return awaited.size;
  });

declare global {
  interface Window {
    /** `isOutdated` when the screen was drawn again, with other controls than those awaited. */
    awaitedFocus(): { bare: string[]; missed: string[]; isOutdated: boolean };
    stopAwaiting?: AbortController;
  }
}

test.each(['', 'elder contrast low en'])(
  'keyboard, mode “%s” › on every screen › Tab comes to every control, each with a ring one can see',
  async (modes) => {
    const page = await openInModes(browser, server.url, modes, 'portrait');
    for (const [name, screen] of Object.entries(screens)) {
      await showScreen(page, server.url, screen);
      let total = await watchFocus(page);
      let seen = await page.evaluate(() => window.awaitedFocus());
      for (let presses = 0; presses < total * 2 + 10 && seen.missed.length > 0; presses += atOnce) {
        // They arrive in order; each answer waited for by itself would cost a frame.
        await Promise.all(Array.from({ length: atOnce }, () => page.keyboard.press('Tab')));
        seen = await page.evaluate(() => window.awaitedFocus());
        // Results may be drawn again once their counts are there.
        if (seen.isOutdated) total = await watchFocus(page);
      }
      expect(seen, name).toEqual({ bare: [], missed: [], isOutdated: false });
    }
    await page.context().close();
  },
  180_000,
);

test('rail › on every screen › it stays where it is, in the bottom quarter, with primary targets', async () => {
  const page = await openFixture(browser, server.url);
  const places = new Set<string>();
  for (const name of ['home', 'results', 'law', 'pdf']) {
    const screen = screens[name];
    if (screen) await showScreen(page, server.url, screen);
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

test('switches › one goes on and one takes › a record opens', async () => {
  const page = await openFixture(browser, server.url);
  await page.locator('.row').first().waitFor();
  const offered = () => page.locator('[data-scanned]').allTextContents();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('F8');
    if ((await offered()).some((words) => words.includes('政策文件'))) break;
  }
  expect((await offered()).length).toBeGreaterThan(1);
  await page.keyboard.press('F9');
  expect((await offered()).length).toBe(1);
  while (!(await offered())[0]?.includes('政策文件')) await page.keyboard.press('F8');
  await page.keyboard.press('F9');
  await page.locator('.result').first().waitFor();
  expect(await offered()).toEqual([]);
  await page.context().close();
});

test('switches › when only the taking one is there › what is offered changes by itself, and stops for a touch', async () => {
  const page = await openFixture(browser, server.url, { frozenAt: '2026-11-22T01:00:00Z' });
  await page.locator('.row').first().waitFor();
  await page.keyboard.press('F9');
  const offered = () => page.locator('[data-scanned]').first().textContent();
  const first = await offered();
  await page.clock.runFor(2_000);
  expect(await offered()).not.toBe(first);
  await page.mouse.click(540, 300);
  await page.clock.runFor(4_000);
  expect(await page.locator('[data-scanned]').count()).toBe(0);
  await page.context().close();
});
