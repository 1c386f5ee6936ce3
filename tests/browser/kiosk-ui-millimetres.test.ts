// Real boxes in real millimetres at three terminals, against what a public screen owes its visitors.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { screens, showScreen, spoilPage } from '#tests/support/kiosk-fixture/screens.ts';
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

const terminals = [
  { inches: 21.5, width: 1080, height: 1920 },
  { inches: 43, width: 1080, height: 1920 },
  { inches: 10.1, width: 1280, height: 800 },
] as const;

/** The least of everything, in millimetres of glass. One dp is a 160th of an inch. */
const dp = 25.4 / 160;
const floorMm = 10;
const primaryMm = 20;
const gapMm = 3;
const elderTargetMm = 60 * dp;
const elderTextMm = 18 * dp;
const elderReadingMm = 30 * dp;
const textMm = 3.2;

/** What people press to move about, to take something home, to open what they came for. */
const primary =
  '.rail__places .rail__button, .tile, .result, .button--primary, .search-field, .dock .button, .sheet__close, .speech__button';
const reading = '.body__text p, .tile__name, .result__title, .facts__value';

interface Measured {
  readonly small: string[];
  readonly close: string[];
  readonly smallText: string[];
  readonly smallReading: string[];
}

/** Everything on the open screen that is less than it should be; `mm` is the glass's own pixels a millimetre. */
async function measure(
  page: Page,
  mm: number,
  least: Record<'target' | 'primary' | 'gap' | 'text' | 'reading', number>,
) {
  return await page.evaluate(
    ({ mm, least, primary, reading }): Measured => {
      const rounding = 0.6;
      const layer: ParentNode = document.querySelector('dialog[open]') ?? document;
      const visible = (selector: string) =>
        [...layer.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
      const name = (one: Element) => one.outerHTML.slice(0, 90);
      // Links within a sentence are as high as its line; the field one types in is as high as its frame.
      const controls = visible('a[href], button, summary, [role=slider]').filter(
        (one) => !one.matches('.body-link'),
      );
      const box = (one: Element) => one.getBoundingClientRect();
      const short = (one: Element) => Math.min(box(one).width, box(one).height);
      const small = [
        ...controls.filter((one) => short(one) < least.target * mm - rounding),
        ...visible(primary).filter((one) => short(one) < least.primary * mm - rounding),
      ].map((one) => `${name(one)} ${(short(one) / mm).toFixed(1)} mm`);
      const close = controls.slice(0, 80).flatMap((one, index) => {
        const next = controls[index + 1];
        if (!next || next.parentElement !== one.parentElement || one.matches('.row, .result')) return [];
        const [a, b] = [box(one), box(next)];
        const gap = Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom);
        const isJoined = one.matches('.switch__choice, .ways__choice, .search-field *');
        return isJoined || gap >= least.gap * mm - rounding
          ? []
          : [`${name(one)} ${(gap / mm).toFixed(1)} mm`];
      });
      const size = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize) / mm;
      const texts = visible('p, span, a, button, dt, dd, td, th, h1, h2, h3, li').filter((one) =>
        [...one.childNodes].some((child) => child instanceof Text && child.data.trim() !== ''),
      );
      const readable = texts.filter((one) => !one.closest('.visually-hidden, sup, sub, .stage'));
      return {
        small,
        close,
        smallText: readable
          .filter((one) => size(one) < least.text - 0.05)
          .map((one) => `${name(one)} ${size(one).toFixed(2)} mm`),
        smallReading: visible(reading)
          .filter((one) => size(one) < least.reading - 0.05)
          .map((one) => `${name(one)} ${size(one).toFixed(2)} mm`),
      };
    },
    { mm, least, primary, reading },
  );
}

const measured = [
  'home',
  'browse',
  'results',
  'filter',
  'law',
  'guide',
  'table',
  'handoff',
  'about',
] as const;
const nothing: Measured = { small: [], close: [], smallText: [], smallReading: [] };

test.each(terminals.flatMap((terminal) => ['', 'elder en'].map((modes) => ({ ...terminal, modes }))))(
  'millimetres › at $inches″ $width×$height, mode “$modes” › targets, gaps and texts are what they should be',
  async ({ inches, width, height, modes }) => {
    const page = await openFixture(browser, server.url, {
      modes,
      context: { viewport: { width, height }, reducedMotion: 'reduce' },
    });
    await page.evaluate((value) => localStorage.setItem('mingchuang.diagonal-inches', String(value)), inches);
    await spoilPage(page);
    const mm = Math.hypot(width, height) / (inches * 25.4);
    const isElder = modes.includes('elder');
    const least = {
      target: isElder ? Math.max(floorMm, elderTargetMm) : floorMm,
      primary: primaryMm,
      gap: gapMm,
      text: isElder ? elderTextMm : textMm,
      reading: isElder ? elderReadingMm : textMm,
    };
    for (const name of measured) {
      const screen = screens[name];
      if (!screen) throw new Error(`no screen ${name}`);
      await showScreen(page, server.url, screen);
      expect(await measure(page, mm, least), name).toEqual(nothing);
    }
    await page.context().close();
  },
  120_000,
);

test('calibration › when staff choose 43″ and then measure with a ruler › the glass’s millimetre follows', async () => {
  const page = await openFixture(browser, server.url);
  const { staff } = screens;
  if (!staff) throw new Error('no screen staff');
  await showScreen(page, server.url, staff);
  const length = () =>
    page.locator('.calibration__ruler').evaluate((ruler) => ruler.getBoundingClientRect().width);
  await page.getByRole('button', { name: '43″' }).click();
  expect(await length()).toBeCloseTo((100 * Math.hypot(1080, 1920)) / (43 * 25.4), 0);
  await page.getByText('本屏约 535 × 952 毫米').waitFor();
  const before = await length();
  await page.getByRole('button', { name: '长一点' }).click();
  await expect.poll(length).toBeGreaterThan(before);
  expect(await page.getByRole('button', { name: '43″' }).getAttribute('aria-pressed')).toBe('false');
  await showScreen(page, server.url, staff);
  expect(await length()).toBeGreaterThan(before);
  await page.context().close();
});
