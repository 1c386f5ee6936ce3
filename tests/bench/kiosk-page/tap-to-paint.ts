// How long the screen takes to answer a finger: from each touch to the next painted frame, screen by screen.
import type { Locator, Page } from 'playwright-core';

/** A touch of a walk through the terminal; `open` comes first where the touch needs another screen. */
export interface Touch {
  readonly screen: string;
  readonly open?: string;
  readonly on: (page: Page) => Locator;
}

export interface TouchFigure {
  readonly screen: string;
  readonly ms: number;
}

/** What the browser's Event Timing does not report was painted within a frame. */
const unnoticedMs = 16;

declare global {
  interface Window {
    touchDurations: Map<number, number>;
  }
}

async function watchTouches(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.touchDurations = new Map();
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        const id = entry.interactionId ?? 0;
        if (id > 0)
          window.touchDurations.set(id, Math.max(window.touchDurations.get(id) ?? 0, entry.duration));
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** Walks `touches` in order, `rounds` times, with the page's thread slowed down by `slowdown`. */
export async function measureTouches(
  page: Page,
  url: string,
  touches: readonly Touch[],
  rounds: number,
  slowdown: number,
): Promise<TouchFigure[]> {
  await watchTouches(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const figures: TouchFigure[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { screen, open, on } of touches) {
      if (open !== undefined) await page.goto(url + open);
      const target = on(page).first();
      await target.waitFor();
      await page.evaluate(() => window.touchDurations.clear());
      await target.tap();
      figures.push({ screen, ms: await longestDuration(page) });
    }
  }
  return figures;
}

/** Entries are delivered a little after the frame they speak of: when two more frames have come, they are there. */
async function longestDuration(page: Page): Promise<number> {
  const durations = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const settle = () => setTimeout(() => resolve([...window.touchDurations.values()]), 100);
        requestAnimationFrame(() => requestAnimationFrame(settle));
      }),
  );
  return Math.max(unnoticedMs, ...durations);
}
