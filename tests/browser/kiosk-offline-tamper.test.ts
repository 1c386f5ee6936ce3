// A hub, or someone between, that changes, cuts, swaps or replays files of a release: refused, and said so.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
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
/** What a terminal holding edition one asks for to get edition two. */
let newFiles: string[];

beforeAll(async () => {
  harness = await setUpHarness([
    { records: 30, edition: '一', attachmentBytes: 40_000 },
    { records: 30, edition: '二', changed: 4, attachmentBytes: 41_000 },
  ]);
  browser = await launchBrowser();
  const old = new Set(await listFiles(editionOf(harness, 1).folder));
  const fresh = (await listFiles(editionOf(harness, 2).folder)).filter((path) => !old.has(path));
  newFiles = [...fresh, 'metadata/timestamp.json'];
});
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(() => {
  harness.server.interfere = null;
});

/** Paths below a release folder. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function readNew(path: string): Promise<Buffer> {
  return readFile(join(editionOf(harness, 2).folder, path));
}

/** A terminal with edition one, on a page of its own. */
async function openTerminal() {
  harness.server.releaseFolder = editionOf(harness, 1).folder;
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await openEngine(context, harness);
  await waitForVersion(page, 1);
  return { page, close: () => context.close() };
}

/** Offers edition two with `path` replaced: it must be asked for, refused, and change nothing. */
async function expectRefused(path: string, bytes: Uint8Array): Promise<void> {
  const { page, close } = await openTerminal();
  let isAsked = false;
  harness.server.releaseFolder = editionOf(harness, 2).folder;
  harness.server.interfere = (asked) => {
    if (asked !== path) return undefined;
    isAsked = true;
    return { type: 'bytes', bytes };
  };
  const status = await syncNow(page);
  harness.server.interfere = null;
  expect(isAsked, `${path} is asked for`).toBe(true);
  expect(status.lastProblem?.error.code, path).toMatch(/^release\./);
  expect(status, path).toMatchObject({ phase: 'ready', version: 1 });
  expect(await readWhole(page), path).toEqual(wholeOf(editionOf(harness, 1)));
  await close();
}

describe('kiosk engine against a lying hub', () => {
  const tricks: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'has one bit changed': (bytes) => {
      const copy = Buffer.from(bytes);
      const middle = Math.floor(copy.length / 2);
      copy[middle] = (copy[middle] ?? 0) ^ 1;
      return copy;
    },
    'is cut short': (bytes) => bytes.subarray(0, bytes.length - 1),
    'is empty': () => Buffer.alloc(0),
    'goes on after its end': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
    'does not end': () => Buffer.alloc(70 * 1024 * 1024),
  };

  for (const [number, [trick, change]] of Object.entries(tricks).entries()) {
    // A changed bit is tried on every file, the others in turn: which file it is matters to none of them.
    const share = number === 0 ? 1 : 3;
    it(`any new file › when it ${trick} › the release is refused and the old catalogue stays`, async () => {
      expect(newFiles.length).toBeGreaterThanOrEqual(8);
      const tried = newFiles.filter((_, at) => (at + number) % share === 0);
      for (const path of tried) await expectRefused(path, change(await readNew(path)));
    });
  }

  it('any two new files › when one stands in the place of the other › the release is refused', async () => {
    for (const [index, path] of newFiles.entries()) {
      const other = newFiles[(index + 1) % newFiles.length] ?? path;
      await expectRefused(path, await readNew(other));
    }
  });

  it('a missing file › when the hub has lost it › the problem outlives a restart and a true file ends it', async () => {
    const { page, close } = await openTerminal();
    harness.server.releaseFolder = editionOf(harness, 2).folder;
    harness.server.interfere = (path) =>
      path.endsWith('.mcb') ? { type: 'status', status: 404 } : undefined;
    expect((await syncNow(page)).lastProblem?.error.code).toBe('release.file-missing');
    await page.reload();
    await waitForEngine(page);
    await page.waitForFunction(() => window.engine.status.value.lastProblem !== null);
    expect(await statusOf(page)).toMatchObject({ phase: 'ready', version: 1 });
    harness.server.interfere = null;
    expect(await syncNow(page)).toMatchObject({ version: 2, lastProblem: null });
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 2)));
    await close();
  });

  it('an old release › when it is replayed › it is refused and the new one stays', async () => {
    const { page, close } = await openTerminal();
    harness.server.releaseFolder = editionOf(harness, 2).folder;
    expect((await syncNow(page)).version).toBe(2);
    harness.server.releaseFolder = editionOf(harness, 1).folder;
    const status = await syncNow(page);
    expect(status.lastProblem?.error.code).toBe('release.rolled-back');
    expect(status.version).toBe(2);
    expect(await readWhole(page)).toEqual(wholeOf(editionOf(harness, 2)));
    await close();
  });

  it('a whole newer release › when somebody else signed it › it is refused', async () => {
    const stranger = await setUpHarness([
      { records: 5, edition: '一' },
      { records: 5, edition: '二' },
    ]);
    const { page, close } = await openTerminal();
    harness.server.releaseFolder = editionOf(stranger, 2).folder;
    const status = await syncNow(page);
    expect(status.lastProblem?.error.code).toMatch(/^release\./);
    expect(status.version).toBe(1);
    await close();
    await stranger.stop();
  });
});
