// Mirrors in a real browser: searches read from them, they are never believed against a seal, and go with their release.
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
  syncNow,
  waitForEngine,
  waitForVersion,
  wholeOf,
} from '#tests/support/engine-harness/harness-setup.ts';

let harness: Harness;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  harness = await setUpHarness([
    { records: 60, edition: '一' },
    { records: 60, edition: '二' },
  ]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  harness.server.releaseFolder = editionOf(harness, 1).folder;
  context = await browser.newContext();
});
afterEach(async () => {
  harness.server.interfere = null;
  await context.close();
});

const search = (page: Page, text: string) =>
  page.evaluate(async (words) => {
    const query = { text: words, filters: {}, sort: 'relevance', offset: 0, limit: 5 } as const;
    return (await window.engine.search(query)).hits.map(({ record }) => record.id);
  }, text);

/** Runs inside the page: names of the mirrors there are. */
async function listMirrors(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('mirrors', { create: true });
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names.sort();
}

/** Runs inside the page: changes a byte in every hundred of every mirror. */
async function spoilMirrors(): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('mirrors', { create: true });
  let spoilt = 0;
  for await (const name of folder.keys()) {
    const handle = await folder.getFileHandle(name);
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    for (let at = 50; at < bytes.length - 8; at += 100) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    const writer = await handle.createWritable();
    await writer.write(bytes);
    await writer.close();
    spoilt += 1;
  }
  return spoilt;
}

/** A page on the same origin that runs no engine, so that files nobody reads can be changed. */
async function openPlainPage(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${harness.server.url}/nothing-here`);
  return page;
}

describe('mirrors', () => {
  it('a cold start › when the store has lost all blocks and the hub is gone › reads everything it searches', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    const found = await search(page, '第7号河道');
    expect(found[0]).toBe('r007');
    await page.evaluate(damageStore, { type: 'remove-blocks', every: 1, keepsMirrors: true } as const);
    harness.server.interfere = () => ({ type: 'status', status: 503 }) as never;
    await page.reload();
    await waitForEngine(page);
    await waitForVersion(page, 1);
    expect(await search(page, '第7号河道')).toEqual(found);
  });

  it('the manifest › when the store has lost it and the hub is gone › comes whole from its mirror', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    const agencies = () =>
      page.evaluate(() => (window.engine.manifest.value?.agencies ?? []).map(({ name }) => name));
    await expect.poll(agencies).not.toEqual([]);
    const before = await agencies();
    const damage = { type: 'spoil-manifest', version: 1, keepsMirrors: true } as const;
    expect(await page.evaluate(damageStore, damage)).toBe(1);
    harness.server.interfere = () => ({ type: 'status', status: 503 }) as never;
    await page.reload();
    await waitForEngine(page);
    await waitForVersion(page, 1);
    await expect.poll(agencies).toEqual(before);
  });

  it('a mirror › when its bytes are wrong › everything is read from the store', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    await page.close();
    // A page that has just been closed may hold its mirror open for a moment longer, and for as long as another page keeps
    // its process alive: each attempt has a page of its own.
    const spoil = async () => {
      const plain = await openPlainPage();
      const spoilt = await plain.evaluate(spoilMirrors).catch(() => 0);
      await plain.close();
      return spoilt;
    };
    await expect.poll(spoil, { timeout: 15_000 }).toBeGreaterThan(0);
    const again = await openEngine(context, harness);
    await waitForVersion(again, 1);
    expect(await readWhole(again)).toEqual(wholeOf(editionOf(harness, 1)));
  });

  it('two tabs › when both are open › both read everything', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    const second = await openEngine(context, harness);
    await waitForVersion(second, 1);
    for (const tab of [second, page]) expect(await readWhole(tab)).toEqual(wholeOf(editionOf(harness, 1)));
  });

  it('a new release › when it is installed › has mirrors of its own', async () => {
    const page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    const before = await page.evaluate(listMirrors);
    expect(before.length).toBeGreaterThan(0);
    harness.server.releaseFolder = editionOf(harness, 2).folder;
    await syncNow(page);
    await waitForVersion(page, 2);
    const after = await page.evaluate(listMirrors);
    const isNew = (name: string) => !before.includes(name);
    const ofManifest = (name: string) => name.startsWith('manifest-');
    expect(after.filter((name) => isNew(name) && ofManifest(name))).toHaveLength(1);
    expect(after.some((name) => isNew(name) && !ofManifest(name))).toBe(true);
  });
});
