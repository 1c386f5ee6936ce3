// One measurement of one engine in a browser of its own: cold start, every question once, memory afterwards.

import type { BenchQuery, QueryKind } from '../queries/queries.ts';
import { launchFresh } from './launch.ts';
import type { StoredEngine } from './stored-engines.ts';

export interface EngineRound {
  readonly coldMs: number;
  /** How long each question took, in milliseconds. */
  readonly times: Readonly<Record<QueryKind | 'mixed', readonly number[]>>;
  /** Heap and buffers of the workers; null where the browser does not tell. */
  readonly workerMb: number | null;
  readonly rendererMb: number;
  /** Questions that had an answer. */
  readonly found: number;
  /** How the processor was held back; null when it was not. */
  readonly slowedBy: string | null;
}

/**
 * How long a browser is left alone before a worker is spawned in it. For a second or two it is busy with its own start on
 * every processor there is: ours took 116 to 201 ms beside that and 70 to 97 after it. Nothing of an engine runs meanwhile.
 */
const startedMs = 3000;
/** How long every engine is left alone after its first answer. */
const settledMs = 2000;

export async function measureEngine(
  engine: StoredEngine,
  url: string,
  queries: readonly BenchQuery[],
  isSlowed: boolean,
): Promise<EngineRound> {
  const browser = await launchFresh(engine.profile, url);
  try {
    const { page } = browser;
    await page.waitForTimeout(startedMs);
    const slowedBy = isSlowed ? browser.slowDown() : null;
    const texts = queries.map(({ text }) => text);
    const coldMs = await page.evaluate(([name, text]) => window.bench.cold(name, text), [
      engine.name,
      firstText(queries),
    ] as const);
    // A terminal stands all day: what it does by itself after starting is done before a visitor types. So for everyone.
    await page.waitForTimeout(isSlowed ? settledMs * 4 : settledMs);
    const asked = await page.evaluate((all) => window.bench.ask(all), texts);
    const bytes = isSlowed ? null : await page.evaluate(() => window.bench.workerBytes());
    return {
      coldMs,
      times: timesByKind(
        queries,
        asked.map(({ ms }) => ms),
      ),
      workerMb: bytes === null ? null : bytes / 1e6,
      rendererMb: browser.rendererMb(),
      found: asked.filter(({ found }) => found > 0).length,
      slowedBy,
    };
  } finally {
    await browser.close();
  }
}

/** The first question of every engine is the same: two characters. */
const firstText = (queries: readonly BenchQuery[]) =>
  queries.find(({ kind }) => kind === 'two')?.text ?? '通知';

function timesByKind(queries: readonly BenchQuery[], times: readonly number[]): EngineRound['times'] {
  const byKind: Partial<Record<QueryKind | 'mixed', number[]>> = { mixed: [...times] };
  queries.forEach(({ kind }, at) => {
    const list = byKind[kind] ?? [];
    byKind[kind] = list;
    list.push(times[at] ?? Number.NaN);
  });
  return byKind as EngineRound['times'];
}
