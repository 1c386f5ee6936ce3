// Vitest's global set-up of the browser tests: the pages are built once, as `npm start` builds them, and so is what many
// tests would each make for themselves: the pages over fake engines, the page without screens, the demonstration venue.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from '#scripts/build.ts';
import { buildHarness } from './engine-harness/build-harness.ts';
import { demoData, startHub } from './hub.ts';
import { buildFixture, kioskRoot } from './kiosk-fixture/build-fixture.ts';
import { nameMadeFolder } from './made-before.ts';
import { wallRoot } from './wall-fixture/open-wall.ts';

async function fillDemo(dataDir: string): Promise<void> {
  const hub = await startHub({ dataDir });
  await hub.stop();
}

/** @returns what removes it all after the last test */
export default async function setup(): Promise<() => Promise<void>> {
  await buildPages({ isQuiet: true });
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-made-'));
  const demo = fillDemo(join(folder, demoData));
  for (const root of [kioskRoot, wallRoot]) await buildFixture(root, folder);
  await buildHarness(join(folder, 'engine-harness'));
  await demo;
  nameMadeFolder(folder);
  return () => rm(folder, { recursive: true, force: true });
}
