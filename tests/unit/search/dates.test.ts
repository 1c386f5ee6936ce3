// Dates of records: written as stretches, read for a few ordinals out of the block they lie in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn } from '#shared/search/dates-reader.ts';
import { writeDates } from '#shared/search/dates-writer.ts';
import { lastNotAbove } from '#shared/search/last-not-above.ts';
import { latestDate } from '#shared/search/record-date.ts';
import { codeOf } from '../../support/damage.ts';

const place = { segment: 's', section: 'dates', block: 0 };

async function written(dates: readonly number[]): Promise<{ fences: number[]; blocks: Uint8Array[] }> {
  const blocks: Uint8Array[] = [];
  const sink = { write: async (_section: string, block: Uint8Array) => blocks.push(block) - 1 };
  return { fences: await writeDates(sink, Uint32Array.from(dates)), blocks };
}

/** A date for each of some ordinals in a row, many of which share it with the one before. */
const manyDates = fc
  .array(
    fc.tuple(
      fc.oneof(fc.nat(latestDate), fc.integer({ min: 842_000, max: 842_040 })),
      fc.integer({ min: 1, max: 4 }),
    ),
    {
      maxLength: 400,
    },
  )
  .map((stretches) => stretches.flatMap(([date, length]) => Array.from({ length }, () => date)));

describe('dates › when they have been written', () => {
  it('are told for every ordinal, whatever their order', async () => {
    await fc.assert(
      fc.asyncProperty(manyDates, async (dates) => {
        const { fences, blocks } = await written(dates);
        const firsts = Uint32Array.from(fences);
        const read = dates.map((_, ordinal) =>
          dateIn(blocks[lastNotAbove(firsts, ordinal)] as Uint8Array, ordinal, place),
        );
        expect(read).toEqual(dates);
      }),
    );
  });

  it('fill further blocks, each of which is told by its first ordinal', async () => {
    const dates = Array.from({ length: 20_000 }, (_, at) => latestDate - at * 3);
    const { fences, blocks } = await written(dates);
    expect(blocks.length).toBeGreaterThan(2);
    expect(fences).toHaveLength(blocks.length);
    for (const [at, first] of fences.entries()) {
      expect(dateIn(blocks[at] as Uint8Array, first, place)).toBe(dates[first]);
    }
    const last = fences[1] as number;
    expect(dateIn(blocks[0] as Uint8Array, last - 1, place)).toBe(dates[last - 1]);
  });

  it('may be none', async () => {
    expect(await written([])).toEqual({ fences: [], blocks: [] });
  });
});

describe('dates › when a block is wrong', () => {
  const group = (first: number, offset: number) => [0, 0, first >> 8, first & 255, 0, offset];
  it.each([
    ['no group', [0, 0]],
    ['more groups than there are', [0, 9, ...group(0, 0), 5]],
    ['a group behind the end', [0, 1, ...group(0, 9), 5]],
    ['a group that ends before it begins', [0, 2, ...group(0, 2), ...group(9, 1), 5, 1, 2]],
    ['a group without a date', [0, 1, ...group(0, 0)]],
    ['half a stretch', [0, 1, ...group(0, 0), 5, 1]],
    ['a first group behind the ordinal', [0, 1, ...group(7, 0), 5]],
    ['a date before all dates', [0, 1, ...group(0, 0), 1, 1, 9]],
    ['a date behind all dates', [0, 1, ...group(0, 0), 0xff, 0xff, 0xff, 0x7f]],
  ])('is damaged with %s', (_what, bytes) => {
    expect(codeOf(() => dateIn(Uint8Array.from(bytes), 3, place))).toBe('search.block-damaged');
  });

  it('is never read beyond, and gives a date or damage, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(5000), (bytes, ordinal) => {
        let date = 0;
        const code = codeOf(() => {
          date = dateIn(bytes, ordinal, place);
        });
        expect(['no error', 'search.block-damaged']).toContain(code);
        expect(date).toBeGreaterThanOrEqual(0);
        expect(date).toBeLessThanOrEqual(latestDate);
      }),
    );
  });
});
