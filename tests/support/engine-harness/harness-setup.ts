// Everything an engine test needs: a built page, published editions, a server, and short ways to ask the engine.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { EngineStatus } from '#kiosk/engine/engine.ts';
import { madeBefore } from '../made-before.ts';
import { buildHarness } from './build-harness.ts';
import { type HarnessServer, startHarnessServer } from './harness-server.ts';
import { keepRelease, publishLibrary } from './publish-library.ts';
import { type LibraryOptions, SmallLibrary } from './small-library.ts';

export interface Edition {
  readonly version: number;
  /** A copy of the release folder as it was right after the publish. */
  readonly folder: string;
  readonly library: SmallLibrary;
}

export interface Harness {
  readonly server: HarnessServer;
  readonly editions: readonly Edition[];
  /** A folder of the test's own. */
  readonly folder: string;
  /** Publishes one more edition; the server goes on showing what it showed. */
  publish(options: LibraryOptions): Promise<Edition>;
  stop(): Promise<void>;
}

/** Builds the page and publishes the given editions one after the other; the server shows the first. */
export async function setUpHarness(options: readonly LibraryOptions[]): Promise<Harness> {
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-engine-'));
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const built = madeBefore('engine-harness');
  if (built === null) await buildHarness(join(folder, 'page'));
  else await cp(built, join(folder, 'page'), { recursive: true });
  const editions: Edition[] = [];
  const publish = async (edition: LibraryOptions) => {
    const library = new SmallLibrary(folder, edition);
    const version = await publishLibrary(dataDir, library, Date.now());
    const kept = await keepRelease(dataDir, join(folder, `release-${version}`));
    editions.push({ version, folder: kept, library });
    return { version, folder: kept, library };
  };
  for (const edition of options) await publish(edition);
  const server = await startHarnessServer(join(folder, 'page'), editions[0]?.folder ?? folder);
  return {
    server,
    editions,
    folder,
    publish,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The edition published as this version. */
export function editionOf(harness: Harness, version: number): Edition {
  const edition = harness.editions.find((candidate) => candidate.version === version);
  if (!edition) throw new Error(`No edition was published as version ${version}.`);
  return edition;
}

/** Opens the page and waits until the engine knows what it holds. */
export async function openEngine(context: BrowserContext, harness: Harness): Promise<Page> {
  const page = await context.newPage();
  await page.goto(harness.server.url);
  await waitForEngine(page);
  return page;
}

export async function waitForEngine(page: Page): Promise<void> {
  await page.waitForFunction(() => window.engine !== undefined);
}

export async function statusOf(page: Page): Promise<EngineStatus> {
  return await page.evaluate(() => window.engine.status.value);
}

/** Waits until the engine shows this version. */
export async function waitForVersion(page: Page, version: number): Promise<void> {
  await page.waitForFunction((wanted) => window.engine?.status.value.version === wanted, version);
}

/** Looks for a newer release now and tells how things stand afterwards. */
export async function syncNow(page: Page): Promise<EngineStatus> {
  return await page.evaluate(async () => {
    await window.engine.syncNow();
    return window.engine.status.value;
  });
}

/** Everything a visitor could read, as one comparable value: titles, the long body, both attachments. */
export async function readWhole(page: Page) {
  return await page.evaluate(async () => {
    const { engine } = window;
    const query = { text: '', filters: {}, sort: 'date', offset: 0, limit: 100 } as const;
    const { total, hits } = await engine.search(query);
    const long = await engine.record('r000');
    const parts = Array.from({ length: long?.body?.parts ?? 0 }, (_, part) => engine.bodyPart('r000', part));
    const files = engine.manifest.value?.attachments ?? [];
    const blobs = await Promise.all(files.map(({ sha256 }) => engine.attachment(sha256)));
    return {
      total,
      titles: hits.map(({ record }) => record.title).sort(),
      longBody: (await Promise.all(parts)).join(''),
      attachmentBytes: blobs.map(({ size }) => size),
    };
  });
}

/** What `readWhole` must give for an edition. */
export function wholeOf(edition: Edition): Awaited<ReturnType<typeof readWhole>> {
  const { records, attachments } = edition.library;
  return {
    total: records.length,
    titles: records.map(({ record }) => record.title).sort(),
    longBody: records.find(({ record }) => record.id === 'r000')?.bodyParts.join('') ?? '',
    attachmentBytes: [...attachments.values()].map(({ length }) => length),
  };
}
