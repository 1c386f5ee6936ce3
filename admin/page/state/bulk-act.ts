// Acts on many records at once, and what came of them.
import { useState } from 'preact/hooks';
import {
  actOnIds,
  type BulkAnswer,
  decideVersions,
  submitVersions,
  type VersionItem,
} from './review-calls.ts';

/** What the list of content offers. */
export type ListAct = 'approve' | 'withdraw' | 'submit';
export type BulkWhat = ListAct | 'pass' | 'return';
export type BulkOutcome = BulkAnswer & {
  readonly what: BulkWhat;
  /** Titles of what was acted on, so that what was left alone can be named. */
  readonly titles: ReadonlyMap<string, string>;
};

/** A ticked record; the version is the one the person saw. */
export interface BulkItem extends VersionItem {
  readonly title: string;
}

/** As many versions as one request may carry. */
const mostVersions = 500;

async function inParts(
  items: readonly BulkItem[],
  act: (part: readonly VersionItem[]) => Promise<BulkAnswer>,
): Promise<BulkAnswer> {
  let answer: BulkAnswer = { done: 0, skipped: [] };
  for (let from = 0; from < items.length; from += mostVersions) {
    const part = items.slice(from, from + mostVersions);
    const { done, skipped } = await act(part.map(({ recordId, version }) => ({ recordId, version })));
    answer = { done: answer.done + done, skipped: [...answer.skipped, ...skipped] };
  }
  return answer;
}

/** Asks the hub; `words` is the note of a submission or the opinion of a decision. */
function actOn(what: BulkWhat, items: readonly BulkItem[], words: string): Promise<BulkAnswer> {
  if (what === 'submit') return inParts(items, (part) => submitVersions(part, words));
  if (what === 'pass' || what === 'return') {
    return inParts(items, (part) => decideVersions(part, what, words));
  }
  return actOnIds(
    what,
    items.map(({ recordId }) => recordId),
  );
}

export interface BulkAct {
  readonly outcome: BulkOutcome | null;
  readonly error: unknown;
  readonly isBusy: boolean;
  /** True when the hub answered. */
  readonly run: (what: BulkWhat, items: readonly BulkItem[], words?: string) => Promise<boolean>;
}

export function useBulkAct(): BulkAct {
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (what: BulkWhat, items: readonly BulkItem[], words = '') => {
    setBusy(true);
    setError(null);
    setOutcome(null);
    try {
      const titles = new Map(items.map(({ recordId, title }) => [recordId, title]));
      setOutcome({ what, titles, ...(await actOn(what, items, words)) });
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { outcome, error, isBusy, run };
}
