// Answers asked for one thing after the other and kept for as long as the same content is shown.
import { useEffect, useState } from 'preact/hooks';
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';

/** Answers come faster than they can be drawn: the whole list is drawn anew with each drawing. */
const drawnEveryMs = 200;

/** A question that is asked of many ids. */
export type Ask<Answer> = (engine: KioskEngine, id: string, signal: AbortSignal) => Promise<Answer>;

/** A hook that gives what is known of the ids asked for so far; it fills up while the component stays. */
export function makeLookedUp<Answer>(
  ask: Ask<Answer>,
): (ids: readonly string[]) => ReadonlyMap<string, Answer> {
  const known = new Map<string, Answer>();
  let knownVersion: string | null = null;
  return (ids) => {
    const engine = useEngine();
    const version = useContentVersion();
    const [, setDone] = useState(0);
    if (version !== knownVersion) {
      known.clear();
      knownVersion = version;
    }
    useEffect(() => {
      const cancel = new AbortController();
      const fill = async () => {
        let drawnAt = performance.now();
        for (const id of ids.filter((one) => !known.has(one))) {
          const answer = await ask(engine, id, cancel.signal);
          if (cancel.signal.aborted) return;
          known.set(id, answer);
          if (performance.now() - drawnAt < drawnEveryMs) continue;
          drawnAt = performance.now();
          setDone((done) => done + 1);
        }
        setDone((done) => done + 1);
      };
      // An answer that cannot be had leaves its place empty; the link works all the same.
      fill().catch(() => undefined);
      return () => cancel.abort();
    }, [ids.join(' '), version]);
    return known;
  };
}
