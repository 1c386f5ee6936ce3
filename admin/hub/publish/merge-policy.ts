// Which old segments a publish writes anew together with what changed, so that their number stays small.
//
// Three rules, after the log-structured merge tree; sizes are counted in live records:
//   1. a segment of which more than 30 % is dead is rewritten; an entirely dead one is dropped;
//   2. going from the smallest segment up, each one not larger than what is being written so far joins in;
//   3. more than eight segments are never left: the smallest join until eight remain.
//
// Cost. By rule 2 a record that is written again lies in a segment at least twice as large as before, so it is
// rewritten at most log2(N/n) times on its way from a publish of n records to a catalogue of N: 20 times for a
// million single edits. Rule 1 costs each superseded record at most 1/0.3 rewritten ones. Rule 3 only bites when
// eight segments are full; it then pairs the smallest. 10,000 publishes of one record each on a base of 100,000
// write 18 records a publish in the mean (tests/unit/release/merge-policy.test.ts).

export const maxSegments = 8;
const maxDeadShare = 0.3;

/** A segment's size and how much of it is dead. */
export interface SegmentSize {
  readonly id: string;
  readonly records: number;
  readonly deadRecords: number;
}

/** The ids of segments to take up into the new one, given how many records are to be written anyway. */
export function chooseMerges(segments: readonly SegmentSize[], newRecords: number): Set<string> {
  const live = segments.filter((segment) => liveRecords(segment) > 0);
  const chosen = new Set<string>();
  let written = newRecords;
  const take = (segment: SegmentSize) => {
    chosen.add(segment.id);
    written += liveRecords(segment);
  };
  for (const segment of live) {
    if (segment.deadRecords > segment.records * maxDeadShare) take(segment);
  }
  const rising = live
    .filter(({ id }) => !chosen.has(id))
    .sort((left, right) => liveRecords(left) - liveRecords(right));
  for (const segment of rising) {
    const left = live.length - chosen.size + (written > 0 ? 1 : 0);
    if (liveRecords(segment) > written && left <= maxSegments) break;
    take(segment);
  }
  return chosen;
}

/** Records of a segment that are not dead. */
export function liveRecords({ records, deadRecords }: SegmentSize): number {
  return records - deadRecords;
}
