// Random changes over several releases: however segments were merged, the last one answers as a scan of what is
// approved does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueEngine } from '#hub/publish/catalogue-engine.ts';
import { maxSegments } from '#hub/publish/merge-policy.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { openRelease } from '#hub/publish/open-release.ts';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import type { BlockReader, CatalogueReader, LiveSegment } from '#shared/search/types.ts';
import { makePublishable } from '../support/catalogue-records.ts';
import { expectAnswer } from '../support/expect-answer.ts';
import { inflate } from '../support/memory-blocks.ts';
import { inOrdinalOrder, isShownAt, naiveSearch, type PlacedRecord } from '../support/naive-search.ts';
import {
  fuzzRuns,
  fuzzSeed,
  type RandomContent,
  randomContent,
  randomQuery,
  toQuery,
} from '../support/random-catalogue.ts';
import { readSegmentRecords } from '../support/read-segment-records.ts';
import { FakeHub } from '../unit/release/fake-source.ts';

/** A run publishes several releases to disk, so these are fewer than other fuzz tests make. */
const runs = Math.ceil(fuzzRuns(1000) / 40);

/** What is approved between two releases: new or changed content by number, and numbers withdrawn. */
const change = fc.record({
  put: fc.array(fc.record({ number: fc.nat(40), content: randomContent }), { maxLength: 12, size: 'max' }),
  withdrawn: fc.array(fc.nat(40), { maxLength: 4 }),
});
const history = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 10, size: 'max' }),
  queries: fc.array(randomQuery, { minLength: 8, maxLength: 8 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** Withdraws and approves; a number withdrawn before may come again. */
function apply(hub: FakeHub, { put, withdrawn }: History['changes'][number]): void {
  for (const number of withdrawn) hub.source.remove(`r${number}`);
  for (const { number, content } of put) {
    const version = (hub.source.records.get(`r${number}`)?.record.version ?? 0) + 1;
    hub.source.records.set(`r${number}`, recordOf(number, version, content));
  }
}

function recordOf(number: number, version: number, { parts, body }: RandomContent): PublishableRecord {
  const code = number.toString(16).toUpperCase().padStart(8, '0');
  return makePublishable({ ...parts, id: `r${number}`, code, version }, body);
}

/** Keeps what the release in force is opened with, to look into its segments. */
class WatchingEngine implements CatalogueEngine {
  segments: readonly LiveSegment[] = [];
  blocks: BlockReader | null = null;
  readonly build = nodeEngine.build;

  open(...opened: Parameters<CatalogueEngine['open']>): Promise<CatalogueReader> {
    [this.segments, this.blocks] = opened;
    return nodeEngine.open(...opened);
  }
}

/** Where every living record lies, read from the segments themselves. */
async function placesOf({ segments, blocks }: WatchingEngine): Promise<PlacedRecord[]> {
  const placed: PlacedRecord[] = [];
  for (const [at, segment] of segments.entries()) {
    const living: PublishableRecord[] = [];
    for await (const one of readSegmentRecords(segment, blocks as BlockReader, { inflate })) living.push(one);
    expect(living).toEqual(inOrdinalOrder(living));
    living.forEach((published, ordinal) => {
      placed.push({ published, segment: at, ordinal });
    });
  }
  return placed;
}

async function checkRelease(hub: FakeHub, queries: History['queries']): Promise<number> {
  const engine = new WatchingEngine();
  let time = 0;
  const { reader, manifest, close } = await openRelease(hub.release, engine, () => time);
  const approved = [...hub.source.records.values()];
  expect(engine.segments.length).toBeLessThanOrEqual(maxSegments);
  const placed = await placesOf(engine);
  expect([placed.length, manifest.records]).toEqual([approved.length, approved.length]);
  const byId = (all: readonly PublishableRecord[]) =>
    [...all].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  expect(byId(placed.map(({ published }) => published))).toEqual(byId(approved));
  for (const parts of queries) {
    ({ time } = parts);
    const query = toQuery(parts, approved);
    const answer = await reader.search(query);
    // Letters may find a title by its sound, which the naive model knows nothing of.
    if (/[a-zａ-ｚ]/i.test(query.text) || answer.matched === 'sounds') continue;
    expectAnswer(answer, naiveSearch(placed, query, [], { time }), query);
  }
  for (const placedOne of placed) {
    const { record } = placedOne.published;
    const isShown = isShownAt(time)(placedOne);
    expect(await reader.record(record.id)).toEqual(isShown ? record : null);
    expect((await reader.recordByCode(record.code))?.id).toBe(isShown ? record.id : undefined);
  }
  await close();
  return engine.segments.length;
}

async function live({ changes, queries }: History): Promise<number> {
  const hub = new FakeHub();
  try {
    let most = 0;
    for (const one of changes) {
      apply(hub, one);
      await hub.publish();
      most = Math.max(most, await checkRelease(hub, queries));
    }
    expect(await verifyReleaseFolder(hub.release, { nowMs: hub.nowMs })).toMatchObject({ ok: true });
    return most;
  } finally {
    hub.dispose();
  }
}

describe('releases › when records come, change and go at random', () => {
  it('answer as a scan of what is approved, after each', { timeout: 3_600_000 }, async () => {
    console.info(`merge fuzz: seed ${fuzzSeed}, ${runs} histories`);
    let most = 0;
    const check = fc.asyncProperty(history, async (random) => {
      most = Math.max(most, await live(random));
    });
    await fc.assert(check, { numRuns: runs, seed: fuzzSeed });
    expect(most).toBeGreaterThan(1);
  });
});
