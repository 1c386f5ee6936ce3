// What one way out of the page is: a name, and the act a visitor or a text would try it by.
import type { CDPSession, Page } from 'playwright-core';

export interface WayOut {
  readonly name: string;
  /** Resolves when the browser had its chance to follow. */
  readonly act: (page: Page, cdp: CDPSession) => Promise<void>;
  /** An event whose own effect must have been refused: where a headless browser shows no effect to look for. */
  readonly refused?: { readonly type: string; readonly key?: string };
}

/** Lets everything run that the act started: tasks of the page, then a frame. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))),
  );
}
