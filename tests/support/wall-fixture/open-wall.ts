// Opens the wall screen over the fake engine at one of its sizes, at a given moment of a given venue.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { WallSetting } from './wall-engine.ts';

export const wallRoot = fileURLToPath(new URL('.', import.meta.url));

/** The displays a wall is drawn for. */
export const wallSizes = {
  landscape: { width: 1920, height: 1080 },
  large: { width: 3840, height: 2160 },
  portrait: { width: 1080, height: 1920 },
  small: { width: 1366, height: 768 },
} as const;

export interface OpenWallOptions extends WallSetting {
  readonly size?: keyof typeof wallSizes;
  /** What follows `/screen/`, such as `?layout=charts`. */
  readonly query?: string;
  /** The moment its clock shows, in China; timers then run only when a test moves them. */
  readonly at?: string;
}

/** A Wednesday morning on which no emergency stands. */
export const calmMorning = '2026-11-25T10:20:00+08:00';
/** The emergency of the fixture stands for three days from 21 November on. */
export const alarmMorning = '2026-11-22T10:20:00+08:00';

/** The caller closes the page's context. */
export async function openWall(browser: Browser, url: string, options: OpenWallOptions = {}): Promise<Page> {
  const { size = 'landscape', query = '', at = calmMorning, ...setting } = options;
  const context = await browser.newContext({ viewport: wallSizes[size], timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.clock.install({ time: new Date(at) });
  await page.addInitScript((given) => {
    window.wallSetting = given;
  }, setting);
  await page.goto(`${url}/screen/${query}`);
  await page.locator('.wall, .quiet').first().waitFor();
  return page;
}

/** Which page is on the wall: counts from 1 since it was opened. */
export const turnOf = async (page: Page) => Number(await page.locator('.wall').getAttribute('data-turn'));

/** No page stays shorter than this, so that steps of it never skip one. */
const shortestSeconds = 5;

/** Lets time pass until the wall has turned once more; throws when it does not within two minutes of its clock. */
export async function turnPage(page: Page): Promise<void> {
  const before = await turnOf(page);
  for (let second = 0; second < 120; second += shortestSeconds) {
    await page.clock.runFor(shortestSeconds * 1_000);
    if ((await turnOf(page)) !== before) return;
  }
  throw new Error(`The wall stayed on turn ${before} for two minutes.`);
}

/** How many pages the layout has, as the footer counts them. */
export async function pageCount(page: Page): Promise<number> {
  const place = page.locator('.wall-footer__place');
  return (await place.count()) === 0 ? 1 : Number((await place.innerText()).split('/')[1]);
}
