// The page and the whole browser killed at random instants of a sync: a whole catalogue, old or new, on restart.
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Edition,
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
import { launchKillable } from '#tests/support/engine-harness/killable-browser.ts';

const seed = Number(process.env.KILL_SEED ?? 20260711);
/** As often as `MINGCHUANG_TEST_KILLS` says; in the usual run some twenty instants of every sync. */
const pageKills = Number(process.env.MINGCHUANG_TEST_KILLS ?? 20);
const browserKills = Math.ceil(pageKills / 5);

let harness: Harness;
/** Milliseconds a sync of one edition takes; kills are spread over it. */
let syncMs = 400;
let nextEdition = 1;

beforeAll(async () => {
  harness = await setUpHarness([libraryOf(1)]);
});
afterAll(async () => {
  await harness?.stop();
});

function libraryOf(edition: number) {
  return { records: 24, edition: `第${edition}`, attachmentBytes: 20_000 + edition };
}

/** Publishes the next edition and has the server offer it. */
async function offerNext(): Promise<Edition> {
  nextEdition += 1;
  const edition = await harness.publish(libraryOf(nextEdition));
  harness.server.releaseFolder = edition.folder;
  return edition;
}

/** Mulberry32: the same instants for the same seed. */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** With the hub away: what is held must be whole, and be the old edition or the new one. */
async function expectWhole(page: Page, before: Edition, after: Edition, what: string): Promise<number> {
  await waitForEngine(page);
  const { phase, version } = await statusOf(page);
  expect(phase, what).toBe('ready');
  expect([before.version, after.version], what).toContain(version);
  const edition = version === before.version ? before : after;
  expect(await readWhole(page), what).toEqual(wholeOf(edition));
  return edition.version;
}

async function measureSync(page: Page): Promise<void> {
  const edition = await offerNext();
  const startedAt = performance.now();
  await syncNow(page);
  syncMs = performance.now() - startedAt;
  await waitForVersion(page, edition.version);
}

const away = () => ({ type: 'cut' }) as const;

describe('kiosk engine killed during a sync', () => {
  it(`the page › when killed at ${pageKills} random instants › a whole catalogue is there each time`, async () => {
    const random = randomNumbers(seed);
    const { context, kill: endBrowser } = await launchKillable(join(harness.folder, 'profile-pages'));
    let page = await openEngine(context, harness);
    await waitForVersion(page, 1);
    await measureSync(page);
    await measureSync(page);
    let before = harness.editions.at(-1) as Edition;
    const outcomes = { old: 0, new: 0 };
    for (let round = 1; round <= pageKills; round += 1) {
      const after = await offerNext();
      const killAfterMs = random() * syncMs * 1.3;
      const what = `kill ${round} of seed ${seed}, after ${killAfterMs.toFixed(1)} ms of ${syncMs.toFixed(0)}`;
      const kill = await prepareKill(context, page);
      const syncing = syncNow(page).catch(() => null);
      await pause(killAfterMs);
      await kill();
      await syncing;
      harness.server.interfere = away;
      page = await openEngine(context, harness);
      const held = await expectWhole(page, before, after, what);
      outcomes[held === after.version ? 'new' : 'old'] += 1;
      harness.server.interfere = null;
      await syncNow(page);
      await waitForVersion(page, after.version);
      before = after;
    }
    expect(outcomes.old + outcomes.new).toBe(pageKills);
    expect(outcomes.old, 'some kills hit before the switch').toBeGreaterThan(0);
    await endBrowser();
  }, 300_000);

  it(`the browser › when killed at ${browserKills} random instants › a whole catalogue is there each time`, async () => {
    const random = randomNumbers(seed + 1);
    const profile = join(harness.folder, 'profile-browser');
    const first = harness.editions.at(-1) as Edition;
    let before = first;
    let browser = await launchKillable(profile);
    let page = await openEngine(browser.context, harness);
    await waitForVersion(page, first.version);
    for (let round = 1; round <= browserKills; round += 1) {
      const after = await offerNext();
      const killAfterMs = random() * syncMs * 1.3;
      const what = `browser kill ${round} of seed ${seed}, after ${killAfterMs.toFixed(1)} ms`;
      const syncing = syncNow(page).catch(() => null);
      await pause(killAfterMs);
      await browser.kill();
      await syncing;
      harness.server.interfere = away;
      browser = await launchKillable(profile);
      page = await openEngine(browser.context, harness);
      await expectWhole(page, before, after, what);
      harness.server.interfere = null;
      await syncNow(page);
      await waitForVersion(page, after.version);
      before = after;
    }
    await browser.kill();
  }, 300_000);
});

/** A function that ends the page's process, and its workers with it. The command itself is never answered. */
async function prepareKill(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page);
  return async () => {
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => null);
    await crashed;
    await page.close();
  };
}
