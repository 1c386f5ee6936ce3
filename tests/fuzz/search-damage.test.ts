// Damaged blocks that slip through every digest: the engine must say so or answer soundly, never hang or crash.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { openBlock, sealBlock } from '#shared/search/block-seal.ts';
import type { BlockPlace } from '#shared/search/byte-reader.ts';
import { openCatalogue } from '#shared/search/open-catalogue.ts';
import { readSegmentRecords } from '#tests/support/read-segment-records.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../support/catalogue-records.ts';
import { inflate, MemoryBlocks } from '../support/memory-blocks.ts';

const records = Array.from({ length: 150 }, (_, at) =>
  makePublishable(
    {
      id: `r${at}`,
      title: `第${at}号 关于公开税务信息的通知`,
      date: `20${10 + (at % 15)}-03-01`,
      topic: `主题${at % 7}`,
      nodeId: 'n',
    },
    `正文${at}：公民可以向税务机关申请公开。`.repeat(at % 9),
  ),
);

/** Everything a reader can be asked, as one value to compare. */
async function ask(blocks: MemoryBlocks, segments: Parameters<typeof openCatalogue>[0]): Promise<unknown[]> {
  const reader = await openCatalogue(segments, blocks, { inflate, tree: [] });
  const answers: unknown[] = [];
  for (const text of ['税务信息', '12', '公民 申请', '信公开息', '']) {
    answers.push(await reader.search(makeQuery(text, { filters: { node: ['n'] } })));
  }
  answers.push(await reader.record('r77'), await reader.recordByCode('Cr3'), await reader.bodyPart('r8', 0));
  for (const segment of segments) {
    for await (const one of readSegmentRecords(segment, blocks, { inflate })) answers.push(one);
  }
  return answers;
}

const change = fc.record({
  section: fc.nat(),
  block: fc.nat(),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  to: fc.nat(255),
  how: fc.constantFrom('set', 'set', 'set', 'cut', 'empty', 'longer', 'swap'),
});

/** The segment's blocks with one of them changed. */
function withChange(
  whole: Map<string, Uint8Array[]>,
  one: typeof change extends fc.Arbitrary<infer T> ? T : never,
) {
  const damaged = new Map([...whole].map(([name, list]) => [name, list.map((block) => block.slice())]));
  const names = [...damaged.keys()];
  const list = damaged.get(names[one.section % names.length] as string) as Uint8Array[];
  const number = one.block % list.length;
  const bytes = list[number] as Uint8Array;
  const offset = Math.floor(one.at * bytes.length);
  if (one.how === 'set') bytes[offset] = one.to;
  else if (one.how === 'cut') list[number] = bytes.slice(0, offset);
  else if (one.how === 'empty') list[number] = new Uint8Array(0);
  else if (one.how === 'longer') list[number] = Uint8Array.of(...bytes, one.to);
  else list[number] = (whole.get('terms') as Uint8Array[])[0] as Uint8Array;
  return damaged;
}

/** Every block of a segment, changed by a function of its place. */
function mapBlocks(
  sections: ReadonlyMap<string, readonly Uint8Array[]>,
  change: (block: Uint8Array, place: BlockPlace) => Uint8Array,
): Map<string, Uint8Array[]> {
  const entries = [...sections].map(([section, list]): [string, Uint8Array[]] => [
    section,
    list.map((bytes, block) => change(bytes, { segment: 'segment-0', section, block })),
  ]);
  return new Map(entries);
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : `foreign: ${String(error)}`;
}

const numRuns = Number(process.env.MINGCHUANG_FUZZ_RUNS ?? 400);

describe('catalogue › when any byte of any block is wrong', () => {
  it('says search.block-damaged or answers as if nothing had happened', { timeout: 600_000 }, async () => {
    const { blocks, segments } = await openTestCatalogue([records]);
    const whole = blocks.segments.get('segment-0') as Map<string, Uint8Array[]>;
    const truth = await ask(blocks, segments);
    let noticed = 0;
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const changed = new MemoryBlocks();
        changed.segments.set('segment-0', withChange(whole, one));
        try {
          expect(await ask(changed, segments)).toEqual(truth);
        } catch (error) {
          expect(codeOf(error)).toBe('search.block-damaged');
          noticed++;
        }
      }),
      { numRuns },
    );
    expect(noticed).toBeGreaterThan(numRuns / 2);
  });

  it('stays within bounds even when the seals of the blocks agree', { timeout: 600_000 }, async () => {
    const { blocks, segments } = await openTestCatalogue([records]);
    const whole = blocks.segments.get('segment-0') as Map<string, Uint8Array[]>;
    const unsealed = mapBlocks(whole, openBlock);
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const damaged = withChange(unsealed, one);
        const changed = new MemoryBlocks();
        changed.segments.set('segment-0', mapBlocks(damaged, sealBlock));
        try {
          await ask(changed, segments);
        } catch (error) {
          expect(['search.block-damaged', 'search.format-unknown', 'not-found']).toContain(codeOf(error));
        }
      }),
      { numRuns },
    );
  });
});
