// The corpus of the benchmarks: the same for a seed, as many records as asked for, with ids as the hub makes them.
import { describe, expect, test } from 'vitest';
import { archiveEntry } from '#tests/bench/corpus/archive-entries.ts';
import { streamCorpus } from '#tests/bench/corpus/corpus.ts';
import { arrivalOf, recordCode, recordId } from '#tests/bench/corpus/ids.ts';

describe('corpus', () => {
  test('archive entries › for a seed they are the same every time, in any order', () => {
    const numbers = [...Array(200).keys()];
    const entries = numbers.map((number) => archiveEntry(number, 7));
    expect(numbers.toReversed().map((number) => archiveEntry(number, 7))).toEqual(entries.toReversed());
    expect(numbers.map((number) => archiveEntry(number, 8))).not.toEqual(entries);
    expect(new Set(entries.map(({ indexNo }) => indexNo)).size).toBe(entries.length);
  });

  test('for any number › it yields exactly as many, in the order of their ids', async () => {
    const ids: string[] = [];
    for await (const { published } of streamCorpus({ records: 40, seed: 7 })) ids.push(published.record.id);
    expect(ids).toHaveLength(40);
    expect([...ids].sort()).toEqual(ids);
  });

  test('ids and codes › they have the form of the hub’s, sort by arrival and are never used twice', () => {
    const arrivals = [...Array(5_000).keys(), 1_349_999, 4_999_999];
    const ids = arrivals.map(recordId);
    expect(ids.every((id) => /^r[0-9a-hjkmnp-tv-z]{18}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.map(arrivalOf)).toEqual(arrivals);
    const codes = arrivals.map(recordCode);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(arrivals.length);
  });
});
