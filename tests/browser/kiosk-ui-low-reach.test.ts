// Low reach: on a tall screen every control of every screen lies in the lower half; elsewhere the aid is not offered.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type viewports } from '#tests/support/browser.ts';
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

async function openIn(modes: string, viewport: keyof typeof viewports = 'portrait'): Promise<Page> {
  return await openFixture(browser, server.url, { modes, viewport, context: { reducedMotion: 'reduce' } });
}

/** Every visible control, scrolled to or not, whose visible part begins above the middle of the glass. */
async function controlsAbove(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=slider], [role=button], [tabindex]',
    );
    const clipTop = (element: Element) => {
      let top = Number.NEGATIVE_INFINITY;
      for (let above = element.parentElement; above; above = above.parentElement) {
        const { overflowY } = getComputedStyle(above);
        if (overflowY !== 'visible') top = Math.max(top, above.getBoundingClientRect().top);
      }
      return top;
    };
    return [...controls]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > 0 && box.top < innerHeight && box.width > 1)
      .filter(({ control, box }) => Math.max(box.top, clipTop(control)) < innerHeight / 2 - 1)
      .filter(({ control, box }) => box.bottom > clipTop(control) && !control.matches('dialog'))
      .map(({ control, box }) => `${control.outerHTML.slice(0, 100)} at ${Math.round(box.top)}`);
  });
}

test.each(['low', 'low elder en contrast'])(
  'low reach, %s › every screen, sheets open or not › no control above the middle',
  async (modes) => {
    const page = await openIn(modes);
    for (const [name, screen] of Object.entries(screens)) {
      await showScreen(page, server.url, screen);
      expect(await controlsAbove(page), name).toEqual([]);
    }
    await page.context().close();
  },
  300_000,
);

test('low reach › when the visitor is asked › the answers lie in the lower half', async () => {
  const page = await openFixture(browser, server.url, {
    modes: 'low elder',
    path: '/browse',
    frozenAt: '2026-11-22T01:00:00Z',
  });
  await page.locator('.node').first().waitFor();
  await page.clock.runFor(121_000);
  await page.getByRole('alertdialog').waitFor();
  expect(await controlsAbove(page)).toEqual([]);
  await page.context().close();
});

test('low reach › when switched on and off › controls move down and back, and the title stands above', async () => {
  const page = await openIn('');
  await page.locator('.row').first().waitFor();
  expect((await controlsAbove(page)).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: '低位' }).click();
  expect(await controlsAbove(page)).toEqual([]);
  const stage = page.locator('.stage__words');
  expect(await stage.textContent()).toBe('您想查什么？');
  await page
    .getByRole('link', { name: /政策文件/ })
    .first()
    .click();
  await page.locator('.result').first().click();
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await expect.poll(() => stage.textContent()).toBe(title);
  await page.getByRole('button', { name: '低位' }).click();
  expect(await stage.count()).toBe(0);
  await page.context().close();
});

test('low reach › when the visit ends › it is off', async () => {
  const page = await openIn('low');
  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.locator('html.is-low-reach').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => sessionStorage.getItem('mingchuang.modes'))).toBeNull();
  await page.context().close();
});

test.each(['landscape', 'small', 'phone'] as const)(
  'low reach › on a screen that is not tall, %s › is not offered',
  async (viewport) => {
    const page = await openIn('low', viewport);
    await page.getByRole('button', { name: '高对比' }).waitFor();
    expect(await page.getByRole('button', { name: '低位' }).count()).toBe(0);
    expect(await page.locator('html.is-low-reach').count()).toBe(0);
    await page.context().close();
  },
);
