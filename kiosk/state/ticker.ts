// A slow beat for screens that change by themselves: it rests while nobody can see the page.
import { useEffect, useState } from 'preact/hooks';

/** Counts up by one every `everyMs` milliseconds while the page is visible; no work in between. */
export function useTicker(everyMs: number): number {
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = () => {
      clearInterval(timer);
      if (!document.hidden) timer = setInterval(() => setBeat((count) => count + 1), everyMs);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [everyMs]);
  return beat;
}
