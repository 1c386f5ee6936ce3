// The results of a search, growing by "show more"; what was shown before stays until new results are here.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import type { SearchHit, SearchResult } from '#shared/search/types.ts';
import { useEngine } from './engine-context.ts';
import { useFingerWatch } from './finger-watch.ts';
import { type SearchAddress, searchUrl } from './search-address.ts';
import { noteVisit } from './visit-notes.ts';

/** Hits that are asked for at a time. */
export const pageSize = 20;
const keptSearches = 6;

export interface Results {
  /** The search these hits answer; it may lag behind the address for a moment. */
  readonly search: SearchAddress;
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly facets: SearchResult['facets'];
  readonly facetsAreEstimates: boolean;
  readonly alsoSearched: readonly string[];
  readonly matched?: SearchResult['matched'];
}

/** Answers of this visit, so that going back shows the same list at once. */
const kept = new Map<string, Results>();
/** Grows when answers are forgotten: one asked for before that comes too late to be kept. */
let round = 0;

/** Forgets every answer, also those still on their way: at the end of a visit. */
export function forgetResults(): void {
  kept.clear();
  round += 1;
}

function keep(key: string, results: Results): void {
  kept.delete(key);
  kept.set(key, results);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptSearches) break;
    kept.delete(oldest);
  }
}

/** Results, and what they were asked by. */
interface Answer {
  readonly key: string;
  readonly results: Results;
}

function keptAnswer(key: string): Answer | null {
  const results = kept.get(key);
  return results ? { key, results } : null;
}

export interface ResultsView {
  readonly results: Results | null;
  /** True from the moment the address changes: what is shown until the answer comes is of the search before. */
  readonly isLoading: boolean;
  readonly error: AppError | null;
  readonly more: () => void;
  readonly retry: () => void;
}

/** Runs the search of an address against what is shown, named by `version`. */
export function useResults(search: SearchAddress, version: string | null): ResultsView {
  const engine = useEngine();
  const key = `${version} ${searchUrl(search)}`;
  const [shown, setShown] = useState<Answer | null>(() => keptAnswer(key));
  const [error, setError] = useState<AppError | null>(null);
  const [isLoading, setIsLoading] = useState(!kept.has(key));
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const whenFingerIsUp = useFingerWatch();

  const run = (offset: number, before: readonly SearchHit[]) => {
    running.current?.abort();
    const cancel = new AbortController();
    running.current = cancel;
    const askedIn = round;
    setIsLoading(true);
    setError(null);
    engine.search({ ...search, text: search.text.trim(), offset, limit: pageSize }, cancel.signal).then(
      (result) => {
        if (cancel.signal.aborted || askedIn !== round) return;
        const words = search.text.trim();
        if (words && offset === 0) noteVisit('search', { subject: words, found: result.total });
        const results = { search, ...result, hits: [...before, ...result.hits] };
        keep(key, results);
        // What someone is touching must not turn into something else under the finger.
        whenFingerIsUp(() => {
          if (cancel.signal.aborted) return;
          setShown({ key, results });
          setIsLoading(false);
        });
      },
      (thrown) => {
        if (cancel.signal.aborted) return;
        setError(toAppError(thrown));
        setIsLoading(false);
      },
    );
  };

  useEffect(() => {
    const known = attempt === 0 ? keptAnswer(key) : null;
    if (known) {
      setShown(known);
      setIsLoading(false);
      setError(null);
    } else run(0, []);
    return () => running.current?.abort();
  }, [key, attempt]);

  const more = () => {
    if (shown?.key === key) run(shown.results.hits.length, shown.results.hits);
  };
  return {
    results: shown?.results ?? null,
    isLoading: isLoading || shown?.key !== key,
    error,
    more,
    retry: () => setAttempt((count) => count + 1),
  };
}
