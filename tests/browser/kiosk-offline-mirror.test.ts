// The mirror of hot blocks in a real browser: searches go on from it, and two tabs do without quarrel.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { damageStore } from '#tests/support/engine-harness/damage.ts';
import {
  editionOf,
  type Harness,
  openEngine,
  readWhole,
  setUpHarness,
  waitForVersion,
  wholeOf,
} from '#tests/support/engine-harness/harness-setup.ts';

let harness: Harness;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  harness = await setUpHarness([{ records: 60, edition: '一' }]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
});

const search = (page: Page, text: string) =>
  page.evaluate(async (words) => {
    const query = { text: words, filters: {}, sort: 'relevance', offset: 0, limit: 5 } as const;
    return (await window.engine.search(query)).hits.map(({ record }) => record.id);
  }, text);

/** Runs inside the page: bytes in the mirror's file. */
async function mirrorBytes(): Promise<number> {
  const folder = await navigator.storage.getDirectory();
  try {
    return (await (await folder.getFileHandle('block-mirror')).getFile()).size;
  } catch {
    return 0;
  }
}

/** Waits until nothing more is copied: the same size seen several times in a row. */
async function waitForMirror(page: Page): Promise<void> {
  const sizes: number[] = [];
  await expect
    .poll(async () => {
      sizes.push(await page.evaluate(mirrorBytes));
      return sizes.length > 5 && new Set(sizes.slice(-5)).size === 1 && (sizes.at(-1) ?? 0) > 0;
    })
    .toBe(true);
}

describe('the mirror of hot blocks', () => {
  it('when it is filled and the store then loses its blocks › searches find what they found', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    const first = await search(page, '第7号河道');
    expect(first[0]).toBe('r007');
    await waitForMirror(page);
    await context.setOffline(true);
    await page.evaluate(damageStore, { type: 'remove-blocks', every: 1 } as const);
    expect(await search(page, '第7号河道')).toEqual(first);
    expect((await search(page, '第31号河道整治'))[0]).toBe('r031');
  });

  it('when a second tab can not have it › both tabs read everything', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    await search(page, '河道');
    await waitForMirror(page);
    const second = await openEngine(context, harness);
    await waitForVersion(second, 1);
    for (const tab of [second, page]) expect(await readWhole(tab)).toEqual(wholeOf(editionOf(harness, 1)));
  });

  it('when the page is loaded again › it is filled anew', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    await search(page, '河道');
    await waitForMirror(page);
    await page.reload();
    await waitForVersion(page, 1);
    expect((await search(page, '第7号河道'))[0]).toBe('r007');
    await waitForMirror(page);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
  });
});
