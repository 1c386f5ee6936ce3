// One test per set of modes: every screen of the terminal shown in it and looked over.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type viewports } from '#tests/support/browser.ts';
import { controlsAboveMiddle, coveredControls, misfitsOf, openInModes, violationsOf } from './look-over.ts';
import { collectComplaints } from './open-fixture.ts';
import { screens, showScreen } from './screens.ts';
import { type FixtureServer, serveFixture } from './serve-fixture.ts';

/** A window, and the modes it is looked at in, as the fixture reads them. */
export type View = readonly [viewport: keyof typeof viewports, modes: string];

/** Defines the tests of these views. The views of all files together hold every pair of modes in each of its four ways. */
export function testEveryScreen(views: readonly View[]): void {
  let browser: Browser;
  let server: FixtureServer;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(views)(
    'every screen, %s %s › when looked at › axe finds nothing serious, all is large enough and inside',
    async (viewport, modes) => {
      const page = await openInModes(browser, server.url, modes, viewport);
      const isLow = modes.includes('low');
      const complaints = collectComplaints(page);
      for (const [name, screen] of Object.entries(screens)) {
        await showScreen(page, server.url, screen);
        expect.soft(await misfitsOf(page), name).toEqual([]);
        expect.soft(await coveredControls(page), name).toEqual([]);
        if (isLow) expect.soft(await controlsAboveMiddle(page), name).toEqual([]);
        expect.soft(await violationsOf(page), name).toEqual([]);
        expect.soft(await page.getByRole('heading', { level: 1 }).count(), name).toBeLessThanOrEqual(1);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
}
