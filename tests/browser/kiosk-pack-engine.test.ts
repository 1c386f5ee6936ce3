// Packs and the engine below the screens: whom a terminal trusts, and that what is refused leaves nothing behind.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openFileSource } from '#hub/archive/file-source.ts';
import { makePack } from '#hub/pack/make-pack.ts';
import { openPack } from '#shared/release/pack.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import {
  editionOf,
  type Harness,
  openEngine,
  readWhole,
  setUpHarness,
  statusOf,
  syncNow,
  waitForVersion,
  wholeOf,
} from '#tests/support/engine-harness/harness-setup.ts';

let harness: Harness;
let browser: Browser;
let context: BrowserContext;
let file: string;

beforeAll(async () => {
  harness = await setUpHarness([
    { records: 40, edition: '一' },
    { records: 40, edition: '二', changed: 30 },
  ]);
  file = join(harness.folder, 'second.tar');
  const dataDir = join(harness.folder, 'data');
  await makePack({ dataDir, file, since: null, nowMs: Date.now() });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  harness.server.releaseFolder = editionOf(harness, 1).folder;
});
afterEach(async () => {
  harness.server.interfere = null;
  await context.close();
});

/** Gives the file to the engine as the staff's panel does; its answer, or the code of what was wrong. */
async function take(page: Page, path: string): Promise<number | string | null> {
  await page.evaluate(() => {
    document.querySelector('input')?.remove();
    const input = document.createElement('input');
    input.type = 'file';
    document.body.append(input);
  });
  await page.locator('input').setInputFiles(path);
  return page.evaluate(async () => {
    const [chosen] = document.querySelector('input')?.files ?? [];
    if (chosen === undefined) throw new Error('No file was chosen.');
    return window.engine
      .installPack(chosen)
      .catch((thrown: unknown) => String((thrown as { code?: unknown }).code));
  });
}

it('a terminal that never reached its hub › when given a pack › trusts nobody on first sight', async () => {
  harness.server.interfere = () => ({ type: 'cut' });
  const page = await openEngine(context, harness);
  expect(await take(page, file)).toBe('pack.no-root');
  expect(await statusOf(page)).toMatchObject({ phase: 'empty', version: null });
  harness.server.interfere = null;
  await syncNow(page);
  await waitForVersion(page, 1);
  expect(await take(page, file)).toBe(2);
  expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 2)));
});

/** The pack once for each file the first edition lacks, that file damaged in its middle. */
async function* damagedPacks(): AsyncGenerator<{ readonly path: string; readonly pack: string }> {
  const source = await openFileSource(file);
  const { places } = await openPack(source);
  await source.close();
  const bytes = await readFile(file);
  const pack = join(harness.folder, 'damaged.tar');
  for (const { path, at, bytes: length } of places.values()) {
    if (existsSync(join(editionOf(harness, 1).folder, path)) && !path.endsWith('timestamp.json')) continue;
    const turned = Uint8Array.from(bytes);
    const middle = at + Math.floor(length / 2);
    turned[middle] = (turned[middle] ?? 0) ^ 0x01;
    await writeFile(pack, turned);
    yield { path, pack };
  }
}

it('a pack with any file damaged that is new › when given › changes nothing, and a sound one is taken afterwards', async () => {
  const page = await openEngine(context, harness);
  await waitForVersion(page, 1);
  await context.setOffline(true);
  const tried: string[] = [];
  for await (const { path, pack } of damagedPacks()) {
    expect(await take(page, pack), path).toMatch(/^(?:archive\.damaged|pack\.foreign)$/);
    expect(await statusOf(page)).toMatchObject({ phase: 'ready', version: 1 });
    tried.push(path);
  }
  expect(tried.length).toBeGreaterThan(4);
  expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
  expect(await take(page, file)).toBe(2);
  expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 2)));
});

it('a pack › when the network hangs in the middle of a look › does not wait for it', async () => {
  const page = await openEngine(context, harness);
  await waitForVersion(page, 1);
  harness.server.releaseFolder = editionOf(harness, 2).folder;
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  harness.server.interfere = (path) => {
    if (!path.startsWith('targets/')) return undefined;
    isAsked();
    return new Promise(() => {});
  };
  const looked = syncNow(page);
  await asked;
  expect(await take(page, file)).toBe(2);
  expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 2)));
  // A look that had waited for the hub to fall silent would say that it cannot be reached.
  expect(await looked).toMatchObject({ isHubReachable: true });
  expect(await statusOf(page)).toMatchObject({ version: 2, lastProblem: null });
});

it('what was refused › when the hub is reached again › keeps nothing it offers from being taken', async () => {
  const page = await openEngine(context, harness);
  await waitForVersion(page, 1);
  await context.setOffline(true);
  for await (const { path, pack } of damagedPacks()) {
    if (!path.startsWith('targets/')) continue;
    expect(await take(page, pack), path).toBe('archive.damaged');
  }
  await context.setOffline(false);
  // The hub still shows the first release: had the pack's signatures been kept, this would look like going back.
  expect(await syncNow(page)).toMatchObject({ version: 1, lastProblem: null });
});
