// When segments are merged: few of them, little rewriting, no dead weight.
import { expect, test } from 'vitest';
import { chooseMerges, liveRecords, maxSegments, type SegmentSize } from '#hub/publish/merge-policy.ts';

const size = (id: string, records: number, deadRecords = 0): SegmentSize => ({ id, records, deadRecords });

test('merging › when one record joins a large base › the base stays', () => {
  expect([...chooseMerges([size('base', 4000)], 1)]).toEqual([]);
});

test('merging › when small segments have gathered › those not larger than what is written join', () => {
  const segments = [size('base', 4000), size('b', 8), size('c', 2), size('d', 1)];
  expect([...chooseMerges(segments, 1)].sort()).toEqual(['c', 'd']);
});

test('merging › when more than 30 % of a segment is dead › it is rewritten', () => {
  expect([...chooseMerges([size('a', 1000, 300), size('b', 500, 151)], 1)]).toEqual(['b']);
  expect([...chooseMerges([size('a', 1000, 301)], 0)]).toEqual(['a']);
});

test('merging › when a segment is entirely dead › there is nothing of it to write', () => {
  expect([...chooseMerges([size('a', 10, 10)], 5)]).toEqual([]);
});

test('10,000 publishes of one edit each › segments stay at most 8 and fewer than 20 records are written a publish', () => {
  let segments = [size('base', 100_000)];
  let written = 0;
  let most = 0;
  for (let round = 0; round < 10_000; round += 1) {
    // The edited record dies in the base three times in four, else in the segment written last.
    segments = segments.map((segment, at) => {
      const dies = round % 4 === 0 ? at === segments.length - 1 : at === 0;
      return dies && liveRecords(segment) > 1
        ? { ...segment, deadRecords: segment.deadRecords + 1 }
        : segment;
    });
    const merged = chooseMerges(segments, 1);
    const taken = segments.filter(({ id }) => merged.has(id)).reduce((sum, s) => sum + liveRecords(s), 0);
    segments = [...segments.filter(({ id }) => !merged.has(id)), size(`s${round}`, taken + 1)];
    written += taken + 1;
    most = Math.max(most, segments.length);
  }
  expect(most).toBeLessThanOrEqual(maxSegments);
  expect(written / 10_000).toBeLessThan(20);
});

test('1,000 changes published over and over on 1,350,000 › the base stays until 30 % of it is dead, little is written', () => {
  const changes = 1000;
  let segments = [size('base', 1_350_000)];
  let [written, most, largest, rounds] = [0, 0, 0, 0];
  for (; (segments[0]?.deadRecords ?? 0) <= 1_350_000 * 0.3; rounds += 1) {
    // Edits fall on records evenly: nearly all of them lie in the base.
    segments = segments.map((segment) => {
      const dies = Math.floor((changes * liveRecords(segment)) / 1_350_000);
      return { ...segment, deadRecords: segment.deadRecords + dies };
    });
    const merged = chooseMerges(segments, changes);
    if (merged.has('base')) break;
    const taken = segments.filter(({ id }) => merged.has(id)).reduce((sum, s) => sum + liveRecords(s), 0);
    segments = [...segments.filter(({ id }) => !merged.has(id)), size(`s${rounds}`, taken + changes)];
    written += taken + changes;
    most = Math.max(most, segments.length);
    if (rounds < 30) largest = Math.max(largest, taken + changes);
  }
  expect(rounds).toBeGreaterThan(400);
  expect(most).toBeLessThanOrEqual(maxSegments);
  // Ten times what changed in the mean over hundreds of publishes, at most thirty times in the first thirty.
  expect(written / rounds).toBeLessThan(10 * changes);
  expect(largest).toBeLessThanOrEqual(30 * changes);
});
