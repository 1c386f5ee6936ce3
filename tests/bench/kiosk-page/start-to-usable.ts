// How long a terminal that holds a catalogue takes from opening the page to a home screen one can use.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchOnProfile, viewports } from '#tests/support/browser.ts';
import { serveKiosk } from './serve-kiosk.ts';

async function inBrowser<T>(profile: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await launchOnProfile(profile, [], { viewport: viewports.portrait });
  try {
    return await work(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
}

/** Milliseconds to the painted frame that first shows the search field and the sections with their figures. */
async function openHome(page: Page, url: string, slowdown: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const look = () => {
      const isThere = document.querySelector('input[type="search"]') && document.querySelector('.tile__line');
      if (!isThere) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('usable')[0]?.startTime ?? false,
  );
  return (await mark.jsonValue()) as number;
}

/** One figure a start, each in a fresh browser on the profile of a terminal that has synced once. */
export async function startsToUsable(
  releaseFolder: string,
  rounds: number,
  slowdown: number,
): Promise<number[]> {
  const server = await serveKiosk(releaseFolder);
  const profile = await mkdtemp(join(tmpdir(), 'mingchuang-bench-start-'));
  try {
    await inBrowser(profile, async (page) => {
      page.setDefaultTimeout(0);
      await page.goto(server.url);
      await page.getByText('可离线使用').waitFor();
    });
    const starts: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      starts.push(await inBrowser(profile, (page) => openHome(page, server.url, slowdown)));
    }
    return starts;
  } finally {
    await server.stop();
    await rm(profile, { recursive: true, force: true });
  }
}
