// Opens the terminal over the fake engine in a browser page, in a given state, and names what tests look for.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { viewports } from '#tests/support/browser.ts';

export interface OpenOptions {
  readonly path?: string;
  /** A name `FakeEngine` knows. */
  readonly scenario?: string;
  /** `elder`, `contrast`, `en`, or several with blanks between. */
  readonly modes?: string;
  readonly viewport?: keyof typeof viewports;
  /** The instant the page's clock shows; timers then run only when a test moves them. */
  readonly frozenAt?: string;
  readonly context?: BrowserContextOptions;
  /** Done with the page before it is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The caller closes the page's context. */
export async function openFixture(browser: Browser, url: string, options: OpenOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: viewports[options.viewport ?? 'portrait'],
    timezoneId: 'Asia/Shanghai',
    ...options.context,
  });
  const page = await context.newPage();
  if (options.frozenAt) await page.clock.install({ time: new Date(options.frozenAt) });
  await page.addInitScript(
    ({ scenario, modes }) => {
      window.fixtureScenario = sessionStorage.getItem('fixture.scenario') || scenario;
      if (modes && !sessionStorage.getItem('fixture.modes')) {
        sessionStorage.setItem('mingchuang.modes', modes);
        sessionStorage.setItem('fixture.modes', 'set');
      }
    },
    { scenario: options.scenario ?? 'ready', modes: options.modes ?? '' },
  );
  await options.prepare?.(page);
  await page.goto(url + (options.path ?? '/'));
  await page.locator('.shell').waitFor();
  return page;
}

/** Everything the page complained about: script errors, and what the content security policy refused. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
