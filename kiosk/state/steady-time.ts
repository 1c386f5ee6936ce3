// The terminal's steady time for what begins and ends: it never goes back, whatever somebody sets the clock to.
import { useEffect, useState } from 'preact/hooks';
import { now } from './clock.ts';
import { useEngine } from './engine-context.ts';

/** Milliseconds since 1970, looked at every minute; null until it is known. */
export function useSteadyTime(): number | null {
  const engine = useEngine();
  const minute = now.value;
  const [time, setTime] = useState<number | null>(null);
  useEffect(() => {
    let isGone = false;
    engine.time().then(
      (known) => !isGone && setTime(known),
      // Without the worker nothing of the catalogue is shown either: the clock on the wall has to do.
      () => !isGone && setTime(minute.getTime()),
    );
    return () => {
      isGone = true;
    };
  }, [engine, minute]);
  return time;
}
