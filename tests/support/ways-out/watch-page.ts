// Watches a page for anything that leads out of it: navigations, windows, downloads, dialogs, choosers, zoom.
import type { BrowserContext, Page } from 'playwright-core';

export interface PageWatch {
  /** What happened since the watch began or was last asked, one line each. */
  escapes(): Promise<string[]>;
}

declare global {
  interface Window {
    /** Events that reached the end of their way, and whether the browser's own answer to them was refused. */
    seenEvents?: { readonly type: string; readonly key: string; readonly isRefused: boolean }[];
  }
}

/** What a browser answers with something of its own; the page hears of them last, when all guards have spoken. */
const watchedEvents = [
  ...['keydown', 'contextmenu', 'dragstart', 'dragover', 'drop', 'wheel', 'mouseup', 'copy', 'cut', 'paste'],
] as const;

/** Call before the page is opened. */
export async function recordEvents(page: Page): Promise<void> {
  await page.addInitScript((names) => {
    window.seenEvents = [];
    const note = (event: Event) => {
      const key =
        event instanceof KeyboardEvent ? event.key : event instanceof MouseEvent ? String(event.button) : '';
      window.seenEvents?.push({ type: event.type, key, isRefused: event.defaultPrevented });
    };
    for (const name of names) window.addEventListener(name, note);
  }, watchedEvents);
}

/** Starts watching a page that stands where it is to stay. */
export async function watchPage(context: BrowserContext, page: Page): Promise<PageWatch> {
  const seen: string[] = [];
  const home = page.url();
  page.on('download', (download) => seen.push(`download of ${download.url()}`));
  page.on('filechooser', () => seen.push('a file chooser'));
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => seen.push(`navigation to ${frame.url()}`));
  context.on('page', (other) => seen.push(`window ${other.url()}`));
  context.on('request', (request) => {
    if (request.isNavigationRequest()) seen.push(`request of ${request.url()}`);
  });
  return {
    escapes: async () => {
      const state = await page.evaluate(() => ({
        url: location.href,
        hasShell: document.querySelector('.shell') !== null,
        zoom: visualViewport?.scale ?? 1,
      }));
      if (state.url !== home) seen.push(`address ${state.url}`);
      if (!state.hasShell) seen.push('the screen is gone');
      if (state.zoom !== 1) seen.push(`zoom ${state.zoom}`);
      if (context.pages().length > 1) seen.push('more than one window');
      return seen.splice(0);
    },
  };
}
