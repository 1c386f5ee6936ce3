// How long a terminal that holds a large register takes to answer, offline, beside a scan of all its names in the same page.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchOnProfile } from '../../support/browser.ts';
import { buildHarness } from '../../support/engine-harness/build-harness.ts';
import { startHarnessServer } from '../../support/engine-harness/harness-server.ts';
import { waitForEngine } from '../../support/engine-harness/harness-setup.ts';

export interface RegisterRow {
  readonly name: string;
  readonly code: string;
  readonly place: string;
}

export interface Latency {
  readonly queries: number;
  /** Milliseconds of each question, in the order asked; a pair belongs to one question. */
  readonly engineMs: readonly number[];
  readonly scanMs: readonly number[];
}

/** Every so many rows gives a set of questions. */
const everyRow = 4999;
const hits = 20;
/** How long the terminal is left alone before it is asked: what it does by itself after a sync is done by then. */
const settledMs = 2000;

/** What people type of a company: two characters, four, the whole name, its code, a place with a word of the name. */
function questionsOf(rows: readonly RegisterRow[]): string[] {
  return rows
    .filter((_, index) => index % everyRow === 0)
    .flatMap(({ name, code, place }) => [
      name.slice(2, 4),
      name.slice(-4),
      name,
      code.slice(-6),
      `${place.slice(0, 3)} ${name.slice(-3)}`,
    ]);
}

/** Opens the engine over this release, waits until it holds all of it, cuts the network and asks. */
export async function measureRegisterSearch(
  releaseFolder: string,
  rows: readonly RegisterRow[],
): Promise<Latency> {
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  await buildHarness(join(folder, 'page'));
  const server = await startHarnessServer(join(folder, 'page'), releaseFolder);
  const context = await launchOnProfile(join(folder, 'profile'));
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(server.url);
    await waitForEngine(page);
    await page.evaluate(() => window.engine.syncNow());
    await page.waitForFunction(() => window.engine.status.value.version !== null, null, { timeout: 600_000 });
    await context.setOffline(true);
    // What the sync stored is still being written: on a terminal that was long ago.
    spawnSync('sync');
    const questions = questionsOf(rows);
    const names = rows.map(({ name }) => name).join('\n');
    // The first round gets both ready, as a terminal that has stood a while is.
    await ask(page, questions.slice(0, 20), names);
    await page.waitForTimeout(settledMs);
    const pairs = await ask(page, questions, names);
    return {
      queries: questions.length,
      engineMs: pairs.map(([ours]) => ours),
      scanMs: pairs.map(([, scan]) => scan),
    };
  } finally {
    await context.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function ask(page: Page, questions: readonly string[], names: string): Promise<[number, number][]> {
  return page.evaluate(
    async ({ questions, names, limit }) => {
      /** The plain way: every place of every word in all names, the first rows that hold all words. */
      const scan = (text: string): number => {
        const [word = '', ...others] = text.split(' ');
        let total = 0;
        const found: string[] = [];
        for (let at = names.indexOf(word); at >= 0; ) {
          const from = names.lastIndexOf('\n', at) + 1;
          const end = names.indexOf('\n', at);
          const row = names.slice(from, end < 0 ? undefined : end);
          if (others.every((other) => row.includes(other))) {
            total += 1;
            if (found.length < limit) found.push(row);
          }
          at = end < 0 ? -1 : names.indexOf(word, end);
        }
        return total;
      };
      const pairs: [number, number][] = [];
      for (const text of questions) {
        const started = performance.now();
        await window.engine.search({ text, filters: {}, sort: 'relevance', offset: 0, limit });
        const answered = performance.now();
        scan(text);
        pairs.push([answered - started, performance.now() - answered]);
      }
      return pairs;
    },
    { questions, names, limit: hits },
  );
}
