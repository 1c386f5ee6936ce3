// A desk in a real browser against a real hub: signed in, watched for anything the console complains of.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { graveViolations } from '#tests/support/axe.ts';
import { viewports } from './browser.ts';
import { adminPassword, type RunningHub } from './hub.ts';

export interface DeskPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Complaints of console and page so far, refused content (CSP) among them. */
  readonly complaints: string[];
  /** Opens an address of the desk and waits until nothing is loading. */
  open(path: string): Promise<void>;
  /** Asks the hub's API with this browser's session; changing requests carry its token. */
  api(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** Closes the browser context and fails on any complaint. */
  close(): Promise<void>;
}

export interface DeskOptions extends BrowserContextOptions {
  readonly isSignedIn?: boolean;
  /** Whose account; the administrator's without a name. */
  readonly account?: string;
  readonly language?: 'zh-CN' | 'en';
}

/**
 * The browser itself reports every refused request: 401 to the first question whether anyone is signed in, and 409
 * when two people saved one record. The desk tells both in its own words.
 */
const expected = /status of 40[19]\b/;

function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`${error.message}\n${error.stack}`));
}

/** Opens a browser of its own at the desk's size. */
export async function openDesk(
  browser: Browser,
  hub: RunningHub,
  options: DeskOptions = {},
): Promise<DeskPage> {
  const { isSignedIn = true, language = 'zh-CN', account = 'admin', ...contextOptions } = options;
  const context = await browser.newContext({ viewport: viewports.small, locale: 'zh-CN', ...contextOptions });
  await context.addInitScript((chosen) => {
    localStorage.setItem('mingchuang-desk-language', chosen);
  }, language);
  context.setDefaultTimeout(15_000);
  let token = '';
  if (isSignedIn) {
    const data = { name: account, password: adminPassword };
    const answer = await context.request.post(`${hub.url}/api/session`, { data });
    token = ((await answer.json()) as { csrfToken: string }).csrfToken;
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  watch(page, complaints);
  return {
    page,
    context,
    complaints,
    open: async (path) => {
      await page.goto(`${hub.url}${path}`);
      await settle(page);
    },
    api: async (method, path, body) => {
      const headers = { 'x-csrf-token': token };
      const data = body === undefined ? {} : { data: body };
      // The hub may let an idle connection go just as it is used again.
      const sent = { method, headers, maxRetries: 2, ...data };
      const response = await context.request.fetch(`${hub.url}/api${path}`, sent);
      if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
      return response.status() === 204 ? null : await response.json();
    },
    close: async () => {
      await context.close();
      expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
    },
  };
}

/** Waits until the screen shows what it loads; the kiosk in the preview goes on by itself. */
export async function settle(page: Page): Promise<void> {
  // A screen's code comes when it is opened; its head is the first of it.
  await page.locator('#app h1').first().waitFor();
  await page.locator('#app [aria-busy="true"], #app .skeleton').first().waitFor({ state: 'detached' });
}

/** Fails when axe finds a serious or critical fault. The framed kiosk is checked by its own tests. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await graveViolations(page, { exclude: ['iframe'] }), what).toEqual([]);
}

/** Fails when the page is wider than its window. */
export async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${what}: wider than the window by`).toBeLessThanOrEqual(0);
}
