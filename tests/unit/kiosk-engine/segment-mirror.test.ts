// What mirrors give: single blocks, and rows of them read in one go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#hub/publish/node-crypto.ts';
import { MirroredBlocks } from '#kiosk/search-worker/mirrored-blocks.ts';
import { SegmentMirror } from '#kiosk/search-worker/segment-mirror.ts';
import type { MirrorFile } from '#kiosk/store/mirror-files.ts';
import { endMark, mirrorLayoutOf } from '#kiosk/store/mirror-layout.ts';
import { digestBlock, encodeBlockFile } from '#shared/release/block-file.ts';
import type { SegmentEntry } from '#shared/release/manifest.ts';

/** Sections of a segment and how many blocks each has; bodies leave a hole in a mirror. */
const sections = [
  ['meta', 1],
  ['terms', 23],
  ['bodies', 9],
  ['values', 14],
] as const;

/** A mirror in memory, its blocks spread over files of so many each. */
async function mirrorOf(perFile: number) {
  const count = sections.reduce((sum, [, blocks]) => sum + blocks, 0);
  const blocks = await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const bytes = new Uint8Array(5 + ((number * 7) % 40)).fill(number + 1);
      return { bytes, digest: await digestBlock(bytes, sha256) };
    }),
  );
  const files: Uint8Array[] = [];
  for (let at = 0; at < count; at += perFile) files.push(encodeBlockFile(blocks.slice(at, at + perFile)));
  const segment: SegmentEntry = {
    id: 's1',
    formatVersion: 4,
    records: 1,
    sections: sections.map(([name, held]) => ({ name, blocks: held })),
    files: files.map((bytes, at) => ({
      path: `segments/s1/${at}.mcb`,
      blocks: Math.min(perFile, count - at * perFile),
      bytes: bytes.length,
    })),
    deleted: null,
  };
  const whole = Uint8Array.from([...files.flatMap((bytes) => [...bytes]), ...endMark]);
  let reads = 0;
  const file: MirrorFile = {
    read: (into, { at }) => {
      reads += 1;
      const from = whole.subarray(at, at + into.length);
      into.set(from);
      return from.length;
    },
    write: () => 0,
    getSize: () => whole.length,
    truncate: () => undefined,
    flush: () => undefined,
    close: () => undefined,
  };
  return {
    mirror: new SegmentMirror(file, mirrorLayoutOf(segment, new Map())),
    reads: () => reads,
    whole,
  };
}

const perFiles = fc.integer({ min: 1, max: 50 });
const rows = fc.record({
  section: fc.constantFrom('meta', 'terms', 'bodies', 'values', 'nothing'),
  first: fc.nat(25),
  count: fc.integer({ min: 1, max: 25 }),
});

describe('a row of blocks in a mirror', () => {
  it('is what its blocks are one by one, or nothing when one of them is not there', async () => {
    await fc.assert(
      fc.asyncProperty(perFiles, rows, async (perFile, { section, first, count }) => {
        const { mirror } = await mirrorOf(perFile);
        const single = Array.from({ length: count }, (_, at) => mirror.read(section, first + at));
        const wanted = single.includes(null) ? null : single;
        expect(mirror.readRow(section, first, count)).toEqual(wanted);
      }),
    );
  });

  it('is nothing when a block of it was let go of', async () => {
    const { mirror } = await mirrorOf(8);
    mirror.forget('terms', 9);
    expect(mirror.readRow('terms', 4, 10)).toBeNull();
    expect(mirror.readRow('terms', 10, 10)).toHaveLength(10);
  });

  it('is nothing when the table of its file is not what it was', async () => {
    const { mirror, whole } = await mirrorOf(50);
    whole.fill(0xff, 8, 400);
    expect(mirror.readRow('terms', 0, 20)).toBeNull();
  });

  it('takes one read a file, beside one for the table', async () => {
    const { mirror, reads } = await mirrorOf(100);
    expect(mirror.readRow('terms', 0, 23)).toHaveLength(23);
    expect(reads()).toBe(2);
  });
});

describe('blocks through a mirror', () => {
  it('come in the order asked for, in a row or not, and from the store where there is no mirror of them', async () => {
    const { mirror } = await mirrorOf(8);
    const asked: number[] = [];
    const store = {
      read: async (_segment: string, _section: string, blocks: readonly number[]) => {
        asked.push(...blocks);
        return blocks.map(() => new Uint8Array([0]));
      },
    };
    const blocks = new MirroredBlocks(store, new Map([['s1', mirror]]));
    for (const numbers of [[3, 4, 5, 6, 7], [9, 3, 4], [5], [20, 21, 22, 8, 9]]) {
      expect(await blocks.read('s1', 'terms', numbers)).toEqual(
        numbers.map((at) => mirror.read('terms', at)),
      );
    }
    expect(asked).toEqual([]);
    expect(await blocks.read('s1', 'bodies', [0, 1, 2, 3, 4, 5, 6, 7, 8])).toHaveLength(9);
    expect(asked.length).toBeGreaterThan(0);
    expect(await blocks.read('s2', 'terms', [1])).toEqual([new Uint8Array([0])]);
  });
});
