// Disks lie and fill up: damaged parts are fetched again, results never shrink, and a full disk changes nothing.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { type Damage, damageStore, describeBlocks } from '#tests/support/engine-harness/damage.ts';
import {
  editionOf,
  type Harness,
  openEngine,
  readWhole,
  setUpHarness,
  statusOf,
  syncNow,
  waitForEngine,
  waitForVersion,
  wholeOf,
} from '#tests/support/engine-harness/harness-setup.ts';

let harness: Harness;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  harness = await setUpHarness([
    { records: 60, edition: '一' },
    { records: 60, edition: '二', attachmentBytes: 3_000_000 },
  ]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  harness.server.releaseFolder = editionOf(harness, 1).folder;
  harness.server.interfere = null;
  context = await browser.newContext();
  page = await openEngine(context, harness);
  await waitForVersion(page, 1);
});
afterEach(async () => {
  await context.close();
});

/**
 * Damages the store while a page of the same origin without an engine stands in the page's place: an engine that is
 * still checking what it stores would begin to repair at once, and ask the hub before anybody counts.
 */
async function damageUnseen(damage: Damage): Promise<number> {
  await page.goto(`${harness.server.url}/release/metadata/timestamp.json`);
  const changed = await page.evaluate(damageStore, damage);
  harness.server.requests.length = 0;
  return changed;
}

async function damageAndReload(damage: Damage): Promise<number> {
  const changed = await damageUnseen(damage);
  await page.goto(harness.server.url);
  await waitForEngine(page);
  return changed;
}

/** Ranges of files asked for since the damage, each as one text. */
function rangesAsked(): string[] {
  return harness.server.requests.flatMap(({ path, range }) => (range ? [`${path} ${range}`] : []));
}

/** Block files asked for whole. */
function filesAsked(): string[] {
  return harness.server.requests.flatMap(({ path, range }) =>
    path.endsWith('.mcb') && !range ? [path] : [],
  );
}

describe('kiosk engine on a bad disk', () => {
  const blockDamages: readonly Damage[] = [
    { type: 'flip-blocks', every: 3 },
    { type: 'flip-blocks', every: 1 },
    { type: 'remove-blocks', every: 2 },
  ];
  for (const damage of blockDamages) {
    it(`blocks › when hit by ${JSON.stringify(damage)} › they are fetched again by range and nothing is missing`, async () => {
      expect(await damageAndReload(damage)).toBeGreaterThan(0);
      expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
      const fetched = harness.server.requests.filter(({ path }) => path.endsWith('.mcb'));
      expect(fetched.length).toBeGreaterThan(0);
      expect(fetched.every(({ range }) => range !== undefined)).toBe(true);
    });
  }

  it('all blocks › when damaged and nobody searches › the check in the background repairs them', async () => {
    const sound = await page.evaluate(describeBlocks);
    const damaged = await damageAndReload({ type: 'flip-blocks', every: 2 });
    await expect.poll(() => page.evaluate(describeBlocks)).toBe(sound);
    expect(new Set(rangesAsked()).size).toBe(damaged);
    await context.setOffline(true);
    await page.reload();
    await waitForEngine(page);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
  });

  it('a block › when readers and the check find it damaged at once › it is asked for once', async () => {
    const sound = await page.evaluate(describeBlocks);
    const damaged = await damageAndReload({ type: 'flip-blocks', every: 1 });
    const whole = wholeOf(editionOf(harness, 1));
    expect(await Promise.all([readWhole(page), readWhole(page), readWhole(page)])).toEqual([
      whole,
      whole,
      whole,
    ]);
    await expect.poll(() => page.evaluate(describeBlocks)).toBe(sound);
    expect(rangesAsked().toSorted()).toEqual([...new Set(rangesAsked())].toSorted());
    expect(rangesAsked()).toHaveLength(damaged);
  });

  it('a range › when the hub sends it damaged or not at all › the whole file is fetched and checked', async () => {
    harness.server.interfere = (_path, request) =>
      request.headers.range ? { type: 'bytes', bytes: Buffer.alloc(10) } : undefined;
    await damageAndReload({ type: 'flip-blocks', every: 2 });
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
  });

  for (const type of ['spoil-tables', 'remove-tables'] as const) {
    it(`tables of blocks › when hit by ${type} › their files are fetched again`, async () => {
      expect(await damageAndReload({ type })).toBeGreaterThan(0);
      expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
      const files = filesAsked();
      expect(files).toHaveLength(new Set(files).size);
    });
  }

  it('blocks of a file that never came whole › when the store is tidied › they go and nothing else does', async () => {
    const before = await page.evaluate(countBlocks);
    await page.evaluate(leaveOrphan);
    expect(await page.evaluate(countBlocks)).toBe(before + 2);
    await page.reload();
    await waitForVersion(page, 1);
    await expect.poll(() => page.evaluate(countBlocks)).toBe(before);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
  });

  it('one block of a file › when a question runs into it › what lies damaged around it is repaired with it', async () => {
    const damaged = await damageUnseen({ type: 'flip-blocks', every: 1 });
    harness.server.interfere = async (path) => {
      // Without a hub that answers to the look for releases, the check in the background does not begin.
      if (path.endsWith('timestamp.json')) return await new Promise(() => undefined);
      return undefined;
    };
    await page.goto(harness.server.url);
    await waitForEngine(page);
    const one = { text: '', filters: {}, sort: 'date', offset: 0, limit: 1 } as const;
    expect(await page.evaluate(async (query) => (await window.engine.search(query)).total, one)).toBe(60);
    const fetched = () =>
      new Set(harness.server.requests.flatMap(({ path, range }) => (range ? [`${path} ${range}`] : [])));
    await expect.poll(() => fetched().size).toBe(damaged);
    harness.server.interfere = null;
  });

  for (const type of ['spoil-attachments', 'remove-attachments'] as const) {
    it(`attachments › when hit by ${type} › they are fetched again when opened`, async () => {
      expect(await damageAndReload({ type })).toBe(2);
      expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
    });
  }

  it('damage › when the hub cannot be reached › a search fails with its reason and never gives fewer results', async () => {
    await page.waitForFunction(() => window.engine.status.value.isOfflineReady);
    await damageUnseen({ type: 'flip-blocks', every: 1 });
    await context.setOffline(true);
    await page.goto(harness.server.url);
    await waitForEngine(page);
    const outcome = await page.evaluate(async () => {
      const query = { text: '河道', filters: {}, sort: 'relevance', offset: 0, limit: 10 } as const;
      return await window.engine.search(query).then(
        ({ total }) => total,
        (error: { code: string }) => error.code,
      );
    });
    expect(['search.block-damaged', 'kiosk.no-catalogue']).toContain(outcome);
    await context.setOffline(false);
    await syncNow(page);
    await waitForVersion(page, 1);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
  });

  it('the manifest › when damaged › the release is installed again from what is stored', async () => {
    await damageAndReload({ type: 'spoil-manifest', version: 1 });
    await waitForVersion(page, 1);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
    expect(harness.server.requests.some(({ path }) => path.endsWith('.mcb'))).toBe(false);
  });

  it('the manifest of the new generation › when damaged and the hub is away › the previous one is shown', async () => {
    await page.waitForFunction(() => window.engine.status.value.isOfflineReady);
    harness.server.releaseFolder = editionOf(harness, 2).folder;
    expect((await syncNow(page)).version).toBe(2);
    await damageUnseen({ type: 'spoil-manifest', version: 2 });
    await context.setOffline(true);
    await page.goto(harness.server.url);
    await waitForEngine(page);
    expect(await statusOf(page)).toMatchObject({ phase: 'ready', version: 1 });
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 1)));
    await context.setOffline(false);
    await syncNow(page);
    await waitForVersion(page, 2);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 2)));
  });

  it('the trusted root › when damaged › trust is taken anew and updates go on', async () => {
    await damageAndReload({ type: 'spoil-root' });
    harness.server.releaseFolder = editionOf(harness, 2).folder;
    expect(await syncNow(page)).toMatchObject({ version: 2, lastProblem: null });
  });

  it('the database › when removed altogether › the terminal starts over', async () => {
    await context.setOffline(true);
    await page.goto('about:blank').catch(() => null);
    await context.setOffline(false);
    const second = await openEngine(context, harness);
    await second.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.deleteDatabase('mingchuang');
          request.onsuccess = resolve;
          request.onblocked = () => undefined;
        }),
    );
    await second.reload();
    await waitForVersion(second, 1);
    expect(await readWhole(second)).toEqual(wholeOf(editionOf(harness, 1)));
  });
});

describe('kiosk engine on a full disk', () => {
  async function limitStorage(session: CDPSession, quotaSize: number | null): Promise<void> {
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: harness.server.url,
      ...(quotaSize === null ? {} : { quotaSize }),
    });
  }

  it('a release › when there is no room for it › the old catalogue stays, what was begun goes, and room ends it', async () => {
    // The browser remembers how much room there was: the limit must stand before anything is stored.
    const fresh = await browser.newContext();
    const terminal = await fresh.newPage();
    const session = await fresh.newCDPSession(terminal);
    await limitStorage(session, 3_000_000);
    await terminal.goto(harness.server.url);
    await waitForVersion(terminal, 1);
    harness.server.releaseFolder = editionOf(harness, 2).folder;
    const status = await syncNow(terminal);
    expect(status.lastProblem?.error.code).toBe('kiosk.disk-full');
    expect(status).toMatchObject({ phase: 'ready', version: 1, sync: { step: 'idle' } });
    expect(await readWhole(terminal)).toEqual(wholeOf(editionOf(harness, 1)));
    const held = await terminal.evaluate(countAttachments);
    expect(held).toBe(2);
    await limitStorage(session, null);
    expect(await syncNow(terminal)).toMatchObject({ version: 2, lastProblem: null });
    expect(await readWhole(terminal)).toEqual(wholeOf(editionOf(harness, 2)));
    await fresh.close();
  });
});

/** Runs inside the page. */
async function countAttachments(): Promise<number> {
  const opening = indexedDB.open('mingchuang');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const counting = database.transaction('attachments').objectStore('attachments').count();
  const count = await new Promise<number>((resolve) => {
    counting.onsuccess = () => resolve(counting.result);
  });
  database.close();
  return count;
}

/** Runs inside the page: blocks as an install leaves them that was killed before their table came. */
async function leaveOrphan(): Promise<void> {
  const opening = indexedDB.open('mingchuang');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const work = database.transaction('blocks', 'readwrite');
  for (const block of [0, 1]) work.objectStore('blocks').put(new ArrayBuffer(8), ['f'.repeat(64), block]);
  await new Promise((resolve) => {
    work.oncomplete = resolve;
  });
  database.close();
}

/** Runs inside the page. */
async function countBlocks(): Promise<number> {
  const opening = indexedDB.open('mingchuang');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const counting = database.transaction('blocks').objectStore('blocks').count();
  const count = await new Promise<number>((resolve) => {
    counting.onsuccess = () => resolve(counting.result);
  });
  database.close();
  return count;
}
